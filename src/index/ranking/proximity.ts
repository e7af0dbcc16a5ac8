import { PARAMETERS } from '../parameters.js';
import type { PassageTerms } from '../passage-terms.js';
import type { ReadQuestion } from '../query/question.js';
import type { MatchedRow, PlacedTerm } from './term-matcher.js';

/** Two terms that follow each other in the question, and how much they tell. */
interface TermPair {
  readonly rarity: number;
}

/** By the numbers of the first and the second term. */
type TermPairs = ReadonlyMap<number, ReadonlyMap<number, TermPair>>;

/**
 * Scores a passage, given as its rows, by how many neighbours of the question are neighbours there too: a sequential
 * dependence model (Metzler and Croft, "A Markov random field model for term dependencies", 2005) over the sentences
 * of a passage.
 */
export function proximityScorer(
  question: ReadQuestion,
  passages: PassageTerms,
): (rows: readonly MatchedRow[]) => number {
  const pairs = pairsOf(question, passages);
  const { saturation } = PARAMETERS.proximity;
  return (rows) => {
    const found = new Map<TermPair, number>();
    for (const { placed } of rows) addPairs(found, pairs, placed);
    let score = 0;
    for (const [{ rarity }, sum] of found) score += rarity * (sum / (sum + saturation));
    return score;
  };
}

function pairsOf({ groups }: ReadQuestion, passages: PassageTerms): TermPairs {
  const pairs = new Map<number, Map<number, TermPair>>();
  const sequence = groups.flatMap(({ variants }) => variants[0]?.numbers ?? []);
  sequence.forEach((first, i) => {
    const second = sequence[i + 1] ?? -1;
    if (first < 0 || second < 0 || first === second) return;
    const rarity = (passages.rarity(first) + passages.rarity(second)) / 2;
    pairs.set(first, (pairs.get(first) ?? new Map<number, TermPair>()).set(second, { rarity }));
  });
  return pairs;
}

/** Adds to each pair what its meetings in a sentence count. */
function addPairs(found: Map<TermPair, number>, pairs: TermPairs, terms: readonly PlacedTerm[]): void {
  const { window, inPlace, nearby } = PARAMETERS.proximity;
  terms.forEach((later, i) => {
    for (let before = i - 1; before >= 0; before--) {
      const earlier = terms[before];
      const distance = later.position - (earlier?.position ?? 0);
      if (!earlier || distance > window) return;
      const asAsked = pairs.get(earlier.term)?.get(later.term);
      const pair = asAsked ?? pairs.get(later.term)?.get(earlier.term);
      if (!pair) continue;
      const gain = asAsked && distance === 1 ? inPlace : nearby / Math.sqrt(distance);
      found.set(pair, (found.get(pair) ?? 0) + gain);
    }
  });
}
