import { asDate, type DayInterval, daysOfDate } from './calendar.js';
import { readDates } from './read-dates.js';

/** The days from one date to another, each `YYYY[-MM[-DD]]` and in it; an end that is not given is open. */
export interface DateRange {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** UTF-16 units of the longest date that is read. */
const MAX_LENGTH = 60;

/** A preposition or article before a date, in the languages of the readers of dates. */
const OPENING = /^(?:on|in|the|am|im|le|el|en|den)\s/i;

/**
 * The days of a text that is nothing but a date: `2025`, `2025-07`, `7/2025`, `28 July 2025`, `2025年7月`, `Q3 2025`.
 * Undefined for any other text, and for a date without a year.
 */
export function typedDays(typed: string): DayInterval | undefined {
  const text = withMonth(typed.trim().replace(OPENING, '').trim());
  const exact = daysOfDate(text);
  if (exact || text.length > MAX_LENGTH) return exact;
  const [date, ...others] = readDates(text);
  const isAll = date?.start === 0 && date.end === text.length && others.length === 0;
  return isAll ? { from: date.from, to: date.to } : undefined;
}

/** A year and a month in figures, which in a sentence may be other things: `2025/7`, `7/2025` → `2025-07`. */
function withMonth(text: string): string {
  const [, year, month] = /^(\d{4})[-/.](\d{1,2})$/.exec(text) ?? [];
  const [, first, last] = /^(\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  const parts = [year ?? last, (month ?? first)?.padStart(2, '0')];
  return parts[0] === undefined ? text : parts.join('-');
}

/** The date from which a period on is meant that begins with these days, as short as it can be written. */
export function sinceDate(days: DayInterval): string {
  return asWritten(days) ?? asDate({ from: days.from, to: days.from });
}

/** As {@link sinceDate}, for the end of a period. */
export function untilDate(days: DayInterval): string {
  return asWritten(days) ?? asDate({ from: days.to, to: days.to });
}

/** A whole year, month or day; undefined for other stretches of days. */
function asWritten(days: DayInterval): string | undefined {
  const written = asDate(days);
  const read = daysOfDate(written);
  return read && read.from === days.from && read.to === days.to ? written : undefined;
}

/** All days of a range; undefined where both ends are open. */
export function daysOfRange({ since, until }: DateRange): DayInterval | undefined {
  const first = since === undefined ? undefined : daysOfDate(since);
  const last = until === undefined ? undefined : daysOfDate(until);
  if (!first && !last) return undefined;
  return { from: first?.from ?? Number.NEGATIVE_INFINITY, to: last?.to ?? Number.POSITIVE_INFINITY };
}

/** Some days as exactly as they can be said in one date, or in the years of the first and the last. */
export function writtenDays(days: DayInterval): string[] {
  const [first, last] = [days.from, days.to].map((day) => asDate({ from: day, to: day }).slice(0, 4));
  return first === last ? [asDate(days)] : [first ?? '', last ?? ''];
}
