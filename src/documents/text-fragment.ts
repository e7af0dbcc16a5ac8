import type { Document, Source, Span } from './document.js';

// Links that open at words of a page: https://wicg.github.io/scroll-to-text-fragment/. A browser looks for whole words
// in each block by itself, whatever their case and accents, and marks what it finds first.

/** In characters: Discord takes no longer address for a button. */
const MAX_ADDRESS = 512;
/** In characters: a longer page is not looked through for other places with the same words. */
const MAX_PAGE = 500_000;
/** Of words that are marked as a whole; of longer ones the link has the first and the last. */
const SHORT = 90;
/** Of the first words, and of the last; the first size that names one place and fits is taken. */
const ENDS = [45, 80, 24] as const;
/** Of the words before, where others like the first stand above them. */
const PREFIXES = [0, 20, 45, 80] as const;

/** In characters: how far above words it is looked for what stands before them. */
const CONTEXT = 400;
/** What may stand between on no page, beside bars between cells: the number of a list item. */
const LABEL = /^(?:[\p{L}\p{N}]{1,7}\.)?$/u;

/** A document of which is known how its text stands on its page. */
type Read = Pick<Document, 'text' | 'pageDifferences'>;

/** Parts of a text that a browser finds: from the first to the last it marks all. */
interface Directive {
  readonly prefix?: Span | undefined;
  readonly first: Span;
  readonly last?: Span;
}

/**
 * The address of a page at the words of a span of its text; the address as it is where the text was not read from the
 * page, or where no link would lead to these words and no others.
 */
export function withTextFragment(url: string, document: Read, span: Span): string {
  const { text, pageDifferences } = document;
  if (!pageDifferences || !URL.canParse(url) || url.includes(':~:') || span.end > MAX_PAGE) return url;
  // As it is sent, a Chinese character takes nine.
  const room = MAX_ADDRESS - (new URL(url).href.length - url.length);
  const known = { text, pageDifferences };
  const found = runsOf(known, span);
  const [first] = found;
  const last = found.at(-1);
  if (!first || !last) return url;
  const search = searchIn(text.slice(0, span.end));
  const before = wordsBefore(known, first);
  const start = url.includes('#') ? url : `${url}#`;
  for (const directive of directives(text, { first, last, before })) {
    const address = `${start}:~:text=${written(text, directive)}`;
    if (address.length <= room && isFirst(search, text, directive)) return address;
  }
  return url;
}

/** The sources of words of a document, each as it is; but the address of the document's own opens at the words. */
export function sourcesAtWords(sources: readonly Source[], document: Document, span: Span): Source[] {
  const own = document.source?.url;
  return sources.map((source) =>
    own === undefined || source.url !== own
      ? source
      : { ...source, url: withTextFragment(own, document, span) },
  );
}

/** What a browser reads right before a run. */
function wordsBefore(document: Required<Read>, { start }: Span): Span | undefined {
  const { text, pageDifferences } = document;
  const before = runsOf(document, { start: Math.max(0, start - CONTEXT), end: start }).at(-1);
  if (!before || !LABEL.test(text.slice(before.end, start).replaceAll('|', '').trim())) return undefined;
  const isApart = pageDifferences.some(
    (gap) => gap.start === gap.end && gap.end >= before.end && gap.end <= start,
  );
  return isApart ? undefined : before;
}

interface Ends {
  readonly first: Span;
  readonly last: Span;
  readonly before: Span | undefined;
}

/** Ways to name a place, the best first: with as few words as tell it, and its own before others. */
function* directives(text: string, { first, last, before }: Ends): Generator<Directive> {
  for (const size of PREFIXES) {
    const prefix = size > 0 && before ? lastWords(text, before, size) : undefined;
    if (size > 0 && !prefix) continue;
    if (first === last && lengthOf(text, first) <= SHORT) yield { prefix, first };
    for (const most of ENDS) {
      const [begin, end] = [firstWords(text, first, most), lastWords(text, last, most)];
      if (begin && end && begin.end <= end.start) yield { prefix, first: begin, last: end };
    }
  }
  if (first === last) yield { first };
}

/** The stretches of whole words in a span that a browser finds as they stand. */
function runsOf({ text, pageDifferences }: Required<Read>, span: Span): Span[] {
  const runs: Span[] = [];
  for (const line of linesIn(text, span)) {
    let { start } = line;
    for (const difference of [
      ...differencesWithin(pageDifferences, line),
      { start: line.end, end: line.end },
    ]) {
      const run = wholeWords(text, { start, end: difference.start }, line);
      if (run) runs.push(run);
      start = Math.max(start, difference.end);
    }
  }
  return runs;
}

function linesIn(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  let at = start;
  for (const line of text.slice(start, end).split('\n')) {
    lines.push({ start: at, end: at + line.length });
    at += line.length + 1;
  }
  return lines;
}

function differencesWithin(differences: readonly Span[], { start, end }: Span): Span[] {
  return differences
    .filter((difference) => difference.end >= start && difference.start < end)
    .map((difference) => ({ start: Math.max(start, difference.start), end: Math.min(end, difference.end) }));
}

/** The words of a line that stand in a span of it in full; none where there are only signs. */
function wholeWords(text: string, span: Span, line: Span): Span | undefined {
  const inside = wordsIn(text, line).filter(({ start, end }) => start >= span.start && end <= span.end);
  const seen = inside.filter(({ start, end }) => text.slice(start, end).trim() !== '');
  if (!seen.some(({ isWord }) => isWord)) return undefined;
  return { start: seen[0]?.start ?? 0, end: seen.at(-1)?.end ?? 0 };
}

interface Word extends Span {
  readonly isWord: boolean;
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'word' });

/** Words, and the signs and white space between them. */
function wordsIn(text: string, { start, end }: Span): Word[] {
  return [...SEGMENTER.segment(text.slice(start, end))].map(({ index, segment, isWordLike = false }) => ({
    start: start + index,
    end: start + index + segment.length,
    isWord: isWordLike,
  }));
}

function firstWords(text: string, run: Span, most: number): Span | undefined {
  const cuts = wordsIn(text, run).map(({ end }) => end);
  const fitting = cuts.filter((end) => lengthOf(text, { start: run.start, end }) <= most);
  const isWhole = fitting.length === cuts.length;
  const end = isWhole ? run.end : best(fitting, (at) => /[\p{P}\s]/u.test(text[at - 1] ?? ''));
  return end === undefined ? undefined : seenOf(text, { start: run.start, end });
}

function lastWords(text: string, run: Span, most: number): Span | undefined {
  const cuts = wordsIn(text, run).map(({ start }) => start);
  const fitting = cuts.filter((start) => lengthOf(text, { start, end: run.end }) <= most).reverse();
  const isWhole = fitting.length === cuts.length;
  const start = isWhole ? run.start : best(fitting, (at) => /[\p{P}\s]/u.test(text[at - 1] ?? ' '));
  return start === undefined ? undefined : seenOf(text, { start, end: run.end });
}

/**
 * The farthest place to cut words off; in Chinese one beside a sign, where it is not much nearer, as two dictionaries may
 * part the words between signs otherwise.
 */
function best(cuts: readonly number[], isSure: (cut: number) => boolean): number | undefined {
  return cuts.slice(Math.floor(cuts.length / 3)).findLast(isSure) ?? cuts.at(-1);
}

function seenOf(text: string, { start, end }: Span): Span | undefined {
  const words = text.slice(start, end);
  const before = words.length - words.trimStart().length;
  const seen = { start: start + before, end: start + words.trimEnd().length };
  return /[\p{L}\p{N}]/u.test(words) ? seen : undefined;
}

/** As long as it takes to tell words from others: a Chinese character says as much as three letters. */
function lengthOf(text: string, { start, end }: Span): number {
  const words = text.slice(start, end);
  return (
    words.length + 2 * (words.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0)
  );
}

/** A text as a browser searches it. */
interface Searched {
  readonly text: string;
  /** Where a place of the text as it is stands in it. */
  readonly place: (at: number) => number;
}

function searchIn(text: string): Searched {
  const places = new Map<number, number>();
  return {
    text: folded(text),
    place(at) {
      const place = places.get(at) ?? folded(text.slice(0, at)).length;
      places.set(at, place);
      return place;
    },
  };
}

/** Without what a browser's search does not tell apart. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(/\s/g, ' ');
}

/** Would the first place that is found be this one? */
function isFirst(search: Searched, text: string, { prefix, first, last }: Directive): boolean {
  const words = (part: Span) => folded(text.slice(part.start, part.end));
  const place = search.place(first.start);
  const begin = words(first);
  const above = prefix && words(prefix);
  let found = search.text.indexOf(begin);
  while (found !== -1 && found < place && !isBehind(search.text, found, above))
    found = search.text.indexOf(begin, found + 1);
  if (found !== place) return false;
  return !last || search.text.indexOf(words(last), place + begin.length) === search.place(last.start);
}

function isBehind(text: string, place: number, above: string | undefined): boolean {
  if (above === undefined) return true;
  return text
    .slice(Math.max(0, place - above.length - 4), place)
    .trimEnd()
    .endsWith(above);
}

function written(text: string, { prefix, first, last }: Directive): string {
  const words = ({ start, end }: Span) => encoded(text.slice(start, end));
  return `${prefix ? `${words(prefix)}-,` : ''}${words(first)}${last ? `,${words(last)}` : ''}`;
}

/** Also what means something in a directive, or in Markdown. */
function encoded(words: string): string {
  return encodeURIComponent(words.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[-!'()*_~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
