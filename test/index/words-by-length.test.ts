import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistanceFrom } from '../../src/index/query/spelling.js';
import { editsApart, letterSet } from '../../src/index/text/letter-set.js';
import { wordsByLength } from '../../src/index/text/words-by-length.js';

/** Of few letters, so that words are near each other; "a", "A" and "!" share a bit. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', '!', 'é', '晶'), maxLength: 9 });

test('whatever is near is among what may be, each once and in order, and nothing of other length or letters', () => {
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 60 }),
      fc.array(word, { maxLength: 3 }),
      fc.integer({ min: 0, max: 3 }),
      (words, typed, edits) => {
        const found = wordsByLength(words).mayBeNear(typed, edits);
        const isNear = (known: string) => typed.some((one) => editDistanceFrom(one, edits)(known) <= edits);
        const isLike = (known: string) =>
          typed.some(
            (one) =>
              Math.abs(one.length - known.length) <= edits &&
              editsApart(letterSet(one), letterSet(known)) <= edits,
          );
        const numbersOf = (is: (known: string) => boolean) =>
          words.flatMap((known, number) => (is(known) ? [number] : []));
        expect(found).toEqual(numbersOf(isLike));
        expect(found).toEqual(expect.arrayContaining(numbersOf(isNear)));
      },
    ),
  );
});

test('edits between sets of letters are half the bits in which they differ', () => {
  fc.assert(
    fc.property(fc.nat(0xffffffff), fc.nat(0xffffffff), (one, other) => {
      const different = [...((one ^ other) >>> 0).toString(2)].filter((bit) => bit === '1').length;
      expect(editsApart(one, other)).toBe(Math.ceil(different / 2));
    }),
  );
});
