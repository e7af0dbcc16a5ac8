import { Converter } from 'opencc-js/t2cn';

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
