import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { type Claims, countInUse, createClaims, LEASE_MS } from '../../../src/discord/shards/claims.js';
import type { Leases } from '../../../src/library/library.js';
import { StoreBench } from '../../support/conformance/bench.js';
import { databaseKinds, type FreshDatabase } from '../../support/databases.js';

const log = pino({ level: 'silent' });

/** A process that claims shards, with connections that are ready when the test says so. */
interface Process extends Claims {
  readonly open: Map<number, { connected(): void; failed(): void }>;
  /** Looks, and connects at once to what it has claimed. */
  lookAndConnect(): Promise<void>;
}

function shardProcess(leases: Leases, self: string, count = 4): Process {
  const open: Process['open'] = new Map();
  const claims = createClaims({
    leases,
    count,
    self,
    log,
    connect(shard) {
      let abort = () => {};
      const ready = new Promise<void>((connected, reject) => {
        open.set(shard, { connected, failed: () => reject(new Error('refused')) });
        abort = () => reject(new DOMException('closed', 'AbortError'));
      });
      return {
        ready,
        async close() {
          open.delete(shard);
          abort();
        },
      };
    },
  });
  return {
    ...claims,
    open,
    async lookAndConnect() {
      await claims.look();
      for (const { connected } of open.values()) connected();
      await claims.connected();
    },
  };
}

const shardsOf = (...processes: readonly Process[]) => processes.map(({ open }) => [...open.keys()].sort());

function claiming(fresh: () => Promise<FreshDatabase>): void {
  const bench = new StoreBench(fresh);
  const begin = async (self: string, count?: number) => shardProcess(await bench.open(), self, count);

  test('the first process takes all shards; of the next one gets its share, one shard at a time', async () => {
    const [a, b] = [await begin('a'), await begin('b')];
    await a.lookAndConnect();
    expect(shardsOf(a)).toEqual([[0, 1, 2, 3]]);
    await b.look();
    await a.look();
    await b.look();
    expect(shardsOf(a, b)).toEqual([[0, 1, 2], [3]]);
    // The next one only when that one is connected.
    await a.look();
    expect(shardsOf(a, b)).toEqual([[0, 1, 2], [3]]);
    await b.lookAndConnect();
    await b.look();
    await a.look();
    await b.lookAndConnect();
    for (const one of [a, b, a, b]) await one.look();
    expect(shardsOf(a, b)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  test('who waits until all is connected does not wait for what is given up meanwhile', async () => {
    const [a, b] = [await begin('a'), await begin('b')];
    await a.look();
    const connected = a.connected();
    await b.look();
    await a.look();
    expect(shardsOf(a)).toEqual([[0, 1]]);
    for (const one of a.open.values()) one.connected();
    await connected;
  });

  test('what a process had that died is taken over when its leases have run out, and not before', async () => {
    const [a, b] = [await begin('a'), await begin('b')];
    await Promise.all([a.look(), b.look()]);
    for (let look = 0; look < 9; look++) for (const one of [a, b]) await one.lookAndConnect();
    expect(shardsOf(a, b).map(({ length }) => length)).toEqual([2, 2]);
    bench.pass(LEASE_MS - 1);
    await b.look();
    expect(shardsOf(b)[0]).toHaveLength(2);
    bench.pass(1);
    await b.look();
    expect(shardsOf(b)).toEqual([[0, 1, 2, 3]]);
  });

  test('a process that was away for too long disconnects from what others have by now', async () => {
    const [a, b] = [await begin('a'), await begin('b')];
    await a.lookAndConnect();
    bench.pass(LEASE_MS);
    await b.lookAndConnect();
    expect(shardsOf(a, b)).toEqual([
      [0, 1, 2, 3],
      [0, 1, 2, 3],
    ]);
    await a.look();
    expect(shardsOf(a, b)).toEqual([[], [0, 1, 2, 3]]);
    // What nobody took while it was away it still has.
    await b.lookAndConnect();
    bench.pass(LEASE_MS);
    await b.look();
    expect(shardsOf(b)).toEqual([[0, 1, 2, 3]]);
  });

  test('one that ends leaves its shards to the others at once', async () => {
    const [a, b] = [await begin('a'), await begin('b')];
    await a.lookAndConnect();
    await b.look();
    expect(shardsOf(a, b)).toEqual([[0, 1, 2, 3], []]);
    await a.close();
    expect(shardsOf(a)).toEqual([[]]);
    await b.look();
    expect(shardsOf(b)).toEqual([[0, 1, 2, 3]]);
    // It does not come back by a look that was due.
    await a.look();
    expect(await bench.store.leases('gateway:4:process')).toMatchObject([{ holder: 'b' }]);
  });

  test('where the database is away, what is connected stays so', async () => {
    const store = await bench.open();
    const a = shardProcess(store, 'a');
    await a.lookAndConnect();
    const closed = await bench.open();
    await closed.close();
    Object.assign(store, { renewLeases: closed.renewLeases });
    await expect(a.look()).rejects.toThrow();
    expect(shardsOf(a)).toEqual([[0, 1, 2, 3]]);
  });

  test('a shard that cannot be connected here is left to others', async () => {
    const [a, b] = [await begin('a'), await begin('b')];
    await a.look();
    for (const { failed } of [...a.open.values()]) failed();
    await expect(a.connected()).rejects.toThrow('refused');
    await expect.poll(() => shardsOf(a)).toEqual([[]]);
    await expect.poll(() => bench.store.leases('gateway:')).toEqual([]);
    await a.look();
    await b.look();
    expect(shardsOf(a, b)).toEqual([[], [0, 1, 2, 3]]);
  });

  test('processes that come later share as many shards as the first one', async () => {
    expect(await countInUse(bench.store)).toBeUndefined();
    await (await begin('a', 16)).look();
    expect(await countInUse(bench.store)).toBe(16);
  });
}

for (const { name, fresh } of databaseKinds)
  describe(`claims of shards on ${name}`, () => {
    if (fresh) claiming(fresh);
    else test.skip('claims of shards');
  });
