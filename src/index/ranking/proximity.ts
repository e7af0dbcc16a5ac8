import type { PassageTerms, PlacedTerm } from '../passage-terms.js';
import type { Query } from '../query/question.js';

/** Two terms that follow each other in the question, and how much they tell. */
interface Pair {
  readonly rarity: number;
}

/** By the numbers of the first and the second term. */
type Pairs = ReadonlyMap<number, ReadonlyMap<number, Pair>>;

/** Terms of a sentence that stand at most this far apart are together. */
const window = 4;
/** What it counts to find a pair as it was asked, one after the other, against anywhere in the window. */
const inPlace = 3;
const nearby = 1.5;
/** The more often a pair is found, the less once more counts; half of all counts at this sum. */
const saturation = 2;

/**
 * Scores a passage, given as the terms of the query in each of its sentences, by how many neighbours of the question are neighbours there too: a sequential dependence model
 * (Metzler and Croft, "A Markov random field model for term dependencies", 2005) over the sentences of a passage.
 */
export function proximityScorer(
  query: Query,
  passages: PassageTerms,
): (sentences: readonly (readonly PlacedTerm[])[]) => number {
  const pairs = pairsOf(query, passages);
  return (sentences) => {
    const found = new Map<Pair, number>();
    for (const terms of sentences) addPairs(found, pairs, terms);
    let score = 0;
    for (const [{ rarity }, sum] of found) score += rarity * (sum / (sum + saturation));
    return score;
  };
}

function pairsOf({ concepts }: Query, passages: PassageTerms): Pairs {
  const pairs = new Map<number, Map<number, Pair>>();
  const sequence = concepts.flatMap(({ alternatives }) => alternatives[0]?.terms ?? []);
  sequence.forEach((term, i) => {
    const first = passages.numberOf(term);
    const second = passages.numberOf(sequence[i + 1] ?? '');
    if (first === undefined || second === undefined || first === second) return;
    const rarity = (passages.rarity(first) + passages.rarity(second)) / 2;
    pairs.set(first, (pairs.get(first) ?? new Map<number, Pair>()).set(second, { rarity }));
  });
  return pairs;
}

/** Adds to each pair what its meetings in a sentence count. */
function addPairs(found: Map<Pair, number>, pairs: Pairs, terms: readonly PlacedTerm[]): void {
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
