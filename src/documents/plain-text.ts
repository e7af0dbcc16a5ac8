import { columns, endsSentence, groupsOf, isListItem, type Line, linesOf } from './lines.js';
import type { Block, Outline, Reader } from './reader.js';

/** Longer lines than this are not headings, in columns. */
const WIDEST_HEADING = 100;

/** A title may take two lines, as newspapers set them. */
const WIDEST_TITLE = 200;

/** Nobody wraps text by hand or by a program at more columns than this. */
const WIDEST_WRAP = 120;

/**
 * Reads plain text as people paste it. The canonical text is the file itself.
 *
 * Nothing marks a title, a heading or a paragraph, so this looks at how the lines lie. What stands between blank
 * lines belongs together; where lines are hard-wrapped they are joined, and where they are not each is a
 * paragraph of its own. A short line without a full stop before prose is a heading, and the first one the title.
 */
export function readPlainText(text: string, _file: string): ReturnType<Reader> {
  return { outline: outlineOf(text), problems: [] };
}

function outlineOf(text: string): Outline {
  const units = unitsOf(linesOf(text));
  const title = isTitle(units) ? units[0] : undefined;
  const blocks: Block[] = [];
  let headings: { rank: number; text: string }[] = [];
  const body = title ? units.slice(1) : units;
  body.forEach((unit, position) => {
    if (isHeading(body, position)) {
      const rank = headingRank(unit);
      headings = [...headings.filter((above) => above.rank < rank), { rank, text: headingText(unit) }];
    } else {
      blocks.push({ headings: headings.map((above) => above.text), parts: partsOf(unit) });
    }
  });
  return { ...(title && { title: headingText(title) }), text, blocks };
}

/** Lines that belong together: a paragraph, a list, a heading or a title. */
interface Unit {
  readonly lines: readonly Line[];
  /** What marks a heading as one: the characters before it or the line under it. */
  readonly mark?: '#' | '=' | '-';
}

function unitsOf(lines: readonly Line[]): Unit[] {
  const groups = groupsOf(lines);
  const style = { wrap: wrapWidth(groups), isSpaced: groups.length > 1 };
  return groups.flatMap((group) => unitsOfGroup(group, style));
}

interface Style {
  /** Columns at which lines are hard-wrapped; absent where they are not. */
  readonly wrap: number | undefined;
  /** Do blank lines stand between paragraphs? */
  readonly isSpaced: boolean;
}

function unitsOfGroup(group: readonly Line[], style: Style): Unit[] {
  const units: { lines: Line[]; mark?: '#' | '=' | '-' }[] = [];
  let previous: Line | undefined;
  for (const line of group) {
    const open = units.at(-1);
    const underline = /^(=|-|~|\*|_)\1{2,}$/.exec(line.text)?.[1];
    if (underline) {
      // Under one short line it marks a heading; anywhere else it is a rule between paragraphs.
      if (open && previous && previous.width <= WIDEST_HEADING) {
        const above = open.lines.length > 1 ? { lines: [open.lines.pop() as Line] } : open;
        if (above !== open) units.push(above);
        above.mark = underline === '=' ? '=' : '-';
      }
      previous = undefined;
      continue;
    }
    if (open && previous && !open.mark && belongs(previous, line, style)) open.lines.push(line);
    else units.push({ lines: [line], ...(/^#{1,6}\s+\S/.test(line.text) && { mark: '#' as const }) });
    previous = line;
  }
  return units;
}

/** Does this line go on with what the line before it began? */
function belongs(before: Line, line: Line, { wrap, isSpaced }: Style): boolean {
  if (isListItem(line.text)) return isListItem(before.text) || before.text.endsWith(':') || line.indent > 0;
  if (/^#{1,6}\s+\S/.test(line.text)) return false;
  if (isContinued(before, line)) return true;
  if (wrap === undefined) return false;
  if (isCapitals(before.text) && !isCapitals(line.text)) return false;
  return isSpaced || !wouldHaveFitted(before, line, wrap);
}

/** The line before breaks off in a sentence and this one begins in small letters. */
function isContinued(before: Line, line: Line): boolean {
  return !endsSentence(before.text) && /^\p{Ll}(?!\p{Lu})/u.test(line.text);
}

/**
 * The columns at which a text is hard-wrapped. It is, if most line breaks between neighbours stand inside a
 * sentence where the next word would not have fitted: that is how a program wraps.
 */
function wrapWidth(groups: readonly (readonly Line[])[]): number | undefined {
  const widths = groups.flat().map(({ width }) => width);
  const wrap = widths.sort((a, b) => a - b)[Math.floor(widths.length * 0.9)] ?? 0;
  if (wrap > WIDEST_WRAP) return undefined;
  let inside = 0;
  let between = 0;
  for (const group of groups) {
    group.slice(1).forEach((line, position) => {
      const before = group[position];
      if (!before || isListItem(line.text)) return;
      const isWrapped = !endsSentence(before.text) && !wouldHaveFitted(before, line, wrap);
      if (isWrapped || isContinued(before, line)) inside++;
      else between++;
    });
  }
  return inside > between ? wrap : undefined;
}

function wouldHaveFitted(before: Line, line: Line, wrap: number): boolean {
  const word = /^(?:\p{Script=Han}|[^\s\p{Script=Han}]+)/u.exec(line.text)?.[0] ?? '';
  return before.width + 1 + columns(word) <= wrap;
}

/** The parts in which sentences are split: each item of a list by itself, prose as a whole. */
function partsOf({ lines }: Unit): Block['parts'] {
  const parts: { start: number; end: number }[] = [];
  for (const { text, start, end } of lines) {
    const open = parts.at(-1);
    if (open && !isListItem(text)) open.end = end;
    else parts.push({ start, end });
  }
  return parts;
}

function isTitle(units: readonly Unit[]): boolean {
  const [first, second] = units;
  if (!first || !second) return false;
  return first.mark !== undefined || isShort(first, 2, WIDEST_TITLE);
}

/** A heading stands before prose, or before a heading of lower rank that does. */
function isHeading(units: readonly Unit[], position: number): boolean {
  const unit = units[position];
  const next = units[position + 1];
  if (!unit) return false;
  if (unit.mark) return true;
  if (!next || !isShort(unit, 1, WIDEST_HEADING) || isByline(unit)) return false;
  if (next.mark || isShort(next, 1, WIDEST_HEADING)) {
    return headingRank(unit) < headingRank(next) && isHeading(units, position + 1);
  }
  return true;
}

/** Could the unit be a heading by its looks? */
function isShort({ lines }: Unit, mostLines: number, widest: number): boolean {
  const text = lines.map((line) => line.text).join(' ');
  if (lines.length > mostLines || columns(text) > widest) return false;
  if (isListItem(text) && !/^\d/.test(text)) return false;
  const isQuestion = /[?？]$/.test(text) && text.split(/\s+/).length <= 14;
  return (isQuestion || !endsSentence(text)) && !/[,;，；、]$/.test(text) && !/^\p{Ll}(?!\p{Lu})/u.test(text);
}

/** Who wrote it and when: not a heading, though it looks like one. */
function isByline({ lines }: Unit): boolean {
  const text = lines[0]?.text ?? '';
  return (
    /^(?:by|published|updated|posted|source|author|date)\b/i.test(text) ||
    /^(?:\w{3,9}\.? \d{1,2},? \d{4}|\d{1,2} \w{3,9}\.? \d{4}|\d{4}-\d\d-\d\d)$/.test(text)
  );
}

/** A lower rank stands above a higher one. */
function headingRank({ lines, mark }: Unit): number {
  const text = lines[0]?.text ?? '';
  if (mark === '#') return /^#+/.exec(text)?.[0].length ?? 1;
  if (mark) return mark === '=' ? 1 : 2;
  if (isCapitals(text)) return 3;
  return 4 + (/^\d+((?:\.\d+)*)/.exec(text)?.[1]?.match(/\./g)?.length ?? 0);
}

function isCapitals(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

function headingText({ lines }: Unit): string {
  return lines
    .map(({ text }) => text)
    .join(' ')
    .replace(/^#{1,6}\s+|\s+#+$/g, '');
}
