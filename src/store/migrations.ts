import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import { sha256 } from '../documents/sha256.js';
import type { Backend } from './backend.js';
import type { Session } from './session.js';

// A migration is written for the schema of its day, not for the one in tables.ts.
// biome-ignore lint/suspicious/noExplicitAny: Kysely's type for "whatever tables there are".
type AnyTables = any;
type Migration = (trx: Transaction<AnyTables>, types: Backend['types']) => Promise<void>;

/**
 * The steps to today's schema; the version of a database is how many of them it has been through. A step that was
 * released is never edited: a change is a new step at the end.
 */
export const migrations: readonly Migration[] = [
  createTables,
  addGlossaries,
  addVerdicts,
  addKnownQuestions,
  addOriginals,
  boundGrowth,
  countBytes,
  addReports,
];

/** The database was written by a later release of the bot than this one. */
export class DatabaseTooNew extends Error {
  constructor(
    readonly found: number,
    readonly known: number,
  ) {
    super(`The database has schema version ${found}; this release knows ${known}`);
  }
}

/**
 * Brings a database to `version`, one transaction for each step, under a lock that holds across processes.
 * @throws {DatabaseTooNew} where a later release wrote it
 */
export async function migrate(session: Session, version = migrations.length): Promise<void> {
  while ((await step(session, version)) < version);
}

/** Takes one step, or none where the database is at that version already. Gives the version that it is at. */
function step({ backend, write }: Session, version: number): Promise<number> {
  return write(async (trx: Transaction<AnyTables>) => {
    await backend.lockMigrations(trx);
    const current = await schemaVersion(backend, trx);
    if (current > migrations.length) throw new DatabaseTooNew(current, migrations.length);
    if (current >= version) return current;
    await migrateWithin(trx, backend, current + 1);
    return current + 1;
  });
}

/** Brings a database to `version` in the transaction of who has the lock. */
export async function migrateWithin(
  trx: Transaction<AnyTables>,
  backend: Backend,
  version = migrations.length,
): Promise<void> {
  await sql`create table if not exists schema_version (version integer not null)`.execute(trx);
  const current = await schemaVersion(backend, trx);
  for (const migration of migrations.slice(current, version)) await migration(trx, backend.types);
  await trx.deleteFrom('schema_version').execute();
  await trx.insertInto('schema_version').values({ version }).execute();
}

/** The version that a database is at; 0 where nothing was ever kept in it. */
export async function schemaVersion(backend: Backend, db: Kysely<AnyTables>): Promise<number> {
  if (!(await backend.hasTable(db, 'schema_version'))) return 0;
  const row = await db.selectFrom('schema_version').select('version').executeTakeFirst();
  return row?.version ?? 0;
}

async function createTables(trx: Transaction<AnyTables>, types: Backend['types']): Promise<void> {
  for (const statement of firstSchema(types)) await statement.execute(trx);
}

function firstSchema(types: Backend['types']): RawBuilder<unknown>[] {
  const bytes = sql.raw(types.bytes);
  const counter = sql.raw(types.counter);
  const entry = sql.raw(`
    position integer not null,
    document_id text not null,
    hash text not null references documents (hash),
    passages integer not null,
    origin text not null`);
  return [
    sql`create table collections (name text primary key, revision integer not null)`,
    sql`create table documents (
      hash text primary key,
      text_hash text not null,
      document text,
      path text not null,
      original ${bytes},
      size integer not null,
      stored_at text not null)`,
    sql`create index documents_text on documents (text_hash)`,
    sql`create table revisions (
      collection text not null references collections (name) on delete cascade,
      number integer not null,
      published_by text not null,
      published_at text not null,
      report text not null,
      primary key (collection, number))`,
    sql`create table revision_documents (
      collection text not null,
      revision integer not null,
      ${entry},
      primary key (collection, revision, position),
      unique (collection, revision, document_id),
      foreign key (collection, revision) references revisions (collection, number) on delete cascade)`,
    sql`create index revision_documents_hash on revision_documents (hash)`,
    sql`create table drafts (
      id text primary key,
      collection text not null references collections (name) on delete cascade,
      base integer not null,
      author text not null,
      created_at text not null,
      preview text not null)`,
    sql`create table draft_documents (
      draft text not null references drafts (id) on delete cascade,
      ${entry},
      primary key (draft, position),
      unique (draft, document_id))`,
    sql`create index draft_documents_hash on draft_documents (hash)`,
    sql`create table withdrawals (
      text_hash text primary key,
      document_id text not null,
      why text not null,
      withdrawn_by text not null,
      withdrawn_at text not null)`,
    sql`create table questions (
      id text primary key,
      guild text not null,
      key text not null,
      text text not null,
      unanswered integer not null,
      first_at text not null,
      last_at text not null,
      dismissed integer not null,
      salt text not null,
      unique (guild, key))`,
    sql`create table thumbs (
      question text not null references questions (id) on delete cascade,
      voter text not null,
      up integer not null,
      primary key (question, voter))`,
    sql`create table guilds (id text primary key, settings text not null, left_at text)`,
    sql`create table audit (
      id ${counter},
      at text not null,
      collection text not null,
      actor text not null,
      action text not null,
      detail text not null)`,
    sql`create index audit_collection on audit (collection, id)`,
    sql`create table leases (name text primary key, holder text not null, until text not null)`,
  ];
}

/** Every process answers from a revision with the glossary that it was published with. */
async function addGlossaries(trx: Transaction<AnyTables>): Promise<void> {
  await sql`alter table revisions add column glossary text`.execute(trx);
  await sql`alter table drafts add column glossary text`.execute(trx);
}

/** Until then a question was answered or it was not, and only answers had thumbs. */
async function addVerdicts(trx: Transaction<AnyTables>): Promise<void> {
  await sql`alter table questions add column unsure integer not null default 0`.execute(trx);
  await sql`alter table thumbs add column verdict text not null default 'answered'`.execute(trx);
}

/** A table of their own, as most revisions have the known questions of the one before. */
async function addKnownQuestions(trx: Transaction<AnyTables>): Promise<void> {
  await sql`create table known_questions (
    hash text primary key,
    questions text not null,
    stored_at text not null)`.execute(trx);
  for (const table of ['revisions', 'drafts']) {
    await sql`alter table ${sql.table(table)}
      add column known_questions text references known_questions (hash)`.execute(trx);
  }
}

/**
 * Files by themselves, under what they hold: until then the first file of a document was given back for every later one
 * that read the same, also to another server.
 */
async function addOriginals(trx: Transaction<AnyTables>, types: Backend['types']): Promise<void> {
  await sql`create table originals (
    document text not null references documents (hash) on delete cascade,
    hash text not null,
    path text not null,
    size integer not null,
    stored_at text not null,
    bytes ${sql.raw(types.bytes)} not null,
    primary key (document, hash))`.execute(trx);
  const kept = trx.selectFrom('documents').where('original', 'is not', null);
  for (const { hash: document } of await kept.select('hash').execute()) {
    // One at a time: all together may be more than there is memory.
    const { path, original, stored_at } = await kept
      .select(['path', 'original', 'stored_at'])
      .where('hash', '=', document)
      .executeTakeFirstOrThrow();
    const file = { hash: sha256(original), path, size: original.length, stored_at, bytes: original };
    await trx
      .insertInto('originals')
      .values({ document, ...file })
      .execute();
    // The next one takes its place in the database, which would be twice as large in the end.
    await trx.updateTable('documents').set({ original: null }).where('hash', '=', document).execute();
  }
  for (const table of ['revision_documents', 'draft_documents']) {
    await sql`alter table ${sql.table(table)} add column original text`.execute(trx);
    await sql`update ${sql.table(table)} set original =
      (select originals.hash from originals where originals.document = ${sql.ref(`${table}.hash`)})`.execute(
      trx,
    );
  }
  for (const column of ['original', 'path'])
    await sql`alter table documents drop column ${sql.ref(column)}`.execute(trx);
}

/** What is kept has an end: of revisions, of questions; and what goes is found without reading what stays. */
async function boundGrowth(trx: Transaction<AnyTables>): Promise<void> {
  await sql`alter table revisions add column let_go integer not null default 0`.execute(trx);
  await sql`alter table known_questions add column size integer not null default 0`.execute(trx);
  await sql`update known_questions set size = length(questions)`.execute(trx);
  for (const index of [
    'documents_size on documents (hash, size)',
    'documents_stored on documents (stored_at, hash, size)',
    'known_questions_stored on known_questions (stored_at, hash)',
    'originals_stored on originals (stored_at)',
    'revisions_known_questions on revisions (known_questions)',
    'questions_age on questions (guild, last_at, id)',
    'questions_last on questions (last_at)',
  ])
    await sql.raw(`create index ${index}`).execute(trx);
  await sql`delete from questions where id in (
    select id from (
      select id, row_number() over (partition by guild order by last_at desc, id) as place from questions
    ) as ranked where place > 5000)`.execute(trx);
}

/** Sizes that were characters: of Chinese a third of the bytes, which is what storage is limited by. */
async function countBytes(trx: Transaction<AnyTables>): Promise<void> {
  await sql`update documents set size = octet_length(document)
    where document is not null and size <> octet_length(document)`.execute(trx);
  await sql`update known_questions set size = octet_length(questions)
    where size <> octet_length(questions)`.execute(trx);
}

/** What members say is wrong with an answer. */
async function addReports(trx: Transaction<AnyTables>): Promise<void> {
  await sql`create table reports (
    id text primary key,
    guild text not null,
    at text not null,
    reason text not null,
    words text,
    question text not null,
    document_id text not null,
    title text not null,
    text_hash text not null,
    text_start integer not null,
    text_end integer not null,
    text text not null,
    shared_revision integer not null,
    guild_revision integer,
    reporter text not null,
    salt text not null)`.execute(trx);
  for (const index of [
    'reports_guild on reports (guild, at, id)',
    'reports_at on reports (at)',
    'reports_text on reports (text_hash)',
    'reports_document on reports (document_id)',
  ])
    await sql.raw(`create index ${index}`).execute(trx);
}
