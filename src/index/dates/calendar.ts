/** Days of the calendar, the last one included, as numbers since 1 January 1970; an open end is infinite. */
export interface DayInterval {
  readonly from: number;
  readonly to: number;
}

const MILLISECONDS = 86_400_000;
const MONTHS = 12;

/** The days of the months `[first, last]` of a year, from 1; months beyond 12 are those of the next year. */
export function monthsOf(year: number, first: number, last = first): DayInterval {
  return { from: dayNumber(year, first, 1), to: dayNumber(year, last + 1, 1) - 1 };
}

/** The days of the years `[first, last]`. */
export function yearsOf(first: number, last = first): DayInterval {
  return { from: dayNumber(first, 1, 1), to: dayNumber(last, MONTHS, 31) };
}

/** Days `[first, last]` of a month; undefined where the month has no such days. */
export function daysOf(year: number, month: number, first: number, last = first): DayInterval | undefined {
  const whole = monthsOf(year, month);
  const days = { from: whole.from + first - 1, to: whole.from + last - 1 };
  return month <= MONTHS && days.from >= whole.from && days.from <= days.to && days.to <= whole.to
    ? days
    : undefined;
}

function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / MILLISECONDS;
}

/** The year that a day lies in. */
export function yearOfDay(day: number): number {
  return new Date(day * MILLISECONDS).getUTCFullYear();
}

/** From the first day of either to the last. */
export function spanning(a: DayInterval, b: DayInterval): DayInterval {
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

/** Number of days. */
export function lengthOf({ from, to }: DayInterval): number {
  return to - from + 1;
}

/** Number of days that lie in both. */
export function commonDays(a: DayInterval, b: DayInterval): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from) + 1);
}

/** Whether all days of an interval lie in another. */
export function isWithin(inner: DayInterval, outer: DayInterval): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** Days that lie between two intervals; 0 where they touch or overlap. */
export function daysBetween(a: DayInterval, b: DayInterval): number {
  return Math.max(0, a.from - b.to, b.from - a.to);
}

/** The days of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as sources are dated; undefined where it is none. */
export function daysOfDate(text: string): DayInterval | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return yearsOf(Number(year));
  if (day !== undefined) return daysOf(Number(year), Number(month), Number(day));
  return Number(month) <= MONTHS ? monthsOf(Number(year), Number(month)) : undefined;
}

/** The other way round, as exactly as it can be said: the day, month or year, and of several years the last. */
export function asDate({ from, to }: DayInterval): string {
  const [first, last] = [from, to].map((day) => new Date(day * MILLISECONDS).toISOString().slice(0, 10));
  const parts = last?.split('-') ?? [];
  const common = [parts.length, 2].find((length) => first?.startsWith(parts.slice(0, length).join('-')));
  return parts.slice(0, common ?? 1).join('-');
}

/** Whether an interval is later than another, by their middles. */
export function isLater(a: DayInterval, b: DayInterval): boolean {
  return middleOf(a) > middleOf(b);
}

export function middleOf({ from, to }: DayInterval): number {
  return (from + to) / 2;
}
