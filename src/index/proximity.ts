import type { PassageTerms } from './passage-terms.js';
import type { Query } from './query.js';

/** Terms that follow each other in the question, by number, and what it counts to find them together. */
type Pairs = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** Terms of a sentence that stand at most this far apart are together. */
const window = 4;
/** What it counts to find a pair as it was asked, one after the other, against anywhere in the window. */
const inPlace = 3;
const nearby = 1.5;
/** The more often a pair is found, the less once more counts; half of all counts at this sum. */
const saturation = 2;

/**
 * Scores passages by how many neighbours of the question are neighbours there too: a sequential dependence model
 * (Metzler and Croft, "A Markov random field model for term dependencies", 2005) over the sentences of a passage.
 */
export function proximityScorer(query: Query, passages: PassageTerms): (passage: number) => number {
  const pairs = pairsOf(query, passages);
  return (passage) => {
    const found = new Map<string, { weight: number; sum: number }>();
    for (let row = passages.headingRow(passage); row < passages.headingRow(passage + 1); row++) {
      addPairs(found, pairs, passages.row(row));
    }
    let score = 0;
    for (const { weight, sum } of found.values()) score += weight * (sum / (sum + saturation));
    return score;
  };
}

function pairsOf({ concepts }: Query, passages: PassageTerms): Pairs {
  const pairs = new Map<number, Map<number, number>>();
  const sequence = concepts.flatMap(({ alternatives }) => alternatives[0]?.terms ?? []);
  sequence.forEach((term, i) => {
    const first = passages.numberOf(term);
    const second = passages.numberOf(sequence[i + 1] ?? '');
    if (first === undefined || second === undefined || first === second) return;
    const rarity = (passages.rarity(first) + passages.rarity(second)) / 2;
    pairs.set(first, (pairs.get(first) ?? new Map<number, number>()).set(second, rarity));
  });
  return pairs;
}

function addPairs(
  found: Map<string, { weight: number; sum: number }>,
  pairs: Pairs,
  terms: Uint32Array,
): void {
  terms.forEach((term, at) => {
    for (let distance = 1; distance <= window && distance <= at; distance++) {
      const before = terms[at - distance] ?? 0;
      const asAsked = pairs.get(before)?.get(term);
      const weight = asAsked ?? pairs.get(term)?.get(before);
      if (weight === undefined) continue;
      const key = asAsked === undefined ? `${term} ${before}` : `${before} ${term}`;
      const gain = asAsked !== undefined && distance === 1 ? inPlace : nearby / Math.sqrt(distance);
      found.set(key, { weight, sum: (found.get(key)?.sum ?? 0) + gain });
    }
  });
}
