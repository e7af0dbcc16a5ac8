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
const WORDS = new Set([...'àáèéìíòóùúôêîûyÀÁÈÉÌÍÒÓ']);

/**
 * What two texts make together of which the second begins over the end of the first: where one of the two ends that
 * meet is an accent, it is put on the other; otherwise nothing. The places of drawn accents look like spaces, so a
 * letter that is no word is joined to what stands beside it: `S a` and `˜ o Paulo` are `São Paulo`.
 */
export function joinedByAccent(before: string, after: string): string | undefined {
  const [last, first] = [before.at(-1) ?? '', after[0] ?? ''];
  const letter = accented(last, first) ?? accented(first, last);
  if (letter === undefined) return undefined;
  const [head, tail] = [before.slice(0, -1), after.slice(1)];
  if (!/(?<!\p{L})\p{L} $/u.test(head.slice(-3)) && WORDS.has(letter)) return head + letter + tail;
  const isFirst = !/\p{L} $/u.test(head.slice(-2));
  const isLast = !/^ \p{Ll}/u.test(tail);
  return (isFirst ? head : head.trimEnd()) + letter + (isLast ? tail : tail.trimStart());
}

function accented(letter: string, accent: string): string | undefined {
  const mark = MARKS.get(accent);
  if (mark === undefined || !/^\p{L}$/u.test(letter)) return undefined;
  // Fonts have letters without a dot to put accents on.
  const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
  const whole = (base + mark).normalize('NFC');
  return whole.length === 1 ? whole : undefined;
}
