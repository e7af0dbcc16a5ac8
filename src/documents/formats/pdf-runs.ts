/** Letters of one font and size that a page has one after another on a base line. Lengths are in points. */
export interface TextRun {
  readonly text: string;
  /** From the left and the lower edge of the page as it is held when it is read. */
  readonly left: number;
  readonly right: number;
  /** Of the base line. */
  readonly y: number;
  /** Of the letters. */
  readonly size: number;
  /** The name by which the file knows the font; runs in one font have the same. */
  readonly font: string;
  /** Arabic or Hebrew: the run that comes next stands to the left. */
  readonly isRightToLeft: boolean;
}

/** What PDF.js says of a piece of text. */
export interface TextItem {
  readonly str: string;
  readonly dir: string;
  /** Scale, turn and place: the six numbers of an affine map. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

/** In degrees: text that is turned further than this from the text of the page is a stamp or a watermark. */
const MAX_TURN = 8;

/**
 * The runs of a page in the order in which the file draws them. A page is held so that most of its text stands
 * upright; what is then turned, like a stamp in the margin or a word across the page, is left out. A run that is
 * drawn a second time at its place, as programs do to make it bold, counts once.
 */
export function pageRuns(items: readonly TextItem[]): TextRun[] {
  const quarter = usualQuarter(items);
  const runs: { -readonly [K in keyof TextRun]: TextRun[K] }[] = [];
  const seen = new Set<string>();
  for (const { str, dir, transform, width, fontName: font } of items) {
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
    if (str === '' || Math.abs(turnFrom(quarter, a, b)) > MAX_TURN) continue;
    const [left = 0, y = 0] = [
      [e, f],
      [f, -e],
      [-e, -f],
      [-f, e],
    ][quarter] as [number, number];
    const before = runs.at(-1);
    if (str.trim() === '') {
      // A space that is drawn or left free: it belongs to the words before it.
      if (before && Math.abs(before.y - y) < before.size / 2) before.text += ' ';
      continue;
    }
    const size = Math.hypot(c, d);
    const place = `${Math.round(left)} ${Math.round(y)} ${str}`;
    if (seen.has(place)) continue;
    seen.add(place);
    runs.push({ text: str, left, right: left + width, y, size, font, isRightToLeft: dir === 'rtl' });
  }
  return runs;
}

/** How many times the page has to be turned by 90 degrees, clockwise, so that most of its characters stand upright. */
function usualQuarter(items: readonly TextItem[]): number {
  const characters = [0, 0, 0, 0];
  for (const { str, transform } of items) {
    const [a = 1, b = 0] = transform;
    const quarter = [0, 1, 2, 3].find((turns) => Math.abs(turnFrom(turns, a, b)) <= MAX_TURN);
    if (quarter !== undefined) characters[quarter] = (characters[quarter] ?? 0) + str.length;
  }
  return characters.indexOf(Math.max(...characters));
}

/** In degrees, from -180 to 180: how far a line in the direction `(a, b)` is turned from one of the four quarters. */
function turnFrom(quarter: number, a: number, b: number): number {
  const turn = (Math.atan2(b, a) * 180) / Math.PI - quarter * 90;
  return ((((turn + 180) % 360) + 360) % 360) - 180;
}
