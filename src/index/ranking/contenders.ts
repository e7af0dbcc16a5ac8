import { PARAMETERS } from '../parameters.js';
import type { PassageTerms } from '../passage-terms.js';
import type { WeightedTerm } from '../term-index.js';
import { inverseFrequency, termWeight } from './bm25.js';
import { largest } from './largest.js';

/** Sums in another order differ by less than this share. */
const TOLERANCE = 1e-6;

/**
 * Which passages can be among the best `limit` by BM25+ in text and headings, so that no others need be scored: most have
 * but a common term of the question. Where the documents say one thing again and again, all can be; then those are that may
 * score best, and most of equal ones are left out.
 * @param isAllowed Which passages may be found at all.
 */
export function contenders(
  passages: PassageTerms,
  terms: readonly WeightedTerm[],
  limit: number,
  isAllowed: (passage: number) => boolean = () => true,
): (passage: number) => boolean {
  const scores = new Float64Array(passages.size);
  const found = terms.flatMap((term) => addText(scores, passages, term)).filter(isAllowed);
  for (const term of terms) addHeadings(scores, passages, term);
  const bound = (1 - TOLERANCE) * largest(limit, found, (passage) => scores[passage] ?? 0);
  const among = found.filter((passage) => (scores[passage] ?? 0) >= bound);
  const isAmong = new Uint8Array(passages.size);
  for (const passage of mostOf(scores, among, Math.max(limit, PARAMETERS.passages.contenders)))
    isAmong[passage] = 1;
  return (passage) => isAmong[passage] === 1;
}

/** Of some passages those that score best, so many at most; of equal ones the first. */
function mostOf(scores: Float64Array, passages: readonly number[], count: number): readonly number[] {
  if (passages.length <= count) return passages;
  return passages.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, count);
}

/** Adds what a term counts in the text of passages, and gives those that had no score until now. */
function addText(scores: Float64Array, passages: PassageTerms, { term, weight }: WeightedTerm): number[] {
  const { passages: found, counts } = passages.passagesWith(passages.numberOf(term) ?? -1);
  const share = weight * inverseFrequency(passages.size, found.length);
  const { averageLength } = passages;
  const added: number[] = [];
  for (let i = 0; i < found.length; i++) {
    const passage = found[i] ?? 0;
    const before = scores[passage] ?? 0;
    if (before === 0) added.push(passage);
    scores[passage] = before + share * termWeight(counts[i] ?? 0, passages.lengthOf(passage), averageLength);
  }
  return added;
}

function addHeadings(scores: Float64Array, passages: PassageTerms, { term, weight }: WeightedTerm): void {
  const { passages: found, counts } = passages.passagesHeaded(passages.numberOf(term) ?? -1);
  const share = PARAMETERS.words.titleBoost * weight * inverseFrequency(passages.size, found.length);
  const { averageHeadingLength } = passages;
  for (let i = 0; i < found.length; i++) {
    const passage = found[i] ?? 0;
    const counted = termWeight(counts[i] ?? 0, passages.headingLengthOf(passage), averageHeadingLength);
    scores[passage] = (scores[passage] ?? 0) + share * counted;
  }
}
