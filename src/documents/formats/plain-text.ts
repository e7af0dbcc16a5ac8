import { isListItem } from './lines.js';
import { isCapitals, isShort, isTitleCase, joined, type Unit, unitsOf } from './plain-text-blocks.js';
import type { Block, Reading } from './reader.js';

/** A title may take two lines, as newspapers set them; in columns. */
const WIDEST_TITLE = 200;

/**
 * Reads plain text as people paste it. The canonical text is the file itself.
 *
 * Nothing says what is a title, a heading or a paragraph, so this looks at how the lines lie. Lines that are
 * hard-wrapped are joined; others are paragraphs of their own, between blank lines or not. A short line that is
 * not a sentence and stands before prose is a heading, and the first one is the title.
 */
export function readPlainText(text: string): Reading {
  const units = unitsOf(text);
  const [first] = units;
  const title = first && units.length > 1 && isTitle(first) ? first : undefined;
  const body = title ? units.slice(1) : units;
  const blocks: Block[] = [];
  let headings: { level: number; text: string }[] = [];
  body.forEach((unit, position) => {
    if (isHeading(body, position)) {
      const level = levelOf(unit);
      headings = [...headings.filter((above) => above.level < level), { level, text: headingText(unit) }];
    } else {
      blocks.push({ headings: headings.map((above) => above.text), parts: partsOf(unit) });
    }
  });
  return { outline: { ...(title && { title: headingText(title) }), text, blocks }, problems: [] };
}

function isTitle({ kind, lines }: Unit): boolean {
  if (kind !== 'prose') return kind === 'heading';
  return lines.length <= 2 && isShort(lines, WIDEST_TITLE);
}

/** A heading stands before prose or a list, or before a heading of a lower level that does. */
function isHeading(units: readonly Unit[], position: number): boolean {
  const unit = units[position];
  const next = units[position + 1];
  if (!unit || unit.kind === 'heading') return unit !== undefined;
  if (!next || !looksLikeHeading(unit) || isByline(unit)) return false;
  if (isIntroduction(unit, next)) return false;
  // `2. Biren` after `1. Huawei` goes on with a list.
  if (unit.kind === 'list' && [units[position - 1], next].some((other) => other?.kind === 'list'))
    return false;
  if (next.kind !== 'heading' && !looksLikeHeading(next)) return true;
  return levelOf(unit) < levelOf(next) && isHeading(units, position + 1);
}

/** One short line; with a number before it too (`2. The members`), but not with a bullet. */
function looksLikeHeading({ kind, lines }: Unit): boolean {
  return lines.length === 1 && isShort(lines) && (kind === 'prose' || /^\d/.test(joined(lines)));
}

/** `The members are:` before a list, `He said:` before a quotation; but `Background:` is a heading. */
function isIntroduction({ lines }: Unit, next: Unit): boolean {
  const text = joined(lines);
  if (!/[:：]$/.test(text)) return false;
  if (next.kind === 'list' || /^["“‘「]/.test(joined(next.lines))) return true;
  return text.split(' ').length > 4 && !isTitleCase(text);
}

/** Who wrote it and when: not a heading, though it looks like one. */
function isByline({ lines }: Unit): boolean {
  const text = joined(lines);
  return (
    /^(?:by|published|updated|posted|source|author|date)\b/i.test(text) ||
    /^(?:\w{3,9}\.? \d{1,2},? \d{4}|\d{1,2} \w{3,9}\.? \d{4}|\d{4}-\d\d-\d\d)$/.test(text)
  );
}

/** 1 is the highest: marked headings, then capitals, then the others by the depth of their numbers. */
function levelOf({ level, lines }: Unit): number {
  if (level !== undefined) return level;
  const text = joined(lines);
  if (isCapitals(text)) return 7;
  return 8 + (/^\d+((?:\.\d+)*)/.exec(text)?.[1]?.replace(/\d/g, '').length ?? 0);
}

/** Without the signs that some use to mark a heading. */
function headingText({ lines }: Unit): string {
  return joined(lines)
    .replace(/^#{1,6}\s+|\s+#+$/g, '')
    .replace(/^(\*\*|__)(.+)\1$/, '$2')
    .replace(/[:：]$/, '');
}

/** The parts in which sentences are split: prose as a whole, each item of a list by itself. */
function partsOf({ kind, lines }: Unit): Block['parts'] {
  const hasBullets = lines.some(({ text }) => isListItem(text));
  const parts: { start: number; end: number }[] = [];
  for (const { text, start, end } of lines) {
    const open = parts.at(-1);
    if (open && (kind === 'prose' || (hasBullets && !isListItem(text)))) open.end = end;
    else parts.push({ start, end });
  }
  return parts;
}
