import { endsSentence, isListItem } from '../lines.js';
import { headingDepths } from './pdf-headings.js';
import type { PageLayout } from './pdf-layout.js';
import { halfPoints, SIDE_SCALE } from './pdf-lines.js';
import type { ReadLine } from './pdf-tables.js';

/** A paragraph begins where the distance to the line above is more than so many times the usual one. */
const PARAGRAPH_SPACING = 1.35;

/** A line that ends this far before the margin, as a share of the width, is the last one of its paragraph. */
const SHORT_LINE = 0.15;

/** More lines below one another are text in a narrow column. */
const MAX_LABEL_LINES = 12;

/** Lines that make up a paragraph, an item of a list, a heading or a row of a table. */
export interface LineGroup {
  readonly kind: 'heading' | 'list' | 'prose' | 'row';
  /** Of a heading; 1 is the highest. */
  readonly depth?: number;
  readonly lines: ReadLine[];
}

/** What stands beside the text, in the order in which it is looked at: what is set in another size is another flow. */
const TEXT = 'text';
const CAPTIONS = 'captions';
const NOTES = 'notes';
const LABELS = 'labels';

/**
 * The groups that lines make up, in the order in which they begin. Notes, captions and labels are flows beside the
 * text: they do not end a paragraph that is open there, and it goes on below them, in the next column, or on the next
 * page.
 */
export function groupLines(lines: readonly ReadLine[], layout: PageLayout): LineGroup[] {
  const depths = headingDepths(lines, layout);
  const groups: LineGroup[] = [];
  /** The last group of each flow. */
  const flows = new Map<string, LineGroup>();
  /** A paragraph of the text whose last sentence is not finished, while nothing but labels came after it. */
  let unfinished: LineGroup | undefined;
  let flowBefore = TEXT;
  lines.forEach((line, position) => {
    if (line.table !== undefined) {
      groups.push({ kind: 'row', lines: [line] });
      return;
    }
    const depth = depths.get(line);
    const kind = depth !== undefined ? 'heading' : isListItem(line.text) ? 'list' : 'prose';
    const above = lines[position - 1];
    const text = flows.get(TEXT);
    const isNext = text !== undefined && goesOn(text, line, kind, depth, layout);
    const flow = depth !== undefined ? TEXT : flowOf(line, { above, flowBefore, isNext }, layout);
    const open = flow === TEXT ? text : flows.get(flow);
    flowBefore = flow;
    const isBetween = text && (isAside(text, layout) || isPulledOut(text));
    if (flow === TEXT && kind === 'prose' && unfinished && isBetween && runsOn(line)) {
      const from = groups.indexOf(unfinished);
      groups.forEach((group, at) => {
        if (at > from && isPulledOut(group)) groups[at] = { kind: 'prose', lines: group.lines };
      });
      unfinished.lines.push(line);
      flows.set(TEXT, unfinished);
      unfinished = undefined;
      return;
    }
    if (open && (open === text ? isNext : goesOn(open, line, kind, depth, layout))) {
      open.lines.push(line);
      return;
    }
    const group: LineGroup = { kind, ...(depth !== undefined && { depth }), lines: [line] };
    if (flow === TEXT) {
      if (text && !isAside(text, layout) && !isPulledOut(text))
        unfinished = text.kind === 'prose' && isUnfinished(text) ? text : undefined;
      const isAfterHeading = kind !== 'heading' && text !== undefined && isPulledOut(text);
      if (isAfterHeading || (kind === 'heading' && !isLong(unfinished))) unfinished = undefined;
    }
    groups.push(group);
    flows.set(flow, group);
  });
  return groups.map((group) => (isTooLong(group) ? { kind: 'prose', lines: group.lines } : group));
}

/** In characters: less may be a line of a title page. */
const MIN_UNFINISHED = 60;

function isLong(group: LineGroup | undefined): boolean {
  return group !== undefined && group.lines.reduce((sum, { text }) => sum + text.length, 0) >= MIN_UNFINISHED;
}

/** Words that are set in large letters within a sentence repeat some of the text: no heading stands there. */
function isPulledOut({ kind, lines }: LineGroup): boolean {
  return kind === 'heading' && !/^[\dIVX一二三四五六七八九十第（(]/u.test(lines[0]?.text ?? '');
}

/** In characters, of all lines of a heading: more are text that is set in large letters. */
const MAX_HEADING_LENGTH = 300;

function isTooLong({ kind, lines }: LineGroup): boolean {
  return kind === 'heading' && lines.reduce((sum, { text }) => sum + text.length, 0) > MAX_HEADING_LENGTH;
}

const CAPTION =
  /^(?:(?:fig(?:ure|\.)?|table|chart|exhibit|box|graph|map|photo)\s{1,3}[\dA-Z][\d.-]{0,6}\s{0,3}(?:[:.|—–-]|$)|(?:图|表|图表|圖|圖表)\s{0,3}\d{1,3}(?:[-.]\d{1,3})?[\s:：.])/iu;

interface Place {
  readonly above: ReadLine | undefined;
  readonly flowBefore: string;
  /** Does the line go on where the text ends? */
  readonly isNext: boolean;
}

function flowOf(line: ReadLine, { above, flowBefore, isNext }: Place, layout: PageLayout): string {
  if (halfPoints(line.size) < layout.size * SIDE_SCALE) return `size ${halfPoints(line.size)}`;
  const isBelow = above !== undefined && above.page === line.page && above.column === line.column;
  const isCloseBelow = isBelow && above.y - line.y < layout.spacing * line.size * PARAGRAPH_SPACING;
  if (line.isNote) return NOTES;
  // Below the notes of a column comes no more text.
  if (flowBefore === NOTES && isBelow) return NOTES;
  if (isNext && isCloseBelow && flowBefore === TEXT) return TEXT;
  if (CAPTION.test(line.text)) return CAPTIONS;
  if (flowBefore === CAPTIONS && isCloseBelow) return CAPTIONS;
  return /\p{L}/u.test(line.text) ? TEXT : LABELS;
}

/** Does the line begin in the middle of a sentence? */
function runsOn({ text }: ReadLine): boolean {
  return /^\p{Ll}/u.test(text) && !isListItem(text);
}

/** Begins like a note at the foot of a page that is set in letters of the text. */
const NOTE = /^(?:\d{1,2}|[*†‡§])\s?["“‘]?\p{Lu}/u;

/** Are these a few words at a figure, or a note, and no paragraph of the text? */
function isAside({ kind, lines }: LineGroup, { lineWidth }: PageLayout): boolean {
  if (kind !== 'prose') return false;
  const isShort = ({ left, right, text }: ReadLine) => right - left < lineWidth * 0.5 && !endsSentence(text);
  return NOTE.test(lines[0]?.text ?? '') || (lines.length <= MAX_LABEL_LINES && lines.every(isShort));
}

function isUnfinished({ lines }: LineGroup): boolean {
  const last = lines.at(-1)?.text ?? '';
  return !endsSentence(last) && !/[:：]$/.test(last);
}

/** Does the line continue the group before it? */
function goesOn(
  { kind, lines, depth: own }: LineGroup,
  line: ReadLine,
  next: LineGroup['kind'],
  depth: number | undefined,
  layout: PageLayout,
): boolean {
  const before = lines.at(-1);
  const first = lines[0];
  if (!before || !first || next === 'list' || (next === 'heading') !== (kind === 'heading')) return false;
  if (kind === 'heading' && (own !== depth || halfPoints(line.size) !== halfPoints(before.size)))
    return false;
  const isFinished = endsSentence(before.text);
  const margin = layout.marginOf(before);
  // In another column or on another page only an unfinished sentence continues.
  if (line.page !== before.page || line.column !== before.column || line.y > before.y) {
    const isFull =
      before.right > margin - (margin - before.left) * 0.25 &&
      before.right - before.left > layout.lineWidth * 0.7;
    return kind !== 'heading' && !isFinished && (isFull || runsOn(line));
  }
  if (before.y - line.y > layout.spacing * PARAGRAPH_SPACING * line.size) {
    // A picture may stand between.
    return kind === 'prose' && isUnfinished({ kind, lines }) && runsOn(line);
  }
  if (kind === 'heading') return true;
  const isIndented = line.left > before.left + line.size * 0.8;
  if (kind === 'list') return !isFinished || line.left > first.left + line.size * 0.3;
  if (isIndented) return !isFinished && runsOn(line);
  return !(isFinished && before.right < margin - (margin - before.left) * SHORT_LINE);
}
