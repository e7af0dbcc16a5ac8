import { ordinaryCharacters } from '../characters.js';
import { onOneLine, wordsOf } from './hyphens.js';
import type { TextBlock } from './layout.js';
import { endsSentence } from './lines.js';
import {
  indentOf,
  isCode,
  isCommand,
  isContents,
  isDrawn,
  isProgram,
  isSolid,
  lengthOf,
  marginOf,
  unwrapped,
} from './preformatted-lines.js';
import { raisedText } from './raised.js';
import type { Outline } from './reader.js';
import { readPlainText } from './text/plain-text.js';

/** Headings in such a text stand below all that are marked. */
const TOP_DEPTH = 8;

/**
 * What a page or Markdown has as preformatted. Code has a line for each of its own; but where it is prose in
 * hard-wrapped lines, as in registers, drafts of standards and archives of mail, it is read as plain text is.
 * Drawings, tables and pieces of code in it keep their lines, and contents with the numbers of pages are left out.
 */
export function preformattedBlocks(text: string): TextBlock[] {
  const lines = linesOf(text);
  const paragraphs = paragraphsOf(withoutPageBreaks(lines)).filter((some) => !isContents(some));
  const margin = marginOf(lines);
  const solid = paragraphs.filter((paragraph) => isSolid(paragraph, margin));
  const others = paragraphs.filter((some) => !isDrawn(some) && !isProgram(some));
  const words = lengthOf(solid.flat());
  const isProse =
    words >= lengthOf(others.flat()) / 2 &&
    words >= lengthOf(paragraphs.flat()) / 5 &&
    !lines.some(isCommand);
  if (!isProse) return blocksOfLines(lines);
  const indent = solid
    .flat()
    .reduce((least, line) => Math.min(least, indentOf(line)), Number.POSITIVE_INFINITY);
  const blocks: TextBlock[][] = [];
  let prose: string[][] = [];
  const flush = () => {
    if (prose.length > 0) blocks.push(proseBlocks(prose.map((one) => one.join('\n')).join('\n\n')));
    prose = [];
  };
  for (const paragraph of paragraphs) {
    if (!isDrawn(paragraph) && !isCode(paragraph, indent)) prose.push(unwrapped(paragraph, margin));
    else {
      flush();
      blocks.push(blocksOfLines(paragraph));
    }
  }
  flush();
  return blocks.flat();
}

/** What is marked as code, as it stands. */
export function codeBlocks(text: string): TextBlock[] {
  return blocksOfLines(linesOf(text));
}

function linesOf(text: string): string[] {
  return ordinaryCharacters(text).split(/\r?\n/);
}

/** One block, without the blank lines around it. */
function blocksOfLines(lines: readonly string[]): TextBlock[] {
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
  const words = wordsOf([{ text }]);
  for (const { headings, parts } of paragraphs) {
    const all = title === undefined ? headings : [title, ...headings];
    const same = all.findIndex((heading, level) => heading !== above[level]);
    const from = same === -1 ? all.length : same;
    blocks.push({ depth: TOP_DEPTH + from, lines: [] });
    blocks.push(
      ...all.slice(from).map((heading, i) => ({ depth: TOP_DEPTH + from + i, lines: [{ text: heading }] })),
    );
    blocks.push({
      lines: parts.map(({ start, end }) => ({ text: onOneLine(text.slice(start, end).split('\n'), words) })),
    });
    above = all;
  }
  return [...blocks, { depth: TOP_DEPTH, lines: [] }];
}
