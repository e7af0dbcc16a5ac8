import { type DatesOf, newnessAmong, periodFit } from '../dates/fit.js';
import type { SentenceDates } from '../dates/sentence-dates.js';
import { PARAMETERS } from '../parameters.js';
import { byScore } from '../passage-index.js';
import type { ReadQuestion } from '../query/question.js';
import type { Snapshot } from '../snapshot.js';
import { bestSentenceFirst, type PassageHit, type SentenceHit } from './hits.js';

/**
 * Adds passages that speak of the period asked, where the question says nothing else: words find the period only where it
 * is written as it was asked.
 */
export function withPassagesOfPeriod(
  { dates }: Snapshot,
  { time: { period, isPeriodAlone } }: ReadQuestion,
  found: readonly { readonly passage: number; readonly score: number }[],
): readonly { readonly passage: number; readonly score: number }[] {
  if (!period || !isPeriodAlone) return found;
  const others = new Set(dates.passagesIn(period, PARAMETERS.dates.candidates));
  for (const { passage } of found) others.delete(passage);
  return [...found, ...[...others].map((passage) => ({ passage, score: 0 }))];
}

/** Adds to passages how well the best of their sentences fits the period asked, as a share of the best score. */
export function withPassagePeriod(
  { dates, terms }: Snapshot,
  { time: { period, isPeriodAlone } }: ReadQuestion,
  hits: readonly PassageHit[],
): readonly PassageHit[] {
  if (!period) return hits;
  const { periodShare, aloneShare } = PARAMETERS.dates;
  const share = (isPeriodAlone ? aloneShare : periodShare) * (hits[0]?.score ?? 0);
  const ranked = hits.map((hit): PassageHit => {
    let best = 0;
    for (let row = terms.headingRow(hit.passage) + 1; row < terms.headingRow(hit.passage + 1); row++)
      best = Math.max(best, periodFit(dates, row, period));
    return best === 0
      ? hit
      : { ...hit, score: hit.score + share * best, parts: { ...hit.parts, period: share * best } };
  });
  return ranked.sort(byScore);
}

/** Sentences, best first, with how well they fit the period asked, as a share of the best score. */
export function withSentencePeriod(
  snapshot: Snapshot,
  { time: { period, isPeriodAlone } }: ReadQuestion,
  ranked: readonly SentenceHit[],
): readonly SentenceHit[] {
  if (!period) return ranked;
  const { periodShare, aloneShare } = PARAMETERS.dates;
  const share = (isPeriodAlone ? aloneShare : periodShare) * (ranked[0]?.score ?? 0);
  const dated = ranked.map((hit): SentenceHit => {
    const fit = share * periodFit(snapshot.dates, rowOf(snapshot, hit), period);
    return fit === 0 ? hit : { ...hit, score: hit.score + fit, parts: { ...hit.parts, period: fit } };
  });
  return dated.sort(bestSentenceFirst);
}

/**
 * How new a sentence is beside others on the subject, 0 to 1, where the newest is asked for or how things stand now:
 * only the best sentences by everything else are compared.
 */
export function newnessReader(
  snapshot: Snapshot,
  { time: { state } }: ReadQuestion,
  ranked: readonly SentenceHit[],
): (hit: SentenceHit) => number {
  if (!state) return () => 0;
  const { within, undated } = PARAMETERS.dates[state];
  const best = ranked[0]?.score ?? 0;
  const close = new Set(
    ranked.slice(0, PARAMETERS.dates.compared).filter(({ score }) => score >= within * best),
  );
  const newnessOf = newnessAmong(
    snapshot.dates,
    [...close].map((hit) => rowOf(snapshot, hit)),
    state === 'newest' ? eventsOf(snapshot.dates) : snapshot.dates.of,
    undated,
  );
  return (hit) => (close.has(hit) ? newnessOf(rowOf(snapshot, hit)) : 0);
}

/** When what a sentence tells happened: "not found as of June 2026" has a date, and is no news. */
function eventsOf({ event }: SentenceDates): DatesOf {
  return (row) => {
    const told = event(row);
    return told ? [told] : [];
  };
}

function rowOf({ terms }: Snapshot, { passage, sentence }: SentenceHit): number {
  return terms.headingRow(passage) + 1 + sentence;
}
