import type { Span } from '../../documents/document.js';
import { type DayInterval, daysBetween, daysOf, monthsOf, spanning, yearOfDay, yearsOf } from './calendar.js';

/** What a date says: its year, where that is written with it, and its days in any year. */
export interface WrittenDate {
  readonly year?: number;
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
export function someDays(year: number | undefined, month: number, first: string, last = first): WrittenDate {
  return written(year, (each) => daysOf(each, month, Number.parseInt(first, 10), Number.parseInt(last, 10)));
}

export function someMonths(year: number | undefined, first: number, last = first): WrittenDate {
  return written(year, (each) => monthsOf(each, first, last));
}

/** Years, or one year with a part of it. */
export function someYears(first: number, last = first): WrittenDate {
  return written(first, () => yearsOf(first, last));
}

function written(year: number | undefined, daysIn: WrittenDate['daysIn']): WrittenDate {
  return { ...(year !== undefined && { year }), daysIn };
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
  return written(year, daysIn);
}

/** The days of a date without a year that lie next to other days. */
export function nearestDays({ daysIn }: WrittenDate, others: DayInterval): DayInterval | undefined {
  const year = yearOfDay(others.from);
  const candidates = [year, year + 1, year - 1].flatMap((each) => daysIn(each) ?? []);
  return candidates.reduce<DayInterval | undefined>(
    (best, each) => (best && daysBetween(best, others) <= daysBetween(each, others) ? best : each),
    undefined,
  );
}
