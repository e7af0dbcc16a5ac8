import { copyFile, rename, rm, writeFile } from 'node:fs/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DatabaseEvent, openStore } from '../../src/store/open.js';
import { createSession } from '../../src/store/session.js';
import { openSqlite } from '../../src/store/sqlite.js';
import type { Store } from '../../src/store/store.js';
import { databaseKinds, type FreshDatabase, freshSqlite, onServer } from '../support/databases.js';
import { openNetwork } from '../support/network.js';
import { draftOf, note, textsOf } from '../support/notes.js';

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
  expect(await asked).toContain('Connection terminated unexpectedly');
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
      await expect(insert()).rejects.toMatchObject({ reason: 'full' });
      await pages(1_000);
      await insert();
      expect(await database.rows('select length(text) as length from notes')).toEqual([{ length: 100_000 }]);
    } finally {
      await backend.close();
      await database.drop();
    }
  });
});

describe('the file of an SQLite database', () => {
  const events: DatabaseEvent[] = [];
  let database: FreshDatabase;
  let store: Store;

  const open = async () => {
    store = await openStore(database.url, undefined, undefined, (event) => events.push(event));
    return store;
  };
  const file = () => database.url.slice('file:'.length);

  beforeEach(async () => {
    events.length = 0;
    database = await freshSqlite();
    const draft = await draftOf(await open(), 'shared', 0, [note('a', 'Alpha.')]);
    await store.publish(draft, 'host', {});
  });

  afterEach(async () => {
    await store.close();
    await database.drop();
  });

  test('is not published to where it was deleted, which is told; and is where it was put back', async () => {
    await rename(file(), `${file()}-away`);
    const draft = draftOf(store, 'shared', 1, [note('a', 'Beta.')]);
    await expect(draft).rejects.toMatchObject({ name: 'DatabaseFault', reason: 'replaced' });
    await writeFile(file(), 'another one');
    await expect(store.recordQuestion('1', 'Who?', 'none')).rejects.toMatchObject({ reason: 'replaced' });
    await expect.poll(() => events, { timeout: 5_000 }).toEqual([{ kind: 'replaced' }]);
    // What is there still can be read, so that members are answered.
    expect(await textsOf(store, 'shared', 1)).toEqual(['Alpha.']);
    await rename(`${file()}-away`, file());
    const kept = await draftOf(store, 'shared', 1, [note('a', 'Beta.')]);
    expect(await store.publish(kept, 'host', {})).toEqual({ kind: 'published', revision: 2 });
  });

  test('has by itself all that was published, so that a copy of it has', async () => {
    const copy = `${file()}-copy`;
    await copyFile(file(), copy);
    const other = await openStore(`file:${copy}`);
    expect(await textsOf(other, 'shared', 1)).toEqual(['Alpha.']);
    await other.close();
  });

  test('that is new beside what an earlier one left is told of', async () => {
    await store.close();
    expect(events).toEqual([]);
    for (const name of ['', '-wal', '-shm']) await rm(`${file()}${name}`, { force: true });
    await open();
    expect(events).toEqual([{ kind: 'new-beside-older', traces: [`${file()}.key`] }]);
  });
});

for (const { name, fresh } of databaseKinds) {
  test.skipIf(!fresh)(
    `a text that the disk has altered is never read, and whole when it is put again, on ${name}`,
    async () => {
      const database = (await fresh?.()) ?? expect.fail('no database');
      const events: DatabaseEvent[] = [];
      const store = await openStore(database.url, undefined, undefined, (event) => events.push(event));
      const notes = [note('a', 'Alpha.'), note('b', 'Beta.')];
      await store.publish(await draftOf(store, 'shared', 0, notes), 'host', {});
      const [entry = expect.fail('no entry')] = await store.entries('shared', 1);
      await database.run("update documents set document = replace(document, 'Alpha', 'Alqha')");
      await database.run(`update originals set bytes = 'x'`);
      for (let reading = 0; reading < 2; reading += 1)
        expect(await textsOf(store, 'shared', 1)).toEqual(['(withdrawn)', 'Beta.']);
      expect(await store.original(entry)).toBeUndefined();
      expect(events).toEqual([{ kind: 'altered', documents: [{ collection: 'shared', document: 'a' }] }]);
      await store.putDocuments(notes);
      expect(await textsOf(store, 'shared', 1)).toEqual(['Alpha.', 'Beta.']);
      expect(await store.original(entry)).toMatchObject({ path: 'a.md' });
      await store.close();
      await database.drop();
    },
  );
}
