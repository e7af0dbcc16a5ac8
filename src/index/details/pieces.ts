import { searchedText } from '../../documents/characters.js';
import type { Span } from '../../documents/document.js';
import { isHan, simplify } from '../text/chinese.js';
import { matchesIn } from '../text/matches.js';

/**
 * A word, number or sign of a text as details are compared: in small letters, without accents and not stemmed, letters
 * and digits apart, so that `Qwen2.5`, `Qwen 2.5` and `Qwen-2.5` are the same pieces and `C`, `C++` and `C#` are not.
 */
export interface Piece extends Span {
  readonly text: string;
  /** Whether nothing stands between it and the piece before, the `B` of `910B`; Han characters are never joined. */
  readonly isJoined: boolean;
  /** Whether a hyphen, and nothing else, stands there: the `Plan` of `B-Plan`. */
  readonly isHyphenated: boolean;
  readonly hasCapital: boolean;
}

const token = new RegExp(
  [
    String.raw`(?<possessive>(?<=\p{L})['’ʼ]s(?!\p{L})|(?<=\d)s(?!\p{L}))`,
    String.raw`(?<initials>\p{Lu}(?:\.\p{Lu})+(?![\p{L}\p{N}])\.?)`,
    String.raw`(?<sign>(?<![\p{L}\p{N}])\p{L}(?:\+\+|#)(?![\p{L}\p{N}]))`,
    String.raw`(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)*)`,
    String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+`,
    String.raw`(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{M}])+`,
  ].join('|'),
  'gu',
);

const romanNumerals = new Map(
  ['II', 'III', 'IV', 'VI', 'VII', 'VIII', 'IX'].map((roman, i) => [roman, String([2, 3, 4, 6, 7, 8, 9][i])]),
);

/** The pieces of a text, in order. The ending of a possessive or of a plural in digits (`H20s`) is none. */
export function piecesOf(text: string): Piece[] {
  const { text: searched, origin } = searchedText(text);
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: raw, index, groups } of matchesIn(searched, token)) {
    if (groups?.possessive !== undefined) continue;
    const between = searched.slice(end, index);
    end = index + raw.length;
    pieces.push({
      text: isNumeralOne(raw, between, pieces.at(-1)) ? '1' : plain(raw, groups),
      ...origin(index, end),
      isJoined: pieces.length > 0 && between === '' && !isHan(raw) && !isHan(pieces.at(-1)?.text ?? ''),
      isHyphenated: pieces.length > 0 && /^[-‐‑–]$/.test(between),
      hasCapital: /^\p{Lu}/u.test(raw),
    });
  }
  return pieces;
}

/** Letters that Unicode does not take apart. */
const withoutAccent = new Map([
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
]);

/** A word as pieces write it. */
function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z]+$/.test(lower)) return lower;
  const plain = lower
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .normalize('NFKC');
  return simplify(plain.replaceAll(/[łøđßæœ]/g, (letter) => withoutAccent.get(letter) ?? letter));
}

/** The I of "Class I", but not of "what I know". */
function isNumeralOne(raw: string, between: string, before: Piece | undefined): boolean {
  return raw === 'I' && between === ' ' && before?.hasCapital === true && before.start > 0;
}

function plain(raw: string, groups: Record<string, string | undefined> | undefined): string {
  if (groups?.initials) return raw.replaceAll('.', '').toLowerCase();
  if (groups?.number) return raw.replaceAll(',', '');
  return romanNumerals.get(raw) ?? foldWord(raw);
}

/**
 * Where some words stand one after the other, each as a whole: the places of the first of them. `910` does not stand in
 * `910B`, nor `C` in `C-Plan`, but `T` in `T-cell`.
 */
export function placesOf(words: readonly string[], pieces: readonly Piece[]): number[] {
  const isLetter = words.length === 1 && words[0]?.length === 1;
  return pieces.flatMap((first, place) => {
    if (words.length === 0 || words.some((word, i) => pieces[place + i]?.text !== word)) return [];
    const next = pieces[place + words.length];
    if (first.isJoined || next?.isJoined) return [];
    return isLetter && next?.isHyphenated && next.hasCapital ? [] : [place];
  });
}
