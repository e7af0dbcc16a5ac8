import type { Span } from '../documents/document.js';
import { monthNumber } from '../index/text/numbers.js';

/** A date that a sentence names. */
export interface StatedDate extends Span {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exact as it is stated. */
  readonly date: string;
}

const month = String.raw`(?<month>\p{L}{3,9})\.?`;
const year = String.raw`(?<year>(?:19|20)\d\d)`;

const hasYear = /(?:19|20)\d\d/;

/** In order: what an earlier form has read is not read again. */
const forms = [
  String.raw`\b${year}-(?<month>\d\d)(?:-(?<day>\d\d))?\b`,
  String.raw`${year}年(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})[日号])?)?`,
  String.raw`\b(?<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?${month},? ${year}\b`,
  String.raw`\b${month} (?<day>\d{1,2})(?:st|nd|rd|th)?,? ${year}\b`,
  String.raw`\b${month},? ${year}\b`,
  String.raw`(?<![\p{L}\p{N}.,-])${year}(?![\p{L}\p{N}-]|[.,]\d)`,
].map((form) => new RegExp(form, 'gu'));

/** The dates with a year in a text, in English or Chinese, in order. */
export function statedDates(text: string): StatedDate[] {
  const dates: StatedDate[] = [];
  if (!hasYear.test(text)) return dates;
  let unread = text;
  for (const form of forms) {
    for (const { 0: words, index, groups = {} } of unread.matchAll(form)) {
      const date = dateOf(groups);
      if (!date) continue;
      dates.push({ date, start: index, end: index + words.length });
    }
    for (const { start, end } of dates)
      unread = unread.slice(0, start) + ' '.repeat(end - start) + unread.slice(end);
  }
  return dates.sort((a, b) => a.start - b.start);
}

/** Undefined where what stands in the place of a month is none. */
function dateOf({ year = '', month, day }: Readonly<Record<string, string | undefined>>): string | undefined {
  if (month === undefined) return year;
  const number = /^\d/.test(month) ? Number(month) : monthNumber(month);
  if (number === undefined || number < 1 || number > 12) return undefined;
  return [year, String(number), day].flatMap((part) => part?.padStart(2, '0') ?? []).join('-');
}

/** Whether two dates may be the same, one of them stated more exactly. */
export function mayBeSame(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}
