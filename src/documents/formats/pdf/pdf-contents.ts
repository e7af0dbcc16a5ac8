import { isContentsTitle } from '../contents-lines.js';
import type { ReadLine } from './pdf-tables.js';

/** Ends in the number of a page. */
const ENTRY = /(?:^|[\s.·…|])(?:\d{1,4}|[ivxl]{1,7})$/i;

/** An entry may take so many lines. */
const MAX_LINES = 2;

/**
 * The lines without those of tables of contents that stand under a title which says so. (Where dots lead to the number
 * of the page, the lines are known by themselves.)
 */
export function withoutContents(lines: readonly ReadLine[]): ReadLine[] {
  const kept: ReadLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) continue;
    kept.push(line);
    if (isContentsTitle(line.text)) at = endOfEntries(lines, at + 1) - 1;
  }
  return kept;
}

/** The position behind the last entry, where entries begin at a position. */
function endOfEntries(lines: readonly ReadLine[], start: number): number {
  let end = start;
  for (;;) {
    const entry = lines.slice(end, end + MAX_LINES).findIndex(({ text }) => ENTRY.test(text));
    if (entry < 0) return end;
    end += entry + 1;
  }
}
