import type { Transaction } from 'kysely';
import type { Document } from '../documents/document.js';
import { sha256 } from '../documents/sha256.js';
import { batches } from './batches.js';
import type { Session } from './session.js';
import type { CollectionName, DocumentKey, Original, Store, StoredDocument } from './store.js';
import { documentSchema, parseStoredAs } from './stored.js';
import type { Tables } from './tables.js';
import { createYielder } from './yield.js';

/** The key that a document is stored under, SHA-256: two documents have one hash when they are equal in every field. */
export function documentHash(document: Document): string {
  return sha256(JSON.stringify(document));
}

/** What a takedown withdraws, SHA-256: the canonical text, whatever its id and title and whichever release read it. */
export function textHash(document: Document): string {
  return sha256(document.text);
}

/** What a document's file is stored under beside it, SHA-256: its bytes. */
function originalHash({ bytes }: Original): string {
  return sha256(bytes);
}

/** A document by its place. */
export interface PlacedName {
  readonly collection: CollectionName;
  readonly document: string;
}

type Documents = Pick<Store, 'putDocuments' | 'documents' | 'original' | 'sizeOf'>;

/** @param onAltered Told once of each document that is stored otherwise than it was written, by where it has been published. */
export function documentStore(
  session: Session,
  onAltered: (documents: readonly PlacedName[]) => void,
): Documents {
  const told = new Set<string>();

  async function tellOf(hash: string): Promise<void> {
    if (told.has(hash)) return;
    told.add(hash);
    onAltered(await placesOf(session, hash));
  }

  return {
    async putDocuments(documents) {
      const keys: DocumentKey[] = [];
      const rows = rowsOf(documents, session.now(), keys);
      const giveWay = createYielder();
      for (const some of batches(rows, ({ document, original }) => document.size + original.size)) {
        await session.write((trx) => put(trx, some));
        await giveWay();
      }
      return keys;
    },

    async *documents(hashes, onAlteredHash = () => {}) {
      const giveWay = createYielder();
      for (const some of batches(await sizes(session, hashes), ({ size }) => size)) {
        const rows = await session.read((db) =>
          db
            .selectFrom('documents')
            .select(['hash', 'document'])
            .where(
              'hash',
              'in',
              some.map(({ hash }) => hash),
            )
            .execute(),
        );
        for (const { hash, document } of rows) {
          if (document === null) continue;
          if (sha256(document) === hash) yield { hash, document: toDocument(hash, document) };
          else {
            onAlteredHash(hash);
            await tellOf(hash);
          }
          await giveWay();
        }
      }
    },

    async original({ hash, original }): Promise<Original | undefined> {
      if (original === null) return undefined;
      const row = await session.read((db) =>
        db
          .selectFrom('originals')
          .select(['path', 'bytes'])
          .where('document', '=', hash)
          .where('hash', '=', original)
          .executeTakeFirst(),
      );
      const found = row && { path: row.path, bytes: new Uint8Array(row.bytes) };
      return found && originalHash(found) === original ? found : undefined;
    },

    async sizeOf(keys) {
      const hashes = keys.map(({ hash }) => hash);
      const wanted = new Set(keys.map(keyText));
      const originals = (await originalSizes(session, hashes)).filter(({ document, hash }) =>
        wanted.has(keyText({ hash: document, original: hash })),
      );
      return [...(await sizes(session, hashes)), ...originals].reduce((sum, { size }) => sum + size, 0);
    },
  };
}

/** A document's row and that of its file. */
interface Rows {
  readonly document: Tables['documents'];
  readonly original: Tables['originals'];
}

/** The rows, made as they are asked for. Adds the key of every document to `keys`. */
function* rowsOf(documents: readonly StoredDocument[], now: string, keys: DocumentKey[]): Generator<Rows> {
  const seen = new Set<string>();
  for (const stored of documents) {
    const rows = toRows(stored, now);
    const key = { hash: rows.document.hash, original: rows.original.hash };
    keys.push(key);
    if (!seen.has(keyText(key))) yield rows;
    seen.add(keyText(key));
  }
}

function toRows({ document, original }: StoredDocument, now: string): Rows {
  const json = JSON.stringify(document);
  const hash = sha256(json);
  return {
    document: {
      hash,
      text_hash: textHash(document),
      document: json,
      size: Buffer.byteLength(json),
      stored_at: now,
    },
    original: {
      document: hash,
      hash: originalHash(original),
      path: original.path,
      size: original.bytes.length,
      stored_at: now,
      bytes: original.bytes,
    },
  };
}

async function placesOf(session: Session, hash: string): Promise<PlacedName[]> {
  return session.read((db) =>
    db
      .selectFrom('revision_documents')
      .select(['collection', 'document_id as document'])
      .distinct()
      .where('hash', '=', hash)
      .orderBy('collection')
      .execute(),
  );
}

/**
 * Inserts what is not there yet. What is there becomes as if it were new: it must not be removed before the draft that
 * it is put for is saved, and where the disk has altered it, it is whole again. Of a document that was withdrawn no file
 * is kept either.
 */
async function put(trx: Transaction<Tables>, rows: readonly Rows[]): Promise<void> {
  const documents = [...new Map(rows.map(({ document }) => [document.hash, document])).values()];
  const kept = await trx
    .insertInto('documents')
    .values(documents)
    .onConflict((conflict) =>
      conflict.column('hash').doUpdateSet((row) => ({
        stored_at: row.ref('excluded.stored_at'),
        document: row
          .case()
          .when('documents.size', '>', 0)
          .then(row.ref('excluded.document'))
          .else(row.ref('documents.document'))
          .end(),
      })),
    )
    .returning(['hash', 'size'])
    .execute();
  const withdrawn = new Set(kept.filter(({ size }) => size === 0).map(({ hash }) => hash));
  const originals = rows.map(({ original }) => original).filter((row) => !withdrawn.has(row.document));
  if (originals.length === 0) return;
  await trx
    .insertInto('originals')
    .values(originals)
    .onConflict((conflict) =>
      conflict.columns(['document', 'hash']).doUpdateSet((row) => ({
        stored_at: row.ref('excluded.stored_at'),
        bytes: row.ref('excluded.bytes'),
      })),
    )
    .execute();
}

function toDocument(hash: string, json: string): Document {
  return parseStoredAs(documentSchema, json, `the document of row ${hash} in table documents`);
}

/** Of those that are stored and were not withdrawn. */
export async function sizes(
  session: Session,
  hashes: readonly string[],
): Promise<{ hash: string; size: number }[]> {
  const found: { hash: string; size: number }[] = [];
  for (const some of batches(new Set(hashes), () => 0)) {
    found.push(
      ...(await session.read((db) =>
        db
          .selectFrom('documents')
          .select(['hash', 'size'])
          .where('hash', 'in', some)
          // Nothing is left of one that was withdrawn.
          .where('size', '>', 0)
          .execute(),
      )),
    );
  }
  return found;
}

/** Of the files that documents of these hashes were read from, in whatever collection. */
export async function originalSizes(
  session: Session,
  documents: readonly string[],
): Promise<{ readonly document: string; readonly hash: string; readonly size: number }[]> {
  const found: { readonly document: string; readonly hash: string; readonly size: number }[] = [];
  for (const some of batches(new Set(documents), () => 0)) {
    found.push(
      ...(await session.read((db) =>
        db
          .selectFrom('originals')
          .select(['document', 'hash', 'size'])
          .where('document', 'in', some)
          .execute(),
      )),
    );
  }
  return found;
}

function keyText({ hash, original }: DocumentKey): string {
  return `${hash} ${original}`;
}
