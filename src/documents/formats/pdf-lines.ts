import type { StructuredTextItem } from 'unpdf';

/** A line of text as it stands on a page. Lengths are in points, from the lower left corner. */
export interface PdfLine {
  /** From 1. */
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the base line. */
  readonly y: number;
  /** Of the letters. */
  readonly size: number;
}

type TextItem = Pick<StructuredTextItem, 'str' | 'x' | 'y' | 'width' | 'fontSize' | 'hasEOL'>;

/** The lines of a page, in the order in which the file draws them, which is column by column in most. */
export function pageLines(items: readonly TextItem[], position: number): PdfLine[] {
  const lines: { -readonly [K in keyof PdfLine]: PdfLine[K] }[] = [];
  let isOpen = false;
  for (const { str, x, y, width, fontSize: size, hasEOL } of items) {
    const line = isOpen ? lines.at(-1) : undefined;
    if (str === '') {
      // An empty item only says that a line ends.
    } else if (line && isOnSameLine(line, { x, y, size })) {
      const isApart = x - line.right > size / 5 && !/\s$/.test(line.text);
      line.text += isApart ? ` ${str}` : str;
      line.right = x + width;
      line.size = Math.max(line.size, str.trim() === '' ? 0 : size);
    } else {
      lines.push({ page: position + 1, text: str, left: x, right: x + width, y, size });
      isOpen = true;
    }
    if (hasEOL) isOpen = false;
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').replaceAll('\u0000', '').trim() }))
    .filter(({ text }) => text !== '');
}

/** Raised and lowered figures are on the line too. */
function isOnSameLine(line: PdfLine, next: { x: number; y: number; size: number }): boolean {
  const size = Math.max(line.size, next.size);
  return Math.abs(next.y - line.y) < size / 2 && next.x > line.right - size;
}

/** At most so many lines at the edge of a page are its header or footer. */
const MAX_EDGE_LINES = 2;

/** A header or footer is further from the text than so many times the size of its letters. */
const MIN_EDGE_DISTANCE = 2;

/** A line that stands at the same edge of this many pages is not there by chance. */
const MIN_REPEATS = 3;

const PAGE_NUMBER = /^[↑↓]\d+ \W*(?:page|p\.|第)?\W*#\W*(?:页|(?:of|\/)?\W*#)?\W*$/iu;

/**
 * The lines of all pages without headers, footers and page numbers: lines that stand apart at the edge of a page and
 * are the same on several pages, numbers aside, or contain the number of their page.
 */
export function withoutRunningHeads(pages: readonly (readonly PdfLine[])[]): PdfLine[] {
  const marks = pages.map(edgeMarks);
  const counts = new Map<string, number>();
  for (const mark of marks.flatMap((page) => [...new Set([...page.values()].flat())])) {
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  const isRunning = (line: PdfLine, position: number) => {
    const known = marks[position]?.get(line) ?? [];
    return known.some((mark) => (counts.get(mark) ?? 0) >= MIN_REPEATS || PAGE_NUMBER.test(mark));
  };
  return pages.flatMap((lines, position) => lines.filter((line) => !isRunning(line, position)));
}

/** The lines that stand apart at the edges of a page, each with what it may share with lines on other pages. */
function edgeMarks(lines: readonly PdfLine[]): Map<PdfLine, string[]> {
  const down = lines.toSorted((a, b) => b.y - a.y);
  return new Map([
    ...edgeOf(down.toReversed()).map((line) => [line, marksOf(line, '↓')] as const),
    ...edgeOf(down).map((line) => [line, marksOf(line, '↑')] as const),
  ]);
}

/** @param inwards The lines of a page from one of its edges to the other. */
function edgeOf(inwards: readonly PdfLine[]): readonly PdfLine[] {
  for (let count = MAX_EDGE_LINES; count > 0; count--) {
    const last = inwards[count - 1];
    const next = inwards[count];
    if (last && next && Math.abs(last.y - next.y) > last.size * MIN_EDGE_DISTANCE)
      return inwards.slice(0, count);
  }
  return [];
}

function marksOf({ text, size, page }: PdfLine, edge: string): string[] {
  const words = text.replace(/\d+/g, '#').toLowerCase();
  const numbers = text.match(/^\d{1,4}\b|\b\d{1,4}$/g) ?? [];
  // The pages of a file may be counted from another number than those of the book, but the difference stays the same.
  return [
    `${edge}${Math.round(size)} ${words}`,
    ...numbers.map((number) => `${edge}${Number(number) - page}`),
  ];
}
