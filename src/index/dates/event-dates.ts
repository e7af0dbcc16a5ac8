import type { Span } from '../../documents/document.js';
import { lengthOf } from './calendar.js';
import type { ReadDate } from './read-dates.js';

// A sentence names dates for many reasons: "as of June 2026", "the rule of 7 October", "until 2027". Only where a date says when
// something happened does the sentence belong into a chronology.

/**
 * The date of what a sentence tells, by how it stands there: the first that says when. Undefined where none does.
 * @param written The day on which it was written: a year or quarter after that is a forecast, a day may be planned.
 */
export function eventDate(
  text: string,
  dates: readonly ReadDate[],
  written = Number.POSITIVE_INFINITY,
): ReadDate | undefined {
  const isForecast = (date: ReadDate) => date.from > written && lengthOf(date) > MONTH;
  return dates.find((date) => lengthOf(date) <= LONGEST && !isForecast(date) && saysWhen(text, date));
}

const MONTH = 31;

/** Days of the longest time that an event has: a year. */
const LONGEST = 366;

/** UTF-16 units before and behind a date that are looked at. */
const CONTEXT = 60;

function saysWhen(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const behind = text.slice(end, end + CONTEXT);
  if (isInBrackets(text.slice(0, start))) return false;
  if (/\p{sc=Han}/u.test(text.slice(start, end)))
    return !limitBefore.test(before) && !limitBehind.test(behind);
  const isFirst = start < CONTEXT && !/[\p{L}\p{N}]/u.test(before);
  if (isFirst) return !isAttribute.test(behind);
  if (told.test(before) && /^\W*$|^[,;.]/.test(behind)) return false;
  return (
    opening.test(before) || (fromThen.test(before) && (/^ on\b/.test(behind) || /^\W*from /i.test(before)))
  );
}

/** What stands in brackets is said of a word before it. */
function isInBrackets(before: string): boolean {
  return (
    before.lastIndexOf('(') > before.lastIndexOf(')') || before.lastIndexOf('（') > before.lastIndexOf('）')
  );
}

/** Words that make a date the time of what is told, in the languages of the readers of dates. */
const opening = new RegExp(
  [
    String.raw`(?<!\bthan )\b(?:on|in|during|around|about|since|between|seit|desde|depuis)\s(?:(?:or|about|around|close|to|early|late|the same day,)\s){0,3}`,
    String.raw`\b(?:morning|afternoon|evening|night|eve|week|weekend|course|beginning|middle|end) of\s`,
    String.raw`\bon the\s`,
    String.raw`\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s`,
    String.raw`\b(?!dated|updated|based|named|called)\p{Ll}{2,20}ed\s`,
    String.raw`\b(?:am|im|en|el|le)\s`,
  ]
    .map((one) => `(?:${one})$`)
    .join('|'),
  'iu',
);
const fromThen = /\bfrom\s$/i;

/** When it was told, at the end of a clause, is not when it was: "…, CSET found in May 2021." */
const told =
  /\b(?:said|says|wrote|writes|reported|reports|found|noted|stated|estimated|counted|put it)\s(?:on|in)\s$/i;

/** A date that goes with a noun behind it: "July 2025 lists". */
const isAttribute = /^['’]s\b/;

const limitBefore = /(?:截至|截止|直到|至|到|早于|晚于)\s?$/u;
const limitBehind = /^\s?(?:的|[之以]?前)/u;
