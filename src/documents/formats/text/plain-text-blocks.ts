import { sectionLevel } from '../chinese-writing.js';
import { columns, endsSentence, isListItem, lineGroups, type PlainLine, plainLines } from '../lines.js';

/** Lines of plain text that belong together. */
export interface PlainTextBlock {
  readonly kind: 'prose' | 'list' | 'heading';
  readonly lines: readonly PlainLine[];
  /** Of what is marked as a heading: 1 is the highest. */
  readonly level?: number;
}

/** Text is not wrapped at more columns than this, by hand or by a program. */
const MAX_WRAP_WIDTH = 200;

/** In fewer columns, Chinese lines of the same length may just as well be the items of a list. */
const MIN_WRAP_WIDTH = 30;

/** A line of at most so many columns may be a heading, or an item of a list without bullets. */
const MAX_SHORT_WIDTH = 100;

/** Lines that are wrapped by hand may end this early, as a share of the columns. */
const RAGGED = 0.8;

/** From this many on, short lines in a row are a list and not a heading under a heading. */
const MIN_LIST_ITEMS = 3;

/** The blocks of a text, in order. Lines that only separate or underline are in none. */
export function plainTextBlocks(text: string): PlainTextBlock[] {
  const groups = lineGroups(plainLines(text));
  const layout: TextLayout = { wrapOf: wrapWidths(groups), isSpaced: groups.length > 1 };
  const [first = [], ...others] = groups.map((group) => blocksOfGroup(group, layout));
  // The first block may be the title, which is no item of what follows.
  return [...first.slice(0, 1), ...gatherItems(first.slice(1)), ...others.flatMap(gatherItems)];
}

/** Could the lines be a title or heading: are they short, and not a sentence? */
export function isShort(lines: readonly PlainLine[], widest = MAX_SHORT_WIDTH): boolean {
  const text = joined(lines);
  const begins = !/^(?:\p{Ll}(?!\p{Lu})|[([])/u.test(text);
  if (!begins || /[,;，；、]$/.test(text) || columns(text) > widest) return false;
  if (/[?？]$/.test(text)) return text.split(' ').length <= 14;
  return !endsSentence(text) || endsInAbbreviation(text);
}

/** Between Chinese characters, a line break is no space. */
export function joined(lines: readonly PlainLine[]): string {
  return lines
    .map(({ text }) => text)
    .join('\n')
    .replace(/(?<=\p{Script=Han})\n(?=\p{Script=Han})/gu, '')
    .replaceAll('\n', ' ');
}

interface TextLayout {
  /** Columns at which the lines around one are hard-wrapped; `undefined` where they are not. */
  readonly wrapOf: (line: PlainLine) => number | undefined;
  /** Do blank lines stand between paragraphs? */
  readonly isSpaced: boolean;
}

interface OpenBlock extends PlainTextBlock {
  kind: PlainTextBlock['kind'];
  readonly lines: PlainLine[];
  level?: number;
}

function blocksOfGroup(group: readonly PlainLine[], layout: TextLayout): PlainTextBlock[] {
  const blocks: OpenBlock[] = [];
  let open: OpenBlock | undefined;
  for (const line of group) {
    const rule = /^([=~*_-])\1{2,}$/.exec(line.text)?.[1];
    if (rule) {
      if (open && isUnderlined(open, rule)) {
        open.kind = 'heading';
        open.level = rule === '=' ? 1 : 2;
      }
      open = undefined;
    } else if (open && belongs(open, line, layout)) {
      open.lines.push(line);
      if (isListItem(line.text)) open.kind = 'list';
    } else {
      open = begin(line);
      blocks.push(open);
      if (open.kind === 'heading') open = undefined;
    }
  }
  return blocks;
}

function begin(line: PlainLine): OpenBlock {
  const sign = /^(#{1,6})\s+\S/.exec(line.text)?.[1];
  if (sign) return { kind: 'heading', lines: [line], level: sign.length };
  return { kind: isListItem(line.text) || isRow(line) ? 'list' : 'prose', lines: [line] };
}

function isUnderlined({ kind, lines }: PlainTextBlock, rule: string): boolean {
  return kind === 'prose' && /[=~-]/.test(rule) && lines.length <= 2 && isShort(lines);
}

/** Does the line continue the block before it? */
function belongs(
  { kind, lines }: PlainTextBlock,
  line: PlainLine,
  { wrapOf, isSpaced }: TextLayout,
): boolean {
  const before = lines.at(-1);
  const wrap = before && wrapOf(before);
  if (!before || /^#{1,6}\s/.test(line.text)) return false;
  if (isRow(line) || isRow(before)) return isRow(line) && isRow(before);
  if (isListItem(line.text)) return kind === 'list' || before.text.endsWith(':');
  if (isContinued(before, line) || (kind === 'list' && isUnderItem(lines[0], line))) return true;
  if (wrap === undefined) return false;
  if (lines.length === 1 && isShort(lines) && standsAbove(before, line, wrap)) return false;
  const isIndented = line.indent > before.indent;
  // A line that ends early, and not with a sentence, is none of a paragraph but one of a box or an address.
  const endsEarly = before.width < wrap / 2 && wouldHaveFitted(before, line, wrap);
  if (isSpaced && endsEarly && !endsSentence(before.text) && !isBrokenOff(before, lines, wrap)) return false;
  if (isSpaced) return !(isIndented && /[.!?。！？:：]["”’'»)\]』」）》]{0,3}$/.test(before.text));
  if (!isIndented && isBrokenOff(before, lines, wrap)) return true;
  const begins = isIndented || (endsSentence(before.text) && isTitleCase(line.text));
  return !begins && !wouldHaveFitted(before, line, wrap);
}

/** In Chinese, all lines are indented; what stands below a number there is no part of an item. */
function isUnderItem(item: PlainLine | undefined, line: PlainLine): boolean {
  const isSection = item !== undefined && sectionLevel(item.text) !== undefined;
  return line.indent > (isSection ? item.indent : 0);
}

/** Words behind which no sentence ends. */
const OPEN_END =
  /\s(?:an?|and|are|as|at|by|for|from|had|has|have|in|is|its|of|on|or|than|that|the|their|to|was|were|which|with)$/i;

/**
 * Within a paragraph, a line that is not much shorter than others and does not end like a sentence goes on; and so does
 * one that ends in `of the`.
 */
function isBrokenOff(before: PlainLine, lines: readonly PlainLine[], wrap: number): boolean {
  if (OPEN_END.test(before.text.slice(-12)) && before.width >= MIN_PROSE_WIDTH / 2) return true;
  return (
    lines.length > 1 &&
    before.width >= wrap / 2 &&
    !/[.!?…。！？:：]["”’'»)\]』」）》]{0,3}$/.test(before.text)
  );
}

/** The row of a table: columns with a tab or a wide gap between them. */
export function isRow({ text }: PlainLine): boolean {
  return /\S(?:\t| {3})/.test(text) && !isListItem(text);
}

/** The line before breaks off within a sentence, and this one begins with a small letter. */
function isContinued(before: PlainLine, line: PlainLine): boolean {
  return !endsSentence(before.text) && /^\p{Ll}(?!\p{Lu})/u.test(line.text);
}

/** Is a line above a wrapped paragraph told from it by its capitals, or by ending before the margin? */
function standsAbove(before: PlainLine, line: PlainLine, wrap: number): boolean {
  if (isCapitals(before.text)) return !isCapitals(line.text);
  // A line that is full was broken there; and nothing begins with a bracket.
  if (!wouldHaveFitted(before, line, wrap) || /^[(（]/.test(line.text)) return false;
  if (isTitleCase(before.text)) return !isTitleCase(line.text);
  return wouldHaveFitted(before, line, wrap * RAGGED);
}

export function isCapitals(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** `The Rise of an Alliance`: two words or more, and all but short ones with a capital. */
export function isTitleCase(text: string): boolean {
  const words = text.split(' ');
  return words.length > 1 && words.every((word) => word.length < 5 || !/^\p{Ll}/u.test(word));
}

/** In columns: shorter lines than this are not wrapped, they end. */
const MIN_PROSE_WIDTH = 32;

/** So many lines of about the same width show how a part of a text is wrapped. */
const MIN_WRAPPED_LINES = 3;

/**
 * How the lines of a text are wrapped: all alike, or else, where a page was pasted with its menus, boxes and tables,
 * a run of long lines by itself.
 */
function wrapWidths(groups: readonly (readonly PlainLine[])[]): TextLayout['wrapOf'] {
  const everywhere = wrapWidth(groups);
  if (everywhere !== undefined) return () => everywhere;
  const widths = new Map<PlainLine, number>();
  for (const run of groups.flatMap(longRuns)) {
    const wrap = run.length >= MIN_WRAPPED_LINES ? wrapWidth([run]) : undefined;
    if (wrap !== undefined) for (const line of run) widths.set(line, wrap);
  }
  return (line) => widths.get(line);
}

/** Long lines in a row, with the shorter one that ends them. */
function longRuns(group: readonly PlainLine[]): PlainLine[][] {
  const runs: PlainLine[][] = [];
  let isOpen = false;
  for (const line of group) {
    const isLong = line.width >= MIN_PROSE_WIDTH;
    if (isOpen) runs.at(-1)?.push(line);
    else if (isLong) runs.push([line]);
    isOpen = isLong;
  }
  return runs;
}

/**
 * The columns at which lines are hard-wrapped; `undefined` where they are not. In wrapped text a good part of the line
 * breaks stand inside a sentence; where each line is a paragraph, a heading or an item, hardly any does.
 */
function wrapWidth(groups: readonly (readonly PlainLine[])[]): number | undefined {
  const widths = groups.flatMap((group) => group.map(({ width }) => width)).sort((a, b) => a - b);
  // A few lines may be wider, such as addresses of pages.
  const wrap = widths[Math.floor(widths.length * 0.9)] ?? 0;
  if (wrap > MAX_WRAP_WIDTH) return undefined;
  const breaks = groups.flatMap((group) =>
    group.slice(1).map((line, position) => isInside(group[position] ?? line, line, wrap)),
  );
  return breaks.filter(Boolean).length > breaks.length / 4 ? wrap : undefined;
}

/** Does the break between two lines stand inside a sentence? In Chinese no small letter tells, so the width must. */
function isInside(before: PlainLine, line: PlainLine, wrap: number): boolean {
  if (isContinued(before, line) || OPEN_END.test(before.text.slice(-12))) return true;
  const isChinese = /^\p{Script=Han}/u.test(line.text) && before.width >= MIN_WRAP_WIDTH;
  return isChinese && !endsSentence(before.text) && !wouldHaveFitted(before, line, wrap);
}

function wouldHaveFitted(before: PlainLine, line: PlainLine, wrap: number): boolean {
  const word = /^(?:\p{Script=Han}|[^\s\p{Script=Han}]+)/u.exec(line.text)?.[0] ?? '';
  return before.width + 1 + columns(word) <= wrap;
}

/** Makes lists of the short lines that stand together; the numbers of sections tell that lines are no items of one. */
function gatherItems(blocks: readonly PlainTextBlock[]): PlainTextBlock[] {
  const runs: PlainTextBlock[][] = [];
  let isRun = false;
  let level: number | undefined;
  for (const block of blocks) {
    const isItem = block.kind === 'prose' && block.lines.length === 1 && isShort(block.lines);
    const itsLevel = sectionLevel(joined(block.lines));
    if (isItem && isRun && itsLevel === level) runs.at(-1)?.push(block);
    else runs.push([block]);
    isRun = isItem;
    level = itsLevel;
  }
  return runs.flatMap((run) =>
    run.length < MIN_LIST_ITEMS ? run : [{ kind: 'list', lines: run.flatMap(({ lines }) => lines) }],
  );
}

/** `Export Controls in the U.S.` is a heading: the full stop is the abbreviation's. */
function endsInAbbreviation(text: string): boolean {
  return isTitleCase(text) && /(?:(?:\p{L}\.){2,}|\s(?:Inc|Co|Corp|Ltd)\.)$/u.test(text);
}
