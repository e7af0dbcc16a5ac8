import { basename, dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import Database from 'libsql';
import { codeOf } from '../documents/errors.js';
import type { Backend } from './backend.js';
import { DatabaseFault, type FaultReason } from './database-fault.js';
import { fileOf } from './database-url.js';
import { every } from './every.js';
import { makeFolder } from './make-folder.js';
import { keepFolderPrivate, keepPrivate, makePrivateFile, PRIVATE_FOLDER } from './private-files.js';
import { ImmediateDialect } from './sqlite-dialect.js';
import { fileIdentity, tracesBeside } from './sqlite-files.js';
import type { Tables } from './tables.js';

/** While the driver waits for a lock the event loop stands still: {@link createSession} waits instead. */
const BLOCKING_WAIT_MS = 0;
/** `PRAGMA data_version` costs 20 µs, and a publish in another process is to be noticed within two seconds. */
const POLL_MS = 1_000;
/** At the start there is nothing to hold up yet, and several processes may be starting at once. */
const OPENING_WAIT_MS = 5_000;

/** Opens the file of a `file:` URL, and makes it and its folder where they are missing. */
export async function openSqlite(url: string): Promise<Backend> {
  const file = fileOf(url) ?? url;
  const traces = await tracesBeside(file);
  const database = await openDatabase(file);
  const isSameFile = fileIdentity(file);
  const fault = () => (isSameFile() ? undefined : new DatabaseFault('replaced'));
  const db = new Kysely<Tables>({ dialect: new ImmediateDialect(database, fault) });
  return {
    db,
    unhurried: db,
    snapshot: (work) => db.connection().execute((connection) => snapshot(connection, work)),
    fault,
    traces,
    reasonOf,
    async checkpoint() {
      // As much as nobody reads at the moment: who copies the file gets all but what is written right now.
      await sql`pragma wal_checkpoint(passive)`.execute(db);
    },
    keyFile: `${file}.key`,
    types: { bytes: 'blob', counter: 'integer primary key autoincrement' },
    async hasTable(on, name) {
      const { rows } = await sql`select 1 from sqlite_master where type = 'table' and name = ${name}`.execute(
        on,
      );
      return rows.length > 0;
    },
    // Every transaction here is immediate, so it holds the only write lock already.
    lockMigrations: async () => {},
    isContention: (error) => reasonOf(error) === 'locked',
    announce: async () => {},
    // With `secure_delete` the pages are overwritten already; this empties the write-ahead log of them.
    scrub: () => emptyLog(db),
    listen(look) {
      // Unknown at first, so that the first look finds what was published before.
      let seen: number | undefined;
      return every(POLL_MS, async () => {
        const version = await dataVersion(db);
        if (version === seen) return;
        await look();
        seen = version;
      });
    },
    close: () => db.destroy(),
  };
}

async function openDatabase(file: string): Promise<Database.Database> {
  await makeFolder(dirname(file), PRIVATE_FOLDER);
  // SQLite gives the files that it makes beside a database the mode of the database.
  await makePrivateFile(file);
  const database = new Database(file, { timeout: OPENING_WAIT_MS });
  database.pragma('journal_mode = WAL');
  // A publish that was answered must survive a power cut, not only the end of the process.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('secure_delete = ON');
  database.pragma(`busy_timeout = ${BLOCKING_WAIT_MS}`);
  // Once it has turned out to be a database: files that an older release made could be read by every user.
  for (const name of ['', '-wal', '-shm']) await keepPrivate(`${file}${name}`);
  await keepFolderPrivate(dirname(file), basename(file));
  return database;
}

/** Not a transaction of the dialect's, which takes the lock for writing. */
async function snapshot<T>(db: Kysely<Tables>, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  await sql`begin`.execute(db);
  try {
    return await work(db);
  } finally {
    await sql`rollback`.execute(db);
  }
}

/** So long it is tried to empty the log, while others read what stands in it. */
const SCRUBBING_MS = 5_000;

async function emptyLog(db: Kysely<Tables>): Promise<void> {
  const end = performance.now() + SCRUBBING_MS;
  do {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
    if (rows[0]?.busy === 0) return;
    await delay(20);
  } while (performance.now() < end);
}

/** What SQLite says with a code, or with one that begins so. */
const REASONS: readonly (readonly [code: string, reason: FaultReason])[] = [
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'away'],
  ['SQLITE_IOERR', 'away'],
];

function reasonOf(error: unknown): FaultReason | undefined {
  if (error instanceof DatabaseFault) return error.reason;
  const code = error instanceof Database.SqliteError ? codeOf(error) : '';
  return REASONS.find(([beginning]) => code.startsWith(beginning))?.[1];
}

/** Changes when another connection has committed; what this one commits does not count. */
async function dataVersion(db: Kysely<Tables>): Promise<number | undefined> {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db);
  return rows[0]?.data_version;
}
