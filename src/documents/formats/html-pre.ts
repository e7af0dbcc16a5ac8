import { ordinaryCharacters } from '../characters.js';
import type { HtmlElement } from './dom.js';
import { collapseWhiteSpace, type TextBlock } from './layout.js';
import { columns, endsSentence, isListItem } from './lines.js';
import { readPlainText } from './plain-text.js';
import { raisedText } from './raised.js';
import type { Outline } from './reader.js';

/** Headings in such a text stand below all of HTML. */
const TOP_DEPTH = 8;

/**
 * What is preformatted: code has a line for each of its own; but where it is prose in hard-wrapped lines, as in
 * registers, drafts of standards and archives of mail, it is read as plain text is.
 */
export function preBlocks(pre: HtmlElement): TextBlock[] {
  const lines = ordinaryCharacters(pre.textContent ?? '').split(/\r?\n/);
  if (isMarkedAsCode(pre) || !isProse(lines)) return codeBlocks(lines);
  const paragraphs = paragraphsOf(withoutPageBreaks(lines));
  const margin = marginOf(lines.map((line) => line.trim()));
  const blocks: TextBlock[][] = [];
  let prose: string[][] = [];
  const flush = () => {
    if (prose.length > 0) blocks.push(proseBlocks(prose.map((one) => one.join('\n')).join('\n\n')));
    prose = [];
  };
  for (const paragraph of paragraphs) {
    if (!isDrawn(paragraph)) prose.push(unwrapped(paragraph, margin));
    else {
      flush();
      blocks.push(codeBlocks(paragraph));
    }
  }
  flush();
  return blocks.flat();
}

function isMarkedAsCode(pre: HtmlElement): boolean {
  const names = `${pre.getAttribute('class')} ${pre.getAttribute('data-language')}`;
  return (
    /code|highlight|lang|brush|prettyprint|terminal|console/i.test(names) ||
    pre.querySelector('code, kbd, samp') !== null
  );
}

function codeBlocks(lines: readonly string[]): TextBlock[] {
  const isBlank = (line: string) => line.trim() === '';
  const first = lines.findIndex((line) => !isBlank(line));
  const last = lines.findLastIndex((line) => !isBlank(line));
  if (first === -1) return [];
  const shown = lines.slice(first, last + 1);
  return [
    {
      lines: shown.map((text, i) => ({
        text: i === shown.length - 1 ? text.trimEnd() : text,
        isWhole: true,
      })),
    },
  ];
}

/** In columns: shorter lines are those of verses, addresses and code. */
const MIN_WRAPPED = 40;

/** In columns: a paragraph that nobody has wrapped. */
const MIN_UNWRAPPED = 120;

/** Hard-wrapped lines end so early at most, as a share of the widest. */
const RAGGED = 0.75;

/** Most of it is words, and many of its lines break off within a sentence, near the margin. */
function isProse(lines: readonly string[]): boolean {
  const texts = lines.map((line) => line.trim());
  const wordy = texts.filter(isWordy);
  const [words, all] = [wordy, texts].map((some) => some.reduce((length, text) => length + text.length, 0));
  if (words === undefined || all === undefined || words < all / 2) return false;
  if (texts.filter(isCode).length > texts.length / 20) return false;
  const margin = marginOf(wordy);
  if (margin > MIN_UNWRAPPED) return wordy.some(endsSentence);
  const open = texts.filter((text, position) => {
    const next = texts[position + 1] ?? '';
    const isOpen = isWordy(text) && !endsSentence(text) && columns(text) >= Math.max(MIN_WRAPPED, margin);
    return isOpen && /^(?:\p{Ll}|\p{Script=Han})/u.test(next);
  });
  return open.length > 0 && open.length >= wordy.length / 8;
}

/** In columns: a line that was broken to fit ends behind this. */
function marginOf(texts: readonly string[]): number {
  return texts.reduce((widest, text) => Math.max(widest, columns(text)), 0) * RAGGED;
}

/** Words and what stands between them in prose; no signs of programs, and no columns. */
function isWordy(text: string): boolean {
  const signs = text.match(/[{}<>=;|\\`_^~*#$@[\]/+]/g)?.length ?? 0;
  if (signs > text.length / 20 || isCode(text) || /\S {3}/.test(text)) return false;
  return text.split(' ').length >= 5 || (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 15;
}

/** A command, a call, or the end of a statement or block. */
function isCode(text: string): boolean {
  return /^(?:[$%#] |\/\/)|[{}]$|\w\(["'\w)].*;$|\w\.\w{1,40}\(|[=!]=|=>|&&|::/.test(text);
}

/** A paragraph all of whose lines but the last reach the margin is one line. */
function unwrapped(lines: readonly string[], margin: number): string[] {
  const isWrapped = lines.every(
    (line, position) => position === lines.length - 1 || columns(line.trim()) >= margin,
  );
  if (!isWrapped || lines.slice(1).some((line) => isListItem(line.trim()))) return [...lines];
  return [collapseWhiteSpace(lines.map((line) => line.trim()).join('\n'))];
}

/** A table or a picture of characters: most of its lines have columns or strokes. */
function isDrawn(lines: readonly string[]): boolean {
  const drawn = lines.filter((line) => /\S {3,}\S|[-+=_|.]{4}|[─-╿]/u.test(line.trim()));
  return drawn.length > lines.length / 2;
}

function paragraphsOf(lines: readonly string[]): string[][] {
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

/** `[[Page 12]]` in a register, and `Author    Informational    [Page 12]` at the foot of a page of an RFC. */
const PAGE_END = /\[Page [\w-]{1,12}\]\]?$/;

/** Between the pages of an RFC. */
const FORM_FEED = '\f';

/** Takes out what stands between two pages, and joins the paragraph that runs over them. */
function withoutPageBreaks(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let between: 'none' | 'foot' | 'feed' | 'head' = 'none';
  for (const line of lines) {
    const text = line.replaceAll(FORM_FEED, ' ').trim();
    if (line.includes(FORM_FEED) && between !== 'none') between = 'feed';
    if (PAGE_END.test(text)) between = line.includes(FORM_FEED) ? 'feed' : 'foot';
    else if (between === 'none') kept.push(line.replaceAll(FORM_FEED, ' '));
    else if (text === '') continue;
    else if (between === 'feed' || (between === 'foot' && isRunningHead(text))) between = 'head';
    else {
      joinPages(kept, text);
      kept.push(line);
      between = 'none';
    }
  }
  return kept;
}

/** `RFC 1234        Test fields         May 2025` */
function isRunningHead(text: string): boolean {
  return text.split(/ {3,}/).length >= 3;
}

function joinPages(kept: string[], next: string): void {
  while (kept.at(-1)?.trim() === '') kept.pop();
  const isWithin = !endsSentence(kept.at(-1)?.trimEnd() ?? '') && /^[\p{Ll}\p{N}\p{Script=Han}]/u.test(next);
  if (!isWithin) kept.push('');
}

/** Registers write raised text as `\26\`. */
function withRaised(text: string): string {
  return text.replace(/\\(\d{1,3})\\/g, (whole, words: string, at: number) =>
    raisedText(
      words,
      text.slice(Math.max(0, at - 60), at),
      text.slice(at + whole.length, at + whole.length + 60),
    ),
  );
}

function proseBlocks(text: string): TextBlock[] {
  const { outline } = readPlainText(withRaised(text));
  return outline ? blocksOf(outline) : [];
}

/** What the reader of plain text found, block by block. */
function blocksOf({ title, text, paragraphs }: Outline): TextBlock[] {
  const blocks: TextBlock[] = [];
  let above: readonly string[] = [];
  for (const { headings, parts } of paragraphs) {
    const all = title === undefined ? headings : [title, ...headings];
    const same = all.findIndex((heading, level) => heading !== above[level]);
    const from = same === -1 ? all.length : same;
    blocks.push({ depth: TOP_DEPTH + from, lines: [] });
    blocks.push(
      ...all.slice(from).map((heading, i) => ({ depth: TOP_DEPTH + from + i, lines: [{ text: heading }] })),
    );
    blocks.push({
      lines: parts.map(({ start, end }) => ({ text: collapseWhiteSpace(text.slice(start, end)).trim() })),
    });
    above = all;
  }
  return [...blocks, { depth: TOP_DEPTH, lines: [] }];
}
