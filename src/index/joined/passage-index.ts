import { PARAMETERS } from '../parameters.js';
import { byScore, type Hit, type PassageIndex } from '../passage-index.js';
import type { PassageTerms } from '../passage-terms.js';
import { inverseFrequency, termWeight } from '../ranking/bm25.js';
import type { WeightedTerm } from '../term-index.js';

/**
 * Finds passages by the rows of their terms, with the scores that MiniSearch gives them where all are in one index of it.
 * Half a megabyte is what an index of fifty passages takes, and what another index says of rarity it would not know.
 */
export function indexOfTerms(passages: PassageTerms): PassageIndex {
  return Object.freeze({
    search(
      terms: readonly WeightedTerm[],
      limit: number,
      mayBeAmong: (passage: number) => boolean = () => true,
    ) {
      const scores = new Map<number, number>();
      for (const { term, weight } of terms) {
        const number = passages.numberOf(term) ?? -1;
        for (const { found, share, lengthOf, averageLength } of fieldsOf(passages, number)) {
          const telling = share * weight * inverseFrequency(passages.size, found.passages.length);
          found.passages.forEach((passage, i) => {
            if (!mayBeAmong(passage)) return;
            const counted = termWeight(found.counts[i] ?? 0, lengthOf(passage), averageLength);
            scores.set(passage, (scores.get(passage) ?? 0) + telling * counted);
          });
        }
      }
      return [...scores]
        .map(([passage, score]): Hit => ({ passage, score }))
        .sort(byScore)
        .slice(0, limit);
    },
  });
}

/** Where passages have a term: in all of their text, and in their headings alone. */
function fieldsOf(passages: PassageTerms, number: number) {
  return [
    {
      found: passages.passagesWith(number),
      share: 1,
      lengthOf: passages.lengthOf,
      averageLength: passages.averageLength,
    },
    {
      found: passages.passagesHeaded(number),
      share: PARAMETERS.words.titleBoost,
      lengthOf: passages.headingLengthOf,
      averageLength: passages.averageHeadingLength,
    },
  ];
}
