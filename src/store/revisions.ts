import type { Kysely, Selectable, SelectQueryBuilder, Transaction } from 'kysely';
import { writeAudit } from './audit.js';
import type { Session } from './session.js';
import type { CollectionName, Entry, Json, LiveRevision, Revision, Store } from './store.js';
import { parseStored } from './stored.js';
import type { EntryRow, Tables } from './tables.js';

type Revisions = Pick<
  Store,
  'liveRevision' | 'collections' | 'revision' | 'revisions' | 'entries' | 'glossary' | 'knownQuestions'
>;

export function revisionStore(session: Session): Revisions {
  return {
    async liveRevision(collection) {
      const row = await session.read((db) =>
        db.selectFrom('collections').select('revision').where('name', '=', collection).executeTakeFirst(),
      );
      return row?.revision ?? 0;
    },

    collections: () => liveRevisions(session),

    async revision(collection, number) {
      const row = await session.read((db) =>
        db
          .selectFrom('revisions')
          .select(['collection', 'number', 'published_by', 'published_at', 'report', 'let_go'])
          .where('collection', '=', collection)
          .where('number', '=', number)
          .executeTakeFirst(),
      );
      return row && toRevision(row);
    },

    async revisions(collection, limit, before) {
      const rows = await session.read((db) =>
        db
          .selectFrom('revisions')
          .select(['collection', 'number', 'published_by', 'published_at', 'report', 'let_go'])
          .where('collection', '=', collection)
          .$if(before !== undefined, (query) => query.where('number', '<', before ?? 0))
          .orderBy('number', 'desc')
          .limit(limit)
          .execute(),
      );
      return rows.map(toRevision);
    },

    async entries(collection, number) {
      const rows = await session.read((db) =>
        db
          .selectFrom('revision_documents')
          .selectAll()
          .where('collection', '=', collection)
          .where('revision', '=', number)
          .orderBy('position')
          .execute(),
      );
      return rows.map((row) =>
        toEntry(row, `${collection} ${number} ${row.position} in table revision_documents`),
      );
    },

    async glossary(collection, number) {
      const json = (await session.read((db) => keptWith(db, collection, number))).glossary;
      return json === null
        ? null
        : parseStored(json, `the glossary of row ${collection} ${number} in table revisions`);
    },

    async knownQuestions(collection, number) {
      const row = await session.read((db) =>
        db
          .selectFrom('revisions')
          .innerJoin('known_questions', 'known_questions.hash', 'revisions.known_questions')
          .select(['hash', 'questions'])
          .where('collection', '=', collection)
          .where('number', '=', number)
          .executeTakeFirst(),
      );
      return row ? parseStored(row.questions, `the list of row ${row.hash} in table known_questions`) : null;
    },
  };
}

/** Every collection that was published, by name, with the number of its live revision. */
export async function liveRevisions(session: Session): Promise<LiveRevision[]> {
  const rows = await session.read((db) =>
    db.selectFrom('collections').selectAll().where('revision', '>', 0).orderBy('name').execute(),
  );
  return rows.map(({ name, revision }) => ({ collection: name, revision }));
}

/** @param where The row's key and table. */
export function toEntry(row: EntryRow, where: string): Entry {
  return {
    id: row.document_id,
    hash: row.hash,
    original: row.original,
    passages: row.passages,
    origin: parseStored(row.origin, `the origin of row ${where}`),
  };
}

function toRevision(row: Selectable<Omit<Tables['revisions'], keyof Kept>>): Revision {
  return {
    collection: row.collection,
    number: row.number,
    publishedBy: row.published_by,
    publishedAt: new Date(row.published_at),
    report: parseStored(row.report, `the report of row ${row.collection} ${row.number} in table revisions`),
    isKept: row.let_go === 0,
  };
}

/** What is kept with a revision besides its documents: the glossary as JSON, the known questions by their hash. */
type Kept = Pick<Tables['revisions'], 'glossary' | 'known_questions'>;

export async function keptWith(
  db: Kysely<Tables>,
  collection: CollectionName,
  number: number,
): Promise<Kept> {
  const row = await db
    .selectFrom('revisions')
    .select(['glossary', 'known_questions'])
    .where('collection', '=', collection)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ?? { glossary: null, known_questions: null };
}

/** The columns that place a document in a revision or a draft; they are copied as they are from one to the other. */
const placing = ['position', 'document_id', 'hash', 'original', 'passages', 'origin'] as const;

/** Copies the entries of a draft or of another revision into a revision that is empty. */
export async function copyEntries(
  trx: Transaction<Tables>,
  { collection, revision }: LiveRevision,
  entries: SelectQueryBuilder<Tables, 'draft_documents' | 'revision_documents', object>,
): Promise<void> {
  await trx
    .insertInto('revision_documents')
    .columns(['collection', 'revision', ...placing])
    .expression(
      entries.select((row) => [
        row.cast<string>(row.val(collection), 'text').as('collection'),
        row.cast<number>(row.val(revision), 'integer').as('revision'),
        ...placing,
      ]),
    )
    .execute();
}

interface NextRevision extends Kept {
  readonly collection: CollectionName;
  readonly by: string;
  readonly at: string;
  readonly report: Json;
}

/**
 * Adds an empty revision after the live one, makes it live and notes it in the history. The caller holds the
 * collection's lock and adds the entries.
 */
export async function nextRevision(trx: Transaction<Tables>, next: NextRevision): Promise<number> {
  const { collection, by, at, report, glossary, known_questions } = next;
  const { revision } = await trx
    .updateTable('collections')
    .set((row) => ({ revision: row('revision', '+', 1) }))
    .where('name', '=', collection)
    .returning('revision')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('revisions')
    .values({
      collection,
      number: revision,
      published_by: by,
      published_at: at,
      report: JSON.stringify(report),
      glossary,
      known_questions,
    })
    .execute();
  await writeAudit(trx, at, { collection, actor: by, action: 'publish', detail: { revision } });
  return revision;
}
