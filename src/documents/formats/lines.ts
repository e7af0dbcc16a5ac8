import type { Span } from '../document.js';
import { trimmed } from '../sentences.js';

/** A line of plain text without the white space at its ends. */
export interface PlainLine extends Span {
  readonly text: string;
  /** Columns on a terminal, where a Chinese character takes two. */
  readonly width: number;
  /** White space before the text, in characters. */
  readonly indent: number;
}

/** The lines of a text; a blank one has an empty `text`. CR LF, LF, CR and the Unicode separators end a line. */
export function plainLines(text: string): PlainLine[] {
  const lines: PlainLine[] = [];
  let start = 0;
  for (const ending of text.matchAll(/\r\n|[\n\r\u2028\u2029]|$/g)) {
    if (ending.index < start) continue;
    const span = trimmed(text, start, ending.index);
    const words = text.slice(span.start, span.end);
    lines.push({ ...span, text: words, width: columns(words), indent: span.start - start });
    start = ending.index + Math.max(1, ending[0].length);
  }
  return lines;
}

/** Runs of lines between blank ones. */
export function lineGroups(lines: readonly PlainLine[]): PlainLine[][] {
  const groups: PlainLine[][] = [[]];
  for (const line of lines) {
    if (line.text === '') groups.push([]);
    else groups.at(-1)?.push(line);
  }
  return groups.filter((group) => group.length > 0);
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/gu;

export function columns(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

/** Does the line end like a sentence? A colon or comma does not end one. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？｡]["”’'»)\]』」）》]*$/.test(text);
}

/** `-`, `•`, `1.`, `2)`, `a)`, `[3]` and the like at the beginning of a line. */
export function isListItem(text: string): boolean {
  return /^(?:[-*+•◦▪‣·–—●○■□✓✔➢→]|\(?\d{1,3}[.)]|\[\d{1,3}\]|\(?[a-z][)]|\d{1,3}、)\s+\S/u.test(text);
}
