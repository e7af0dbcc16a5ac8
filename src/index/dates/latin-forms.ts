import type { Place } from './lone-dates.js';
import { type DateForm, readYear, someDays, type WrittenDate } from './mention.js';

// What dates in Latin letters are put together from.

/** Where a word or number begins that is no part of a longer one. */
const begin = String.raw`(?<![\p{L}\p{N}.,/$€£¥￥#+-]|\p{N}[–—])`;
export const end = String.raw`(?![\p{L}\p{N}%]|[.,-]\p{N})`;
export const year = String.raw`(?<year>(?:1\d|20)\d\d)${end}`;
export const dayOfMonth = String.raw`(?:0?[1-9]|[12]\d|3[01])`;

/** The named groups of a match. */
export type Groups = Readonly<Record<string, string | undefined>>;

export function form(
  source: string,
  read: (groups: Groups, place: Place) => WrittenDate | undefined,
): DateForm {
  return {
    pattern: new RegExp(begin + source, 'giu'),
    read: ({ 0: written, groups = {}, index: start }, text) =>
      read(groups, { text, start, end: start + written.length }),
  };
}

/** The days `first` to `last` of a month. */
export function daysWritten({ year, first = '', last = first }: Groups, month: number): WrittenDate {
  return someDays(readYear(year), month, Number.parseInt(first, 10), Number.parseInt(last, 10));
}
