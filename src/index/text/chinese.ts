import { Converter } from 'opencc-js/t2cn';
import type { Term } from './analyzer.js';

const han = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const toSimplified = Converter({ from: 't', to: 'cn' });

/** Whether the text has characters that are written without spaces between words. */
export function isHan(text: string): boolean {
  return han.test(text);
}

/** Simplified characters, one for one, so that offsets stay. */
export function simplify(text: string): string {
  const simplified = toSimplified(text);
  return simplified.length === text.length ? simplified : text;
}

/**
 * Overlapping pairs of characters, which find a name without a dictionary that would have to know it; a single
 * character stands alone. `start` is the offset of `run` in the text.
 */
export function bigrams(run: string, start: number): Term[] {
  const terms: Term[] = [];
  const places: { at: number; char: string }[] = [];
  let at = 0;
  for (const char of simplify(run)) {
    places.push({ at, char });
    at += char.length;
  }
  places.forEach((first, i) => {
    const second = places[i + 1];
    if (second === undefined && i > 0) return;
    const last = second ?? first;
    terms.push({
      term: first.char + (second?.char ?? ''),
      start: start + first.at,
      end: start + last.at + last.char.length,
    });
  });
  return terms;
}
