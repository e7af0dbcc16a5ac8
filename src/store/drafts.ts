import type { Kysely, Transaction } from 'kysely';
import { rememberGuild } from './guilds.js';
import { putKnownQuestions, withdrawnAnswers } from './known-questions.js';
import { copyEntries, nextRevision, toEntry } from './revisions.js';
import type { Session } from './session.js';
import {
  type CollectionName,
  type Draft,
  type Entry,
  guildOf,
  type Publishing,
  type Store,
} from './store.js';
import { parseStored } from './stored.js';
import { type EntryRow, newKey, type Tables } from './tables.js';
import { deleteUnused, type Unused } from './unused.js';
import { DRAFT_MS } from './upkeep.js';

type Drafts = Pick<Store, 'saveDraft' | 'draft' | 'draftsBy' | 'draftEntries' | 'discardDraft' | 'publish'>;

/** Of seven columns each: far fewer parameters than either database takes (SQLite 32,766, PostgreSQL 65,535). */
const MAX_ROWS_A_STATEMENT = 500;

export function draftStore(session: Session): Drafts {
  return {
    async saveDraft(draft, entries) {
      const row = {
        id: newKey(),
        collection: draft.collection,
        base: draft.base,
        author: draft.author,
        created_at: session.now(),
        preview: JSON.stringify(draft.preview),
        glossary: draft.glossary === null ? null : JSON.stringify(draft.glossary),
      };
      const questions = draft.knownQuestions === null ? null : JSON.stringify(draft.knownQuestions);
      await session.write(async (trx) => {
        const guild = guildOf(draft.collection);
        if (guild) await rememberGuild(trx, guild);
        await trx
          .insertInto('collections')
          .values({ name: draft.collection, revision: 0 })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        const known_questions = await putKnownQuestions(trx, session.now(), questions);
        await trx
          .insertInto('drafts')
          .values({ ...row, known_questions })
          .execute();
        await insertEntries(trx, row.id, entries);
      });
      return { id: row.id, createdAt: new Date(row.created_at) };
    },

    draft: (id) => session.read((db) => findDraft(db, session, id)),

    async draftsBy(collection, author) {
      const rows = await session.read((db) =>
        lastingDrafts(db, session)
          .where('collection', '=', collection)
          .where('author', '=', author)
          .execute(),
      );
      return rows.map(toDraft);
    },

    async draftEntries(id) {
      const rows = await session.read((db) =>
        db.selectFrom('draft_documents').selectAll().where('draft', '=', id).orderBy('position').execute(),
      );
      return rows.map((row) => toEntry(row, `${id} ${row.position} in table draft_documents`));
    },

    async discardDraft(id) {
      const discarded = await session.write((trx) => takeOut(trx, id));
      if (discarded) await deleteUnused(session, discarded);
      return discarded !== undefined;
    },

    publish: (id, by, report) =>
      session.write(async (trx): Promise<Publishing> => {
        const found = await findDraft(trx, session, id);
        if (!found) return { kind: 'gone' };
        const isAtBase = await lockAt(trx, found.collection, found.base);
        // It may have been published, discarded or let go while this waited for the lock, and must stay from here on.
        await lockDraft(trx, id);
        const draft = await findDraft(trx, session, id);
        if (!draft) return { kind: 'gone' };
        if (!isAtBase) return stale(trx, draft);
        // Asked under the lock, which a takedown takes too: it is either over by now or has to wait.
        const { collection } = draft;
        const keeps = await kept(trx, id);
        const documents = [
          ...(await withdrawnDocuments(trx, id)),
          ...(await withdrawnAnswers(trx, { draft: id, collection, hash: keeps.known_questions })),
        ];
        if (documents.length > 0) return { kind: 'withdrawn', documents };
        const revision = await nextRevision(trx, { collection, by, at: session.now(), report, ...keeps });
        await moveEntries(trx, draft, revision);
        await session.backend.announce(trx);
        return { kind: 'published', revision };
      }),
  };
}

/**
 * Takes the collection's lock if it is still at revision `base`. The comparison is part of the update: of two
 * transactions that want the same base, the second waits for the first and then finds another revision.
 */
async function lockAt(trx: Transaction<Tables>, collection: CollectionName, base: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('collections')
    .set({ revision: base })
    .where('name', '=', collection)
    .where('revision', '=', base)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Keeps others from deleting a draft until the transaction ends; both databases lock a row that is updated. */
async function lockDraft(trx: Transaction<Tables>, id: string): Promise<void> {
  await trx
    .updateTable('drafts')
    .set((row) => ({ base: row.ref('base') }))
    .where('id', '=', id)
    .execute();
}

async function stale(trx: Transaction<Tables>, draft: Draft): Promise<Publishing> {
  const row = await trx
    .selectFrom('collections')
    .select('revision')
    .where('name', '=', draft.collection)
    .executeTakeFirst();
  return { kind: 'stale', base: draft.base, current: row?.revision ?? 0 };
}

/** Deletes a draft. Gives what only it may have had: all that was put for it was put before it was saved. */
async function takeOut(trx: Transaction<Tables>, id: string): Promise<Unused | undefined> {
  const rows = await trx.selectFrom('draft_documents').select('hash').where('draft', '=', id).execute();
  const draft = await trx
    .deleteFrom('drafts')
    .where('id', '=', id)
    .returning(['created_at', 'known_questions'])
    .executeTakeFirst();
  if (!draft) return undefined;
  const documents = rows.map(({ hash }) => hash);
  const knownQuestions = draft.known_questions === null ? [] : [draft.known_questions];
  return { storedUntil: draft.created_at, among: { documents, knownQuestions } };
}

/** Ids of the draft's documents whose text must not be published again. */
async function withdrawnDocuments(trx: Transaction<Tables>, draft: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('draft_documents')
    .innerJoin('documents', 'documents.hash', 'draft_documents.hash')
    .innerJoin('withdrawals', 'withdrawals.text_hash', 'documents.text_hash')
    .select('draft_documents.document_id')
    .where('draft', '=', draft)
    .orderBy('position')
    .execute();
  return rows.map((row) => row.document_id);
}

/** What a draft keeps besides its documents, as the revision is to keep it. */
function kept(trx: Transaction<Tables>, id: string) {
  return trx
    .selectFrom('drafts')
    .select(['glossary', 'known_questions'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

async function moveEntries(
  trx: Transaction<Tables>,
  { id, collection }: Draft,
  revision: number,
): Promise<void> {
  const entries = trx.selectFrom('draft_documents').where('draft', '=', id);
  await copyEntries(trx, { collection, revision }, entries);
  await trx.deleteFrom('drafts').where('id', '=', id).execute();
}

async function insertEntries(
  trx: Transaction<Tables>,
  draft: string,
  entries: readonly Entry[],
): Promise<void> {
  const rows = entries.map((entry, position) => ({ draft, ...toEntryRow(entry, position) }));
  for (let from = 0; from < rows.length; from += MAX_ROWS_A_STATEMENT) {
    await trx
      .insertInto('draft_documents')
      .values(rows.slice(from, from + MAX_ROWS_A_STATEMENT))
      .execute();
  }
}

async function findDraft(db: Kysely<Tables>, session: Session, id: string): Promise<Draft | undefined> {
  const row = await lastingDrafts(db, session).where('id', '=', id).executeTakeFirst();
  return row && toDraft(row);
}

/** Drafts that have not run out. */
function lastingDrafts(db: Kysely<Tables>, session: Session) {
  return db
    .selectFrom('drafts')
    .select(['id', 'collection', 'base', 'author', 'created_at', 'preview'])
    .where('created_at', '>', session.ago(DRAFT_MS));
}

function toDraft(row: Omit<Tables['drafts'], 'glossary' | 'known_questions'>): Draft {
  return {
    id: row.id,
    collection: row.collection,
    base: row.base,
    author: row.author,
    createdAt: new Date(row.created_at),
    preview: parseStored(row.preview, `the preview of row ${row.id} in table drafts`),
  };
}

function toEntryRow(entry: Entry, position: number): EntryRow {
  return {
    position,
    document_id: entry.id,
    hash: entry.hash,
    original: entry.original,
    passages: entry.passages,
    origin: JSON.stringify(entry.origin),
  };
}
