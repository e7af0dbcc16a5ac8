import type { Span } from './document.js';

/** `Intl.Segmenter` is quadratic in the length of its input on Node 20, so it sees this much at a time. */
const WINDOW = 5_000;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * The sentences of a stretch of prose, as spans in UTF-16 code units: in order, not overlapping, without white
 * space at their ends, and together all of the text but white space.
 *
 * A line break does not end a sentence, as hard-wrapped text has them anywhere. Where a line is a unit of its
 * own (a list item, a table row), the caller splits each line by itself.
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
    if (end < text.length && isInside(text.slice(sentence, end), text.slice(end, end + 40))) continue;
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
    // The last segment of a window may go on behind it; it is seen again as the first one of the next.
    if (!isLast) ends.pop();
    if (ends.length === 0) ends.push(wordEnd(window));
    for (const end of ends) yield start + end;
    start += ends.at(-1) ?? window.length;
  }
}

/** Where to cut a window that holds not one end of a sentence: behind its last white space. */
function wordEnd(window: string): number {
  const space = window.search(/\s\S*$/);
  return space > 0 ? space + 1 : window.length;
}

function windowBoundaries(window: string): number[] {
  const ends: number[] = [];
  for (const { segment, index } of segmenter.segment(window)) {
    // UAX 29 never breaks after a full stop before a small letter: `… in Hefei. iFlytek said …`.
    for (const match of segment.matchAll(/[\p{L}\p{N}%)”"’][.!?][”’"')\]]*\s+(?=\p{Ll}{1,2}\p{Lu})/gu)) {
      ends.push(index + match.index + match[0].length);
    }
    // It counts an opening quotation mark to the sentence before when no space stands between.
    const opening = /[“‘「『（《【〈([]+\s*$/u.exec(segment);
    const end = index + (opening && opening.index > 0 ? opening.index : segment.length);
    if (end > (ends.at(-1) ?? 0)) ends.push(end);
  }
  if (ends.at(-1) !== window.length) ends.push(window.length);
  return ends;
}

/** Is the place between the two texts inside a sentence, though the segmenter breaks there? */
function isInside(before: string, after: string): boolean {
  const head = before.trimEnd();
  // `"Why?" he asked`, and a question mark inside a name.
  if (/[?!][”’"')\]]*$/.test(head) && /^\p{Ll}(?!\p{Lu}|\p{Ll}\p{Lu})/u.test(after.trimStart())) return true;
  // A number or letter that opens an item: `1. The alliance …`.
  if (/^[("“]?(?:\d{1,3}|[ivxIVX]{1,4}|\p{L})[.)]$/u.test(head)) return true;
  const word = /(?:^|[\s(["“‘'—–/-])((?:[\p{L}\p{N}]+\.)+)$/u.exec(head)?.[1];
  return word !== undefined && isAbbreviation(word, after.trimStart());
}

const BEFORE_NAME = words(`
  Dr Mr Mrs Ms Mx Prof Gen Lt Col Capt Cmdr Sgt Maj Adm Sen Rep Gov Pres Hon Rev St Mt Ft Messrs
  vs cf viz approx incl e.g i.e a.k.a`);

const BEFORE_NUMBER = words(`
  No Nos Fig Figs Vol Vols Sec Art Arts Ch Eq Para Pt p pp ver ca c est
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec`);

const ANYWHERE = words(`
  Inc Co Corp Ltd Bros LLC Pty Plc Jr Sr Esq Univ Dept Assn Intl Ave Blvd Rd etc al ed eds
  a.m p.m Ph.D`);

/** Words that seldom follow an abbreviation inside a sentence when they have a capital letter. */
const SENTENCE_STARTERS = words(`
  a about according additionally after all also although among amid an and another any are as at
  be because before being besides beyond both but by can china's critics despite do does during each earlier either
  even every experts few finally first following for from further furthermore had has have he hence her here
  his how however i if in indeed industry instead is it its just last later like many meanwhile more moreover
  most much my neither nevertheless next no none nonetheless nor not nothing now officials of on once one only
  or other others our over overall perhaps rather recently second several she should similarly since so some
  soon still such than that the their then there therefore these they third this those though through thus
  to today together under unless unlike until was we were what when where whereas whether which while who
  why will with within without would yet you your`);

/** `word` ends in a full stop; is it an abbreviation that the sentence goes on behind? */
function isAbbreviation(word: string, after: string): boolean {
  const name = word.slice(0, -1).toLowerCase();
  if (BEFORE_NAME.has(name)) return true;
  if (BEFORE_NUMBER.has(name) && /^[(#]?\d/.test(after)) return true;
  const isInitials = /^(?:\p{Lu}\.)+$/u.test(word) || /^(?:\p{L}\.){2,}$/u.test(word);
  return (isInitials || ANYWHERE.has(name)) && !startsSentence(after);
}

function startsSentence(after: string): boolean {
  if (/^\p{Ll}/u.test(after)) return true;
  const word = /^[“‘"'([]*(\p{L}+(?:[’']\p{L}+)?)/u.exec(after)?.[1];
  return word !== undefined && SENTENCE_STARTERS.has(word.toLowerCase().replace('’', "'"));
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().toLowerCase().split(/\s+/));
}
