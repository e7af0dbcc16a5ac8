import { sql } from 'kysely';
import { batches } from './batches.js';
import { dropUnnamed } from './known-questions.js';
import type { Session } from './session.js';
import { createYielder } from './yield.js';

/** What neither a revision nor a draft has. */
const isUnusedDocument = sql<boolean>`
  not exists (select 1 from revision_documents as entry where entry.hash = documents.hash)
  and not exists (select 1 from draft_documents as entry where entry.hash = documents.hash)`;
const isUnusedOriginal = sql<boolean>`
  not exists (select 1 from revision_documents as entry
    where entry.hash = originals.document and entry.original = originals.hash)
  and not exists (select 1 from draft_documents as entry
    where entry.hash = originals.document and entry.original = originals.hash)`;

/** What may be deleted where nothing refers to it. */
export interface Unused {
  /** When it was stored at the latest: what is put later is put for a draft that may still come. */
  readonly storedUntil: string;
  /** Hashes of documents and of lists of known questions, where only some are in question. */
  readonly among?: { readonly documents: readonly string[]; readonly knownQuestions: readonly string[] };
}

/**
 * Deletes documents, files and lists of known questions that nothing refers to any more; a few at a time, as the
 * databases overwrite what they delete, and other work goes on in between.
 */
export async function deleteUnused(
  session: Session,
  { storedUntil, among }: Unused,
): Promise<{ documents: number; knownQuestions: number }> {
  await deleteOriginals(session, storedUntil, among?.documents);
  const documents = await deleteDocuments(session, storedUntil, among?.documents);
  const knownQuestions = await session.write((trx) => dropUnnamed(trx, storedUntil, among?.knownQuestions));
  return { documents, knownQuestions };
}

/** Before the documents that they were read as, which would take all of theirs with them at once. */
async function deleteOriginals(
  session: Session,
  storedUntil: string,
  among: readonly string[] | undefined,
): Promise<void> {
  const giveWay = createYielder();
  for (const documents of among ? batches(among, () => 1) : [undefined]) {
    const unused = await session.read((db) =>
      db
        .selectFrom('originals')
        .select(['document', 'size'])
        .where('stored_at', '<=', storedUntil)
        .$if(documents !== undefined, (query) => query.where('document', 'in', documents ?? []))
        .where(isUnusedOriginal)
        .execute(),
    );
    for (const some of batches(unused, ({ size }) => size)) {
      const of = some.map(({ document }) => document);
      await session.write((trx) =>
        trx
          .deleteFrom('originals')
          .where('document', 'in', of)
          .where('stored_at', '<=', storedUntil)
          .where(isUnusedOriginal)
          .execute(),
      );
      await giveWay();
    }
  }
}

async function deleteDocuments(
  session: Session,
  storedUntil: string,
  among: readonly string[] | undefined,
): Promise<number> {
  const giveWay = createYielder();
  let deleted = 0;
  for (const hashes of among ? batches(among, () => 1) : [undefined]) {
    const unused = await session.read((db) =>
      db
        .selectFrom('documents')
        .select(['hash', 'size'])
        .where('stored_at', '<=', storedUntil)
        .$if(hashes !== undefined, (query) => query.where('hash', 'in', hashes ?? []))
        .where(isUnusedDocument)
        .execute(),
    );
    for (const some of batches(unused, ({ size }) => size)) {
      const of = some.map(({ hash }) => hash);
      const { numDeletedRows } = await session.write((trx) =>
        trx
          .deleteFrom('documents')
          .where('hash', 'in', of)
          .where('stored_at', '<=', storedUntil)
          .where(isUnusedDocument)
          .executeTakeFirstOrThrow(),
      );
      deleted += Number(numDeletedRows);
      await giveWay();
    }
  }
  return deleted;
}
