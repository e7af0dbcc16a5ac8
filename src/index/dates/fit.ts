import { PARAMETERS } from '../parameters.js';
import { commonDays, type DayInterval, lengthOf, middleOf } from './calendar.js';
import type { SentenceDates } from './sentence-dates.js';

/**
 * How far a sentence speaks of a period, 0 to 1: the share of the days of one of its dates that lie in the period. One
 * without a date of its own speaks, at most, of the time in which it was published.
 */
export function periodFit(dates: SentenceDates, row: number, period: DayInterval): number {
  const own = dates.of(row);
  if (own.length > 0) return Math.max(...own.map((date) => shareWithin(date, period)));
  const published = dates.published(row);
  return published ? PARAMETERS.dates.publishedShare * shareWithin(published, period) : 0;
}

function shareWithin(date: DayInterval, period: DayInterval): number {
  return commonDays(date, period) / lengthOf(date);
}

/** The dates of a sentence that count where newness is asked for. */
export type DatesOf = (row: number) => readonly DayInterval[];

/**
 * How new sentences are beside the newest of them: 1 for that one, half for one that is older by `halfLife`, 0 where no
 * date is known. One that names no date that counts has the share `undated`.
 */
export function newnessAmong(
  dates: SentenceDates,
  rows: readonly number[],
  datesOf: DatesOf,
  undated: number,
): (row: number) => number {
  const newest = rows.reduce(
    (latest, row) => Math.max(latest, dayOf(dates, row, datesOf)),
    Number.NEGATIVE_INFINITY,
  );
  return (row) => {
    const day = dayOf(dates, row, datesOf);
    if (!Number.isFinite(day)) return 0;
    return (datesOf(row).length > 0 ? 1 : undated) * 2 ** ((day - newest) / PARAMETERS.dates.halfLife);
  };
}

/**
 * The day of which a sentence tells the state: of the last of its dates, but never after it was published, as what it says
 * of the future is from that day.
 */
function dayOf(dates: SentenceDates, row: number, datesOf: DatesOf): number {
  const published = dates.published(row);
  const own = datesOf(row).map(middleOf);
  if (own.length === 0) return published ? middleOf(published) : Number.NEGATIVE_INFINITY;
  return Math.min(Math.max(...own), published?.to ?? Number.POSITIVE_INFINITY);
}
