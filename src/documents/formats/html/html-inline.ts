import { collapseWhiteSpace } from '../layout.js';
import { loweredText, raisedText } from '../raised.js';

/** Words on a line as they are written, or what stands on it otherwise than the words around it. */
export type Inline = string | Shifted;

export interface Shifted {
  /** Of what is `gone`, nothing is left, nor the space that separated it from a comma. */
  readonly shift: 'raised' | 'lowered' | 'gone';
  readonly words: string;
}

/** A line break that the author asks for; two of them separate paragraphs. */
export const BREAK = '\u2028';

/** In characters: how much of a line around raised text says what it is. */
const CONTEXT = 80;

/** The paragraphs that words in a row are, as a reader sees them. */
export function proseOf(words: readonly Inline[]): string[] {
  return joined(words)
    .split(/\u2028[\s\u2028]*\u2028/)
    .map(visible)
    .filter((text) => text !== '');
}

function joined(pieces: readonly Inline[]): string {
  if (pieces.every((piece) => typeof piece === 'string')) return pieces.join('');
  const text: string[] = [];
  /** The end of the text: to look at all of it for each piece would take a time that grows with its square. */
  let end = '';
  let isBehindGap = false;
  pieces.forEach((piece, position) => {
    const words = typeof piece === 'string' ? piece : shifted(piece, end, wordsBehind(pieces, position));
    if (words === '') {
      isBehindGap ||= typeof piece !== 'string';
      return;
    }
    if (isBehindGap && /^[,.;:!?)\]]/.test(words)) text.push(text.pop()?.trimEnd() ?? '');
    isBehindGap = false;
    text.push(words);
    end = (end + words).slice(-CONTEXT);
  });
  return text.join('');
}

/** The next words on the line: raised text may stand beside some that is gone. */
function wordsBehind(pieces: readonly Inline[], position: number): string {
  return pieces.slice(position + 1, position + 4).find((one) => typeof one === 'string') ?? '';
}

function shifted({ shift, words }: Shifted, end: string, after: string): string {
  if (shift === 'gone') return '';
  const before = visible(end) + (/\s$/.test(end) ? ' ' : '');
  if (shift === 'lowered') return loweredText(visible(words), before);
  return raisedText(visible(words), before, after.slice(0, CONTEXT));
}

/** The words as a reader sees them: without soft hyphens and other invisible characters. */
function visible(words: string): string {
  return collapseWhiteSpace(withoutUnseen(words))
    .replace(/ ?\u2028[ \u2028]*/g, '\n')
    .trim();
}

/** Without what takes no room on a line, and with ordinary spaces. */
export function withoutUnseen(words: string): string {
  return words.replace(/[\u00ad\u200b\u2060\ufeff]/g, '').replaceAll('\u00a0', ' ');
}
