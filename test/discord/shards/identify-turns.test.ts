import { describe, expect, test } from 'vitest';
import { createIdentifyTurns } from '../../../src/discord/shards/identify-turns.js';
import { StoreBench } from '../../support/conformance/bench.js';
import { databaseKinds, type FreshDatabase } from '../../support/databases.js';

const always = new AbortController().signal;

function takingTurns(fresh: () => Promise<FreshDatabase>): void {
  const bench = new StoreBench(fresh);
  const isFree = (bucket: number) => bench.store.takeLease(`identify:${bucket}`, 'somebody', 0);

  test('a shard of the same bucket may identify five seconds after Discord has taken the one before in', async () => {
    const turns = createIdentifyTurns(await bench.open(), 'a');
    await turns.wait(5, 4, always);
    bench.pass(14_999);
    expect(await isFree(1)).toBe(false);
    expect(await isFree(2)).toBe(true);
    await turns.identified(5);
    bench.pass(4_999);
    expect(await isFree(1)).toBe(false);
    bench.pass(1);
    expect(await isFree(1)).toBe(true);
  });

  test('a turn whose process died is over after a while', async () => {
    await createIdentifyTurns(await bench.open(), 'a').wait(0, 1, always);
    bench.pass(15_000);
    await createIdentifyTurns(await bench.open(), 'b').wait(1, 1, always);
    expect(await bench.store.leases('identify:')).toEqual([{ name: 'identify:0', holder: 'b:1' }]);
  });

  test('who is not to connect any more waits no longer', async () => {
    await createIdentifyTurns(await bench.open(), 'a').wait(0, 1, always);
    const giveUp = new AbortController();
    const waiting = createIdentifyTurns(await bench.open(), 'b').wait(1, 1, giveUp.signal);
    giveUp.abort();
    await expect(waiting).rejects.toThrow();
  });

  test('a database that is away keeps nobody from connecting', async () => {
    const store = await bench.open();
    await store.close();
    const turns = createIdentifyTurns(store, 'a');
    await turns.wait(0, 1, always);
    await turns.identified(0);
  });
}

for (const { name, fresh } of databaseKinds)
  describe(`turns to identify on ${name}`, () => {
    if (fresh) takingTurns(fresh);
    else test.skip('turns to identify');
  });
