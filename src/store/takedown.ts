import type { Transaction } from 'kysely';
import { type IsQuote, withdrawQuotes } from './known-questions.js';
import { copyEntries, keptWith, nextRevision } from './revisions.js';
import type { Session } from './session.js';
import { type CollectionName, guildOf, type LiveRevision, type Store, type Takedown } from './store.js';
import { documentSchema, parseStoredAs } from './stored.js';
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
  await dropReports(trx, request, texts);
  if (texts.length === 0) return { entries: 0, published: [] };
  await withdraw(trx, session.now(), request, texts);
  const hashes = await hashesOf(trx, texts);
  const { count } = await trx
    .selectFrom('revision_documents')
    .select((row) => row.fn.countAll().as('count'))
    .where('hash', 'in', hashes)
    .executeTakeFirstOrThrow();
  const isQuote = await quotesOf(trx, request, hashes);
  await erase(trx, hashes);
  const quoting = await withdrawQuotes(trx, session.now(), isQuote);
  const published = await republish(trx, session.now(), request, { hashes, quoting });
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

/**
 * Drops the reports that quote the texts, and those on the document: of an earlier revision that was let go its text is not
 * known any more.
 */
async function dropReports(
  trx: Transaction<Tables>,
  { collection, document }: Request,
  texts: readonly string[],
): Promise<void> {
  const guild = guildOf(collection);
  if (texts.length > 0) await trx.deleteFrom('reports').where('text_hash', 'in', texts).execute();
  await trx
    .deleteFrom('reports')
    .where('document_id', '=', document)
    .$if(guild !== undefined, (query) => query.where('guild', '=', guild ?? ''))
    .execute();
}

async function hashesOf(trx: Transaction<Tables>, texts: readonly string[]): Promise<string[]> {
  const rows = await trx.selectFrom('documents').select('hash').where('text_hash', 'in', texts).execute();
  return rows.map((row) => row.hash);
}

/**
 * What quotes the texts: an answer that names a document which had one of them, and whose sentence stands in it. Of the
 * document itself all answers go, also those that name a sentence it does not have. A server's known questions may name
 * documents of the shared collection.
 */
async function quotesOf(
  trx: Transaction<Tables>,
  request: Request,
  hashes: readonly string[],
): Promise<IsQuote> {
  const rows = await trx
    .selectFrom('revision_documents')
    .innerJoin('documents', 'documents.hash', 'revision_documents.hash')
    .select(['collection', 'document_id', 'documents.hash', 'document'])
    .distinct()
    .where('documents.hash', 'in', hashes)
    .execute();
  const texts = new Map<string, string[]>();
  const key = (collection: CollectionName, document: string) => `${collection} ${document}`;
  for (const { collection, document_id, hash, document } of rows) {
    // Withdrawn before.
    if (document === null) continue;
    const { text } = parseStoredAs(
      documentSchema,
      document,
      `the document of row ${hash} in table documents`,
    );
    const name = key(collection, document_id);
    texts.set(name, [...(texts.get(name) ?? []), text]);
  }
  return (collection, { document, text }) => {
    const seen = collection === 'shared' ? [collection] : [collection, 'shared' as const];
    if (document === request.document && seen.includes(request.collection)) return true;
    return seen.some((one) => texts.get(key(one, document))?.some((withdrawn) => withdrawn.includes(text)));
  };
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

/** Erases the texts, the files that they were read from, and the drafts that hold them, whose previews quote the text. */
async function erase(trx: Transaction<Tables>, hashes: readonly string[]): Promise<void> {
  await trx.updateTable('documents').set({ document: null, size: 0 }).where('hash', 'in', hashes).execute();
  await trx.deleteFrom('originals').where('document', 'in', hashes).execute();
  await trx
    .deleteFrom('drafts')
    .where('id', 'in', (query) =>
      query.selectFrom('draft_documents').select('draft').where('hash', 'in', hashes),
    )
    .execute();
}

/** A new revision for every collection that serves one of the documents or quoted one, without it. */
async function republish(
  trx: Transaction<Tables>,
  at: string,
  request: Request,
  { hashes, quoting }: { readonly hashes: readonly string[]; readonly quoting: ReadonlySet<CollectionName> },
): Promise<LiveRevision[]> {
  const touched = await trx
    .selectFrom('collections')
    .select(['name', 'revision'])
    .where(({ or, exists, eb, selectFrom }) =>
      or([
        exists(
          selectFrom('revision_documents')
            .select('position')
            .whereRef('revision_documents.collection', '=', 'collections.name')
            .whereRef('revision_documents.revision', '=', 'collections.revision')
            .where('hash', 'in', hashes),
        ),
        ...(quoting.size > 0 ? [eb('name', 'in', [...quoting])] : []),
      ]),
    )
    .orderBy('name')
    .execute();
  const published: LiveRevision[] = [];
  for (const { name: collection, revision: live } of touched) {
    const report = { kind: 'takedown', document: request.document, why: request.why };
    const kept = await keptWith(trx, collection, live);
    const revision = await nextRevision(trx, { collection, by: request.by, at, report, ...kept });
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
