import { numberLevel, SECTION_LEVELS } from './chinese-writing.js';
import type { TextBlock } from './layout.js';

/** Such headings stand below those that are marked as headings. */
const TOP_DEPTH = 10;

/** In characters; a heading of Chinese is a line at most. */
const MAX_HEADING = 45;

/** In characters: a question in any language. */
const MAX_QUESTION = 160;

/** `Q3:`, `问：`, `3.` before a question. */
const ASKED = /^(?:Q ?\d{0,3}|问题?\d{0,3}|\d{1,3})[.、:：．)）]\s?\S/iu;

/**
 * Makes headings of short lines that have the number of a section, or the number of a question, and stand right before
 * what they are about; in a list of such lines, none is a heading.
 */
export function withNumberedHeadings(blocks: readonly TextBlock[]): TextBlock[] {
  return withHeadings(blocks.flatMap(dividedAtHeadings));
}

function withHeadings(blocks: readonly TextBlock[]): TextBlock[] {
  const levels = blocks.map(levelOf);
  return blocks.map((block, position) =>
    isHeading(blocks, levels, position) ? { ...block, depth: TOP_DEPTH + (levels[position] ?? 0) } : block,
  );
}

/** A paragraph in lines of its own as several, where that makes headings of some of them. */
function dividedAtHeadings(block: TextBlock): readonly TextBlock[] {
  const [line, second] = block.lines;
  if (block.depth !== undefined || !line || second || line.isWhole || !line.text.includes('\n'))
    return [block];
  const lines = line.text.split('\n').map((text) => ({ ...block, lines: [{ ...line, text: text.trim() }] }));
  return withHeadings(lines).some(({ depth }) => depth !== undefined) ? lines : [block];
}

/** The level of a line that may be a heading by its number. */
function levelOf({ depth, lines: [line, second] }: TextBlock): number | undefined {
  if (depth !== undefined || !line || second || line.text.includes('\n')) return undefined;
  const { text } = line;
  const isQuestion = /[?？]$/.test(text) && text.length <= MAX_QUESTION;
  const level = numberLevel(text);
  if (isQuestion && ASKED.test(text)) return level ?? SECTION_LEVELS;
  if (level === undefined || text.length > MAX_HEADING || !/\p{Script=Han}{2}/u.test(text)) return undefined;
  return /[。；;：:！!…]|[，,、]$/u.test(text.slice(2)) ? undefined : level;
}

/** Something stands below it: text, or a heading of a lower level that is one. */
function isHeading(
  blocks: readonly TextBlock[],
  levels: readonly (number | undefined)[],
  position: number,
): boolean {
  const level = levels[position];
  if (level === undefined || levels[position - 1] === level) return false;
  // What follows `附件：1.…` is a list of files.
  if (/^附件?\s?\d?[:：]/.test(blocks[position - 1]?.lines[0]?.text ?? '')) return false;
  let next = position + 1;
  // Down the levels, one below the other.
  for (let above = level; levels[next] !== undefined; next++) {
    const below = levels[next] ?? 0;
    if (below <= above) return false;
    above = below;
  }
  const text = blocks[next];
  return text !== undefined && text.depth === undefined;
}
