import { setImmediate as nextRound } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildSnapshot, extendSnapshot } from '../../src/index/snapshot.js';
import { type Live, openLive } from '../../src/library/live.js';
import type { ExtendSnapshot } from '../../src/library/serving.js';
import { createTurns } from '../../src/library/turns.js';
import { openStore } from '../../src/store/open.js';
import type { CollectionName, Store } from '../../src/store/store.js';
import { type FreshDatabase, freshSqlite } from '../support/databases.js';
import { note } from '../support/notes.js';

// How much servers have in memory, on documents that claim to be large.

let database: FreshDatabase;
let store: Store;

beforeEach(async () => {
  database = await freshSqlite();
  store = await openStore(database.url);
});

afterEach(async () => {
  await store.close();
  await database.drop();
});

async function publish(collection: CollectionName, passages: number, base = 0): Promise<void> {
  const [key] = await store.putDocuments([note('a', `Of ${collection}, ${base}.`)]);
  const entry = { id: 'a', hash: '', original: null, ...key, passages, origin: { kind: 'folder' } };
  const draft = { collection, base, author: 'mod', preview: {}, glossary: null, knownQuestions: null };
  await store.publish((await store.saveDraft(draft, [entry])).id, 'mod', {});
}

/** Opens what is answered from, and counts what is built for servers: at a time, and in all. */
async function openCounted(): Promise<{ live: Live; counted: { atOnce: number; inAll: number } }> {
  const counted = { atOnce: 0, inAll: 0 };
  let now = 0;
  const extend: ExtendSnapshot = async (...asked) => {
    now += 1;
    counted.inAll += 1;
    counted.atOnce = Math.max(counted.atOnce, now);
    for (let round = 0; round < 5; round += 1) await nextRound();
    now -= 1;
    return extendSnapshot(...asked);
  };
  const live = await openLive({
    store,
    build: (name, { documents, glossary }) => buildSnapshot(name, documents, glossary),
    extend,
    turns: createTurns(),
  });
  return { live, counted };
}

function serversOf(count: number): CollectionName[] {
  return Array.from({ length: count }, (_, number): CollectionName => `guild:${number}`);
}

test('large servers that are all asked at once are built a few at a time, and all of them are answered', async () => {
  await publish('shared', 1);
  const servers = serversOf(12);
  for (const server of servers) await publish(server, 4_999);
  const { live, counted } = await openCounted();
  const ready: CollectionName[] = [];
  await Promise.all(servers.map(async (server) => ready.push((await live.of(server)).content.collection)));
  expect(new Set(ready)).toEqual(new Set(servers));
  // Two of 5,000 passages at a time.
  expect(counted).toMatchObject({ atOnce: 2, inAll: 12 });
  // Eight are kept, as there is no room for a ninth: asking those that came last again builds nothing.
  for (const server of ready.slice(-8)) await live.of(server);
  expect(counted.inAll).toBe(12);
  for (const server of servers) await live.of(server);
  expect(counted.inAll).toBeGreaterThan(12);
});

test('of two hundred servers with fifty passages each none is built twice', async () => {
  await publish('shared', 10_000);
  const servers = serversOf(200);
  for (const server of servers) await publish(server, 50);
  const { live, counted } = await openCounted();
  for (let round = 0; round < 2; round += 1) for (const server of servers) await live.of(server);
  expect(counted.inAll).toBe(200);
});

test('when the shared documents change, a server is built anew when it is asked, once, and never before', async () => {
  await publish('shared', 1);
  const servers = serversOf(4);
  for (const server of servers) await publish(server, 50);
  const { live, counted } = await openCounted();
  for (const server of servers) await live.of(server);
  await publish('shared', 1, 1);
  expect(await live.follow('shared')).toBe(2);
  expect(counted.inAll).toBe(4);
  for (let round = 0; round < 2; round += 1)
    for (const server of servers.slice(1))
      expect((await live.of(server)).snapshot.name).toEqual({ shared: 2, guild: 1 });
  expect(counted.inAll).toBe(7);
});
