import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PassageTermsBuilder } from '../../src/index/collected-terms.js';
import { PARAMETERS } from '../../src/index/parameters.js';
import { buildPassageIndex } from '../../src/index/passage-index.js';
import { passageTermsOf } from '../../src/index/passage-terms.js';
import { contenders } from '../../src/index/ranking/contenders.js';
import type { WeightedTerm } from '../../src/index/term-index.js';

const word = fc.constantFrom('ash', 'bay', 'cod', 'dam', 'elm', 'fog');
const words = (maxLength: number) => fc.array(word, { maxLength });
const passages = fc.array(
  fc.record({ heading: words(3), sentences: fc.array(words(6), { minLength: 1, maxLength: 3 }) }),
  { minLength: 1, maxLength: 20 },
);
const query: fc.Arbitrary<WeightedTerm[]> = fc.uniqueArray(
  fc.record({ term: fc.oneof(word, fc.constant('zinc')), weight: fc.constantFrom(0.1, 0.4, 1) }),
  { minLength: 1, maxLength: 4, selector: ({ term }) => term },
);

it('leaves out no passage that is among the best', async () => {
  await fc.assert(
    fc.asyncProperty(passages, query, fc.integer({ min: 1, max: 5 }), async (all, terms, limit) => {
      const builder = new PassageTermsBuilder();
      for (const passage of all) builder.add(passage);
      const passageTerms = await passageTermsOf(builder.collected());
      const built = await buildPassageIndex(passageTerms, async () => {});
      const some = built.search(terms, limit, contenders(passageTerms, terms, limit));
      expect(some).toEqual(built.search(terms, limit));
    }),
    { numRuns: 200 },
  );
});

it('leaves out passages with a common word alone where enough have more', async () => {
  const builder = new PassageTermsBuilder();
  const add = (...words: string[]) => builder.add({ heading: [], sentences: [words] });
  for (let i = 0; i < 5; i++) add('ash', 'bay', 'cod');
  for (let i = 0; i < 50; i++) add('ash', 'elm', 'fog');
  const terms = ['ash', 'bay', 'cod'].map((term) => ({ term, weight: 1 }));
  const isContender = contenders(await passageTermsOf(builder.collected()), terms, 5);
  expect(Array.from({ length: 55 }, (_, passage) => passage).filter(isContender)).toEqual([0, 1, 2, 3, 4]);
});

it('scores a bounded number of passages where all say the same, and finds the first of them', async () => {
  const builder = new PassageTermsBuilder();
  const same = { heading: ['fog'], sentences: [['ash', 'bay', 'cod']] };
  for (let i = 0; i < 3_000; i++) builder.add(same);
  const terms = ['ash', 'bay', 'fog'].map((term) => ({ term, weight: 1 }));
  const passageTerms = await passageTermsOf(builder.collected());
  const isContender = contenders(passageTerms, terms, 50);
  const scored = Array.from({ length: 3_000 }, (_, passage) => passage).filter(isContender);
  expect(scored).toHaveLength(PARAMETERS.passages.contenders);
  const built = await buildPassageIndex(passageTerms, async () => {});
  expect(built.search(terms, 50, isContender)).toEqual(built.search(terms, 50));
});
