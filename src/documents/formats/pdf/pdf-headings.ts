import { numberLevel } from '../chinese-writing.js';
import { endsSentence, isListItem } from '../lines.js';
import { HEADING_SCALE, type PageLayout } from './pdf-layout.js';
import { halfPoints } from './pdf-lines.js';
import type { ReadLine } from './pdf-tables.js';

/** In characters: anything longer is text that is set in large letters. */
const MAX_LENGTH = 200;

/** In characters: a heading in letters of the text is shorter. */
const MAX_PLAIN_LENGTH = 120;

/** Of the lines in a font; more of them begin and end like a heading if it is the font of headings. */
const MIN_SHARE = 0.7;

/** `1 Introduction`, `2.3. Fees`, `Chapter 4`, `Annex B`, `第三章 …`, `一、…`, `（二）…` */
const NUMBERED =
  /^(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.)\s{1,9}["“‘(]?\p{Lu}|(?:[Cc]hapter|CHAPTER|[Ss]ection|SECTION|[Pp]art|PART|[Aa]rticle|ARTICLE|[Aa]nnex|ANNEX|[Aa]ppendix|APPENDIX)\s{1,9}(?:\d{1,3}|[IVXLC]{1,7}|[A-Z])(?![\p{L}\d])|第[\d一二三四五六七八九十百]{1,4}[章节節条條编篇]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/u;

/**
 * The depths of the lines that are headings, 1 for the highest: lines in larger letters, and in those of the text
 * short lines in a font of their own that stand over text, or that have a number and stand apart.
 */
export function headingDepths(lines: readonly ReadLine[], layout: PageLayout): ReadonlyMap<ReadLine, number> {
  const { headingSizes, spacing } = layout;
  const fonts = headingFonts(lines, layout);
  const depths = new Map<ReadLine, number>();
  lines.forEach((line, position) => {
    if (line.table !== undefined) return;
    const larger = headingSizes.indexOf(halfPoints(line.size)) + 1;
    if (larger > 0) {
      if (line.text.length <= MAX_LENGTH) depths.set(line, Math.min(6, larger));
      return;
    }
    const [above, below] = [lines[position - 1], lines[position + 1]];
    const leading = Math.min(spacing * line.size, distance(below, lines[position + 2]));
    const isOfFont =
      fonts.has(line.font) && looksLikeHeading(line, layout) && standsOver(line, lines, position);
    const isNumbered =
      NUMBERED.test(line.text) &&
      looksLikeHeading(line, layout) &&
      isApart(above, line, leading) &&
      (line.font !== layout.font || isApart(line, below, leading)) &&
      !(below && NUMBERED.test(below.text));
    const isInCapitals =
      isCapitals(line, layout) &&
      (above === undefined || depths.has(above) || endsSentence(above.text)) &&
      isMixed(below);
    const isContinued =
      above !== undefined && depths.has(above) && isSecondLine(line, above, layout, leading);
    if (isContinued) depths.set(line, depths.get(above) ?? 1);
    else if (isOfFont || isNumbered || isInCapitals)
      depths.set(line, Math.min(6, headingSizes.length + 1 + levelsBelow(line.text)));
  });
  return depths;
}

/** Words in capitals; a word alone may be a name. */
function isCapitals(line: ReadLine, layout: PageLayout): boolean {
  const isLong = /\p{Lu}{4}/u.test(line.text) && (line.text.match(/\p{Lu}/gu)?.length ?? 0) >= 6;
  return isLong && !/\p{Ll}/u.test(line.text) && looksLikeHeading(line, layout);
}

/** Does it begin a sentence in small letters? */
function isMixed(below: ReadLine | undefined): boolean {
  return (
    below !== undefined &&
    below.table === undefined &&
    /^["“‘]?\p{Lu}/u.test(below.text) &&
    /\p{Ll}{2}/u.test(below.text)
  );
}

/** The second line of a heading in a font of its own. */
function isSecondLine(line: ReadLine, above: ReadLine, layout: PageLayout, leading: number): boolean {
  return (
    line.font === above.font &&
    line.font !== layout.font &&
    line.hasOneFont &&
    halfPoints(line.size) === halfPoints(above.size) &&
    line.text.length <= MAX_PLAIN_LENGTH &&
    !endsSentence(line.text) &&
    distance(above, line) <= leading * 1.2
  );
}

/** How many levels below the others: `2.3` stands one below `2`, and `（二）` below `二、` and `第二章`. */
function levelsBelow(text: string): number {
  const [number] = /^\d{1,2}(?:\.\d{1,2}){0,3}/.exec(text) ?? [];
  return number === undefined ? (numberLevel(text) ?? 0) : number.split('.').length - 1;
}

/** Does the line begin and end as headings do? */
function looksLikeHeading({ text, size, hasOneFont }: ReadLine, layout: PageLayout): boolean {
  if (
    !hasOneFont ||
    text.length > MAX_PLAIN_LENGTH ||
    size < layout.size * 0.95 ||
    size >= layout.size * HEADING_SCALE
  )
    return false;
  if (!/^["“‘(（《「]?[\p{Lu}\p{Lo}\d]/u.test(text) || !/\p{L}{2}/u.test(text)) return false;
  if (/[,;:，；：—–-]$/.test(text) || (endsSentence(text) && !/[?？]$/.test(text))) return false;
  return NUMBERED.test(text) || !(isListItem(text) || /^by\s|@|^.{0,30}\b(?:19|20)\d\d$/iu.test(text));
}

/** Fonts that are not those of the text, and that lines are set in as headings are. */
function headingFonts(lines: readonly ReadLine[], layout: PageLayout): ReadonlySet<string> {
  const counts = new Map<string, { all: number; like: number }>();
  let before: ReadLine | undefined;
  for (const line of lines) {
    const above = before;
    before = line;
    if (line.font === layout.font || !line.hasOneFont || line.table !== undefined) continue;
    // The second line of a heading begins like any line.
    if (
      above &&
      isSecondLine(line, above, layout, layout.spacing * line.size) &&
      looksLikeHeading(above, layout)
    )
      continue;
    const { all, like } = counts.get(line.font) ?? { all: 0, like: 0 };
    const isLike = halfPoints(line.size) >= layout.size * HEADING_SCALE || looksLikeHeading(line, layout);
    counts.set(line.font, { all: all + 1, like: like + (isLike ? 1 : 0) });
  }
  return new Set([...counts].flatMap(([font, { all, like }]) => (like >= all * MIN_SHARE ? font : [])));
}

/** Is what comes below, within two lines, text in another font, and what comes above finished? */
function standsOver(line: ReadLine, lines: readonly ReadLine[], position: number): boolean {
  const above = lines[position - 1];
  const isOpen = above && above.font !== line.font && above.table === undefined && !endsSentence(above.text);
  const isClose = isOpen && above.column === line.column && above.page === line.page;
  if (
    isClose &&
    above.y - line.y < line.size * 1.7 &&
    above.right - above.left > (line.right - line.left) * 2
  )
    return false;
  return lines.slice(position + 1, position + 3).some(({ font }) => font !== line.font);
}

/** @param leading the distance of two lines of a paragraph */
function isApart(above: ReadLine | undefined, below: ReadLine | undefined, leading: number): boolean {
  return distance(above, below) > leading * 1.2;
}

/** Of two base lines in points; infinite where these are not in one column. */
function distance(above: ReadLine | undefined, below: ReadLine | undefined): number {
  const isBelow = above && below && above.page === below.page && above.column === below.column;
  return isBelow ? above.y - below.y : Number.POSITIVE_INFINITY;
}
