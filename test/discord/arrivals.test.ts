import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createArrivals } from '../../src/discord/arrivals.js';

/** Interactions that arrive `[when, after how long]`, by clocks that differ by `skew`. */
function arrive(skew: number, ...arrivals: (readonly [at: number, took: number])[]): string[] {
  let now = 0;
  const judge = createArrivals(() => now);
  return arrivals.map(([at, took], number) => {
    now = at;
    return judge(`${number}`, at - took + skew);
  });
}

test('what is delivered again is known again, until much else has come', () => {
  const judge = createArrivals(() => 0);
  expect([judge('a', 0), judge('a', 0), judge('b', 0), judge('a', 0)]).toEqual([
    'new',
    'again',
    'new',
    'again',
  ]);
  for (let number = 0; number < 10_000; number++) judge(`${number}`, 0);
  expect(judge('a', 0)).toBe('new');
});

test('what took longer than Discord waits is late, however much the clocks differ', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (skew) => {
      const judged = arrive(skew, [0, 50], [1_000, 2_000], [2_000, 2_600], [3_000, 90]);
      expect(judged).toEqual(['new', 'new', 'late', 'new']);
    }),
  );
});

test('clocks that run apart by a little make nothing late, for however long', () => {
  const aDay = Array.from({ length: 24 * 60 }, (_, minute) => [minute * 60_000, 50 + minute * 30] as const);
  expect(new Set(arrive(0, ...aDay))).toEqual(new Set(['new']));
});

test('where a clock is set, what comes is late for two minutes at most', () => {
  const minutes = (from: number, to: number, took: number) =>
    Array.from({ length: 6 * (to - from) }, (_, at) => [from * 60_000 + at * 10_000, took] as const);
  const judged = arrive(0, ...minutes(0, 2, 50), ...minutes(2, 6, 5_050));
  expect(judged.slice(6 * 2, 6 * 2 + 1)).toEqual(['late']);
  expect(new Set(judged.slice(6 * 4 + 1))).toEqual(new Set(['new']));
});
