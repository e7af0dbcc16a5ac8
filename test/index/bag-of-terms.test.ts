import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bagScorer } from '../../src/index/ranking/bag-of-terms.js';
import { termWeight } from '../../src/index/ranking/bm25.js';

// Numbers whose last ten bits are the same are other terms.
const term = fc.constantFrom(0, 1, 7, 1023, 1024, 1025, 2048, 2055);
const text = fc.array(term, { maxLength: 12 });
const weights = fc.array(fc.tuple(term, fc.constantFrom(0.5, 1, 3)), { maxLength: 5 });

test('texts are scored one after the other as each is by itself, term by term', () => {
  fc.assert(
    fc.property(weights, fc.array(text, { maxLength: 4 }), (entries, texts) => {
      const bag = new Map(entries);
      const scoreOf = bagScorer(bag);
      for (const terms of texts) {
        const expected = [...new Set(terms)].reduce<number>((score, one) => {
          const count = terms.filter((other) => other === one).length;
          return score + (bag.get(one) ?? 0) * termWeight(count, terms.length, 5);
        }, 0);
        expect(scoreOf(Uint32Array.from(terms), terms.length, 5)).toBe(expected);
      }
    }),
  );
});
