import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GrowableUint32Array } from '../../src/index/growable-uint32-array.js';

test('holds what was pushed, in order, through every enlargement', () => {
  const steps = fc.array(fc.nat({ max: 2 ** 32 - 2 }), { maxLength: 5_000, size: 'max' });
  fc.assert(
    fc.property(steps, (pushed) => {
      const numbers = new GrowableUint32Array(7);
      for (const number of pushed) numbers.push(number);
      expect(numbers.length).toBe(pushed.length + 1);
      expect(Array.from(numbers.values())).toEqual([7, ...pushed]);
      numbers.increment(0);
      expect(numbers.values()[0]).toBe(8);
    }),
    { numRuns: 30 },
  );
});
