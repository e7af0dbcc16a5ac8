import { searchedText } from '../../documents/characters.js';
import type { Span } from '../../documents/document.js';
import { withoutHalfCharacter } from '../../documents/names.js';
import { isHan, simplify } from './chinese.js';
import { matchesIn } from './matches.js';
import { monthName, monthOf, numberWords } from './numbers.js';
import { fold, stem } from './stem.js';
import { stopWords } from './stop-words.js';
import { baseForm } from './word-forms.js';

/** What is compared: a normalized word, number or Han bigram, and where it stands in the text. */
export interface Term extends Span {
  readonly term: string;
}

const token = new RegExp(
  [
    // Most words: nothing else begins like one, and it need not be tried as all of them first.
    '[a-z]{1,60}(?=[ ,.;:]|$)',
    String.raw`(\p{Lu}(?:\.\p{Lu}){1,15}(?![\p{L}\p{N}])\.?)`,
    String.raw`((?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d))`,
    String.raw`(\d{1,3}(?:,\d{3}){1,15}(?:\.\d{1,30})?(?![\p{L}\p{N}])|\d{1,30}(?:\.\d{1,30}){1,15}(?![\p{L}\p{N}]))`,
    String.raw`(\p{Lu}{2,30}s(?![\p{L}\p{N}]))`,
    String.raw`((?<![\p{sc=Latin}\p{N}])(?:\p{sc=Latin}(?:\+\+|#)|\p{sc=Latin}{1,2}&\p{sc=Latin}|\p{sc=Latin}{1,30}\d{1,30}(?:\.\d{1,30}){1,15})(?![\p{sc=Latin}\p{N}]))`,
    String.raw`((?<![\p{L}\p{N}][-‐‑])\p{L}{1,60}[-‐‑]\p{L}{1,60}(?![\p{L}\p{N}'’]|[-‐‑][\p{L}\p{N}]))`,
    String.raw`((?<![\p{L}\p{N}][-‐‑]?)\p{L}{2,40}[-‐]\r?\n[ \t]{0,8}\p{Ll}{2,40}(?![\p{L}\p{N}'’-]))`,
    String.raw`[\p{L}\p{N}\p{M}]+(?:['’ʼ＇][\p{L}\p{M}]+)*`,
    '([%％])',
  ].join('|'),
  'gu',
);

/**
 * In UTF-16 units: what a word is told by. No word of a language is longer; a hash or what somebody typed with an elbow is
 * told from others by as many, and the time that a stemmer takes grows with the square of the length.
 */
const MAX_LETTERS = 60;

/** Stands for the month: as a word, "may" is left out. */
const MONTH_OF_MAY = 'may.';

const scripts =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+|[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+/gu;

/**
 * Turns text into the terms that index, queries and excerpts compare, in order. Stop words are left out.
 * Offsets are UTF-16 units of `text` as given. Invisible characters are passed over, and look-alikes read as what they
 * stand for.
 */
export function analyze(text: string): Term[] {
  const { text: searched, origin } = searchedText(text);
  const terms = termsIn(searched);
  return searched === text ? terms : terms.map((term) => ({ ...term, ...origin(term.start, term.end) }));
}

/**
 * Every term is normalized by itself, so that normalization, which changes lengths, cannot shift its offsets.
 */
function termsIn(text: string): Term[] {
  const terms: Term[] = [];
  for (const match of matchesIn(text, token)) {
    for (const term of termsOfToken(match, text)) terms.push(term);
  }
  return terms.filter(({ term }) => term !== '');
}

function termsOfToken(match: RegExpExecArray, text: string): Term[] {
  const [raw, initials, date, number, plural, sign, compound, broken, percent] = match;
  const start = match.index;
  const whole = (term: string): Term[] => [{ term, start, end: start + raw.length }];
  if (raw.length > MAX_LETTERS && !compound && !broken && !isHan(raw)) return whole(plainTerm(raw));
  if (date) return dateTerms(date, start);
  if (number) return whole(number.replaceAll(',', ''));
  if (percent) return whole('percent');
  if (initials) return whole(country(initials.replaceAll('.', '').toLowerCase()));
  if (plural) return whole(wordTerm(plural.slice(0, -1), text, start));
  if (sign) return whole(sign.toLowerCase());
  if (isHan(raw)) return mixedTerms(raw, start);
  if (broken) return brokenTerms(broken, start, text);
  if (compound) return compoundTerms(compound, start, text);
  return whole(wordTerm(raw, text, start));
}

/** The terms of a text without their places. */
export function termsOf(text: string): string[] {
  return analyze(text).map(({ term }) => term);
}

/** `start-up` is `startup`, as "up" alone would be left out; any other two joined words are two terms. */
function compoundTerms(raw: string, start: number, text: string): Term[] {
  const [first = '', second = ''] = raw.split(/[-‐‑]/);
  const [one, other] = [fold(beginning(first)), fold(beginning(second))];
  if (stopWords.has(one) !== stopWords.has(other)) {
    return [{ term: stem(beginning(one + other)), start, end: start + raw.length }];
  }
  const secondStart = start + raw.length - second.length;
  return [
    { term: wordTerm(first, text, start), start, end: start + first.length },
    { term: wordTerm(second, text, secondStart), start: secondStart, end: start + raw.length },
  ];
}

/** A word with a hyphen at the end of its line is one word, or two: nothing there says which, so it is found as both. */
function brokenTerms(raw: string, start: number, text: string): Term[] {
  const [first = '', second = ''] = raw.split(/[-‐]\r?\n[ \t]{0,8}/);
  const end = start + raw.length;
  const secondStart = end - second.length;
  return [
    { term: plainTerm(first + second), start, end },
    { term: wordTerm(first, text, start), start, end: start + first.length },
    { term: wordTerm(second, text, secondStart), start: secondStart, end },
  ];
}

/** The term of a word in its place, or an empty one for a stop word. */
function wordTerm(raw: string, text: string, start: number): string {
  if (raw.length <= 4) {
    if (raw === 'US') return 'usa';
    const word = raw.toLowerCase();
    if (word === 'us' && isCountry(text, start)) return 'usa';
    const month = monthOf(word);
    if (month && besideNumber(text, start, raw)) return monthTerm(month);
  }
  return plainTerm(raw);
}

/** Terms by word. A memo of a pure function, emptied when it grows past any vocabulary of one language. */
const plainTerms = new Map<string, string>();
const MAX_PLAIN_TERMS = 200_000;

/** What a word is told by, without half a character at the end. */
function beginning(word: string): string {
  return word.length <= MAX_LETTERS ? word : withoutHalfCharacter(word.slice(0, MAX_LETTERS));
}

/** The term of a word whatever its place, or an empty one for a stop word. */
function plainTerm(word: string): string {
  const raw = beginning(word);
  const known = plainTerms.get(raw);
  if (known !== undefined) return known;
  if (plainTerms.size >= MAX_PLAIN_TERMS) plainTerms.clear();
  const term = termOfWord(raw);
  plainTerms.set(raw, term);
  return term;
}

/** The same, and nothing is kept of it: of words that may well be none. */
export function termOfWord(word: string): string {
  const folded = beginning(fold(word));
  return stopWords.has(folded) ? '' : (numberWords.get(folded) ?? stem(baseForm(folded)));
}

/** Lower-case "us" is the country as the first word and after "the", and otherwise a pronoun. */
function isCountry(text: string, start: number): boolean {
  return /(?:^|\bthe)\s*$/i.test(text.slice(Math.max(0, start - 8), start));
}

function country(letters: string): string {
  return letters === 'us' ? 'usa' : letters;
}

function besideNumber(text: string, start: number, raw: string): boolean {
  const after = text.slice(start + raw.length, start + raw.length + 4);
  return /^\.?,? ?\d/.test(after) || /\d(?:st|nd|rd|th)?,? $/.test(text.slice(Math.max(0, start - 5), start));
}

/** `2025-07-28` as year, month name and day, so that it meets "July 28, 2025". */
function dateTerms(date: string, start: number): Term[] {
  const [year = '', month = '', day = ''] = date.split('-');
  const monthStart = start + year.length + 1;
  const dayStart = monthStart + month.length + 1;
  const name = monthName(Number(month));
  return [
    { term: year, start, end: start + year.length },
    { term: name ? monthTerm(name) : month, start: monthStart, end: monthStart + month.length },
    { term: String(Number(day)), start: dayStart, end: dayStart + day.length },
  ];
}

function monthTerm(name: string): string {
  return name === 'may' ? MONTH_OF_MAY : stem(name);
}

/** A run with Han text in it: Latin parts as words, Han parts as bigrams. */
function mixedTerms(raw: string, start: number): Term[] {
  const terms: Term[] = [];
  for (const part of raw.matchAll(scripts)) {
    const at = start + part.index;
    if (isHan(part[0])) for (const pair of bigrams(part[0], at)) terms.push(pair);
    else terms.push({ term: wordTerm(part[0], part[0], 0), start: at, end: at + part[0].length });
  }
  return terms;
}

/**
 * Overlapping pairs of characters, which find a name without a dictionary that would have to know it; a single
 * character stands alone. `start` is the offset of `run` in the text.
 */
function bigrams(run: string, start: number): Term[] {
  const terms: Term[] = [];
  const places: { at: number; char: string }[] = [];
  let at = 0;
  for (const char of simplify(run)) {
    places.push({ at, char });
    at += char.length;
  }
  places.forEach((first, i) => {
    const second = places[i + 1];
    if (second === undefined && i > 0) return;
    const last = second ?? first;
    terms.push({
      term: first.char + (second?.char ?? ''),
      start: start + first.at,
      end: start + last.at + last.char.length,
    });
  });
  return terms;
}
