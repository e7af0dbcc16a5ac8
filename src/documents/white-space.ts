/** Where two of these meet at a line break, a reader sees no space. */
const WIDE = String.raw`[\p{Script=Han}\u3000-\u303f\uff00-\uffef]`;
const BREAK_IN_CHINESE = new RegExp(String.raw`(?<=${WIDE})[ \t]*\r?\n[ \t]*(?=${WIDE})`, 'gu');

/** White space as a browser shows it: a run of it is one space, or none between Chinese lines. */
export function collapse(words: string): string {
  return words.replace(BREAK_IN_CHINESE, '').replace(/[ \t\r\n\f]+/g, ' ');
}
