import fc from 'fast-check';
import { expect, test } from 'vitest';
import stemOf from 'wink-porter2-stemmer';
import { stem } from '../../src/index/text/stem.js';

const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
const suffix = fc.constantFrom(
  'ing',
  'ed',
  'edly',
  'ies',
  'ization',
  'ful',
  'ness',
  'ative',
  'ement',
  'ee',
  'ou',
);

test('the stem is that of the stemmer, of words with any ending', () => {
  const word = fc
    .array(fc.oneof({ weight: 3, arbitrary: letter }, suffix), { minLength: 3, maxLength: 9 })
    .map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(word, (some) => {
      expect(stem(some)).toBe(stemOf(some));
    }),
    { numRuns: 5_000 },
  );
});
