import { onOneLine, wordsOf } from './hyphens.js';
import { columns, endsSentence, isListItem } from './lines.js';

// What lines of preformatted text are: prose that was wrapped by hand, code, a drawing, a table of contents.

/** In columns: shorter lines are those of verses, addresses and code. */
const MIN_WRAPPED = 40;

/** In columns: a paragraph that nobody has wrapped. */
const MIN_UNWRAPPED = 120;

/** Hard-wrapped lines end so early at most, as a share of the widest. */
const RAGGED = 0.75;

/** Most of it is words, and somewhere it breaks off within a sentence, near the margin. */
export function isSolid(paragraph: readonly string[], margin: number): boolean {
  const texts = paragraph.map((line) => line.trim());
  if (lengthOf(texts.filter(isWordy)) < lengthOf(texts) / 2) return false;
  if (isProgram(paragraph)) return false;
  return texts.some((text, position) => {
    const width = columns(text);
    if (!isWordy(text) || width < Math.max(MIN_WRAPPED, margin)) return false;
    if (endsSentence(text)) return width >= MIN_UNWRAPPED;
    return /^(?:\p{Ll}|\p{Script=Han})/u.test(texts[position + 1] ?? '');
  });
}

/** In columns: a line that was broken to fit ends behind this. */
export function marginOf(lines: readonly string[]): number {
  const texts = lines.map((line) => line.trim());
  return texts.filter(isWordy).reduce((widest, text) => Math.max(widest, columns(text)), 0) * RAGGED;
}

export function lengthOf(lines: readonly string[]): number {
  return lines.reduce((length, line) => length + line.trim().length, 0);
}

export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Words and what stands between them in prose; no signs of programs, and no columns. */
function isWordy(text: string): boolean {
  const signs = text.match(/[{}<>=;|\\`_^~*#$@[\]/+]/g)?.length ?? 0;
  if (signs > text.length / 20 || isStatement(text) || /\S {3}/.test(text)) return false;
  return text.split(' ').length >= 5 || (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 15;
}

/** What is typed into a terminal. */
export function isCommand(line: string): boolean {
  return /^[$%#] \S/.test(line.trim());
}

/** A call, or the end of a statement or block. */
function isStatement(text: string): boolean {
  return /^\/\/|[{}][,;]?$|\w\(["'\w)].*;$|\w\.\w{1,40}\(|[=!]=|=>|&&|::/.test(text);
}

/** More than a few of its lines are statements. */
export function isProgram(paragraph: readonly string[]): boolean {
  return paragraph.filter((line) => isStatement(line.trim())).length > paragraph.length / 5;
}

/** Statements, or lines that stand farther in than the prose and are no words. */
export function isCode(paragraph: readonly string[], indent: number): boolean {
  const texts = paragraph.map((line) => line.trim());
  if (isProgram(paragraph)) return true;
  const isIndented = paragraph.every((line) => indentOf(line) >= indent + 4);
  return isIndented && texts.length > 1 && !texts.some((text) => isWordy(text) || isListItem(text));
}

/** `2. Terms ........ 3` */
export function isContents(paragraph: readonly string[]): boolean {
  const leading = paragraph.filter((line) => /(?:\.{4}|(?:\. ){4})\.{0,80}\s?\d{1,4}$/.test(line.trim()));
  return leading.length > paragraph.length / 2;
}

/** Prose whose lines begin below one another is one line, and so are lines that all reach the margin. */
export function unwrapped(lines: readonly string[], margin: number): string[] {
  const [, second, ...others] = lines;
  if (second === undefined || lines.slice(1).some((line) => isListItem(line.trim()))) return [...lines];
  const isEven = others.every((line) => indentOf(line) === indentOf(second));
  const isFull = lines.slice(0, -1).every((line) => columns(line.trim()) >= margin);
  if (!isFull && !(isEven && isSolid(lines, margin))) return [...lines];
  return [onOneLine(lines, wordsOf([{ text: lines.join('\n') }]))];
}

/** A table or a picture of characters: most of its lines have columns or strokes. */
export function isDrawn(lines: readonly string[]): boolean {
  const drawn = lines.filter((line) => /\S {3,}\S|[-+=_|.]{4}|[─-╿]/u.test(line.trim()));
  return drawn.length > lines.length / 2;
}
