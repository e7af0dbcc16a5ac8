import { setImmediate as nextRound } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildSnapshot } from '../../src/index/snapshot.js';
import { type Live, openLive } from '../../src/library/live.js';
import type { BuildSnapshot } from '../../src/library/serving.js';
import { createTurns } from '../../src/library/turns.js';
import { openStore } from '../../src/store/open.js';
import type { CollectionName, Store } from '../../src/store/store.js';
import { type FreshDatabase, freshSqlite } from '../support/databases.js';
import { note } from '../support/notes.js';

// How much is in memory while snapshots are built, on documents that claim to be large.

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

async function publish(collection: CollectionName, passages: number): Promise<void> {
  const [key] = await store.putDocuments([note('a', `Of ${collection}.`)]);
  const entry = { id: 'a', hash: '', original: null, ...key, passages, origin: { kind: 'folder' } };
  const draft = { collection, base: 0, author: 'mod', preview: {}, glossary: null, knownQuestions: null };
  await store.publish((await store.saveDraft(draft, [entry])).id, 'mod', {});
}

/** Builds snapshots that claim to have so many passages, and counts how many are being built and were. */
function counting(passages: number): { build: BuildSnapshot; atOnce: number; inAll: number } {
  const counted = { build, atOnce: 0, inAll: 0 };
  let now = 0;
  async function build(...[name, { documents, glossary }]: Parameters<BuildSnapshot>) {
    if (name.guild === undefined) return buildSnapshot(name, documents, glossary);
    now += 1;
    counted.inAll += 1;
    counted.atOnce = Math.max(counted.atOnce, now);
    for (let round = 0; round < 5; round += 1) await nextRound();
    const snapshot = await buildSnapshot(name, documents, glossary);
    now -= 1;
    return { ...snapshot, passages: Array.from({ length: passages }) } as unknown as typeof snapshot;
  }
  return counted;
}

async function openCounted(passages: number): Promise<{ live: Live; counted: ReturnType<typeof counting> }> {
  const counted = counting(passages);
  const live = await openLive({ store, build: counted.build, turns: createTurns() });
  return { live, counted };
}

test('servers that are all asked at once are built a few at a time, and all of them are answered', async () => {
  await publish('shared', 1);
  const servers = Array.from({ length: 7 }, (_, number): CollectionName => `guild:${number}`);
  for (const server of servers) await publish(server, 12_000);
  const { live, counted } = await openCounted(12_000);
  const ready: CollectionName[] = [];
  await Promise.all(servers.map(async (server) => ready.push((await live.of(server)).content.collection)));
  expect(new Set(ready)).toEqual(new Set(servers));
  // Of 60,000 passages half are for building: two of 12,000 at a time.
  expect(counted).toMatchObject({ atOnce: 2, inAll: 7 });
  // Four are kept, as there is no room for a fifth: asking those that came last again builds nothing.
  for (const server of ready.slice(-4)) await live.of(server);
  expect(counted.inAll).toBe(7);
  for (const server of servers) await live.of(server);
  expect(counted.inAll).toBeGreaterThan(7);
});

test('when the shared documents change, what members are answered from stays until theirs has moved', async () => {
  await publish('shared', 1);
  const servers = Array.from({ length: 4 }, (_, number): CollectionName => `guild:${number}`);
  for (const server of servers) await publish(server, 12_000);
  const { live, counted } = await openCounted(12_000);
  await Promise.all(servers.map((server) => live.of(server)));
  const [key] = await store.putDocuments([note('a', 'Another.')]);
  const entry = { id: 'a', hash: '', original: null, ...key, passages: 1, origin: { kind: 'folder' } };
  const draft = { base: 1, author: 'mod', preview: {}, glossary: null, knownQuestions: null };
  const { id } = await store.saveDraft({ ...draft, collection: 'shared' }, [entry]);
  await store.publish(id, 'mod', {});
  counted.atOnce = 0;
  const following = live.follow('shared');
  for (const server of servers) expect((await live.of(server)).snapshot.name.shared).toBeLessThanOrEqual(2);
  expect(await following).toBe(2);
  // None had to be built twice, and they were built one by one.
  expect(counted).toMatchObject({ atOnce: 1, inAll: 8 });
  for (const server of servers) expect((await live.of(server)).snapshot.name.shared).toBe(2);
});
