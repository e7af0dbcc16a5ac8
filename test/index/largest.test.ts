import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largest } from '../../src/index/ranking/largest.js';

test('the last of so many largest scores is found as by sorting them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.nat(9)), (count, scores) => {
      const sorted = scores.toSorted((a, b) => b - a);
      expect(largest(count, scores.keys(), (place) => scores[place] ?? 0)).toBe(sorted[count - 1] ?? 0);
    }),
  );
});
