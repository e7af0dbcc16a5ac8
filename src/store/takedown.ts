import type { Transaction } from 'kysely';
import { copyEntries, glossaryOf, nextRevision } from './revisions.js';
import type { Session } from './session.js';
import type { LiveRevision, Store, Takedown } from './store.js';
import type { Tables } from './tables.js';

type Request = Parameters<Store['takedown']>[0];

export function takedownStore(session: Session): Pick<Store, 'takedown' | 'withdrawals'> {
  return {
    async takedown(request) {
      const result = await session.write((trx) => takeDown(trx, session, request));
      if (result.entries > 0) await session.backend.scrub();
      return result;
    },

    async withdrawals() {
      const rows = await session.read((db) =>
        db.selectFrom('withdrawals').selectAll().orderBy('withdrawn_at').execute(),
      );
      return rows.map((row) => ({
        textHash: row.text_hash,
        document: row.document_id,
        why: row.why,
        by: row.withdrawn_by,
        at: new Date(row.withdrawn_at),
      }));
    },
  };
}

async function takeDown(trx: Transaction<Tables>, session: Session, request: Request): Promise<Takedown> {
  // Takes the lock of every collection, as the text may be in any of them; a publish begins with that of its own.
  await trx
    .updateTable('collections')
    .set((row) => ({ revision: row.ref('revision') }))
    .execute();
  const texts = await textsOf(trx, request);
  if (texts.length === 0) return { entries: 0, published: [] };
  await withdraw(trx, session.now(), request, texts);
  const hashes = await hashesOf(trx, texts);
  const { count } = await trx
    .selectFrom('revision_documents')
    .select((row) => row.fn.countAll().as('count'))
    .where('hash', 'in', hashes)
    .executeTakeFirstOrThrow();
  await erase(trx, hashes);
  const published = await republish(trx, session.now(), request, hashes);
  if (published.length > 0) await session.backend.announce(trx);
  return { entries: Number(count), published };
}

/** Hashes of every text that the document had in a revision of the collection. */
async function textsOf(trx: Transaction<Tables>, { collection, document }: Request): Promise<string[]> {
  const rows = await trx
    .selectFrom('revision_documents')
    .innerJoin('documents', 'documents.hash', 'revision_documents.hash')
    .select('text_hash')
    .distinct()
    .where('collection', '=', collection)
    .where('document_id', '=', document)
    .execute();
  return rows.map((row) => row.text_hash);
}

async function hashesOf(trx: Transaction<Tables>, texts: readonly string[]): Promise<string[]> {
  const rows = await trx.selectFrom('documents').select('hash').where('text_hash', 'in', texts).execute();
  return rows.map((row) => row.hash);
}

async function withdraw(
  trx: Transaction<Tables>,
  at: string,
  request: Request,
  texts: readonly string[],
): Promise<void> {
  const rows = texts.map((text_hash) => ({
    text_hash,
    document_id: request.document,
    why: request.why,
    withdrawn_by: request.by,
    withdrawn_at: at,
  }));
  await trx
    .insertInto('withdrawals')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Erases the texts, and the drafts that hold them, whose previews quote the text. */
async function erase(trx: Transaction<Tables>, hashes: readonly string[]): Promise<void> {
  await trx
    .updateTable('documents')
    .set({ document: null, original: null, size: 0 })
    .where('hash', 'in', hashes)
    .execute();
  await trx
    .deleteFrom('drafts')
    .where('id', 'in', (query) =>
      query.selectFrom('draft_documents').select('draft').where('hash', 'in', hashes),
    )
    .execute();
}

/** A new revision for every collection that serves one of the documents, without it. */
async function republish(
  trx: Transaction<Tables>,
  at: string,
  request: Request,
  hashes: readonly string[],
): Promise<LiveRevision[]> {
  const serving = await trx
    .selectFrom('collections')
    .innerJoin('revision_documents', (join) =>
      join
        .onRef('revision_documents.collection', '=', 'collections.name')
        .onRef('revision_documents.revision', '=', 'collections.revision'),
    )
    .select(['name', 'collections.revision'])
    .distinct()
    .where('hash', 'in', hashes)
    .orderBy('name')
    .execute();
  const published: LiveRevision[] = [];
  for (const { name: collection, revision: live } of serving) {
    const report = { kind: 'takedown', document: request.document, why: request.why };
    const glossary = await glossaryOf(trx, collection, live);
    const revision = await nextRevision(trx, { collection, by: request.by, at, report, glossary });
    const left = trx
      .selectFrom('revision_documents')
      .where('collection', '=', collection)
      .where('revision', '=', live)
      .where('hash', 'not in', hashes);
    await copyEntries(trx, { collection, revision }, left);
    published.push({ collection, revision });
  }
  return published;
}
