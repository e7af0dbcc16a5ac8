import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import type { Backend } from '../../src/store/backend.js';
import { openPostgres } from '../../src/store/postgres.js';
import { openSqlite } from '../../src/store/sqlite.js';

/** An empty database of its own for one test. */
export interface FreshDatabase {
  readonly url: string;
  /** One statement of SQL, outside any store. */
  run(statement: string): Promise<void>;
  /** What one statement of SQL gives. */
  rows(statement: string): Promise<readonly unknown[]>;
  drop(): Promise<void>;
}

/** A kind of database that the store runs on; without `fresh` there is none to test with here. */
export interface DatabaseKind {
  readonly name: string;
  readonly fresh?: () => Promise<FreshDatabase>;
  /** Opens a database without bringing its schema up to date. */
  readonly open: (url: string) => Backend | Promise<Backend>;
}

/** PostgreSQL is a real server or none: `TEST_DATABASE_URL` names one where schemas may be made and dropped. */
const server = process.env.TEST_DATABASE_URL;

export const databaseKinds: readonly DatabaseKind[] = [
  { name: 'SQLite', fresh: freshSqlite, open: openSqlite },
  server
    ? { name: 'PostgreSQL', fresh: () => freshPostgres(server), open: openPostgres }
    : { name: 'PostgreSQL (skipped: TEST_DATABASE_URL is not set)', open: openPostgres },
];

export async function freshSqlite(): Promise<FreshDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'store-'));
  const url = `file:${join(folder, 'data', 'bot.db')}`;
  return {
    url,
    run: async (statement) => void (await onFile(url, statement)),
    rows: (statement) => onFile(url, statement),
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function onFile(url: string, statement: string): Promise<readonly unknown[]> {
  const { db, close } = await openSqlite(url);
  const { rows } = await sql.raw(statement).execute(db).finally(close);
  return rows;
}

async function freshPostgres(serverUrl: string): Promise<FreshDatabase> {
  // A schema takes a tenth of the time of a database. Its connections can be told by their name.
  const name = `store_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, `CREATE SCHEMA ${name}`);
  const url = new URL(serverUrl);
  url.searchParams.set('options', `-c search_path=${name}`);
  url.searchParams.set('application_name', name);
  return {
    url: url.href,
    run: async (statement) => void (await onServer(url.href, statement)),
    rows: (statement) => onServer(url.href, statement),
    drop: async () => void (await onServer(serverUrl, `DROP SCHEMA ${name} CASCADE`)),
  };
}

/** One statement on a PostgreSQL database, outside any store. */
export async function onServer(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
