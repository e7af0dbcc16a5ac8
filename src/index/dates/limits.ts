import type { Span } from '../../documents/document.js';
import type { DayInterval } from './calendar.js';

/** Words before or behind a date that make it the end of a time which is open on the other side. */
export interface Limit {
  /** Where the date stands with them. */
  readonly span: Span;
  /** All of the time that is meant. */
  opened(date: DayInterval): DayInterval;
}

type Opening = Limit['opened'];

/** The time from a date on. */
export const sinceThen: Opening = ({ from }) => ({ from, to: Number.POSITIVE_INFINITY });
const afterThen: Opening = ({ to }) => ({ from: to + 1, to: Number.POSITIVE_INFINITY });
const beforeThen: Opening = ({ from }) => ({ from: Number.NEGATIVE_INFINITY, to: from - 1 });
const untilThen: Opening = ({ to }) => ({ from: Number.NEGATIVE_INFINITY, to });

const limits: readonly (readonly [before: RegExp, behind: RegExp | undefined, opened: Opening])[] = [
  [endingWith('since|starting(?: in| from| on)?|seit|ab|depuis|desde'), /^\s?(?:以来|起)/u, sinceThen],
  [endingWith('after|later than|past|nach|apr[eè]s|despu[eé]s de'), /^\s?[之以]?后/u, afterThen],
  [endingWith('before|prior to|earlier than|vor|avant|antes de'), /^\s?[之以]?前/u, beforeThen],
  [endingWith("until|till|up to|bis|jusqu['’](?:en|au|à)|hasta"), undefined, untilThen],
];

/** Some words with at most an article before the date. */
function endingWith(words: string): RegExp {
  return new RegExp(String.raw`(?<!\p{L})(?:${words})\s(?:(?:the|dem|der|le|el)\s)?$`, 'iu');
}

/** Units in which the words before a date are looked for. */
const CONTEXT = 24;

/** What a date of a text is the end of; undefined for most. */
export function limitAt(text: string, { start, end }: Span): Limit | undefined {
  const context = Math.max(0, start - CONTEXT);
  const before = text.slice(context, start);
  const behind = text.slice(end, end + CONTEXT);
  for (const [opening, closing, opened] of limits) {
    const word = opening.exec(before);
    const ending = closing?.exec(behind);
    if (!word && !ending) continue;
    const span = { start: word ? context + word.index : start, end: end + (ending?.[0].length ?? 0) };
    return { span, opened };
  }
  return undefined;
}
