import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextMoves } from '../../../src/discord/shards/shares.js';

// Processes that each decide for themselves, one turn after the other, in any order.

interface World {
  readonly count: number;
  readonly processes: Set<string>;
  readonly owners: Map<number, string>;
  readonly connected: Set<number>;
}

/** One turn of a process, then, where `connects`, its shards are connected. Gives how many shards it took or gave up. */
function turn(world: World, self: string, connects: boolean): number {
  const { count, processes, owners, connected } = world;
  const isOwn = (shard: number) => owners.get(shard) === self;
  const { free, room, giveUp } = nextMoves({
    count,
    owners,
    processes,
    self,
    connected: new Set([...connected].filter(isOwn)),
    isConnecting: [...owners.keys()].some((shard) => !isOwn(shard) && !connected.has(shard)),
  });
  for (const shard of giveUp) {
    expect(owners.get(shard)).toBe(self);
    owners.delete(shard);
    connected.delete(shard);
  }
  for (const shard of free.slice(0, room)) {
    expect(owners.has(shard)).toBe(false);
    owners.set(shard, self);
  }
  if (connects) for (const shard of owners.keys()) if (isOwn(shard)) connected.add(shard);
  return giveUp.length + Math.min(room, free.length);
}

function newWorld(count: number, processes: readonly string[]): World {
  return { count, processes: new Set(processes), owners: new Map(), connected: new Set() };
}

/** Lets all take turns until nobody moves a shard any more; gives how many were moved. */
function settle(world: World): number {
  let moved = 0;
  for (let round = 0; round <= 3 * world.count + 3; round++) {
    let movedNow = 0;
    const dark = world.count - world.connected.size;
    for (const self of world.processes) movedNow += turn(world, self, true);
    if (movedNow === 0 && dark === world.count - world.connected.size) return moved;
    moved += movedNow;
  }
  return expect.fail('they never settle');
}

function die(world: World, process: string): void {
  world.processes.delete(process);
  for (const [shard, owner] of world.owners) {
    if (owner !== process) continue;
    world.owners.delete(shard);
    world.connected.delete(shard);
  }
}

function expectFair({ count, processes, owners }: World): void {
  const had = [...processes].map((process) => [...owners.values()].filter((one) => one === process).length);
  expect(owners.size).toBe(count);
  expect(Math.max(...had) - Math.min(...had)).toBeLessThanOrEqual(1);
}

const counts = fc.integer({ min: 1, max: 40 });
const someProcesses = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 6,
});

describe('shares of shards', () => {
  test('one process has all shards', () => {
    const world = newWorld(3, ['a']);
    turn(world, 'a', true);
    expect([...world.owners]).toEqual([0, 1, 2].map((shard) => [shard, 'a']));
  });

  test('whatever happened before, in the end all shards are had, and none has two more than another', () => {
    const happening = fc.record({
      kind: fc.constantFrom('turn', 'turn', 'turn', 'join', 'die'),
      who: fc.nat(),
      connects: fc.boolean(),
    });
    fc.assert(
      fc.property(
        counts,
        someProcesses,
        fc.array(happening, { maxLength: 60 }),
        (count, names, happenings) => {
          const world = newWorld(count, names);
          for (const [place, { kind, who, connects }] of happenings.entries()) {
            const one = [...world.processes][who % world.processes.size] ?? '';
            if (kind === 'turn') turn(world, one, connects);
            else if (kind === 'join') world.processes.add(`joined ${place}`);
            else if (world.processes.size > 1) die(world, one);
          }
          settle(world);
          expectFair(world);
        },
      ),
    );
  });

  test('where a process joins, as few shards move as can be, and one at a time is dark', () => {
    fc.assert(
      fc.property(
        counts,
        someProcesses,
        fc.array(fc.tuple(fc.nat(), fc.boolean())),
        (count, names, turns) => {
          const world = newWorld(count, names);
          settle(world);
          world.processes.add('new one');
          let movedInTurns = 0;
          for (const [who, connects] of turns) {
            const one = [...world.processes][who % world.processes.size] ?? '';
            movedInTurns += turn(world, one, connects);
            expect(count - world.connected.size).toBeLessThanOrEqual(1);
          }
          const moved = movedInTurns + settle(world);
          expectFair(world);
          // Each is given up and taken.
          expect(moved).toBe(2 * Math.floor(count / world.processes.size));
        },
      ),
    );
  });

  test('where a process dies, the others take its shards and move none of their own', () => {
    fc.assert(
      fc.property(counts, someProcesses, (count, names) => {
        fc.pre(names.length > 1);
        const world = newWorld(count, names);
        settle(world);
        const before = new Map(world.owners);
        die(world, names[0] ?? '');
        settle(world);
        expectFair(world);
        for (const [shard, owner] of before)
          if (owner !== names[0]) expect(world.owners.get(shard)).toBe(owner);
      }),
    );
  });

  test('more processes than shards: some stand by, and one of them takes over', () => {
    const world = newWorld(2, ['a', 'b', 'c']);
    settle(world);
    expect([...world.owners.values()].sort()).toEqual(['a', 'b']);
    die(world, 'a');
    turn(world, 'c', true);
    expect([...world.owners.values()].sort()).toEqual(['b', 'c']);
  });

  test('shards that are not connected yet are given up at once: they are dark anyway', () => {
    const owners = new Map([0, 1, 2, 3].map((shard) => [shard, 'a']));
    const view = { count: 4, owners, processes: new Set(['a', 'b']), self: 'a', isConnecting: true };
    expect(nextMoves({ ...view, connected: new Set([0]) }).giveUp).toEqual([2, 3]);
    expect(nextMoves({ ...view, connected: new Set([0, 1, 2, 3]) }).giveUp).toEqual([]);
    const quiet = { ...view, connected: new Set([0, 1, 2, 3]), isConnecting: false };
    expect(nextMoves(quiet).giveUp).toEqual([3]);
  });
});
