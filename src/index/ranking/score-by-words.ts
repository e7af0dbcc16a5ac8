import { PARAMETERS } from '../parameters.js';
import type { Hit, WeightedTerm } from '../passage-index.js';
import { countTerms, type PassageTerms, placedTerms } from '../passage-terms.js';
import { termWeight } from './bm25.js';

/**
 * What the index has found, scored anew by the terms that were searched for. As the index does it, in the passage and in
 * its headings alone, but for what is rare and what is long: to the index that is what the documents say, so that any
 * that are added would change the scores of all others.
 */
export function scoredByWords(
  found: readonly Hit[],
  terms: readonly WeightedTerm[],
  passages: PassageTerms,
): Hit[] {
  const weights = weightsOf(terms, passages);
  const { ordinaryLength, titleBoost } = PARAMETERS.words;
  return found.map(({ passage }): Hit => {
    const heading = passages.row(passages.headingRow(passage));
    const whole = scoreOf(
      passages.passage(passage),
      passages.lengthOf(passage),
      ordinaryLength.passage,
      weights,
    );
    const above = scoreOf(heading, new Set(heading).size, ordinaryLength.headings, weights);
    return { passage, score: whole + titleBoost * above };
  });
}

/** What a match of each term counts, by its number. */
function weightsOf(terms: readonly WeightedTerm[], passages: PassageTerms): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  for (const { term, weight } of terms) {
    const number = passages.numberOf(term);
    if (number !== undefined) weights.set(number, weight * passages.rarity(number));
  }
  return weights;
}

function scoreOf(
  text: Uint32Array,
  length: number,
  ordinaryLength: number,
  weights: ReadonlyMap<number, number>,
): number {
  let score = 0;
  for (const [term, count] of countTerms(placedTerms(text, (one) => weights.has(one))))
    score += (weights.get(term) ?? 0) * termWeight(count, length, ordinaryLength);
  return score;
}
