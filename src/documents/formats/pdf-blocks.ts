import { splitSentences } from '../sentences.js';
import type { TextBlock, TextLine } from './layout.js';
import { endsSentence, isListItem } from './lines.js';
import type { PdfLine } from './pdf-lines.js';

/** A line in letters that are larger than those of the text by this factor is a heading. */
const HEADING_SCALE = 1.15;

/** In characters: anything longer is text that is set in large letters. */
const MAX_HEADING_LENGTH = 200;

/** A paragraph begins where the distance to the line above is more than so many times the usual one. */
const PARAGRAPH_SPACING = 1.35;

/** A line that ends this far before the margin, as a share of the width, is the last one of its paragraph. */
const SHORT_LINE = 0.15;

interface LineGroup {
  readonly kind: 'heading' | 'list' | 'prose';
  readonly lines: PdfLine[];
}

/** The headings, paragraphs and lists that the lines on the pages make up. */
export function pdfBlocks(lines: readonly PdfLine[]): TextBlock[] {
  const layout = layoutOf(lines);
  const words = wordsOf(lines);
  const blocks: TextBlock[] = [];
  let items: TextLine[] | undefined;
  for (const group of groupLines(lines, layout)) {
    const { text, pages } = join(group.lines, words);
    const page = pages[0]?.page ?? 1;
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    if (group.kind !== 'list') {
      items = undefined;
      const depth = layout.depthOf(group.lines[0]?.size ?? 0);
      blocks.push(...(group.kind === 'prose' ? byPage(text, pages) : [{ depth, page, lines: [{ text }] }]));
    } else if (items && blocks.at(-1)?.page === page) {
      items.push({ text });
    } else {
      items = [{ text }];
      blocks.push({ page, lines: items });
    }
  }
  return blocks;
}

/** The words of a text in small letters, with those that have a hyphen in them. */
function wordsOf(lines: readonly PdfLine[]): ReadonlySet<string> {
  const word = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(word) ?? []));
}

interface PageLayout {
  /** Size of the letters that most of the text is set in. */
  readonly size: number;
  /** Usual distance between base lines, as a multiple of the size. */
  readonly spacing: number;
  depthOf(size: number): number;
  /** Where lines usually end that begin at about the same place as this one. */
  marginOf(line: PdfLine): number;
}

function layoutOf(lines: readonly PdfLine[]): PageLayout {
  const characters = new Map<number, number>();
  const ends = new Map<string, number[]>();
  const column = ({ page, left, size }: PdfLine) => `${page}:${Math.round(left / (4 * size || 1))}`;
  const spacings: number[] = [];
  lines.forEach((line, position) => {
    characters.set(step(line.size), (characters.get(step(line.size)) ?? 0) + line.text.length);
    const rights = ends.get(column(line));
    if (rights) rights.push(line.right);
    else ends.set(column(line), [line.right]);
    const above = lines[position - 1];
    if (above && above.page === line.page && above.y > line.y && step(above.size) === step(line.size)) {
      spacings.push((above.y - line.y) / line.size);
    }
  });
  const size = [...characters].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0])[0];
  const larger = [...characters.keys()]
    .filter((other) => other >= size * HEADING_SCALE)
    .sort((a, b) => b - a);
  const margins = new Map([...ends].map(([key, rights]) => [key, median(rights)]));
  return {
    size,
    spacing: median(spacings) || PARAGRAPH_SPACING,
    depthOf: (other) => Math.min(6, larger.indexOf(step(other)) + 1),
    marginOf: (line) => margins.get(column(line)) ?? line.right,
  };
}

/** Half points: sizes that differ by less are the same but for rounding. */
function step(size: number): number {
  return Math.round(size * 2) / 2;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function groupLines(lines: readonly PdfLine[], layout: PageLayout): LineGroup[] {
  const groups: LineGroup[] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const kind = kindOf(line, layout);
    if (group && goesOn(group, line, kind, layout)) group.lines.push(line);
    else groups.push({ kind, lines: [line] });
  }
  return groups;
}

function kindOf({ size, text }: PdfLine, layout: PageLayout): LineGroup['kind'] {
  if (step(size) >= layout.size * HEADING_SCALE && text.length <= MAX_HEADING_LENGTH) return 'heading';
  return isListItem(text) ? 'list' : 'prose';
}

/** Does the line continue the group before it? */
function goesOn(
  { kind, lines }: LineGroup,
  line: PdfLine,
  next: LineGroup['kind'],
  layout: PageLayout,
): boolean {
  const before = lines.at(-1);
  const first = lines[0];
  if (!before || !first || next === 'list' || (next === 'heading') !== (kind === 'heading')) return false;
  if (kind === 'heading' && step(line.size) !== step(before.size)) return false;
  const isFinished = endsSentence(before.text);
  // In another column or on another page only an unfinished sentence continues.
  if (line.page !== before.page || line.y > before.y) return kind !== 'heading' && !isFinished;
  if (before.y - line.y > layout.spacing * PARAGRAPH_SPACING * line.size) return false;
  if (kind === 'heading') return true;
  const isIndented = line.left > before.left + line.size * 0.8;
  if (kind === 'list') return !isFinished || line.left > first.left + line.size * 0.3;
  if (isIndented) return false;
  const margin = layout.marginOf(before);
  return !(isFinished && before.right < margin - (margin - before.left) * SHORT_LINE);
}

/** Where the words of a page begin in a text. */
interface PageStart {
  readonly page: number;
  readonly at: number;
}

function join(lines: readonly PdfLine[], words: ReadonlySet<string>): { text: string; pages: PageStart[] } {
  const pages: PageStart[] = [];
  let text = '';
  for (const line of lines) {
    text = append(text, line.text, words);
    if (pages.at(-1)?.page !== line.page) pages.push({ page: line.page, at: text.length - line.text.length });
  }
  return { text, pages };
}

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

function append(text: string, next: string, words: ReadonlySet<string>): string {
  if (text === '') return next;
  if (WIDE.test(text.at(-1) ?? '') && WIDE.test(next[0] ?? '')) return text + next;
  const [, stem] = /(?:^|[^\p{L}\p{N}-])(\p{L}[\p{L}\p{N}-]*)[-\u2010\u00ad]$/u.exec(text) ?? [];
  const [rest] = /^\p{Ll}[\p{L}\p{N}]*/u.exec(next) ?? [];
  // `12-` or `GPT-` before a number or a name keeps its hyphen.
  if (stem === undefined || rest === undefined)
    return /[-\u2010\u2013/]$/.test(text) ? text + next : `${text} ${next}`;
  const isCompound = words.has(`${stem}-${rest}`.toLowerCase()) && !words.has((stem + rest).toLowerCase());
  return (isCompound ? text : text.slice(0, -1)) + next;
}

/** Divides a paragraph where a new page begins: after the sentence that runs over from the page before. */
function byPage(text: string, pages: readonly PageStart[]): TextBlock[] {
  const sentences = pages.length > 1 ? splitSentences(text) : [];
  const cuts = pages.slice(1).flatMap(({ page, at }) => {
    const sentence = sentences.find(({ start }) => start >= at);
    return sentence ? [{ page, at: sentence.start }] : [];
  });
  return [...pages.slice(0, 1), ...cuts].flatMap(({ page, at }, position): TextBlock[] => {
    const part = text.slice(at, cuts[position]?.at ?? text.length).trim();
    // A sentence that is longer than a page leaves nothing for the page in between.
    return part === '' ? [] : [{ page, lines: [{ text: part }] }];
  });
}
