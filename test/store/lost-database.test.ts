import { sql } from 'kysely';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.js';
import { createSession } from '../../src/store/session.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { databaseKinds, freshSqlite, onServer } from '../support/databases.js';
import { openNetwork } from '../support/network.js';

// What the database does not do any more is told to who asked for it, and the process goes on.

const postgres = databaseKinds.find(({ name }) => name === 'PostgreSQL')?.fresh;

test.skipIf(!postgres)('a connection that is cut with a query on it fails that query alone', async () => {
  const database = (await postgres?.()) ?? expect.fail('no database');
  const network = await openNetwork(new URL(database.url));
  const store = await openStore(network.url);
  const other = new pg.Client(database.url);
  await other.connect();
  await other.query('begin');
  await other.query('lock table guilds in access exclusive mode');
  const asked = store.settings('1').then(
    () => 'answered',
    (error: Error) => error.message,
  );
  const waiting = () =>
    onServer(
      database.url,
      `select pid from pg_stat_activity
       where application_name = current_setting('application_name') and wait_event_type = 'Lock'`,
    );
  await expect.poll(waiting).toHaveLength(1);
  network.cut();
  expect(await asked).toBe('Connection terminated unexpectedly');
  await other.end();
  expect(await store.settings('1')).toEqual({});
  await store.close();
  await network.close();
  await database.drop();
});

test.skipIf(!postgres)('what the network swallows is given up, and the connection with it', async () => {
  const database = (await postgres?.()) ?? expect.fail('no database');
  const network = await openNetwork(new URL(database.url));
  const store = await openStore(network.url);
  network.swallow();
  const outcomes = [store.settings('1'), store.recordQuestion('1', 'Who?', 'none')].map((asked) =>
    asked.then(
      () => 'answered',
      (error: Error) => error.message,
    ),
  );
  expect(await Promise.all(outcomes)).not.toContain('answered');
  // New connections get through; the ones from before never do.
  network.restore();
  expect(await store.settings('1')).toEqual({});
  await store.recordQuestion('1', 'Who?', 'none');
  expect(await store.questions('1', 1)).toMatchObject([{ unanswered: 1 }]);
  await store.close();
  await network.close();
  await database.drop();
});

describe('a disk that is full, on SQLite', () => {
  test('is the reason that is given, and writing goes on when there is room again', async () => {
    const database = await freshSqlite();
    const backend = await openSqlite(database.url);
    const { write } = createSession(backend, () => new Date());
    const pages = (most: number) => sql`pragma max_page_count = ${sql.lit(most)}`.execute(backend.db);
    const insert = () =>
      write(async (trx) => {
        await sql`create table if not exists notes (text text)`.execute(trx);
        await sql`insert into notes values (${'x'.repeat(100_000)})`.execute(trx);
      });
    try {
      await pages(10);
      await expect(insert()).rejects.toMatchObject({ code: 'SQLITE_FULL' });
      await pages(1_000);
      await insert();
      expect(await database.rows('select length(text) as length from notes')).toEqual([{ length: 100_000 }]);
    } finally {
      await backend.close();
      await database.drop();
    }
  });
});
