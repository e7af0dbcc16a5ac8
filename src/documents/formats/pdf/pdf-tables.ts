import { isListItem } from '../lines.js';
import { isRunningText } from './pdf-columns.js';
import { type Extent, extentOf, type PdfLine, rowsOf, textSizeOf } from './pdf-lines.js';

/** Lines that stand side by side, from left to right. */
type Row = readonly PdfLine[];

/** A line of a stretch of a page as it is read. */
export interface ReadLine extends PdfLine {
  /** Number of the stretch of the page, or column, from 0 over the file. */
  readonly column: number;
  /** Number of the table that the line is a row of, from 0 over the column; its cells stand between ` | `. */
  readonly table?: number;
}

/** The lines of a column from top to bottom, with the rows of its tables in one line each. */
export function columnLines(lines: readonly PdfLine[], column: number): ReadLine[] {
  const rows = rowsOf(lines).map((row) => row.sort((a, b) => a.left - b.left));
  const read: ReadLine[] = [];
  let tables = 0;
  for (let at = 0; at < rows.length; ) {
    const table = tableAt(rows, at);
    if (table) {
      const number = tables++;
      read.push(...table.lines.map((line) => ({ ...line, column, table: number })));
      at += table.length;
    } else {
      read.push(...joined(rows[at] ?? []).map((line) => ({ ...line, column })));
      at += 1;
    }
  }
  return read;
}

/** A row of text with wide gaps in it, as one line; what is set in another size stands by itself. */
function joined(row: Row): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const line of row) {
    const before = lines.at(-1);
    const isLevel = before && Math.abs(before.y - line.y) < line.size * 0.25;
    const isAlike = before && Math.abs(before.size - line.size) < before.size * 0.15;
    if (before && isLevel && (isAlike || isMarker(before))) lines[lines.length - 1] = join(before, line, ' ');
    else lines.push(line);
  }
  return lines;
}

function join(one: PdfLine, other: PdfLine, between: string): PdfLine {
  const main = other.text.length > one.text.length ? other : one;
  const text = one.text === '' ? other.text : `${one.text}${between}${other.text}`;
  const left = Math.min(one.left, other.left);
  const hasOneFont =
    one.hasOneFont && other.hasOneFont && (one.font === other.font || !/\p{L}/u.test(one.text));
  return {
    ...one,
    text,
    left,
    right: Math.max(one.right, other.right),
    size: main.size,
    font: main.font,
    hasOneFont,
  };
}

/** Further apart than so many times the size of the letters, rows are of different tables. */
const MAX_ROW_DISTANCE = 4.5;

/** In rows of a page; none has more. */
const MAX_ROWS = 300;

/** The table that begins with a row, and how many rows of the page it takes. */
function tableAt(rows: readonly Row[], start: number): { lines: PdfLine[]; length: number } | undefined {
  if (!isOfCells(rows[start])) return undefined;
  let end = start + 1;
  while (
    end < Math.min(rows.length, start + MAX_ROWS) &&
    isNear(rows[end - 1], rows[end]) &&
    !isAcross(rows, start, end)
  )
    end += 1;
  while (end > start && !isOfCells(rows[end - 1]) && !isWrapped(rows, start, end - 1)) end -= 1;
  const body = rows.slice(start, end);
  const columns = columnsOf(body.filter(isOfCells));
  if (!columns || (isText(body, columns) && !isSpaced(body))) return undefined;
  return { lines: tableRows(body, columns), length: body.length };
}

/** Are there several, and not just the sign of an item of a list before its words? */
function isOfCells(row: Row | undefined): boolean {
  const [first, second] = row ?? [];
  return first !== undefined && second !== undefined && !(row?.length === 2 && isMarker(first));
}

/** The bullet or number of an item of a list, apart from its words? */
function isMarker({ text }: PdfLine): boolean {
  return isListItem(`${text} x`) || /^[^\p{L}\p{N}]$/u.test(text);
}

function isNear(above: Row | undefined, row: Row | undefined): boolean {
  const [a, b] = [above?.[0], row?.[0]];
  return a !== undefined && b !== undefined && a.y - b.y < MAX_ROW_DISTANCE * a.size;
}

/** Does the single line of a row reach under two cells of the row where the table begins? */
function isAcross(rows: readonly Row[], start: number, at: number): boolean {
  const [line, other] = rows[at] ?? [];
  if (!line || other) return false;
  const under = (rows[start] ?? []).filter((cell) => line.left < cell.right && line.right > cell.left);
  return under.length !== 1;
}

/** Is the single line of a row part of a cell above it, and not the text below the table? */
function isWrapped(rows: readonly Row[], start: number, at: number): boolean {
  const [line] = rows[at] ?? [];
  const [first] = rows[start] ?? [];
  return line !== undefined && first !== undefined && line.left > first.right;
}

/** Rows of more are letters that are strewn over a page. */
const MAX_COLUMNS = 40;

/** The places of the columns of some rows; nothing where these are no table. */
function columnsOf(rows: readonly Row[]): Extent[] | undefined {
  const counts = new Map<number, Row[]>();
  for (const row of rows) {
    const alike = counts.get(row.length);
    if (alike) alike.push(row);
    else counts.set(row.length, [row]);
  }
  const [most = []] = [...counts.values()].sort(
    (a, b) => b.length - a.length || (b[0]?.length ?? 0) - (a[0]?.length ?? 0),
  );
  const width = most[0]?.length ?? 0;
  if (width > MAX_COLUMNS) return undefined;
  if (most.length < (width > 2 ? 2 : 3) || most.length < rows.length * 0.5) return undefined;
  const columns = Array.from({ length: width }, (_, column): Extent => {
    const cells = most.flatMap((row) => row[column] ?? []);
    return extentOf(cells);
  });
  const isApart = columns.every(
    ({ left }, column) => column === 0 || left > (columns[column - 1]?.right ?? 0),
  );
  return isApart ? columns : undefined;
}

/** Is it text in columns, line beside line? */
function isText(rows: readonly Row[], columns: readonly Extent[]): boolean {
  return columns.every((_, column) => {
    const cells = rows.flatMap((row) => row.filter((cell) => columnOf(cell, columns) === column));
    return isRunningText(cells, textSizeOf(cells));
  });
}

function distancesOf(rows: readonly Row[]): { distances: number[]; leading: number } {
  const distances = rows.slice(1).map((row, position) => (rows[position]?.[0]?.y ?? 0) - (row[0]?.y ?? 0));
  return {
    distances,
    leading: distances.reduce((least, distance) => Math.min(least, distance), Number.POSITIVE_INFINITY),
  };
}

function isSpaced(rows: readonly Row[]): boolean {
  const { distances, leading } = distancesOf(rows);
  return distances.filter((distance) => distance > leading * 1.3).length > 1;
}

/** The rows of a table as lines, the first one with the names of the columns. */
function tableRows(rows: readonly Row[], columns: readonly Extent[]): PdfLine[] {
  const { distances, leading } = distancesOf(rows);
  // Where some rows stand closer than others, these are the lines of a row.
  const isByDistance = isSpaced(rows);
  const lines: { cells: string[]; line: PdfLine }[] = [];
  rows.forEach((row, position) => {
    const [line] = row;
    if (!line) return;
    const isSpacedOff = (distances[position - 1] ?? 0) > leading * 1.2;
    const isNew = isByDistance ? isSpacedOff : columnOf(line, columns) === 0;
    const open = isNew ? undefined : lines.at(-1);
    const cells = open?.cells ?? columns.map(() => '');
    for (const cell of row) {
      const column = columnOf(cell, columns);
      cells[column] = [cells[column], cell.text].filter(Boolean).join(' ');
    }
    if (!open) lines.push({ cells, line });
  });
  return lines.map(({ cells, line }) => {
    const right = columns.at(-1)?.right ?? line.right;
    return { ...line, text: cells.join(' | ').trimEnd(), right };
  });
}

/** The column that a cell stands in: the first one that it reaches into, or the next one. */
function columnOf(cell: PdfLine, columns: readonly Extent[]): number {
  const inside = columns.findIndex(({ left, right }) => cell.left < right && cell.right > left);
  if (inside >= 0) return inside;
  const next = columns.findIndex(({ left }) => left > cell.left);
  return next < 0 ? columns.length - 1 : next;
}
