import type { Document } from '../documents/document.js';
import { sha256 } from '../documents/sha256.js';
import type { Session } from './session.js';
import type { Original, Store, StoredDocument } from './store.js';
import { documentSchema, parseStoredAs } from './stored.js';
import type { Tables } from './tables.js';
import { createYielder } from './yield.js';

/** What is read, parsed or written at a time, in characters of JSON: a few milliseconds of work. */
const BATCH_SIZE = 256 * 1_024;
/** Both databases allow far more parameters in a statement: SQLite 32,766, PostgreSQL 65,535. */
const MAX_HASHES_A_STATEMENT = 500;

/** The key that a document is stored under, SHA-256: two documents have one hash when they are equal in every field. */
export function documentHash(document: Document): string {
  return sha256(JSON.stringify(document));
}

/** What a takedown withdraws, SHA-256: the canonical text, whatever its id and title and whichever release read it. */
export function textHash(document: Document): string {
  return sha256(document.text);
}

type Documents = Pick<Store, 'putDocuments' | 'documents' | 'original'>;

export function documentStore(session: Session): Documents {
  return {
    async putDocuments(documents) {
      const hashes: string[] = [];
      const rows = rowsOf(documents, session.now(), hashes);
      const giveWay = createYielder();
      for (const some of batches(rows, ({ size, original }) => size + (original?.length ?? 0))) {
        await session.write((trx) =>
          trx
            .insertInto('documents')
            .values(some)
            // As if it were new: a purge must not remove it before the draft that it is put for is saved.
            .onConflict((conflict) =>
              conflict.column('hash').doUpdateSet((row) => ({ stored_at: row.ref('excluded.stored_at') })),
            )
            .execute(),
        );
        await giveWay();
      }
      return hashes;
    },

    async *documents(hashes) {
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
          if (document !== null) yield { hash, document: toDocument(hash, document) };
          await giveWay();
        }
      }
    },

    async original(hash): Promise<Original | undefined> {
      const row = await session.read((db) =>
        db.selectFrom('documents').select(['path', 'original']).where('hash', '=', hash).executeTakeFirst(),
      );
      return row?.original ? { path: row.path, bytes: new Uint8Array(row.original) } : undefined;
    },
  };
}

/** The rows, made as they are asked for. Adds the hash of every document to `hashes`; equal documents have one row. */
function* rowsOf(
  documents: readonly StoredDocument[],
  now: string,
  hashes: string[],
): Generator<Tables['documents']> {
  const seen = new Set<string>();
  for (const stored of documents) {
    const row = toRow(stored, now);
    hashes.push(row.hash);
    if (!seen.has(row.hash)) yield row;
    seen.add(row.hash);
  }
}

function toRow({ document, original }: StoredDocument, now: string): Tables['documents'] {
  const json = JSON.stringify(document);
  return {
    hash: sha256(json),
    text_hash: textHash(document),
    document: json,
    path: original.path,
    original: original.bytes,
    size: json.length,
    stored_at: now,
  };
}

function toDocument(hash: string, json: string): Document {
  return parseStoredAs(documentSchema, json, `the document of row ${hash} in table documents`);
}

async function sizes(session: Session, hashes: readonly string[]): Promise<{ hash: string; size: number }[]> {
  const distinct = [...new Set(hashes)];
  const found: { hash: string; size: number }[] = [];
  for (let from = 0; from < distinct.length; from += MAX_HASHES_A_STATEMENT) {
    const some = distinct.slice(from, from + MAX_HASHES_A_STATEMENT);
    found.push(
      ...(await session.read((db) =>
        db
          .selectFrom('documents')
          .select(['hash', 'size'])
          .where('hash', 'in', some)
          .where('document', 'is not', null)
          .execute(),
      )),
    );
  }
  return found;
}

/** Neighbours together up to {@link BATCH_SIZE}; a larger item is a batch by itself. */
function* batches<T>(items: Iterable<T>, sizeOf: (item: T) => number): Generator<T[]> {
  let batch: T[] = [];
  let size = 0;
  for (const item of items) {
    const full = size + sizeOf(item) > BATCH_SIZE || batch.length === MAX_HASHES_A_STATEMENT;
    if (batch.length > 0 && full) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(item);
    size += sizeOf(item);
  }
  if (batch.length > 0) yield batch;
}
