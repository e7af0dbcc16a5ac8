import type { Span } from './document.js';

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
 * Detection" (2006), with fixed lists in place of learnt ones.
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
  for (const end of boundaries(text)) {
    if (end < text.length && isInside(text.slice(sentence, end), text.slice(end, end + CONTEXT))) continue;
    ends.push(end);
    sentence = end;
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
  const space = window.search(/\s\S*$/);
  if (space > 0) return space + 1;
  return /[\uD800-\uDBFF]$/.test(window) ? window.length - 1 : window.length;
}

/**
 * Ends of sentences that UAX 29 does not see: before a name with a small first letter (`… in Hefei. iFlytek said`),
 * before a number that small letters follow (`… in 2024. 2025 was`), and after an ellipsis of one character.
 */
const UNSEEN =
  /(?:[\p{L}\p{N}%)”"’][.!?][”’"')\]]*\s+(?=\p{Ll}{1,2}\p{Lu}|\p{N})|…[”’"')\]]*\s+(?=["“‘(]?\p{Lu}))/gu;

function windowBoundaries(window: string): number[] {
  const ends: number[] = [];
  for (const { segment, index } of segmenter.segment(window)) {
    for (const match of segment.matchAll(UNSEEN)) ends.push(index + match.index + match[0].length);
    // The segmenter gives an opening quotation mark to the sentence before it if there is no space between.
    const opening = /[“‘「『（《【〈([]+\s*$/u.exec(segment);
    const end = index + (opening && opening.index > 0 ? opening.index : segment.length);
    if (end > (ends.at(-1) ?? 0)) ends.push(end);
  }
  if (ends.at(-1) !== window.length) ends.push(window.length);
  return ends;
}

/** Is the place between the two texts inside a sentence, though it looks like an end? */
function isInside(before: string, after: string): boolean {
  const head = before.trimEnd().slice(-CONTEXT);
  const tail = after.trimStart();
  // `688256.SH` and the like: nothing but a full stop between two words.
  if (before.endsWith('.') && /^[\p{Script=Latin}\p{N}]/u.test(after)) return true;
  // `"Why?" he asked`, and a name with an exclamation mark.
  if (/[?!][”’"')\]]*$/.test(head) && /^\p{Ll}(?!\p{Lu}|\p{Ll}\p{Lu})/u.test(tail)) return true;
  // A number or letter that opens an item: `1. The alliance …`.
  if (/^[("“]?(?:\d{1,3}|[ivxIVX]{1,4}|\p{L})[.)]$/u.test(head)) return true;
  const word = /(?:^|[\s(["“‘'—–/-])((?:[\p{L}\p{N}]+\.)+)$/u.exec(head)?.[1];
  return word !== undefined && isAbbreviation(word, tail);
}

/** Abbreviations that never end a sentence. */
const BEFORE_NAME = words(`
  Dr Mr Mrs Ms Mx Prof Gen Lt Col Capt Cmdr Sgt Maj Adm Sen Rep Gov Pres Hon Rev St Mt Ft Messrs
  v vs cf viz approx incl e.g i.e a.k.a`);

/** Abbreviations only if a number follows; otherwise they are words, or end a sentence. */
const BEFORE_NUMBER = words(`
  No Nos Fig Figs Vol Vols Sec Sect Art Arts Ch Chap Eq Para Pt p pp ver ca c est Rs
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec`);

/** Abbreviations that may stand inside a sentence or at its end; initials such as `U.S.` are others. */
const ANYWHERE = words(`
  Inc Co Corp Ltd Bros LLC Pty Plc Jr Sr Esq Univ Dept Assn Intl Ave Blvd Rd etc al ed eds Ph.D`);

/** Words that, with a capital letter, nearly always begin a sentence: pronouns, articles, conjunctions, adverbs. */
const STARTERS = words(`
  a about according additionally after all also although among amid an and another any are as at be because
  before being besides between beyond both but by can despite do does during each earlier either even every few
  finally following for from further furthermore had has have he hence her here his how however i if in indeed
  instead is it its just later like many meanwhile more moreover most much my neither nevertheless no none
  nonetheless nor not nothing now of on once only or other others our over overall perhaps rather recently
  several she should similarly since so some soon still such than that the their then there therefore these
  they this those though through thus to today together under unless unlike until was we were what when where
  whereas whether which while who why with within without would yet you your`);

/** Starters that are also surnames: `K. He` is a person. */
const SURNAMES = words('An Do He So You');

/** `word` ends in a full stop. Is it an abbreviation after which the sentence goes on? */
function isAbbreviation(word: string, after: string): boolean {
  const name = word.slice(0, -1).toLowerCase();
  if (BEFORE_NAME.has(name)) return true;
  if (BEFORE_NUMBER.has(name) && /^[(#]?\p{N}/u.test(after)) return true;
  if (/^\p{Lu}\.$/u.test(word)) return !STARTERS.has(firstWord(after)) || SURNAMES.has(firstWord(after));
  return (/^(?:\p{L}\.){2,}$/u.test(word) || ANYWHERE.has(name)) && !STARTERS.has(firstWord(after));
}

/** In small letters. */
function firstWord(text: string): string {
  return /^[“‘"'([]*(\p{L}+)/u.exec(text)?.[1]?.toLowerCase() ?? '';
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().toLowerCase().split(/\s+/));
}
