/** A line of Markdown. */
export interface Line {
  readonly text: string;
  /** In the file, from 0. */
  readonly number: number;
}

/** Lines that belong together, as they are read. */
export interface Block {
  readonly content: readonly Line[];
  /** Where the lines go on behind it. */
  readonly next: number;
}

const FENCE = /^([ >\t]{0,40}(?:[-*+] {1,4}|\d{1,9}[.)] {1,4})?)(`{3,}(?=[^`]*$)|~{3,})/;

/** Does a line open or close a block of code? */
export function isFence(text: string): boolean {
  return FENCE.test(text);
}

/** A block of code from its first line on, with its fences; to the end where nothing closes it. */
export function fencedContent(lines: readonly Line[], at: number): Block {
  const [, indent = '', fence = '```'] = FENCE.exec(lines[at]?.text ?? '') ?? [];
  let end = at + 1;
  while (end < lines.length && !closes(lines[end]?.text ?? '', fence, indent.length)) end++;
  return { content: lines.slice(at, end + 1), next: end + 1 };
}

/** A fence that is indented by four columns more is code. */
function closes(text: string, fence: string, indent: number): boolean {
  const words = text.replace(/^[ >\t]{1,40}/, '').trimEnd();
  return words.startsWith(fence) && !/[^`~]/.test(words) && text.indexOf(fence) < indent + 4;
}
