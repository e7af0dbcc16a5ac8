import type { Span } from '../../documents/document.js';
import { commonDays, type DayInterval, daysBetween, isWithin, spanning } from './calendar.js';
import { limitAt } from './limits.js';
import { knownDays, nextTo, type Precision, type WrittenDate } from './mention.js';
import { datesIn } from './read-dates.js';

/** A date as far as a question or text states it, for comparing it with another: its year may not be known. */
export interface StatedDate extends Span, WrittenDate {
  /** The time that is meant, where the date is only the end of it: "since 2024", "before July". */
  readonly opened?: (date: DayInterval) => DayInterval;
}

/** The dates of a question with the time that is meant by them, in order. */
export function askedDates(text: string): StatedDate[] {
  return datesIn(text).map((date) => {
    const opened = limitAt(text, date)?.opened;
    return { ...date, ...(opened && { opened }) };
  });
}

/**
 * The dates of a sentence that tells something, in order. One is the end of an open time only where no other lies in that: "after the
 * summer of 2025 … in June 2026 …" says how far it goes.
 */
export function statedDates(text: string): StatedDate[] {
  const dates = askedDates(text);
  return dates.map((date) => {
    const { opened, ...itself } = date;
    const days = knownDays(date);
    const time = days && opened?.(days);
    return time && dates.some((other) => other !== date && liesIn(other, time)) ? itself : date;
  });
}

function liesIn(date: StatedDate, time: DayInterval): boolean {
  const days = knownDays(date);
  return days !== undefined && isWithin(days, time);
}

/** How the date of a text agrees with one that is asked for. */
export type Agreement = 'same' | 'less precise' | 'other';

/**
 * How a date agrees with one that is asked for: July 2025 is less precise than 31 July 2025, and August is another. What is
 * after 2024 may be of 2025; and what is asked since 2024 is answered by any later date.
 */
export function agreementOf(asked: StatedDate, stated: StatedDate): Agreement {
  const [wanted, given] = daysOfBoth(asked, stated);
  if (!wanted || !given) return 'other';
  const time = meant(asked, wanted);
  if (!meet(time, meant(stated, given))) return 'other';
  const isVague = !asked.opened && isVaguer(stated, asked);
  return isVague || lacksYear(stated, asked) || !meet(time, given) ? 'less precise' : 'same';
}

/** Whether two dates may be of the same time, one of them perhaps stated more exactly. */
export function mayBeSame(a: StatedDate, b: StatedDate): boolean {
  return agreementOf(a, b) !== 'other';
}

/** Whether a date tells nothing beside another: it is the same, or less exact. */
export function tellsNothingBeside(date: StatedDate, other: StatedDate): boolean {
  const [days, otherDays] = daysOfBoth(date, other);
  const isInIt = days !== undefined && otherDays !== undefined && isWithin(otherDays, days);
  const isSame = isInIt && isWithin(days, otherDays);
  return !lacksYear(other, date) && (isSame || (isInIt && isVaguer(date, other)));
}

/** Whether a date has no year, and another has one. */
function lacksYear({ year }: WrittenDate, other: WrittenDate): boolean {
  return year === undefined && other.year !== undefined;
}

/** The number of days between two dates; infinite where one of them has none. */
export function daysApart(a: StatedDate, b: StatedDate): number {
  const [ofA, ofB] = daysOfBoth(a, b);
  return ofA && ofB ? daysBetween(ofA, ofB) : Number.POSITIVE_INFINITY;
}

/** A year that has all days. */
const LEAP_YEAR = 2000;

/** The days of two dates; those of one without a year lie next to the other's. */
function daysOfBoth(a: StatedDate, b: StatedDate): [DayInterval | undefined, DayInterval | undefined] {
  const first = knownDays(a) ?? (b.year === undefined ? a.daysIn(LEAP_YEAR) : undefined);
  const anchor = first ?? knownDays(b);
  if (!anchor) return [undefined, undefined];
  return [first ?? knownDays(nextTo(a, anchor)), knownDays(nextTo(b, anchor))];
}

/** The date itself and what it is the end of: "shortly after July" is of July too. */
function meant({ opened }: StatedDate, days: DayInterval): DayInterval {
  return opened ? spanning(days, opened(days)) : days;
}

function meet(a: DayInterval, b: DayInterval): boolean {
  return commonDays(a, b) > 0;
}

const fromFine: readonly Precision[] = ['day', 'month', 'part', 'year', 'years'];

function isVaguer(a: WrittenDate, b: WrittenDate): boolean {
  return fromFine.indexOf(a.precision) > fromFine.indexOf(b.precision);
}
