import type { Span } from '../../documents/document.js';
import { type DayInterval, daysBetween, daysOf, monthsOf, spanning, yearOfDay, yearsOf } from './calendar.js';

/** The unit in which a date is written, be it one or several of them; `part`: a quarter, half, season or third of a year. */
export type Precision = 'day' | 'month' | 'part' | 'year' | 'years';

/** What a date says: its year, where that is written with it, and its days in any year. */
export interface WrittenDate {
  readonly year?: number;
  readonly precision: Precision;
  /** Undefined where the year has no such days. */
  daysIn(year: number): DayInterval | undefined;
}

/** A date in its place in a text. */
export interface DateMention extends Span, WrittenDate {}

/** Ways to write dates that have something in common. */
export interface DateForms {
  /** What all of them have: tried first, as most sentences have no such date. */
  readonly hint: RegExp;
  readonly forms: readonly DateForm[];
}

export interface DateForm {
  /** Global. */
  readonly pattern: RegExp;
  /** What a match says, by the pattern's named groups; undefined where it is no date after all. */
  read(match: RegExpExecArray, text: string): WrittenDate | undefined;
}

export function readYear(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

/** A day, or days that follow each other. */
export function someDays(year: number | undefined, month: number, first: number, last = first): WrittenDate {
  return written(year, 'day', (each) => daysOf(each, month, first, last));
}

export function someMonths(year: number | undefined, first: number, last = first): WrittenDate {
  return written(year, 'month', (each) => monthsOf(each, first, last));
}

/** Months that are named together, as a quarter is. */
export function partOfYear(year: number | undefined, first: number, last: number): WrittenDate {
  return written(year, 'part', (each) => monthsOf(each, first, last));
}

/** A year, or years that follow each other. */
export function someYears(first: number, last = first): WrittenDate {
  return written(first, 'year', () => yearsOf(first, last));
}

/** Years that are named together, as a decade is. */
export function yearsTogether(first: number, last: number): WrittenDate {
  return written(first, 'years', () => yearsOf(first, last));
}

function written(year: number | undefined, precision: Precision, daysIn: WrittenDate['daysIn']): WrittenDate {
  return { ...(year !== undefined && { year }), precision, daysIn };
}

/** Both with all that lies between: "from 26 July to 3 August 2025". One without a year takes the other's. */
export function rangeOf(first: WrittenDate, last: WrittenDate): WrittenDate {
  const year = first.year ?? last.year;
  const daysIn = (each: number) => {
    const [a, b] = [
      first.daysIn(first.year ?? last.year ?? each),
      last.daysIn(last.year ?? first.year ?? each),
    ];
    if (!a || !b || a.from <= b.from) return a && b && spanning(a, b);
    // From December to February: the turn of the year lies between them.
    const before = first.year === undefined ? first.daysIn((last.year ?? each) - 1) : a;
    const after = first.year === undefined ? b : last.daysIn((last.year ?? first.year) + 1);
    return before && after && spanning(before, after);
  };
  return written(year, first.precision, daysIn);
}

/** The days of a date, where its year is known and has them. */
export function knownDays({ year, daysIn }: WrittenDate): DayInterval | undefined {
  return year === undefined ? undefined : daysIn(year);
}

/** A date with the year in which its days lie next to other ones, where it has none of its own. */
export function nextTo<Date extends WrittenDate>(date: Date, others: DayInterval): Date {
  if (date.year !== undefined) return date;
  const distance = (year: number) => {
    const days = date.daysIn(year);
    return days ? daysBetween(days, others) : Number.POSITIVE_INFINITY;
  };
  const near = yearOfDay(others.from);
  const [year] = [near, near + 1, near - 1].sort((a, b) => distance(a) - distance(b));
  return { ...date, year };
}
