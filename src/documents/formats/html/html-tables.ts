import { elementsIn, type HtmlElement, type HtmlNode, nameOf } from './dom.js';

/** A table as a reader sees it. */
export interface Table {
  readonly captions: readonly HtmlElement[];
  /** From left to right, `undefined` where there is no cell. A cell over several rows or columns stands in each. */
  readonly rows: readonly (readonly (HtmlElement | undefined)[])[];
  /** How many rows at the top name the columns; 0 where none says that it does. */
  readonly headRows: number;
}

/** In rows or columns; more is a trick to make a cell as large as the table. */
const MAX_SPAN = 1_000;

/** How often cells of a table are repeated at most, all together. */
const MAX_REPEATS = 100_000;

/**
 * The cells of a table in their rows and columns, or `undefined` where it only arranges what is on a page: it says so,
 * has one column, or holds other tables or articles.
 */
export function readTable(table: HtmlElement): Table | undefined {
  const written = rowsIn(table, false);
  if (isLayout(table, written)) return undefined;
  const captions = elementsIn(table).filter((child) => nameOf(child) === 'caption');
  // A first row of one cell over all columns is what the table is called.
  const [
    {
      cells: [first, second],
    } = { cells: [] },
    ...others
  ] = written;
  const isTitled = first !== undefined && !second && others.length > 1 && spanOf(first, 'colspan') > 1;
  const rows = isTitled ? others : written;
  return {
    captions: isTitled ? [...captions, first] : captions,
    rows: inColumns(rows.map(({ cells }) => cells)),
    headRows: headRowsOf(rows),
  };
}

/** All cells of a table that only arranges what is in them. */
export function cellsIn(table: HtmlElement): HtmlElement[] {
  return rowsIn(table, false).flatMap(({ cells }) => cells);
}

interface Row {
  readonly cells: readonly HtmlElement[];
  readonly isInHead: boolean;
}

function rowsIn(table: HtmlNode, isInHead: boolean): Row[] {
  return elementsIn(table).flatMap((child): Row[] => {
    const name = nameOf(child);
    if (/^t(?:head|body|foot)$/.test(name)) return rowsIn(child, name === 'thead');
    if (name !== 'tr') return [];
    return [{ cells: elementsIn(child).filter((cell) => /^t[dh]$/.test(nameOf(cell))), isInHead }];
  });
}

function isLayout(table: HtmlElement, rows: readonly Row[]): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return true;
  if (rows.every(({ cells }) => cells.length < 2)) return true;
  if (table.getElementsByTagName('table').length > 0) return true;
  if (rows.length > 3 || table.querySelector('th, caption')) return false;
  return table.querySelector('h1, h2, h3, article, p + p + p') !== null;
}

function spanOf(cell: HtmlElement, direction: 'rowspan' | 'colspan'): number {
  const span = Number.parseInt(cell.getAttribute(direction) ?? '', 10);
  // `rowspan="0"` is all rows that follow.
  if (span === 0 && direction === 'rowspan') return MAX_SPAN;
  return span > 0 ? Math.min(span, MAX_SPAN) : 1;
}

/** As in HTML, section 4.9.12.1, "Forming a table"; but a cell that is alone in its row stands there once. */
function inColumns(rows: readonly (readonly HtmlElement[])[]): (HtmlElement | undefined)[][] {
  const widths = rows.map((cells) => (cells.length > 1 ? widthOf(cells) : 1));
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  let repeats = MAX_REPEATS;
  /** By column: the cell that reaches down into the next rows, and into how many. */
  const reaching: { cell: HtmlElement; rows: number }[] = [];
  const fromAbove = (column: number) => {
    const above = reaching[column];
    if (!above || above.rows === 0 || repeats <= 0) return undefined;
    above.rows--;
    repeats--;
    return above.cell;
  };
  return rows.map((cells) => {
    const row: (HtmlElement | undefined)[] = [];
    while (reaching.length > 0 && (reaching.at(-1)?.rows === 0 || repeats <= 0)) reaching.pop();
    const isAlone = cells.length === 1 && reaching.length === 0;
    for (const cell of cells) {
      for (let above = fromAbove(row.length); above; above = fromAbove(row.length)) row.push(above);
      const room = Math.max(1, Math.min(widest - row.length, repeats));
      const columns = isAlone ? 1 : Math.min(spanOf(cell, 'colspan'), room);
      const below = spanOf(cell, 'rowspan') - 1;
      for (let column = 0; column < columns; column++) {
        reaching[row.length] = { cell, rows: below };
        row.push(cell);
      }
      repeats -= columns - 1;
    }
    const end = reaching.findLastIndex((above, column) => column < row.length || above.rows > 0);
    while (repeats > 0 && row.length <= end) row.push(fromAbove(row.length));
    return row;
  });
}

function widthOf(cells: readonly HtmlElement[]): number {
  return cells.reduce((width, cell) => width + spanOf(cell, 'colspan'), 0);
}

/** Rows of the head, or of cells that are heads; below a name of several columns stand their own names. */
function headRowsOf(rows: readonly Row[]): number {
  const isHead = ({ cells, isInHead }: Row) => isInHead || cells.every((cell) => nameOf(cell) === 'th');
  const others = rows.findIndex((row) => !isHead(row));
  const marked = others === -1 ? Math.min(rows.length, 1) : others;
  const first = rows[0]?.cells ?? [];
  const isDivided = first.some((cell) => spanOf(cell, 'colspan') > 1);
  const down = first.reduce((most, cell) => Math.max(most, spanOf(cell, 'rowspan')), 0);
  const isMarked = first.every((cell) => nameOf(cell) === 'th') || marked > 0;
  const isSame = first.every((cell) => spanOf(cell, 'colspan') > 1 || spanOf(cell, 'rowspan') === down);
  if (isDivided && down > marked && down < rows.length && down <= 3 && (isMarked || isSame)) return down;
  return marked;
}
