import type { Span } from '../document.js';
import { trimmed } from '../sentences.js';

/**
 * In UTF-16 units. Longer sentences are lists that nobody put into lines, rows of tables, code, or no text: what is
 * found and shown is a sentence, and one of these would be all of a document.
 */
export const MAX_SENTENCE = 1_000;

const BREAK = /[\s，；、：]/;

/**
 * A sentence in pieces of at most {@link MAX_SENTENCE}, cut behind white space or a comma where it has any; none of
 * white space.
 */
export function shortSentences(text: string, { start, end }: Span): Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > MAX_SENTENCE) {
    const cut = cutBefore(text, from, from + MAX_SENTENCE);
    pieces.push(trimmed(text, from, cut));
    from = cut;
  }
  return [...pieces, trimmed(text, from, end)].filter((span) => span.start < span.end);
}

/** The last place to cut a stretch at, in its second half; else its end, but for half a character. */
function cutBefore(text: string, start: number, end: number): number {
  for (let at = end; at > (start + end) / 2; at--) if (BREAK.test(text.charAt(at - 1))) return at;
  return /[\udc00-\udfff]/.test(text.charAt(end)) ? end - 1 : end;
}
