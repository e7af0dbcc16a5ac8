import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnalyzedPassage, PassageTermsBuilder } from '../../src/index/collected-terms.js';
import { PARAMETERS } from '../../src/index/parameters.js';
import { buildPassageIndex } from '../../src/index/passage-index.js';
import { passageTermsOf } from '../../src/index/passage-terms.js';
import type { WeightedTerm } from '../../src/index/term-index.js';

const word = fc.constantFrom('ash', 'bay', 'cod', 'dam', 'elm', 'fog');
const words = (maxLength: number) => fc.array(word, { maxLength });
const passages = fc.array(
  fc.record({
    heading: words(3),
    sentences: fc.array(words(6), { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 12 },
);
const query: fc.Arbitrary<WeightedTerm[]> = fc.uniqueArray(
  fc.record({ term: fc.oneof(word, fc.constant('zinc')), weight: fc.constantFrom(0.1, 0.4, 1) }),
  { minLength: 1, maxLength: 4, selector: ({ term }) => term },
);

const { bm25, titleBoost } = PARAMETERS.words;

/** BM25+ by its definition, passage by passage, over both fields. */
function slowScores(all: readonly AnalyzedPassage[], terms: readonly WeightedTerm[]): number[] {
  const fields = [
    { boost: 1, texts: all.map(({ heading, sentences }) => [...heading, ...sentences.flat()]) },
    { boost: titleBoost, texts: all.map(({ heading }) => [...heading]) },
  ];
  return all.map((_, passage) => {
    let score = 0;
    for (const { boost, texts } of fields) {
      // MiniSearch takes the number of distinct terms for the length of a text.
      const lengths = texts.map((text) => new Set(text).size);
      const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
      for (const { term, weight } of terms) {
        const count = texts[passage]?.filter((one) => one === term).length ?? 0;
        if (count === 0) continue;
        const having = texts.filter((text) => text.includes(term)).length;
        const rarity = Math.log(1 + (all.length - having + 0.5) / (having + 0.5));
        const norm = bm25.k * (1 - bm25.b + (bm25.b * (lengths[passage] ?? 0)) / average);
        score += boost * weight * rarity * (bm25.d + (count * (bm25.k + 1)) / (count + norm));
      }
    }
    return score;
  });
}

describe('PassageIndex', () => {
  it('scores as BM25 by its definition, ranks by score and then by id, and finds just what matches', async () => {
    await fc.assert(
      fc.asyncProperty(passages, query, async (all, terms) => {
        const builder = new PassageTermsBuilder();
        for (const passage of all) builder.add(passage);
        const index = await buildPassageIndex(await passageTermsOf(builder.collected()), async () => {});
        const hits = index.search(terms, all.length);
        const expected = slowScores(all, terms);
        expect(hits.map(({ passage }) => passage).sort((a, b) => a - b)).toEqual(
          expected.flatMap((score, passage) => (score > 0 ? [passage] : [])),
        );
        for (const { passage, score } of hits) expect(score).toBeCloseTo(expected[passage] ?? 0, 9);
        hits.slice(1).forEach((hit, i) => {
          const before = hits[i];
          if (!before) return;
          expect(
            before.score > hit.score || (before.score === hit.score && before.passage < hit.passage),
          ).toBe(true);
        });
      }),
      { numRuns: 100 },
    );
  });
});
