import type { TextRun } from './pdf-runs.js';

/** What stands for a character that the file does not name. */
export const LOST = '\ufffd';

/**
 * Numbers that a file gives to shapes without saying what they are: control characters, and the areas that Unicode
 * leaves to everybody's private use.
 */
const WITHOUT_MEANING =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ue000-\uf8ff\u{f0000}-\u{10ffff}\ufffe\uffff]/gu;

/** Bullets and ticks of the fonts Symbol and Wingdings, which have no other numbers. */
const SYMBOLS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '\uf0b7': '•',
    '\uf0a7': '▪',
    '\uf06c': '●',
    '\uf06e': '■',
    '\uf0a8': '□',
    '\uf0d8': '➢',
    '\uf0fc': '✔',
    '\uf0e0': '→',
    '\uf02d': '–',
  }),
);

/** A text with U+FFFD for each character that has no meaning. */
export function withLosses(text: string): string {
  return text.replace(WITHOUT_MEANING, (glyph) => SYMBOLS.get(glyph) ?? LOST);
}

/** The share of the characters of some lines that are unknown, white space aside. */
export function lostShare(lines: readonly { readonly text: string }[]): number {
  let lost = 0;
  let all = 0;
  for (const { text } of lines) {
    for (const character of text) {
      if (character === ' ') continue;
      all += 1;
      if (character === LOST) lost += 1;
    }
  }
  return all === 0 ? 0 : lost / all;
}

/** Is the text nothing but one shape without meaning? At the beginning of a line that is a bullet. */
export function isShape(text: string): boolean {
  return withLosses(text.trim()) === LOST;
}

/**
 * The runs with U+FFFD for the characters of fonts that name them wrongly. A file may give the shapes of a font any
 * numbers, and without a table that says what they are, the words come out like a cipher.
 */
export function withoutGibberish(pages: readonly (readonly TextRun[])[]): (readonly TextRun[])[] {
  const samples = new Map<string, string[]>();
  for (const { font, text } of pages.flat()) {
    const sample = samples.get(font);
    if (!sample) samples.set(font, [text]);
    else if (sample.length < MAX_SAMPLE) sample.push(text);
  }
  const ciphers = new Set(
    [...samples].flatMap(([font, texts]) => (isGibberish(texts.join(' ')) ? font : [])),
  );
  if (ciphers.size === 0) return [...pages];
  return pages.map((runs) =>
    runs.map((run) => (ciphers.has(run.font) ? { ...run, text: run.text.replace(/[^\s]/gu, LOST) } : run)),
  );
}

/** In runs; a tenth of them tells as much. */
const MAX_SAMPLE = 1_000;

/** Pairs of letters that are frequent in the languages that are written in Latin script, and in Pinyin. */
const USUAL_PAIRS = new Set(
  `th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne
  ea ra ce li ch ll be ma si om ur la el ue ei ie ge un da di ta no os us ai ao hu sh zh`.split(/\s+/),
);

/** Fewer tell nothing. */
const MIN_PAIRS = 25;

/** Of the pairs of letters: text has two fifths and more, and one that is enciphered letter by letter a fifth at most. */
const MIN_USUAL_SHARE = 0.27;

/** Of the letters: no language has so many outside of ASCII in Latin script. */
const MAX_ODD_SHARE = 0.6;

/** Of the characters; a font for numbers and addresses has fewer letters, and tells nothing. */
const MIN_LETTER_SHARE = 0.5;

/** Are these letters in Latin script, and in no language? */
function isGibberish(text: string): boolean {
  const letters = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters < MIN_PAIRS || letters < text.replace(/\s+/g, '').length * MIN_LETTER_SHARE) return false;
  const odd = text.match(/[\u0100-\u024f\u0250-\u02af]/gu)?.length ?? 0;
  if (odd > letters * MAX_ODD_SHARE) return true;
  // Short words in capitals may be names of firms and shares.
  const words = text.match(/[A-Za-z]{3,}/g)?.filter((word) => word.length > 5 || /[a-z]/.test(word)) ?? [];
  let pairs = 0;
  let usual = 0;
  for (const word of new Set(words)) {
    for (let at = 1; at < word.length; at++) {
      pairs += 1;
      if (USUAL_PAIRS.has(word.slice(at - 1, at + 1).toLowerCase())) usual += 1;
    }
  }
  return pairs >= MIN_PAIRS && usual < pairs * MIN_USUAL_SHARE;
}
