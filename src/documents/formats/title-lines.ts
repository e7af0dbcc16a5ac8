import type { TextBlock } from './layout.js';

/** Titles are not set in more lines. */
const MAX_LINES = 4;

/** Makes the title of the paragraphs at the beginning that say it, be it in several lines: they are no text. */
export function withTitleLines(
  blocks: readonly TextBlock[],
  title: string | undefined,
): readonly TextBlock[] {
  if (title === undefined) return blocks;
  let said = '';
  for (let lines = 1; lines <= MAX_LINES; lines++) {
    const block = blocks[lines - 1];
    const [line, second] = block?.lines ?? [];
    if (!line || second || (block?.depth ?? 1) !== 1) return blocks;
    said += unspaced(line.text);
    if (said === unspaced(title)) return [{ depth: 1, lines: [{ text: title }] }, ...blocks.slice(lines)];
    if (said.length > title.length) return blocks;
  }
  return blocks;
}

function unspaced(text: string): string {
  return text.replace(/\s/g, '');
}
