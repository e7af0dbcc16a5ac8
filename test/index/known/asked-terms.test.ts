import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AskedTermsBuilder, findAsked } from '../../../src/index/known/asked-terms.js';
import { TermIndexBuilder } from '../../../src/index/term-index.js';

// Known questions are found as MiniSearch would find them.

const term = fc.constantFrom('ferry', 'board', 'fee', 'noon', 'island', 'ascend', 'chip', 'pact');
const searched = fc.uniqueArray(
  fc.record({ term: fc.oneof(term, fc.constant('nowhere')), weight: fc.constantFrom(1, 0.6, 0.35) }),
  { selector: ({ term }) => term, maxLength: 5 },
);

test('in the order of its scores', () => {
  const collection = fc.array(fc.uniqueArray(term, { maxLength: 6 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(collection, searched, fc.integer({ min: 1, max: 13 }), (questions, terms, limit) => {
      const asked = new AskedTermsBuilder();
      const index = new TermIndexBuilder(['asked']);
      for (const one of questions) {
        asked.add(one);
        index.add({ asked: one });
      }
      // Equal ones it has in the order of its roundings.
      const scores = new Map(
        index
          .build()
          .search(terms, { limit: questions.length })
          .map(({ id, score }) => [id, score]),
      );
      const found = findAsked(asked, terms, limit).map((id) => scores.get(id) ?? 0);
      const expected = [...scores.values()].sort((a, b) => b - a).slice(0, limit);
      expect(found).toHaveLength(expected.length);
      for (const [place, score] of expected.entries()) expect(found[place]).toBeCloseTo(score, 9);
    }),
  );
});

test('of equal ones in their own order', () => {
  const asked = new AskedTermsBuilder();
  for (const terms of [['fee', 'noon'], ['ferry'], ['fee', 'board'], ['fee', 'chip']]) asked.add(terms);
  expect(findAsked(asked, [{ term: 'fee', weight: 1 }], 2)).toEqual([0, 2]);
});
