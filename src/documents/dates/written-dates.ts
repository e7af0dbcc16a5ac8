import { isPartialDate } from '../source-fields.js';
import { monthNamed } from './month-names.js';

// Dates as people and programs write them, read as the day that is written: no zone moves it to another day, and
// what is not written is not made up.

/** How a text writes its dates, where that is known. */
export interface DateHabits {
  /** BCP 47: of names of months, and of the order of day and month. */
  readonly language?: string | undefined;
  /** What other dates of the same text show; it counts before the language. */
  readonly order?: DayMonthOrder | undefined;
}

export type DayMonthOrder = 'day-first' | 'month-first';

/** A date in a text. */
export interface WrittenDate {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly iso: string;
  readonly start: number;
  readonly end: number;
  /** Can the text also mean another day of the year, as `04/05/2025` can? Then only its year is given. */
  readonly isAmbiguous: boolean;
}

/**
 * The date that a whole value names: `2025-05-04T10:00:00+08:00`, `20250504`, `Sun, 04 May 2025 23:30 -0400`,
 * `May 2025`, `Spring 2025` (the year). Nothing where it names none.
 */
export function dateOf(value: string, habits: DateHabits = {}): WrittenDate | undefined {
  const text = value.trim().slice(0, MAX_VALUE);
  const year = /^(?:\p{L}{1,20}[ ,]{1,2})?(\d{4})[年년]?$/u.exec(text)?.[1] ?? '';
  const compact =
    /^(\d{4})(\d\d)(\d\d)(?:\d{4}|\d{6}|T\S{0,30}| [\d:. ]{1,20})?$/.exec(text)?.slice(1, 4) ?? [];
  return inText(compact.join('-'), text) ?? datesIn(text, habits)[0] ?? inText(year, text);
}

/** Is it a whole day, and no month or year? */
export function isDay({ iso }: WrittenDate): boolean {
  return iso.length === 'YYYY-MM-DD'.length;
}

/** In characters: no date is longer with its time and zone. */
const MAX_VALUE = 100;

function inText(iso: string, text: string): WrittenDate | undefined {
  return isLikely(iso) ? { iso, start: 0, end: text.length, isAmbiguous: false } : undefined;
}

/** Without four figures, or three times two, a text has no date, and most have none. */
const YEAR = /\d{4}|\d\d[./-]\d\d[./-]\d\d/;

/** The dates in a text that name at least a month and a year, in order. Its time grows with the length of the text. */
export function datesIn(text: string, habits: DateHabits = {}): WrittenDate[] {
  if (!YEAR.test(text)) return [];
  const parts = partsOf(text, habits);
  const dates: WrittenDate[] = [];
  for (let i = 0; i < parts.length; ) {
    const read = dateAt(parts, i, habits);
    const first = parts[i];
    const last = parts[i + (read?.length ?? 1) - 1];
    if (read && first && last && isLikely(read.iso)) {
      const { iso, isAmbiguous = false } = read;
      dates.push({ iso, isAmbiguous, start: first.start, end: last.end });
    }
    i += read?.length ?? 1;
  }
  return dates;
}

/** The order in which dates such as `25/04/2025` have day and month; nothing where none tells, or they differ. */
export function orderIn(text: string): DayMonthOrder | undefined {
  const orders = new Set<DayMonthOrder>();
  for (const [, first = '', second = ''] of text.matchAll(/(?<![\d/-])(\d\d?)[/-](\d\d?)[/-]\d{4}(?!\d)/g)) {
    if (Number(first) > 12 && Number(second) <= 12) orders.add('day-first');
    if (Number(second) > 12 && Number(first) <= 12) orders.add('month-first');
  }
  return orders.size === 1 ? [...orders][0] : undefined;
}

/** What may be part of a date. `gap` is what stands before it, behind the part before; nothing where words do. */
interface Part {
  readonly kind: 'number' | 'month';
  readonly value: number;
  /** Of a number. */
  readonly digits: number;
  readonly gap: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** Words that stand inside of dates: `4 de mayo de 2025`, `May 4th`, `the 4th of May`, `2025 m. gegužės 4 d.` */
const WITHIN = new Set('st nd rd th er of de del di do den le a m g r'.split(' '));

const TOKEN = /\d+|[年月日年월일년号號]|\p{L}[\p{L}\p{M}]*/gu;

function partsOf(text: string, { language }: DateHabits): Part[] {
  const parts: Part[] = [];
  let gap: string | undefined;
  let end = 0;
  for (const { 0: token, index: start } of text.matchAll(TOKEN)) {
    const between = text.slice(end, start);
    const isOpen = gap !== undefined && between.length <= 3 && /^[\s.,/ºª°-]*$/.test(between);
    const isNumber = /^\d/.test(token);
    const word = token.toLowerCase();
    const month = isNumber ? undefined : monthNamed(word, language);
    if (isNumber || month !== undefined) {
      const value = month ?? Number(token);
      const before = isOpen ? gap + between : undefined;
      const kind = isNumber ? 'number' : 'month';
      parts.push({ kind, value, digits: token.length, gap: before, start, end: start + token.length });
      gap = '';
    } else if (isOpen && 'ymd'.includes(MARKS[token] ?? ' ')) gap += between + MARKS[token];
    else if (isOpen && WITHIN.has(word)) gap += between;
    else gap = undefined;
    end = start + token.length;
  }
  return parts;
}

/** What stands behind a year, a month and a day in Chinese, Japanese and Korean. */
const MARKS: Readonly<Record<string, string>> = {
  年: 'y',
  년: 'y',
  月: 'm',
  월: 'm',
  日: 'd',
  일: 'd',
  号: 'd',
  號: 'd',
};

interface ReadParts {
  /** Of no day where the parts have the form of a date and name none, as 30 February. */
  readonly iso: string;
  /** How many parts it takes. */
  readonly length: number;
  readonly isAmbiguous?: boolean;
}

function dateAt(parts: readonly Part[], position: number, habits: DateHabits): ReadParts | undefined {
  const [a, b, c] = parts.slice(position, position + 3);
  if (!a || b?.gap === undefined) return undefined;
  const three = c?.gap !== undefined ? { a, b, c } : undefined;
  return (three && (namedDay(three) ?? numbers(three, habits))) ?? monthAndYear(a, b);
}

interface Three {
  readonly a: Part;
  readonly b: Part;
  readonly c: Part;
}

/** `4 May 2025`, `May 4, 2025`, `2025. május 4.` */
function namedDay({ a, b, c }: Three): ReadParts | undefined {
  const [day, month, year] = b.kind === 'month' ? (isYearNumber(a) ? [c, b, a] : [a, b, c]) : [b, a, c];
  if (month.kind !== 'month' || !isDayNumber(day) || !isYearNumber(year)) return undefined;
  return readParts(year.value, month.value, day.value);
}

/** `2025-05-04`, `2025年5月4日`, `04.05.2025`, `4/5/2025`: with one sign between them. */
function numbers({ a, b, c }: Three, { language, order }: DateHabits): ReadParts | undefined {
  if (a.kind !== 'number' || b.kind !== 'number' || c.kind !== 'number') return undefined;
  const sign = b.gap?.trim() ?? '';
  const isMarked = sign.startsWith('y') && c.gap?.trim().startsWith('m');
  if (!isMarked && (!/^[-/.]$/.test(sign) || c.gap?.trim() !== sign)) return undefined;
  if (isYearNumber(a))
    return isDayNumber(b) && isDayNumber(c) ? readParts(a.value, b.value, c.value) : undefined;
  if (!isDayNumber(a) || !isDayNumber(b)) return undefined;
  const known = order ?? orderOf(language, sign);
  if (!isYearNumber(c)) return shortYear({ a, b, c }, known);
  const dayFirst = readParts(c.value, b.value, a.value);
  const monthFirst = readParts(c.value, a.value, b.value);
  if (!isLikely(monthFirst.iso) || a.value === b.value) return dayFirst;
  if (!isLikely(dayFirst.iso)) return monthFirst;
  if (known) return known === 'day-first' ? dayFirst : monthFirst;
  return { iso: String(c.value), length: 3, isAmbiguous: true };
}

/** `04.05.25`, where the order is known: the numbers of a section or a version look the same. */
function shortYear({ a, b, c }: Three, order: DayMonthOrder | undefined): ReadParts | undefined {
  if (!order || ![a, b, c].every(({ digits }) => digits === 2)) return undefined;
  const [day, month] = order === 'day-first' ? [a, b] : [b, a];
  return readParts(2000 + c.value, month.value, day.value);
}

/** `May 2025`, `2025年5月`, `2025-05`, `05/2025`. */
function monthAndYear(a: Part, b: Part): ReadParts | undefined {
  const [year, month] = isYearNumber(a) ? [a, b] : [b, a];
  if (!isYearNumber(year) || isYearNumber(month)) return undefined;
  const isNamed = month.kind === 'month';
  const sign = b.gap?.trim() ?? '';
  const isNumbered = month.digits <= 2 && month.value <= 12 && /^(?:[-/.]|y)$/.test(sign);
  if (!isNamed && !isNumbered) return undefined;
  const iso = `${year.value}-${twoDigits(month.value)}`;
  return isLikely(iso) ? { iso, length: 2 } : undefined;
}

function readParts(year: number, month: number, day: number): ReadParts {
  return { iso: `${year}-${twoDigits(month)}-${twoDigits(day)}`, length: 3 };
}

function isYearNumber({ kind, digits }: Part): boolean {
  return kind === 'number' && digits === 4;
}

function isDayNumber({ kind, digits }: Part): boolean {
  return kind === 'number' && digits <= 2;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Programs write the first day of their calendar where they know none. */
function isLikely(iso: string): boolean {
  return isPartialDate(iso) && iso >= '1500' && iso < '2100' && iso !== '1970-01-01';
}

/**
 * The order in which a language writes day and month with this sign between them. Nothing where the year comes first, or
 * where the language has another sign: `04/05/2025` in German may be American. English has both, without a country.
 */
function orderOf(language = '', sign: string): DayMonthOrder | undefined {
  if (sign === '.') return AMERICAN.test(language) ? undefined : 'day-first';
  if (/^en$/i.test(language) || language === '') return undefined;
  try {
    const parts = new Intl.DateTimeFormat(language).formatToParts(0);
    const types = parts.map(({ type }) => type);
    const own = parts.find(({ type }) => type === 'literal')?.value.trim();
    if (types.find((type) => type !== 'literal') === 'year' || (sign === '/' && own !== '/'))
      return undefined;
    return types.indexOf('day') < types.indexOf('month') ? 'day-first' : 'month-first';
  } catch {
    return undefined;
  }
}

/** Where full stops in a date are not usual, and may stand in either order. */
const AMERICAN = /^en(?:-us)?$/i;
