import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistanceFrom } from '../src/index/repair.js';

/** Optimal string alignment by its definition: what it costs to align the ends of both words. */
function slowDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const last = a.at(-1) === b.at(-1) ? 0 : 1;
  const ways = [
    slowDistance(a.slice(0, -1), b) + 1,
    slowDistance(a, b.slice(0, -1)) + 1,
    slowDistance(a.slice(0, -1), b.slice(0, -1)) + last,
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
    ways.push(slowDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...ways);
}

test('edits are counted as by the definition, up to the most that are asked for, word after word', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
  fc.assert(
    fc.property(
      words,
      fc.array(words, { maxLength: 4 }),
      fc.integer({ min: 1, max: 3 }),
      (word, others, most) => {
        const distanceTo = editDistanceFrom(word, most);
        for (const other of others)
          expect(distanceTo(other)).toBe(Math.min(slowDistance(word, other), most + 1));
      },
    ),
    { numRuns: 500 },
  );
});
