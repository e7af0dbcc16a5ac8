import { LOST } from './pdf-glyphs.js';
import { lineText, SMALL } from './pdf-line-text.js';
import type { TextRun } from './pdf-runs.js';

/** A line of text as it stands on a page, or the part of one up to a wide gap. Lengths are in points. */
export interface PdfLine {
  /** From 1. */
  readonly page: number;
  readonly text: string;
  /** From the left and the lower edge of the page. */
  readonly left: number;
  readonly right: number;
  /** Of the base line. */
  readonly y: number;
  /** Of most of the letters. */
  readonly size: number;
  /** Of most of the letters; files name their fonts as they like. */
  readonly font: string;
  /** Are nearly all of the letters in that font? */
  readonly hasOneFont: boolean;
  /** Does a raised number or sign stand before it, as before a footnote? */
  readonly isNote?: boolean;
}

/** Letters that are smaller than those of the text by this factor are those of notes, captions and labels. */
export const SIDE_SCALE = 0.93;

/** A gap that is wider than so many times the size of the letters may be one between columns. */
const WIDE_GAP = 0.8;

/** Chinese may be set with as much between its characters, in times their size. */
const SPREAD_GAP = 2.2;

/** The parts of lines of a page, in the order in which they are drawn. */
export function pageLines(runs: readonly TextRun[], position: number): PdfLine[] {
  const lines = joinOnLine(drawnTogether(runs)).map((piece) => lineOf(piece, position + 1));
  return withBullets(lines.filter(({ text }) => text !== ''));
}

/** A shape without meaning that stands alone before other words, not far from them, is the bullet of an item. */
function withBullets(lines: readonly PdfLine[]): PdfLine[] {
  const shapes = lines.filter(({ text }) => text === LOST);
  if (shapes.length === 0) return [...lines];
  const before = (line: PdfLine, shape: PdfLine) =>
    line.left > shape.right && line.left - shape.right < line.size * MAX_BULLET_GAP;
  const bullets = new Set(
    rowsOf(lines).flatMap((row) => {
      const [first, second] = row.sort((a, b) => a.left - b.left);
      return first && second && first.text === LOST && before(second, first) ? [first] : [];
    }),
  );
  return lines.map((line) => (bullets.has(line) ? { ...line, text: '•' } : line));
}

/** In times the size of the letters. */
const MAX_BULLET_GAP = 3;

/** Runs that stand on one line without a wide gap. */
interface Piece {
  readonly runs: TextRun[];
  /** The run that most of the letters are in. */
  base: TextRun;
  left: number;
}

/** Runs that the file draws one after another. */
function drawnTogether(runs: readonly TextRun[]): Piece[] {
  const pieces: Piece[] = [];
  for (const run of runs) {
    const piece = pieces.at(-1);
    const before = piece?.runs.at(-1);
    const reach = piece ? Math.max(piece.base.size, run.size) / 2 : 0;
    // Raised and lowered figures are on the line too.
    if (piece && before && isBeside(before, run) && Math.abs(piece.base.y - run.y) < reach)
      append(piece, { runs: [run], base: run, left: run.left });
    else pieces.push({ runs: [run], base: run, left: run.left });
  }
  return pieces;
}

function append(piece: Piece, { runs, base, left }: Piece): void {
  for (const run of runs) piece.runs.push(run);
  piece.left = Math.min(piece.left, left);
  if (base.text.length > piece.base.text.length) piece.base = base;
}

/** Does the second run go on where the first one ends? */
function isBeside(before: TextRun, run: TextRun): boolean {
  const size = Math.max(before.size, run.size);
  const gap = run.isRightToLeft ? before.left - run.right : run.left - before.right;
  const isSpread = /^\p{sc=Han}\s?$/u.test(before.text) && /^\p{sc=Han}/u.test(run.text);
  return gap > -size && gap < size * (isSpread ? SPREAD_GAP : WIDE_GAP);
}

/** Joins pieces that stand on one line without a wide gap, though they are not drawn one after another. */
function joinOnLine(pieces: readonly Piece[]): readonly Piece[] {
  const order = new Map(pieces.map((piece, position) => [piece, position]));
  const joined: Piece[] = [];
  const placed = pieces.map((piece) => ({ piece, y: piece.base.y, size: piece.base.size }));
  for (const row of rowsOf(placed)) {
    let open: Piece | undefined;
    for (const { piece } of row.sort((a, b) => a.piece.left - b.piece.left)) {
      const before = open?.runs.at(-1);
      const first = piece.runs[0];
      // Right to left text is joined as it is drawn.
      if (
        open &&
        before &&
        first &&
        !first.isRightToLeft &&
        isBeside(before, first) &&
        isLevel(open, piece)
      ) {
        append(open, piece);
      } else {
        open = piece;
        joined.push(piece);
      }
    }
  }
  return joined.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

/** On one base line, or one small and raised or lowered beside the other? */
function isLevel({ base: a }: Piece, { base: b }: Piece): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  const distance = Math.abs(a.y - b.y);
  return distance < large.size * 0.2 || (small.size < large.size * SMALL && distance < large.size / 2);
}

/** The size that most of the text is set in, to half a point. */
export function textSizeOf(lines: readonly PdfLine[]): number {
  const characters = new Map<number, number>();
  for (const { size, text } of lines) {
    characters.set(halfPoints(size), (characters.get(halfPoints(size)) ?? 0) + text.length);
  }
  return [...characters].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0])[0];
}

/** Sizes that differ by less are the same but for rounding. */
export function halfPoints(size: number): number {
  return Math.round(size * 2) / 2;
}

/** Where something begins and ends on a line. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** From the leftmost beginning of some things to the rightmost end. */
export function extentOf(things: readonly Extent[]): Extent {
  const [first = { left: 0, right: 0 }] = things;
  let { left, right } = first;
  for (const thing of things) {
    left = Math.min(left, thing.left);
    right = Math.max(right, thing.right);
  }
  return { left, right };
}

/** What stands side by side on a page, from top to bottom. */
export function rowsOf<T extends { readonly y: number; readonly size: number }>(things: readonly T[]): T[][] {
  const rows: { anchor: T; members: T[] }[] = [];
  for (const thing of things.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    if (row && row.anchor.y - thing.y < Math.max(row.anchor.size, thing.size) * 0.45) {
      row.members.push(thing);
      if (thing.size > row.anchor.size) row.anchor = thing;
    } else {
      rows.push({ anchor: thing, members: [thing] });
    }
  }
  return rows.map(({ members }) => members);
}

function lineOf({ runs: drawn }: Piece, page: number): PdfLine {
  const runs = drawn[0]?.isRightToLeft ? drawn : drawn.toSorted((a, b) => a.left - b.left);
  const base = fullSized(runs);
  const { text, isNote } = lineText(runs, base);
  return {
    page,
    text,
    ...extentOf(runs),
    y: base.y,
    size: base.size,
    font: base.font,
    hasOneFont: lettersIn(runs.filter(({ font }) => font === base.font)) >= lettersIn(runs) * 0.8,
    ...(isNote && { isNote }),
  };
}

/** In a line with small capitals or raised figures, more than so many of the letters have their full size. */
const MIN_FULL_SIZED = 0.2;

/** The longest run in the largest letters that are not just a few. */
function fullSized(runs: readonly TextRun[]): TextRun {
  const sizes = [...new Set(runs.map(({ size }) => halfPoints(size)))].sort((a, b) => b - a);
  const all = lettersIn(runs);
  for (const size of sizes.slice(0, 8)) {
    const alike = runs.filter((run) => halfPoints(run.size) === size);
    if (lettersIn(alike) >= all * MIN_FULL_SIZED) return longest(alike);
  }
  return longest(runs);
}

function longest(runs: readonly TextRun[]): TextRun {
  return runs.reduce((most, run) => (run.text.length > most.text.length ? run : most));
}

function lettersIn(runs: readonly TextRun[]): number {
  return runs.reduce((sum, { text }) => sum + text.trim().length, 0);
}
