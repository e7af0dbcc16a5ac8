import { PARAMETERS } from '../parameters.js';
import type { Hit } from '../passage-index.js';
import type { PassageTerms } from '../passage-terms.js';
import type { WeightedTerm } from '../term-index.js';
import { bagScorer } from './bag-of-terms.js';

/**
 * What the index has found, scored anew by the terms that were searched for, in the one of several wordings that fits best. As the index does it, in the passage and in
 * its headings alone, but for what is rare and what is long: to the index that is what the documents say, so that any
 * that are added would change the scores of all others.
 */
export function scoredByWords(
  found: readonly Hit[],
  wordings: readonly (readonly WeightedTerm[])[],
  passages: PassageTerms,
): Hit[] {
  const scorers = wordings.map((terms) => bagScorer(weightsOf(terms, passages)));
  const { ordinaryLength, titleBoost } = PARAMETERS.words;
  return found.map(({ passage }): Hit => {
    const whole = passages.passage(passage);
    const heading = passages.row(passages.headingRow(passage));
    const headingLength = passages.headingLengthOf(passage);
    const scores = scorers.map(
      (scoreOf) =>
        scoreOf(whole, passages.lengthOf(passage), ordinaryLength.passage) +
        titleBoost * scoreOf(heading, headingLength, ordinaryLength.headings),
    );
    return { passage, score: Math.max(...scores) };
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
