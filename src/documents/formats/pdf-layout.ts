import { halfPoints, textSizeOf } from './pdf-lines.js';
import type { ReadLine } from './pdf-tables.js';

/** Letters that are larger than those of the text by this factor are those of headings. */
export const HEADING_SCALE = 1.15;

/** Where no two lines stand below one another, the usual distance of their base lines, as a multiple of the size. */
const USUAL_SPACING = 1.35;

/** How the text of a file is set. */
export interface PageLayout {
  /** Size of the letters that most of the text is set in. */
  readonly size: number;
  /** The font of most of the text. */
  readonly font: string;
  /** Usual distance between base lines, as a multiple of the size. */
  readonly spacing: number;
  /** The sizes of headings, the largest first. */
  readonly headingSizes: readonly number[];
  /** Usual width of a line of the text. */
  readonly lineWidth: number;
  /** Where lines usually end that begin at about the same place as this one. */
  marginOf(line: ReadLine): number;
}

/** @param lines of the whole file, in the order in which they are read */
export function pageLayout(lines: readonly ReadLine[]): PageLayout {
  const size = textSizeOf(lines);
  const text = lines.filter((line) => halfPoints(line.size) === size);
  const place = ({ page, column, left, size: own }: ReadLine) =>
    `${page}:${column}:${Math.round(left / (4 * own || 1))}`;
  const ends = new Map<string, number[]>();
  for (const line of lines) {
    const rights = ends.get(place(line));
    if (rights) rights.push(line.right);
    else ends.set(place(line), [line.right]);
  }
  const margins = new Map([...ends].map(([key, rights]) => [key, median(rights)]));
  return {
    size,
    font: fontOf(text),
    spacing: median(spacingsOf(lines)) || USUAL_SPACING,
    lineWidth: median(text.map(({ left, right }) => right - left)),
    headingSizes: [...new Set(lines.map((line) => halfPoints(line.size)))]
      .filter((other) => other >= size * HEADING_SCALE)
      .sort((a, b) => b - a),
    marginOf: (line) => margins.get(place(line)) ?? line.right,
  };
}

function spacingsOf(lines: readonly ReadLine[]): number[] {
  return lines.flatMap((line, position) => {
    const above = lines[position - 1];
    const isBelow = above && above.page === line.page && above.y > line.y;
    return isBelow && halfPoints(above.size) === halfPoints(line.size) ? (above.y - line.y) / line.size : [];
  });
}

function fontOf(lines: readonly ReadLine[]): string {
  const characters = new Map<string, number>();
  for (const { font, text } of lines) characters.set(font, (characters.get(font) ?? 0) + text.length);
  return [...characters].reduce((most, next) => (next[1] > most[1] ? next : most), ['', 0])[0];
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
