import { isContentsLine } from '../contents-lines.js';
import { halfPoints, type PdfLine, rowsOf, SIDE_SCALE, textSizeOf } from './pdf-lines.js';

/** At most so many rows at the edge of a page are its header or footer. */
const MAX_EDGE_ROWS = 3;

/** A header or footer is further from the text than so many times the size of its letters. */
const MIN_EDGE_DISTANCE = 2;

/** A line that stands at the same edge of this many pages is not there by chance. */
const MIN_REPEATS = 3;

/** Of a longer line a page number is only a part. */
const MAX_NUMBER_LINE = 100;

/**
 * The lines of all pages without what stands around the text: headers, footers and page numbers, numbers of lines, and
 * the lines of a table of contents.
 *
 * A header or footer stands apart at the edge of a page and is the same, numbers aside, on three pages, or on two at
 * the same place and no larger than the text; or it is the number of a page.
 */
export function withoutFurniture(pages: readonly (readonly PdfLine[])[]): (readonly PdfLine[])[] {
  const size = textSizeOf(pages.flat());
  const edges = pages.map(edgeLines);
  const counts = new Map<string, number>();
  for (const lines of edges) {
    const marks = lines.map((line) => marksOf(line, size));
    for (const mark of new Set(marks.flatMap(({ same, others }) => [...others, ...(same ? [same] : [])]))) {
      counts.set(mark, (counts.get(mark) ?? 0) + 1);
    }
  }
  const has = (mark: string | undefined, repeats: number) =>
    mark !== undefined && (counts.get(mark) ?? 0) >= repeats;
  const numbered = edges.map((lines) => numberRow(lines, size));
  const running = new Set(
    edges
      .flatMap((lines, page) => lines.map((edge) => ({ edge, row: numbered[page]?.[edge.edge] ?? [] })))
      .flatMap(({ edge, row }) => {
        const { isApart, line } = edge;
        const { same, others } = marksOf(edge, size);
        const isRunning = isApart
          ? row.includes(line) || has(same, 2) || others.some((mark) => has(mark, MIN_REPEATS))
          : has(same, MIN_REPEATS);
        return isRunning ? [line] : [];
      }),
  );
  return pages.map((lines) => {
    const text = lines.filter((line) => !running.has(line) && !isContentsLine(line.text));
    const numbers = lineNumbers(text);
    return numbers.size === 0 ? text : text.filter((line) => !numbers.has(line));
  });
}

/**
 * The numbers of a page at either edge, and what stands beside one on its line, smaller than the text. Where several
 * rows are words with a number, these are rows of a table.
 */
function numberRow(edges: readonly EdgeLine[], textSize: number): Record<EdgeLine['edge'], PdfLine[]> {
  const rowAt = (edge: EdgeLine['edge']) => {
    const lines = edges.flatMap((one) => (one.edge === edge && one.isApart ? one.line : []));
    const rows = rowsOf(lines).filter((row) => row.some(isPageNumber));
    const isTable =
      rows.filter((row) => row.some((line) => /\p{L}/u.test(line.text) && !isPageNumber(line))).length > 1;
    if (isTable) return rows.flatMap((row) => (row.every(isPageNumber) ? row : []));
    return rows.flatMap((row) =>
      row.filter((line) => isPageNumber(line) || line.size < textSize * SIDE_SCALE),
    );
  };
  return { '↑': rowAt('↑'), '↓': rowAt('↓') };
}

interface EdgeLine {
  readonly edge: '↑' | '↓';
  readonly line: PdfLine;
  /** Further from the text than lines of text are from one another. */
  readonly isApart: boolean;
}

/** The lines at the upper and the lower edge of a page. */
function edgeLines(lines: readonly PdfLine[]): EdgeLine[] {
  const down = rowsOf(lines);
  return [...edgeOf(down, '↑'), ...edgeOf(down.toReversed(), '↓')];
}

/** @param inwards The rows of a page from one of its edges to the other. */
function edgeOf(inwards: readonly (readonly PdfLine[])[], edge: EdgeLine['edge']): EdgeLine[] {
  const nearest = inwards.slice(0, MAX_EDGE_ROWS + 1);
  const apart = nearest.findLastIndex((row, position) => {
    const [last, next] = [nearest[position - 1]?.[0], row[0]];
    return last && next && Math.abs(last.y - next.y) > last.size * MIN_EDGE_DISTANCE;
  });
  const rows = apart > 0 ? nearest.slice(0, apart) : inwards.slice(0, inwards.length > 1 ? 1 : 0);
  return rows.flatMap((row) => row.map((line) => ({ edge, line, isApart: apart > 0 })));
}

interface Marks {
  /** Words and place, numbers aside; not of titles, as these may come twice. */
  readonly same: string | undefined;
  /** What is less certain to be no chance. */
  readonly others: readonly string[];
}

/** What a line may share with lines on other pages. */
function marksOf({ edge, line: { text, size, page, y }, isApart }: EdgeLine, textSize: number): Marks {
  const kind = `${edge}${Math.round(size)}`;
  const place = Math.round(y / 2);
  const numbers = text.match(/^\d{1,4}\b|\b\d{1,4}$/g) ?? [];
  const isSmall = halfPoints(size) <= textSize * 1.1 && /\p{L}/u.test(text);
  const others = [
    `${kind} ${masked(text)}`,
    // The pages of a file may be counted from another number than those of the book, but the difference stays.
    ...numbers.map((number) => `${edge}${Number(number) - page}`),
  ];
  // A small head changes with the chapter, but not its place.
  if (edge === '↑' && size < textSize * SIDE_SCALE) others.push(`${kind} at ${place}`);
  const words = isApart ? masked(text) : text;
  return { same: isSmall ? `${kind} ${place} ${words}` : undefined, others: isApart ? others : [] };
}

/** In small letters, with `#` for each number, also a Roman one. */
function masked(text: string): string {
  return text.toLowerCase().replace(/\d+|(?<![\p{L}\p{N}])[ivxlc]{1,7}(?![\p{L}\p{N}])/gu, '#');
}

/** `12`, `- xii -`, `Page 1 of 2`, `第 3 页`, or a line with the page and their number in it. */
function isPageNumber({ text }: PdfLine): boolean {
  if (text.length > MAX_NUMBER_LINE) return false;
  const words = masked(text).replace(/[^\p{L}\p{N}#]/gu, '');
  if (
    /^(?:page|pages|p|pg|pag|seite|página|第)?#(?:页|頁|页?共#页?|頁?共#頁?|of#|von#|de#|sur#|#|page)?$/.test(
      words,
    )
  )
    return true;
  return /\bpage \d{1,4} of \d{1,4}\b/i.test(text);
}

/** Fewer numbers below one another may be something else. */
const MIN_LINE_NUMBERS = 4;

/** The numbers of lines in the margin, as drafts and transcripts have them: one for each line, or for every fifth. */
function lineNumbers(lines: readonly PdfLine[]): ReadonlySet<PdfLine> {
  const numbers = lines.filter(isNumber).sort((a, b) => b.y - a.y);
  if (numbers.length < MIN_LINE_NUMBERS) return new Set();
  const text = lines.filter((line) => !isNumber(line));
  const running = text.filter(({ text: words }) => /^\p{Ll}/u.test(words)).length;
  // A list or table may be numbered too, but its lines do not run on, and none of its numbers stands alone.
  const alone = rowsOf(lines).filter(([first, second]) => first && !second && isNumber(first));
  if (running < text.length * 0.2 && alone.length < 3) return new Set();
  const places = new Map<number, PdfLine[]>();
  for (const number of numbers) {
    const place = Math.round(number.right / 4);
    const column = places.get(place) ?? places.get(place - 1) ?? places.get(place + 1);
    if (column) column.push(number);
    else places.set(place, [number]);
  }
  const columns = [...places.values()].filter((column) => isInMargin(column, text) && isCount(column));
  return new Set(columns.flat());
}

function isNumber({ text }: PdfLine): boolean {
  return /^\d{1,4}$/.test(text);
}

function isInMargin(column: readonly PdfLine[], text: readonly PdfLine[]): boolean {
  const [{ left, right } = { left: 0, right: 0 }] = column;
  const outside = (isOutside: (line: PdfLine) => boolean) =>
    text.filter(isOutside).length > text.length * 0.95;
  return outside((line) => line.left > right) || outside((line) => line.right < left);
}

/** Does each number, but for few, follow the one above it by one or by five? */
function isCount(column: readonly PdfLine[]): boolean {
  if (column.length < MIN_LINE_NUMBERS) return false;
  const steps = column.slice(1).map(({ text }, position) => Number(text) - Number(column[position]?.text));
  const [step] = steps;
  return (step === 1 || step === 5) && steps.filter((other) => other === step).length >= steps.length * 0.8;
}
