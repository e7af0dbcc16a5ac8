import type { Span } from '../documents/document.js';
import { type StatedDate, statedDates } from '../index/dates/stated-dates.js';
import { type Amount, amountsIn } from '../index/details/amounts.js';
import { analyze, type Term, termsOf } from '../index/text/analyzer.js';
import { monthNumber, numberWords } from '../index/text/numbers.js';
import { overlapsAny } from '../index/text/span.js';
import { stopWords } from '../index/text/stop-words.js';

/** What a sentence states that another one may state otherwise: numbers, dates and names; and the words around them. */
export interface SentenceFacts {
  readonly text: string;
  readonly quantities: readonly Quantity[];
  readonly dates: readonly StatedDate[];
  readonly names: readonly Name[];
  /** The terms of all other words, those of units among them; worked out when they are first asked for. */
  content(): readonly Term[];
}

/** So many of something. */
export interface Quantity extends Span {
  /** What the number may be: "over 100" is 100 and up. */
  readonly low: number;
  readonly high: number;
  /** What it is measured in, or terms of what is counted. */
  readonly unit: readonly string[];
}

/** A word with a capital letter, or a number that tells one thing from another: "910B", "hall 1", "first". */
export interface Name extends Span {
  /** In lower case. */
  readonly name: string;
}

/** Reads the numbers, dates and names of a sentence. */
export function factsOf(text: string): SentenceFacts {
  const dates = statedDates(text);
  const tokens = tokensOf(text);
  const quantities = amountsIn(text)
    .filter((amount) => !overlapsAny(amount, dates))
    .flatMap((amount) => quantityOf(text, amount, tokens) ?? []);
  const read = [...dates, ...quantities];
  const names = tokens.flatMap((token, place) =>
    isName(token) && !overlapsAny(token, read) ? [nameAt(token, tokens[place - 1])] : [],
  );
  let content: readonly Term[] | undefined;
  return {
    text,
    quantities,
    dates,
    names,
    content: () => {
      content ??= termsBeside(text, [...read, ...names]);
      return content;
    },
  };
}

function termsBeside(text: string, read: readonly Span[]): Term[] {
  return analyze(text).filter((term) => !overlapsAny(term, read));
}

interface Token extends Span {
  readonly word: string;
}

function tokensOf(text: string): Token[] {
  const tokens = text.matchAll(/[$€£¥￥]?[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{M}\p{N}'’.,+#–-]*/gu);
  return [...tokens].map(({ 0: raw, index }) => {
    const word = raw.replace(/(?:['’]s|[.,'’–-]){1,20}$/u, '');
    return { word, start: index, end: index + word.length };
  });
}

/** Words whose number is the name of one of several: "hall 1" is not one of something called a hall. */
const designators =
  /^(?:hall|room|week|day|month|quarter|phase|stage|step|round|number|nos?|article|chapter|section|part|paragraph|page|line|table|figure|annex|version|level|tier|class|type|grade|group|team|zone|gate|floor|track|plan|item|point|rule|volume|model|series|generation)s?$/i;

/** Chinese signs around a number that is the name of one of several: 第3项, 7号, 2期. */
const ordinalBefore = /第 ?$/;
const ordinalBehind = /^ ?[号期届章条款楼月日年]/;

/** These words are mostly pronouns. */
const pronoun = /^(?:one|both)$/i;

/** Undefined where a number counts nothing. */
function quantityOf(text: string, amount: Amount, tokens: readonly Token[]): Quantity | undefined {
  const { start, end, value } = amount;
  const lead = text.slice(Math.max(0, start - 20), start);
  const behind = text.slice(end, end + 60);
  if (tokens.some((token) => isPartOf(token, amount)) || pronoun.test(text.slice(start, end)))
    return undefined;
  const before = tokens.findLast((token) => token.end <= start);
  if (before && (designators.test(before.word) || isNumbered(text, before, amount))) return undefined;
  if (ordinalBefore.test(lead) || ordinalBehind.test(behind)) return undefined;
  const unit = amount.unit === undefined ? countedIn(behind) : [amount.unit];
  return unit.length === 0 ? undefined : { ...boundsOf(value, lead), unit, start, end };
}

/** A number within a longer word counts nothing: "8-bit", "B200". */
function isPartOf(token: Token, { start, end }: Amount): boolean {
  const begins = token.start < start && token.end > start;
  return begins || (token.start < end && token.end > end);
}

/** A number right behind a name is a part of it: "Ascend 950". The first word of a sentence has a capital anyway. */
function isNumbered(text: string, before: Token, { start }: Amount): boolean {
  const isName = before.start > 0 && /^\p{Lu}/u.test(before.word);
  return isName && /^[ -]?$/.test(text.slice(before.end, start)) && /^\d/.test(text.slice(start));
}

/** What a number counts: the one or two words behind it. */
function countedIn(behind: string): string[] {
  const [counter] = /^ ?\p{Script=Han}/u.exec(behind) ?? [];
  if (counter) return [counter.trim()];
  const [, first = '', second = ''] =
    /^[ -](\p{Script=Latin}[\p{L}-]*)(?: (\p{Ll}[\p{L}-]*))?/u.exec(behind) ?? [];
  if (stopWords.has(first.toLowerCase())) return [];
  return termsOf(stopWords.has(second) ? first : `${first} ${second}`);
}

function boundsOf(value: number, before: string): Pick<Quantity, 'low' | 'high'> {
  if (/(?:\b(?:over|more than|at least|above|exceeding)|超过|逾) ?$/i.test(before))
    return { low: value, high: Infinity };
  if (/(?:\b(?:up to|under|below|less than|fewer than|at most|no more than)|不到|至多) ?$/i.test(before))
    return { low: 0, high: value };
  if (/(?:\b(?:about|around|nearly|almost|roughly|some|approximately)|约|近) ?$/i.test(before))
    return { low: 0.9 * value, high: 1.1 * value };
  return { low: value, high: value };
}

function isName({ word, start }: Token): boolean {
  const lower = word.toLowerCase();
  if (/\p{N}/u.test(word)) return true;
  if (numberWords.has(lower)) return lower !== 'one';
  if (!/^\p{Lu}/u.test(word) || stopWords.has(lower)) return false;
  return start > 0 || monthNumber(lower) === undefined;
}

function nameAt({ word, start, end }: Token, before: Token | undefined): Name {
  const isOneOfSeveral = /^\d+$/.test(word) && before && designators.test(before.word);
  return { name: `${isOneOfSeveral ? `${before.word} ` : ''}${word}`.toLowerCase(), start, end };
}
