import type { Span } from '../../documents/document.js';
import { type DayInterval, spanning } from '../dates/calendar.js';
import { type Limit, limitAt, sinceThen } from '../dates/limits.js';
import { type ReadDate, readDates } from '../dates/read-dates.js';
import { matchesIn } from '../text/matches.js';

/** The days that a question asks of; an end that it leaves open is infinite. */
export interface Period extends DayInterval {
  /** Where the question names it, with "since" and the like. */
  readonly span: Span;
}

/**
 * The period that a question names: "in July 2025", "between May and July", "since 2024", "2025年".
 * A year that belongs to a name ("the Boat Show 2025") is none, and what depends on today ("last summer") is not known.
 */
export function periodOf(question: string): Period | undefined {
  const dates = readDates(question).filter((date) => !isInName(question, date));
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return undefined;
  if (dates.length > 1) return { ...dates.reduce<DayInterval>(spanning, first), span: hull(first, last) };
  return openEnded(question, first);
}

const nameBefore = /\S\s+(?:\p{Lu}[\p{L}\p{N}-]*)\s$/u;

/** Whether a year stands right behind a name inside the question. */
function isInName(question: string, { start, end }: ReadDate): boolean {
  return /^\d+$/.test(question.slice(start, end)) && nameBefore.test(question.slice(0, start));
}

function hull(first: Span, last: Span): Span {
  return { start: first.start, end: last.end };
}

function openEnded(question: string, date: ReadDate): Period {
  const { start, end, from, to } = date;
  const limit = limitAt(question, date) ?? startAt(question, date);
  return limit ? { ...limit.opened({ from, to }), span: limit.span } : { from, to, span: { start, end } };
}

/** What is asked for from a date on is since then; a text that is from that date, or has something as of it, is of it. */
function startAt(question: string, { start, end }: ReadDate): Limit | undefined {
  const word = /\b(?:from|as of)\s(?:the )?$/iu.exec(question.slice(0, start));
  return word ? { span: { start: word.index, end }, opened: sinceThen } : undefined;
}

/** Words with which a question asks for whatever happened, and those that carry nothing. */
const whatHappened = new RegExp(
  [
    String.raw`\b(?:what(?:['’]?s)?|which|whatever|is|was|were|are|did|do|does|has|have|had|been|there|in|on|during|of|from|for|at|around|by|between|since|until|till|after|before|the|a|an|any|all|some|me|us|and|please|tell|give|show|list|about|main|major|important|key|big|biggest|notable|most|things?|something|anything|everything|news|new|events?|happen(?:s|ed|ing)?|occur(?:s|red|ring)?|t(?:ake|ook|aken|aking) place|go(?:es|ing|ne)? on|went on|going to|com(?:es|ing|e) up|will|planned|scheduled|expected|upcoming|developments?|timeline|chronology|summary|overview|recap|year|month|day|week|that|it|so|else)\b`,
    '发生|什么|哪些|事情|事件|大事|新闻|[了事有在的吗过呢]',
  ].join('|'),
  'giu',
);

/** Whether a question asks for nothing but what happened in its period. */
export function asksForPeriod(question: string, { span }: Period): boolean {
  const rest = `${question.slice(0, span.start)} ${question.slice(span.end)}`;
  return !/[\p{L}\p{N}]/u.test(rest.replaceAll(whatHappened, ' '));
}

/** Phrases that ask for the newest, and say nothing else. */
const newestPhrases = new RegExp(
  [
    String.raw`\b(?:the )?(?:very )?(?:latest|newest|most recent)\b(?: (?:news|state|status|updates?|developments?|information|info))?`,
    String.raw`\brecent (?:news|updates?|developments?|events)\b`,
    String.raw`\b(?:any|some) (?:news|updates?)\b|\bwhat(?:['’]?s| is) new\b`,
    '最新|最近|近期',
  ].join('|'),
  'giu',
);
/** The words in these, by which others who asked for it are found. */
export const newestWords = 'latest newest news new recent update development 最新 最近 近期';

/** Phrases that ask how things stand now, and say nothing else. */
const nowPhrases = new RegExp(
  [
    String.raw`(?<!\b(?:alternating|direct|electric|electrical|ocean) )\bcurrent (?:(?:state|status|news|updates?)\b|(?=\p{L}{3}))`,
    String.raw`\b(?:current|present) (?:state|status)\b|\b(?:state|status) (?:quo|of play|of affairs)\b`,
    String.raw`\b(?:currently|presently|recently|lately|nowadays|still|now|today)\b`,
    String.raw`\b(?:so far|to date|up to date|as of (?:now|today)|these days|right now|by now|at (?:the moment|present))\b`,
    '目前|现在|当前|如今|现今|至今|迄今|还(?=在|有|是|没|能|会|属|存)|仍然?',
  ].join('|'),
  'giu',
);

/** Asks for the newest too, but a text without news has none: the words are part of what is asked. */
const newsOf =
  /\b(?:news|updates?) (?:on|about|from|of|for)\b|^(?!\s*(?:who|whose|what|which|when|where|why|how|is|are|was|were|do|does|did)\b).*\b(?:news|updates?)\W*$/iu;

/** Whether a question in English or Chinese asks for the newest of something: what came before is no answer. */
export function asksNewest(question: string): boolean {
  return question.search(newestPhrases) >= 0 || newsOf.test(question);
}

/** Whether it asks how things stand now. */
export function asksForNow(question: string): boolean {
  return question.search(nowPhrases) >= 0;
}

const happened =
  /\b(?:happen(?:s|ed|ing)?|occur(?:s|red|ring)?|t(?:ake|ook|aken) place|went on|going on)\b|发生/giu;

/** Whether a question asks for what happened in its period, be it to something: "what happened to X in July 2025". */
export function asksWhatHappened(question: string, period: Period): boolean {
  return asksForPeriod(question, period) || question.search(happened) >= 0 || whatWasDone.test(question);
}

const whatWasDone = /^\s*what (?:did|has|had) .* do(?:ne)? /iu;

/**
 * Where a question's words say that it asks for what happened or for the newest, and not about what.
 * @param period The one that it names.
 */
export function kindWords(question: string, period: Period | undefined): Span[] {
  return [
    ...spansOf(newestPhrases, question),
    ...(period ? spansOf(happened, question) : []),
    ...(period && asksForPeriod(question, period) ? spansOf(whatHappened, question) : []),
  ];
}

/** Where they say that it asks how things stand now: a text may say so in the same words, but need not. */
export function nowWords(question: string): Span[] {
  return spansOf(nowPhrases, question);
}

function spansOf(pattern: RegExp, question: string): Span[] {
  return matchesIn(question, pattern).map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
}
