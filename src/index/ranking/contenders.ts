import { PARAMETERS } from '../parameters.js';
import type { PassageTerms } from '../passage-terms.js';
import type { WeightedTerm } from '../term-index.js';
import { inverseFrequency, termWeight } from './bm25.js';

/** Sums in another order differ by less than this share. */
const TOLERANCE = 1e-6;

/**
 * Which passages can be among the best `limit` by BM25+ in text and headings, so that no others need be scored: most have
 * but a common term of the question. Where the documents say one thing again and again, all can be; then those are that may
 * score best, and most of equal ones are left out. What the headings add is not worked out; it is at most what a heading would add that
 * consists of the term.
 * @param isAllowed Which passages may be found at all.
 */
export function contenders(
  passages: PassageTerms,
  terms: readonly WeightedTerm[],
  limit: number,
  isAllowed?: (passage: number) => boolean,
): (passage: number) => boolean {
  const inText = new Float64Array(passages.size);
  const inHeadings = new Float64Array(passages.size);
  for (const term of terms) {
    addText(inText, passages, term);
    addHeadings(inHeadings, passages, term);
  }
  if (isAllowed) {
    for (let passage = 0; passage < passages.size; passage++)
      if (!isAllowed(passage)) inText[passage] = inHeadings[passage] = 0;
  }
  const bound = (1 - TOLERANCE) * largest(inText, limit);
  const atMost = inText.map((score, passage) => score + (inHeadings[passage] ?? 0));
  const isAmong = mostOf(atMost, Math.max(limit, PARAMETERS.passages.contenders), bound);
  return isAllowed ? (passage) => isAllowed(passage) && isAmong(passage) : isAmong;
}

/** Of the passages whose number is not below a bound those with the largest, so many at most; of equal ones the first. */
function mostOf(numbers: Float64Array, count: number, bound: number): (passage: number) => boolean {
  const among = numbers.filter((number) => number > 0 && number >= bound).sort();
  if (among.length <= count) return (passage) => (numbers[passage] ?? 0) >= bound;
  const least = among[among.length - count] ?? 0;
  let left = count - among.filter((number) => number > least).length;
  let last = -1;
  while (left > 0) if (numbers[++last] === least) left--;
  return (passage) => {
    const number = numbers[passage] ?? 0;
    return number > least || (number === least && passage <= last);
  };
}

function addText(scores: Float64Array, passages: PassageTerms, { term, weight }: WeightedTerm): void {
  const found = passages.passagesWith(passages.numberOf(term) ?? -1);
  const share = weight * inverseFrequency(passages.size, found.passages.length);
  found.passages.forEach((passage, i) => {
    const counted = termWeight(found.counts[i] ?? 0, passages.lengthOf(passage), passages.averageLength);
    scores[passage] = (scores[passage] ?? 0) + share * counted;
  });
}

function addHeadings(atMost: Float64Array, passages: PassageTerms, { term, weight }: WeightedTerm): void {
  const found = passages.passagesHeaded(passages.numberOf(term) ?? -1).passages;
  const { bm25, titleBoost } = PARAMETERS.words;
  const most = titleBoost * weight * inverseFrequency(passages.size, found.length) * (bm25.d + bm25.k + 1);
  for (const passage of found) atMost[passage] = (atMost[passage] ?? 0) + most;
}

/** The last of so many largest numbers; 0 where fewer are above that. */
function largest(numbers: Float64Array, count: number): number {
  const rising = new Float64Array(count);
  for (const number of numbers) {
    if (number <= (rising[0] ?? 0)) continue;
    let place = 0;
    for (; place + 1 < count && (rising[place + 1] ?? 0) < number; place++)
      rising[place] = rising[place + 1] ?? 0;
    rising[place] = number;
  }
  return rising[0] ?? 0;
}
