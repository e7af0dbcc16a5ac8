import type { Span } from '../../documents/document.js';
import { PARAMETERS } from '../parameters.js';
import { inOrder, overlapsAny } from '../text/span.js';
import type { DayInterval } from './calendar.js';
import { chineseDates } from './chinese-dates.js';
import { englishDates } from './english-dates.js';
import { type DateForm, type DateMention, nearestDays, rangeOf } from './mention.js';

/** A date of a text: where it stands and which days it means. */
export interface ReadDate extends Span, DayInterval {}

/**
 * The dates of a sentence or question in English or Chinese, in order: days, months, quarters, years and what lies
 * between two of them. One without a year means the days that lie next to the date before or behind it, or else to
 * `known` ones; where nothing is known either, it is left out.
 */
export function readDates(text: string, known?: DayInterval): ReadDate[] {
  const mentions = joinRanges(mentionsIn(text), text);
  return mentions.flatMap((mention, i) => {
    const days = daysOf(mention, mentions.slice(0, i), mentions.slice(i + 1), known);
    return days ? [{ start: mention.start, end: mention.end, ...days }] : [];
  });
}

/** The days of a date; a year that comes later in the sentence is that of the dates before it too. */
function daysOf(
  mention: DateMention,
  before: readonly DateMention[],
  behind: readonly DateMention[],
  known: DayInterval | undefined,
): DayInterval | undefined {
  if (mention.year !== undefined) return mention.daysIn(mention.year);
  const last = before.findLast(({ year }) => year !== undefined);
  const lastDays = last?.daysIn(last.year ?? 0);
  if (lastDays) return nearestDays(mention, lastDays);
  const next = behind.find(({ year }) => year !== undefined);
  if (next?.year !== undefined) return mention.daysIn(next.year);
  return known && nearestDays(mention, known);
}

const allForms = [chineseDates, ...englishDates];

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

const between = /^\s*(?:[–—-]|to|until|till|through|up to|至|到|~|～)\s*(?:the )?$/iu;
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
