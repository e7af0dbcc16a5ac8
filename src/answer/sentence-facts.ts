import type { Span } from '../documents/document.js';
import { type StatedDate, statedDates } from '../index/dates/stated-dates.js';
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
  /** Terms of what is counted, or of what it is measured in. */
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
  const quantities: Quantity[] = [];
  const names: Name[] = [];
  let before: Token | undefined;
  for (const token of tokensOf(text)) {
    if (!overlapsAny(token, dates)) {
      const quantity = isPlainNumber(token.word) ? quantityAt(text, token, before) : undefined;
      if (quantity) quantities.push(quantity);
      else if (isName(token)) names.push(nameAt(token, before));
    }
    before = token;
  }
  let content: readonly Term[] | undefined;
  return {
    text,
    quantities,
    dates,
    names,
    content: () => {
      content ??= termsBeside(text, [...dates, ...quantities, ...names]);
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
    const word = raw.replace(/(?:['’]s|[.,'’–-])+$/u, '');
    return { word, start: index, end: index + word.length };
  });
}

/** A number that stands alone, and not an ordinal; "one" is mostly a pronoun. */
function isPlainNumber(word: string): boolean {
  return (
    /^[$€£¥￥]?\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^[$€£¥￥]?\d+(?:\.\d+)?$/.test(word) ||
    cardinalOf(word) !== undefined
  );
}

function cardinalOf(word: string): number | undefined {
  const number = numberWords.get(word.toLowerCase());
  return number !== undefined && number !== '1' && /^\d+$/.test(number) ? Number(number) : undefined;
}

/** Words whose number is the name of one of several: "hall 1" is not one of something called a hall. */
const designators =
  /^(?:hall|room|week|day|month|quarter|phase|stage|step|round|number|nos?|article|chapter|section|part|paragraph|page|line|table|figure|annex|version|level|tier|class|type|grade|group|team|zone|gate|floor|track|plan|item|point|rule|volume|model|series|generation)s?$/i;

/** Chinese signs around a number that is the name of one of several: 第3项, 7号, 2期. */
const ordinalBefore = /第 ?$/;
const ordinalBehind = /^ ?[号期届章条款楼月日年]/;

const scaled = /^[ -]?(thousand|million|billion|trillion|bn|万亿|亿|万)(?!\p{Script=Latin})/u;
const percent = /^ ?(?:[%％]|per ?cent\b)/;

/** Undefined where the number counts nothing. */
function quantityAt(text: string, token: Token, before: Token | undefined): Quantity | undefined {
  const { word, start } = token;
  const lead = text.slice(Math.max(0, start - 20), start);
  const after = text.slice(token.end, token.end + 60);
  if (before && (designators.test(before.word) || isNumbered(text, before, token))) return undefined;
  if (ordinalBefore.test(lead) || ordinalBehind.test(after)) return undefined;
  const [scaleWords = '', scale = ''] = scaled.exec(after) ?? [];
  const behind = after.slice(scaleWords.length);
  const unit = unitOf(word, behind);
  if (unit.length === 0) return undefined;
  const value = (cardinalOf(word) ?? Number(word.replace(/[$€£¥￥,]/g, ''))) * (scales[scale] ?? 1);
  const end = token.end + scaleWords.length + (percent.exec(behind)?.[0].length ?? 0);
  return { ...boundsOf(value, lead), unit, start, end };
}

/** A number right behind a name is a part of it: "Ascend 950". The first word of a sentence has a capital anyway. */
function isNumbered(text: string, before: Token, { word, start }: Token): boolean {
  const isName = before.start > 0 && /^\p{Lu}/u.test(before.word);
  return isName && /^\d/.test(word) && /^[ -]?$/.test(text.slice(before.end, start));
}

const scales: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  万: 1e4,
  亿: 1e8,
  万亿: 1e12,
};

/** What a number counts: its currency, a percentage, or the one or two words behind it. */
function unitOf(word: string, after: string): string[] {
  const currency = /^[$€£¥￥]/.exec(word)?.[0];
  if (currency) return [currency];
  if (percent.test(after)) return ['%'];
  const [counter] = /^ ?\p{Script=Han}/u.exec(after) ?? [];
  if (counter) return [counter.trim()];
  const [, first = '', second = ''] =
    /^[ -](\p{Script=Latin}[\p{L}-]*)(?: (\p{Ll}[\p{L}-]*))?/u.exec(after) ?? [];
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
