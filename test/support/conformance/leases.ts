import { describe, expect, test } from 'vitest';
import type { StoreBench } from './bench.js';

/** What belongs to one process at a time. */
export function leases(bench: StoreBench): void {
  describe('leases', () => {
    test('one belongs to one holder until it runs out', async () => {
      const other = await bench.open();
      const taken = await Promise.all([
        bench.store.takeLease('schedule', 'p1', 1_000),
        other.takeLease('schedule', 'p2', 1_000),
      ]);
      expect(taken.filter(Boolean)).toHaveLength(1);
      const [holder, loser] = taken[0] ? ['p1', 'p2'] : ['p2', 'p1'];
      expect(await bench.store.takeLease('schedule', holder, 1_000)).toBe(true);
      expect(await bench.store.takeLease('schedule', loser, 1_000)).toBe(false);
      bench.pass(1_000);
      expect(await bench.store.takeLease('schedule', loser, 1_000)).toBe(true);
      expect(await bench.store.takeLease('schedule', holder, 1_000)).toBe(false);
    });

    test('are listed by how their names begin, while they have not run out', async () => {
      for (const [name, ms] of [
        ['shard:0', 1_000],
        ['shard:1', 2_000],
        ['shar', 9_000],
        ['SHARD:2', 9_000],
        ['sh_rd:3', 9_000],
      ] as const)
        await bench.store.takeLease(name, 'p1', ms);
      expect(await bench.store.leases('shard:')).toEqual([
        { name: 'shard:0', holder: 'p1' },
        { name: 'shard:1', holder: 'p1' },
      ]);
      bench.pass(1_000);
      expect(await bench.store.leases('shard:')).toEqual([{ name: 'shard:1', holder: 'p1' }]);
    });

    test('are all renewed at once, but those that somebody else has by now', async () => {
      await bench.store.takeLease('lost', 'p1', 1_000);
      await bench.store.takeLease('kept', 'p1', 2_000);
      await bench.store.takeLease('run out', 'p1', 1_000);
      bench.pass(1_000);
      await bench.store.takeLease('lost', 'p2', 1_000);
      expect((await bench.store.renewLeases('p1', 3_000)).sort()).toEqual(['kept', 'run out']);
      bench.pass(2_000);
      expect(await bench.store.leases('')).toEqual([
        { name: 'kept', holder: 'p1' },
        { name: 'run out', holder: 'p1' },
      ]);
    });

    test('can be taken at once when they were dropped, and only their holder drops them', async () => {
      await bench.store.takeLease('a', 'p1', 9_000);
      await bench.store.takeLease('b', 'p1', 9_000);
      await bench.store.dropLeases(['a', 'b'], 'p2');
      await bench.store.dropLeases([], 'p1');
      expect(await bench.store.takeLease('a', 'p2', 9_000)).toBe(false);
      await bench.store.dropLeases(['a'], 'p1');
      expect(await bench.store.takeLease('a', 'p2', 9_000)).toBe(true);
      expect(await bench.store.leases('')).toMatchObject([{ holder: 'p2' }, { holder: 'p1' }]);
    });

    test('that ran out a day ago are purged', async () => {
      await bench.store.takeLease('a', 'p1', 1_000);
      bench.pass(86_400_000);
      await bench.store.purge();
      expect(await bench.database.rows('select * from leases')).toHaveLength(1);
      bench.pass(1_000);
      await bench.store.purge();
      expect(await bench.database.rows('select * from leases')).toEqual([]);
    });
  });
}
