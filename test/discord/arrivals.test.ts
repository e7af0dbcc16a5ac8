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
