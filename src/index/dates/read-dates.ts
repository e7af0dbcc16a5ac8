import type { Span } from '../../documents/document.js';
import { PARAMETERS } from '../parameters.js';
import { inOrder, overlapsAny } from '../text/span.js';
import type { DayInterval } from './calendar.js';
import { chineseDates } from './chinese-dates.js';
import { englishDates } from './english-dates.js';
import { europeanDates } from './european-dates.js';
import { type DateForm, type DateMention, knownDays, nextTo, rangeOf } from './mention.js';

/** A date of a text: where it stands and which days it means. */
export interface ReadDate extends Span, DayInterval {}

/**
 * The days of the dates of a sentence or question, in order. Those of a date without a year lie next to `known` ones, where
 * the text does not tell its year; where nothing is known either, it is left out.
 */
export function readDates(text: string, known?: DayInterval): ReadDate[] {
  return datesIn(text).flatMap((date) => {
    const days = knownDays(known ? nextTo(date, known) : date);
    return days ? [{ start: date.start, end: date.end, ...days }] : [];
  });
}

/**
 * The dates of a text, in order: days, months, quarters, years and what lies between two of them, in English, Chinese and,
 * with the names of months, French, Spanish and German. One without a year has that in which it lies next to the date
 * before it, or else the year of the one behind it; none where no date has one.
 */
export function datesIn(text: string): DateMention[] {
  const mentions = joinRanges(mentionsIn(text), text);
  return mentions.map((mention, i) => withYear(mention, mentions.slice(0, i), mentions.slice(i + 1)));
}

function withYear(
  mention: DateMention,
  before: readonly DateMention[],
  behind: readonly DateMention[],
): DateMention {
  if (mention.year !== undefined) return mention;
  const last = before.findLast(({ year }) => year !== undefined);
  const lastDays = last && knownDays(last);
  if (lastDays) return nextTo(mention, lastDays);
  const next = behind.find(({ year }) => year !== undefined);
  return next?.year === undefined ? mention : { ...mention, year: next.year };
}

const allForms = [chineseDates, europeanDates, ...englishDates];

function mentionsIn(text: string): DateMention[] {
  const mentions: DateMention[] = [];
  for (const { hint, forms } of allForms) {
    if (hint.test(text)) for (const form of forms) addMentions(mentions, form, text);
  }
  return mentions.sort(inOrder);
}

function addMentions(mentions: DateMention[], { pattern, read }: DateForm, text: string): void {
  // Not matchAll, which compiles the pattern anew for each text.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (mentions.length === PARAMETERS.dates.maxPerSentence) return;
    const span = { start: match.index, end: match.index + match[0].length };
    const date = overlapsAny(span, mentions) ? undefined : read(match, text);
    if (date) mentions.push({ ...span, ...date });
  }
}

const between = /^\s*(?:[–—-]|to|until|till|through|up to|bis|au|al|hasta|至|到|~|～)\s*(?:the )?$/iu;
const andBetween = /^\s*(?:and|和|与)\s*(?:the )?$/iu;
const opening = /\bbetween\s(?:the )?$/iu;

/** Two dates with "to" between them are one. */
function joinRanges(mentions: readonly DateMention[], text: string): DateMention[] {
  const joined: DateMention[] = [];
  for (const mention of mentions) {
    const last = joined.at(-1);
    if (last && isRange(last, mention, text)) {
      joined[joined.length - 1] = { start: last.start, end: mention.end, ...rangeOf(last, mention) };
    } else joined.push(mention);
  }
  return joined;
}

function isRange(first: DateMention, last: DateMention, text: string): boolean {
  const gap = text.slice(first.end, last.start);
  if (between.test(gap)) return true;
  return andBetween.test(gap) && opening.test(text.slice(Math.max(0, first.start - 12), first.start));
}
