import { comesBeforeNumbers, isAbbreviation, isSentenceStarter } from './abbreviations.js';
import { goesOnInChinese } from './chinese-sentences.js';
import type { Span } from './document.js';
import { withoutHalfCharacter } from './names.js';

/** In UTF-16 units: on Node 20 `Intl.Segmenter` takes quadratic time, so it gets no more than this at once. */
const WINDOW = 5_000;

/** In UTF-16 units: how much before and after a place decides whether a sentence ends there. */
const CONTEXT = 60;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * The sentences of a stretch of prose, as spans in UTF-16 code units: in order, not overlapping, without white
 * space at their ends, and together all of the text but white space.
 *
 * A line break does not end a sentence, as hard-wrapped text has them anywhere. Where each line stands for itself
 * (items of a list, rows of a table), the caller splits it line by line.
 *
 * Boundaries are those of Unicode Standard Annex 29 with repairs: abbreviations, initials and numbers do not
 * end a sentence, unless the abbreviation may stand at an end (`the U.S.`) and a word that often begins a
 * sentence follows. Those two ideas are from Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary
 * Detection" (2006), with fixed lists in place of learnt ones. The mark of a note belongs to the sentence before it,
 * and so do, in Chinese, an aside in brackets behind a full stop and the words that say who spoke.
 */
export function splitSentences(text: string): Span[] {
  const flat = text.replace(/[\r\n\v\f\u0085\u2028\u2029]/g, ' ');
  const spans: Span[] = [];
  for (const end of sentenceEnds(flat)) {
    const span = trimmed(flat, spans.at(-1)?.end ?? 0, end);
    if (span.start < span.end) spans.push(span);
  }
  return spans;
}

/** The span without white space at its ends; empty (`start === end`) where there is nothing else. */
export function trimmed(text: string, start: number, end: number): Span {
  const slice = text.slice(start, end);
  const from = start + (slice.length - slice.trimStart().length);
  return { start: from, end: Math.max(from, end - (slice.length - slice.trimEnd().length)) };
}

/** The ends of sentences, ascending; the last one is the end of the text. */
function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  let sentence = 0;
  for (const boundary of boundaries(text)) {
    // It lies in what was added to the sentence before.
    if (boundary <= sentence) continue;
    const after = text.slice(boundary, boundary + MAX_ADDED);
    if (boundary < text.length && isInside(text.slice(sentence, boundary), after.slice(0, CONTEXT))) continue;
    sentence = boundary + addedLength(text[boundary - 1] ?? '', after);
    ends.push(sentence);
  }
  return ends;
}

/** Candidates for ends of sentences, ascending; the last one is the end of the text. */
function* boundaries(text: string): Generator<number> {
  let start = 0;
  while (start < text.length) {
    const window = text.slice(start, start + WINDOW);
    const isLast = start + window.length === text.length;
    const ends = windowBoundaries(window);
    // The last segment of a window may continue beyond it, so the next window begins with it.
    if (!isLast) ends.pop();
    if (ends.length === 0) ends.push(wordEnd(window));
    for (const end of ends) yield start + end;
    start += ends.at(-1) ?? window.length;
  }
}

/** Where to cut a window in which no sentence ends: after its last white space, or else not within a character. */
function wordEnd(window: string): number {
  const words = window.trimEnd();
  const end = words.length < window.length ? words.length : endOfWords(words);
  return end > 0 ? end : withoutHalfCharacter(window).length;
}

/** Behind the last white space; 0 where there is none. */
function endOfWords(text: string): number {
  let end = text.length;
  while (end > 0 && !/\s/.test(text[end - 1] ?? '')) end--;
  return end;
}

/** The mark of a note, as it stands behind a full stop: `.[1][2]`, `。[3]`, `.¹`, `.*`. */
const NOTE_MARK = [
  '[⁰¹²³⁴-⁹₀-₉]{1,4}(?:[,，–-][⁰¹²³⁴-⁹₀-₉]{1,4}){0,5}',
  String.raw`(?:\[(?:\d{1,3}(?:[,，、–-] ?\d{1,3}){0,8}|[a-z]|(?:note|nb|注) ?\d{1,3}|citation needed|来源请求)\](?:: ?\d{1,4}(?:[–-]\d{1,4})?(?=\s|$))?){1,10}(?!\p{Ll})`,
  String.raw`[†‡§*]{1,3}(?=\s|$)`,
].join('|');

/**
 * Ends of sentences that UAX 29 does not see: before a name with a small first letter (`… in Hefei. iFlytek said`),
 * before a number that small letters follow (`… in 2024. 2025 was`), before a letter that counts (`… fee. (b) The`),
 * behind an ellipsis of one character, and behind the mark of a note.
 */
const UNSEEN = new RegExp(
  [
    String.raw`(?<=[\p{L}\p{N}%)”"’][.!?][”’"')\]]{0,3})(?:${NOTE_MARK})?\s+(?=\p{Ll}{1,2}\p{Lu}|\p{N}|\((?:[a-z]|[ivx]{1,4})\) ?["“]?\p{Lu})`,
    String.raw`(?<=[\p{L}\p{N}%)”"’][.!?][”’"')\]]{0,3})(?:${NOTE_MARK})\s+(?=["“‘(]?\p{Lu})`,
    String.raw`…[”’"')\]]{0,5}\s+(?=["“‘(]?\p{Lu})`,
  ].join('|'),
  'gu',
);

/** The number of a note right behind a full stop, which looks like a decimal: `Prices fell.2 The board was glad.` */
const NOTED =
  /(?<=(?<![\p{L}\p{N}])(?<word>[\p{L}\p{N}]{1,40})(?<close>[”’"')\]%]{0,3})[.!?])\d{1,3}(?:[,–-]\d{1,3}){0,5}\s+(?=["“‘([]?(?<next>\p{Lu}\p{L}*))/gu;

function windowBoundaries(window: string): number[] {
  const ends: number[] = [];
  for (const { segment, index } of segmenter.segment(window)) {
    for (const end of unseenEnds(segment)) ends.push(index + end);
    const end = index + withoutOpening(segment);
    if (end > (ends.at(-1) ?? 0)) ends.push(end);
  }
  if (ends.at(-1) !== window.length) ends.push(window.length);
  return ends;
}

/** Ascending. In most segments there is no full stop but the last one. */
function unseenEnds(segment: string): number[] {
  const stop = segment.search(/[.!?…]/);
  if (stop < 0 || stop >= segment.trimEnd().length - 2) return [];
  return [...segment.matchAll(UNSEEN), ...notedEnds(segment)]
    .map((match) => match.index + match[0].length)
    .sort((a, b) => a - b);
}

/** The segmenter gives an opening quotation mark to the sentence before it if there is no space between. */
function withoutOpening(segment: string): number {
  let end = segment.length;
  while (end > 0 && /[\s“‘「『（《【〈([]/.test(segment[end - 1] ?? '')) end--;
  return /\S/.test(segment.slice(end)) && end > 0 ? end + leadingSpace(segment.slice(end)) : segment.length;
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}

/** Not in `No.5 The`, nor in a version or decimal; behind a year or a name, only a word that begins sentences tells. */
function notedEnds(segment: string): RegExpExecArray[] {
  return [...segment.matchAll(NOTED)].filter(({ groups: { word = '', close = '', next = '' } = {} }) => {
    if (comesBeforeNumbers(word)) return false;
    if (close !== '' || /^\p{L}?\p{Ll}+$/u.test(word)) return word.length > 1;
    const isNumber = /\d$/.test(word) && !/^(?:19|20)\d\d$/.test(word);
    return word.length > 1 && !isNumber && isSentenceStarter(next);
  });
}

/** Is the place between the two texts inside a sentence, though it looks like an end? */
function isInside(before: string, after: string): boolean {
  const words = before.trimEnd();
  const head = words.slice(-CONTEXT);
  const tail = after.trimStart();
  const isSpaced = before.length > words.length;
  // What stands last is looked at first: to look for how a text ends takes long, and this is asked of every sentence.
  const last = head.at(-1) ?? '';
  if (last === '.' || last === ')') {
    // `688256.SH` and the like: nothing but a full stop between two words.
    if (before.endsWith('.') && /^[\p{Script=Latin}\p{Nd}]/u.test(after)) return true;
    if (isItemMark(head) || isBehindAbbreviation(head, tail)) return true;
  }
  if (/[?!]/.test(last)) {
    // A question mark in an address, and a name with an exclamation mark.
    if (!isSpaced && /\/[^\s/]*[?!]$/.test(head) && /^[\p{Script=Latin}\p{N}]/u.test(after)) return true;
    if (NAMED_WITH_SIGN.test(head) && !isSentenceStarter(tail)) return true;
  }
  // `"Why?" he asked`.
  if (/^\p{Ll}(?!\p{Lu}|\p{Ll}\p{Lu})/u.test(tail) && /[?!][”’"')\]]{0,5}$/.test(head)) return true;
  if (!isSpaced && goesOnInChinese(before, tail)) return true;
  return /[”』」"’]/.test(last) && isBeforeDash(head, tail);
}

/** A number or letter that opens an item: `1. The alliance …`. */
function isItemMark(head: string): boolean {
  return /^[("“•⁃‣◦▪-]? ?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[ivxIVX]{1,4}|\p{L})\.?[.)]$/u.test(head);
}

function isBehindAbbreviation(head: string, tail: string): boolean {
  if (/\b(?:am|vom|bis|zum|seit|ab|de[rnm]) \d{1,2}\.$/.test(head) && GERMAN_MONTH.test(tail)) return true;
  const word = /(?:^|[\s(["“‘'—–/-])((?:[\p{L}\p{N}]{1,40}\.){1,10})$/u.exec(head)?.[1];
  return word !== undefined && isAbbreviation(word, tail);
}

/** Between a quotation and a dash with who said it. */
function isBeforeDash(head: string, tail: string): boolean {
  return /^(?:——|—|–)\s?[\p{Lu}\p{sc=Han}]/u.test(tail) && /[.。！？!?][”』」"’]{1,2}$/.test(head);
}

const NAMED_WITH_SIGN = /(?:^|[\s("“])(?:Yahoo!|Yum!|Jeopardy!|Kahoot!|Joomla!|Jet!|E!|Guess\?)$/;

const GERMAN_MONTH =
  /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?!\p{L})/u;

/** In UTF-16 units: how long an aside behind a full stop may be. */
const MAX_ADDED = 200;

/** Behind a quotation, question or exclamation mark the number of a note stands as it is. */
const NOTE_MARKS = new RegExp(`^(?:${NOTE_MARK})`, 'u');
const NOTE_NUMBER = /^\d{1,3}(?=\s+["“(]?\p{Lu}|\s*$)/u;

/** `（责任单位：市经信局）`, `（记者 高磊）`; but `（一）` counts the item that follows. */
const ASIDE = /^[（〔](?![一二三四五六七八九十\d]{1,4}[）〕])([^（）〔〕。！？]{1,190})[）〕]/;

/** `(Source: Reuters)` and `(Gao 2021)`; what has a full stop of its own is a sentence. */
const LATIN_ASIDE =
  /^\((?:(?:Sources?|See|Photo|Image|Credit|Reporting|Emphasis|Via|Responsible)\b[^().!?]{0,120}|\p{Lu}[^().!?\d]{1,60},? (?:19|20)\d\d[a-z]?)\)(?=\s|$)/u;

/** How much of `after` belongs to the sentence that ends before it with `last`, without white space between. */
function addedLength(last: string, after: string): number {
  const latin = LATIN_ASIDE.exec(after)?.[0];
  if (latin) return latin.length;
  if (/\s/.test(last)) return 0;
  const marks = (/[”’"')?!]/.test(last) ? NOTE_NUMBER : NOTE_MARKS).exec(after)?.[0] ?? '';
  const [aside = '', words = ''] = ASIDE.exec(after.slice(marks.length)) ?? [];
  const next = after.slice(marks.length + aside.length);
  const isAside =
    /[：:]|^(?:见|注|即|例如|如|下同|来源|图|完|记者|编辑|牵头|责任)/.test(words) || /^\s|^$/.test(next);
  return marks.length + (isAside ? aside.length : 0);
}
