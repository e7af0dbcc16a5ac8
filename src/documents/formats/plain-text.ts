import { isListItem } from './lines.js';
import {
  isCapitals,
  isShort,
  isTitleCase,
  joined,
  type PlainTextBlock,
  plainTextBlocks,
} from './plain-text-blocks.js';
import type { OutlineParagraph, OutlineResult } from './reader.js';

/** In columns: a title may take two lines, as newspapers set them. */
const MAX_TITLE_WIDTH = 200;

/**
 * Reads plain text as people paste it. The canonical text is the file itself.
 *
 * Nothing marks titles, headings and paragraphs, so they are told by the length of lines, blank lines, indents,
 * capitals and ends of sentences. Hard-wrapped lines are joined; others are paragraphs of their own, with or without
 * blank lines between them. A short line that is not a sentence and stands before prose is a heading; if the text
 * begins with one, that is the title.
 */
export function readPlainText(text: string): OutlineResult {
  const blocks = plainTextBlocks(text);
  const [first] = blocks;
  const title = first && blocks.length > 1 && isTitle(first) ? first : undefined;
  const body = title ? blocks.slice(1) : blocks;
  const paragraphs: OutlineParagraph[] = [];
  let headings: { level: number; text: string }[] = [];
  body.forEach((block, position) => {
    if (isHeading(body, position)) {
      const level = levelOf(block);
      headings = [...headings.filter((above) => above.level < level), { level, text: headingText(block) }];
    } else {
      paragraphs.push({ headings: headings.map((above) => above.text), parts: partsOf(block) });
    }
  });
  return { outline: { ...(title && { title: headingText(title) }), text, paragraphs }, problems: [] };
}

function isTitle({ kind, lines }: PlainTextBlock): boolean {
  if (kind !== 'prose') return kind === 'heading';
  return lines.length <= 2 && isShort(lines, MAX_TITLE_WIDTH);
}

/** A heading stands before prose or a list, or before a heading of a lower level that does. */
function isHeading(blocks: readonly PlainTextBlock[], position: number): boolean {
  const block = blocks[position];
  const next = blocks[position + 1];
  if (!block || block.kind === 'heading') return block !== undefined;
  if (!next || !looksLikeHeading(block) || isByline(block)) return false;
  if (isIntroduction(block, next)) return false;
  // `2. Biren` after `1. Huawei` continues a list.
  if (block.kind === 'list' && [blocks[position - 1], next].some((other) => other?.kind === 'list'))
    return false;
  if (next.kind !== 'heading' && !looksLikeHeading(next)) return true;
  return levelOf(block) < levelOf(next) && isHeading(blocks, position + 1);
}

/** One short line; with a number before it too (`2. The members`), but not with a bullet. */
function looksLikeHeading({ kind, lines }: PlainTextBlock): boolean {
  return lines.length === 1 && isShort(lines) && (kind === 'prose' || /^\d/.test(joined(lines)));
}

/** `The members are:` before a list, `He said:` before a quotation; but `Background:` is a heading. */
function isIntroduction({ lines }: PlainTextBlock, next: PlainTextBlock): boolean {
  const text = joined(lines);
  if (!/[:：]$/.test(text)) return false;
  if (next.kind === 'list' || /^["“‘「]/.test(joined(next.lines))) return true;
  return text.split(' ').length > 4 && !isTitleCase(text);
}

/** Who wrote it and when: not a heading, though it looks like one. */
function isByline({ lines }: PlainTextBlock): boolean {
  const text = joined(lines);
  return (
    /^(?:by|published|updated|posted|source|author|date)\b/i.test(text) ||
    /^(?:\w{3,9}\.? \d{1,2},? \d{4}|\d{1,2} \w{3,9}\.? \d{4}|\d{4}-\d\d-\d\d)$/.test(text)
  );
}

/** 1 is the highest. Marked headings come first, then capitals, then the others by the depth of their numbers. */
function levelOf({ level, lines }: PlainTextBlock): number {
  if (level !== undefined) return level;
  const text = joined(lines);
  if (isCapitals(text)) return 7;
  return 8 + (/^\d+((?:\.\d+)*)/.exec(text)?.[1]?.replace(/\d/g, '').length ?? 0);
}

/** Without the signs that mark it as a heading. */
function headingText({ lines }: PlainTextBlock): string {
  return joined(lines)
    .replace(/^#{1,6}\s+|\s+#+$/g, '')
    .replace(/^(\*\*|__)(.+)\1$/, '$2')
    .replace(/[:：]$/, '');
}

/** The parts in which sentences are split: prose as a whole, each item of a list by itself. */
function partsOf({ kind, lines }: PlainTextBlock): OutlineParagraph['parts'] {
  const hasBullets = lines.some(({ text }) => isListItem(text));
  const parts: { start: number; end: number }[] = [];
  for (const { text, start, end } of lines) {
    const open = parts.at(-1);
    if (open && (kind === 'prose' || (hasBullets && !isListItem(text)))) open.end = end;
    else parts.push({ start, end });
  }
  return parts;
}
