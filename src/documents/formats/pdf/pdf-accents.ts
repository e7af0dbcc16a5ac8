import { isEnglishWord } from '../english-words.js';

/** Accents with a width of their own, by the mark that puts them on a letter. */
const MARKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '\u00a8': '\u0308', // ¨
    '\u00b4': '\u0301', // ´
    '\u0060': '\u0300', // `
    '\u02c6': '\u0302', // ˆ
    '\u02dc': '\u0303', // ˜
    '\u00af': '\u0304', // ¯
    '\u02c7': '\u030c', // ˇ
    '\u02d8': '\u0306', // ˘
    '\u02d9': '\u0307', // ˙
    '\u02da': '\u030a', // ˚
    '\u02dd': '\u030b', // ˝
    '\u00b8': '\u0327', // ¸
    '\u02db': '\u0328', // ˛
  }),
);

const INSIDE_WORD = /([¨´ˆ˜¯ˇ˘˙˚˝¸˛])(\p{L})/gu;

/**
 * A text with the accents put on their letters that stand before them, as TeX draws them: `Schr¨odinger`. A
 * backquote is one only where it is known to stand over a letter.
 */
export function withAccents(text: string): string {
  return text.replace(
    INSIDE_WORD,
    (drawn, accent: string, letter: string) => accented(letter, accent) ?? drawn,
  );
}

/** Letters that are words. */
const WORDS = new Set([...'àáéèìíòóùúôêîûyÀÉÈ']);

/**
 * What two texts make together of which the second begins over the end of the first: where one of the two ends that
 * meet is an accent, it is put on the other; otherwise nothing.
 *
 * The free place beside an accent looks like a space. `S a` and `˜ o Paulo` are `São Paulo`, `A` and `´ vila` are
 * `Ávila`, but `Malmo` and `¨ is far` are two words more.
 */
export function joinedByAccent(before: string, after: string): string | undefined {
  const [last, first] = [before.at(-1) ?? '', after[0] ?? ''];
  const [head, tail] = [before.slice(0, -1), after.slice(1)];
  const below = accented(first, last);
  if (below !== undefined) return head + below + tail;
  const letter = accented(last, first);
  if (letter === undefined) return undefined;
  const [, next] = /^ (\p{Ll}{1,30})/u.exec(tail) ?? [];
  const isAlone = !/\p{L}$/u.test(head.slice(-1));
  const isAfterCapital = /(?<!\p{L})\p{Lu} $/u.test(head.slice(-3));
  if (isAlone && WORDS.has(letter) && !isAfterCapital) return head + letter + tail;
  const isInside = isAlone && /\p{L} $/u.test(head.slice(-2)) && /\p{Ll}/u.test(letter);
  const goesOn = next !== undefined && (isAlone || !isWord(next));
  return (isInside ? head.trimEnd() : head) + letter + (goesOn ? tail.trimStart() : tail);
}

const SHORT_WORDS = new Set(
  'a an and as at by de die do el en for from has in is it la le of on or the to und was y'.split(' '),
);

function isWord(text: string): boolean {
  return SHORT_WORDS.has(text) || isEnglishWord(text);
}

function accented(letter: string, accent: string): string | undefined {
  const mark = MARKS.get(accent);
  if (mark === undefined || !/^\p{L}$/u.test(letter)) return undefined;
  // Fonts have letters without a dot to put accents on.
  const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
  const whole = (base + mark).normalize('NFC');
  return whole.length === 1 ? whole : undefined;
}
