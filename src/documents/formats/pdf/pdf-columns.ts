import { isListItem, columns as widthOf } from '../lines.js';
import { type PdfLine, rowsOf, SIDE_SCALE } from './pdf-lines.js';

/** Columns within columns; deeper ones are an accident. */
const MAX_DEPTH = 4;

/** A gap between columns is at least so wide, in times the size of the letters. */
const MIN_GUTTER = 0.4;

/** How many places are tried where a column may begin: those where most text begins. */
const MAX_STARTS = 12;

/** Beside fewer lines, small letters are those of a table. */
const MIN_LINES_BESIDE_NOTES = 8;

/** Beside running text of this many lines in letters of another size, they are a box. */
const MIN_LINES_BESIDE_BOX = 4;

/**
 * The stretches of a page in the order in which they are read, whatever order the file draws them in: what goes over
 * the whole width, then column after column, down to what goes over the whole width again.
 *
 * This is the recursive division of a page at white space (the X-Y cut of Nagy and Seth, 1984), but a gap counts as
 * one between columns only where running text stands on both sides of it: the gaps of a table do not.
 *
 * @param textSize of most of the text of the file
 */
export function readingOrder(
  lines: readonly PdfLine[],
  textSize: number,
  depth = MAX_DEPTH,
): (readonly PdfLine[])[] {
  const start = depth > 0 ? columnStart(lines, textSize) : undefined;
  if (start === undefined) return [lines];
  return bandsAt(lines, start).flatMap(({ left, right }) =>
    right.length === 0
      ? [left]
      : [...readingOrder(left, textSize, depth - 1), ...readingOrder(right, textSize, depth - 1)],
  );
}

/** What stands one above the other; where there is a `right`, it stands beside `left`. */
interface Band {
  readonly left: PdfLine[];
  readonly right: PdfLine[];
}

/** Where the second column of a part of a page begins, if it has any; in points from the left. */
function columnStart(lines: readonly PdfLine[], textSize: number): number | undefined {
  const weights = new Map<number, { start: number; weight: number; count: number }>();
  for (const { left, text } of lines) {
    const place = Math.round(left / 3);
    const { start, weight, count } = weights.get(place) ?? { start: left, weight: 0, count: 0 };
    weights.set(place, { start: Math.min(start, left), weight: weight + text.length, count: count + 1 });
  }
  const starts = [...weights.values()].filter(({ count }) => count > 1);
  let best: { start: number; weight: number } | undefined;
  for (const { start } of starts.sort((a, b) => b.weight - a.weight).slice(0, MAX_STARTS)) {
    const beside = bandsAt(lines, start).filter((band) => band.left.length > 1 && band.right.length > 1);
    const left = beside.flatMap((band) => band.left);
    const right = beside.flatMap((band) => band.right);
    const weight = Math.min(weightOf(left), weightOf(right));
    if (weight <= (best?.weight ?? 0) || isGrid(left, right)) continue;
    if (!isBesideText(left, right, textSize) || !isBesideText(right, left, textSize)) continue;
    best = { start, weight };
  }
  return best?.start;
}

function weightOf(lines: readonly PdfLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

/** The part of a page divided where a line, or a table, stands on both sides of the place. */
function bandsAt(lines: readonly PdfLine[], start: number): Band[] {
  const bands: Band[] = [];
  const across = new Set(tabularRows(lines, start).flat());
  let isOpen = false;
  for (const line of lines.toSorted((a, b) => b.y - a.y || a.left - b.left)) {
    const isRight = line.left > start - 1;
    const isLeft = line.right < start - line.size * MIN_GUTTER;
    const isAcross = across.has(line) || !(isLeft || isRight);
    let band = bands.at(-1);
    if (!band || isAcross === isOpen) {
      band = { left: [], right: [] };
      bands.push(band);
    }
    isOpen = !isAcross;
    (isRight && !isAcross ? band.right : band.left).push(line);
  }
  return joinNarrow(bands);
}

/** Bands of which one side is empty are no columns: they go on where the one above them ends. */
function joinNarrow(bands: readonly Band[]): Band[] {
  const joined: Band[] = [];
  for (const { left, right } of bands) {
    const above = joined.at(-1);
    const isBeside = left.length > 0 && right.length > 0;
    if (!isBeside && above && above.right.length === 0) above.left.push(...left, ...right);
    else joined.push(isBeside ? { left, right } : { left: [...left, ...right], right: [] });
  }
  return joined;
}

/** Rows, at least three, of short cells that stand on both sides of a place: a table over the whole width. */
function tabularRows(lines: readonly PdfLine[], start: number): (readonly PdfLine[])[] {
  const runs: PdfLine[][][] = [[]];
  for (const row of rowsOf(lines)) {
    const isOnBothSides = row.some(({ right }) => right < start) && row.some(({ left }) => left > start - 1);
    const isOfCells = row.length > 2 && row.every(({ text }) => widthOf(text) < 28);
    if (isOnBothSides && isOfCells) runs.at(-1)?.push(row);
    else if (runs.at(-1)?.length !== 0) runs.push([]);
  }
  return runs.filter(({ length }) => length > 2).flat();
}

/** Is it running text, or something beside it that is no part of it: notes in the margin, a table in its column? */
function isBesideText(lines: readonly PdfLine[], others: readonly PdfLine[], textSize: number): boolean {
  if (isRunningText(lines, textSize) || isBulleted(lines)) return true;
  const isSmall = lines.every(({ size }) => size < textSize * SIDE_SCALE);
  // The cells of a table have letters of one size.
  if (
    isSmall &&
    others.length >= MIN_LINES_BESIDE_BOX &&
    others.every(({ size }) => size >= textSize * SIDE_SCALE)
  )
    return isRunningText(others, textSize);
  if (others.length < MIN_LINES_BESIDE_NOTES) return false;
  if (isSmall) return true;
  // The cells of a table stand on the lines of one another, and terms on the first line of what they mean.
  if (levelWith(lines, others) < 0.5) return true;
  const starts = others.filter(({ text }) => !/^\p{Ll}/u.test(text));
  return lines.length * 3 < others.length && levelWith(lines, starts) < 0.5;
}

function isBulleted(lines: readonly PdfLine[]): boolean {
  return lines.filter(({ text }) => /^[^\p{L}\p{N}\s] \p{L}/u.test(text)).length > lines.length * 0.6;
}

/** The share of some lines that have the base line of one of the others. */
function levelWith(lines: readonly PdfLine[], others: readonly PdfLine[]): number {
  const places = new Set(others.map(({ y }) => Math.round(y)));
  const level = lines.filter(({ y }) => [-1, 0, 1].some((off) => places.has(Math.round(y) + off)));
  return level.length / (lines.length || 1);
}

/** In columns of a terminal: shorter lines are cells and labels. The lines of a cell in Chinese are all full. */
const MIN_WIDTH = 12;
const MIN_HAN_WIDTH = 24;

/** Do lines go on in the next one, and fill their column, as text does and cells and labels do not? */
export function isRunningText(lines: readonly PdfLine[], textSize: number): boolean {
  // Not the notes and labels that stand in a column too.
  const large = lines.filter(({ size }) => size > textSize * SIDE_SCALE);
  const text = large.length > 1 ? large : lines;
  const width = text.reduce((most, { left, right }) => Math.max(most, right - left), 0);
  const long = text.filter(
    (line) => widthOf(line.text) > (/\p{sc=Han}/u.test(line.text) ? MIN_HAN_WIDTH : MIN_WIDTH),
  );
  const full = long.filter((line) => line.right - line.left > width * 0.6);
  const goesOn = long.filter((line) => /^(?:\p{Ll}|\p{sc=Han})/u.test(line.text) || isListItem(line.text));
  return (
    text.length > 1 &&
    weightOf(full) > weightOf(text) * 0.5 &&
    goesOn.length >= Math.max(1, long.length * 0.25)
  );
}

/** Are these the cells of a table, with lines of their own: do both sides begin anew at the same heights? */
function isGrid(left: readonly PdfLine[], right: readonly PdfLine[]): boolean {
  const leading = Math.max(lineDistance(left), lineDistance(right));
  const all = cutsIn([...left, ...right], leading);
  const sides = [left, right].map((side) => ({ lines: new Set(side), cuts: cutsIn(side, leading) }));
  return (
    all.length > 1 &&
    sides.every(
      ({ lines, cuts }) =>
        cuts.length === all.length && all.every((row) => row.some((line) => lines.has(line))),
    )
  );
}

/** The rows that stand further below the one above them than lines of a paragraph do. */
function cutsIn(lines: readonly PdfLine[], leading: number): (readonly PdfLine[])[] {
  const rows = rowsOf(lines);
  return rows.slice(1).filter((row, position) => distance(rows[position], row) > leading * 1.3);
}

/** Between the base lines of lines that stand close below one another. */
function lineDistance(lines: readonly PdfLine[]): number {
  const rows = rowsOf(lines);
  const distances = rows.slice(1).map((row, position) => distance(rows[position], row));
  return distances.sort((a, b) => a - b)[Math.floor(distances.length / 4)] ?? 0;
}

function distance(above: readonly PdfLine[] | undefined, below: readonly PdfLine[]): number {
  return (above?.[0]?.y ?? 0) - (below[0]?.y ?? 0);
}
