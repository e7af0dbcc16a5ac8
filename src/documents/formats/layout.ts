import type { Source } from '../document.js';
import type { Outline, OutlineParagraph, OutlinePart } from './reader.js';

/** A block of a text; one with a depth is a heading, and without lines it ends the part below the last one. */
export interface TextBlock {
  /** 1 is the highest. */
  readonly depth?: number;
  readonly page?: number;
  /** Prose is one line; a list, a table and code have a line for each of theirs. */
  readonly lines: readonly TextLine[];
}

/** A line of canonical text with the sources that stand on it. */
export interface TextLine {
  readonly text: string;
  readonly marks?: readonly LineMark[];
  /** Is the line one statement, though full stops may stand in it? */
  readonly isWhole?: boolean;
}

/** `at` is an offset in the line: the mark stood behind the character before it. */
export interface LineMark {
  readonly at: number;
  readonly source: Source;
}

/** Between two of these, a line break is no space. */
export const WIDE = String.raw`[\p{Script=Han}\u3000-\u303f\uff00-\uffef]`;
const BREAK_IN_CHINESE = new RegExp(String.raw`(?<=${WIDE})[ \t]*\r?\n[ \t]*(?=${WIDE})`, 'gu');

/** White space as a browser shows it: any run of it is one space, and a line break in Chinese is none. */
export function collapseWhiteSpace(words: string): string {
  return words.replace(BREAK_IN_CHINESE, '').replace(/[ \t\r\n\f]+/g, ' ');
}

/** Joins the blocks to the canonical text and notes the headings above each paragraph. */
export function layOut(blocks: readonly TextBlock[], title: string | undefined): Outline {
  const references = createReferences();
  const paragraphs: OutlineParagraph[] = [];
  let text = '';
  let headings: { depth: number; text: string }[] = [];
  let isTitled = false;
  for (const { depth, page, lines } of blocks) {
    if (depth !== undefined && lines.length === 0) {
      headings = headings.filter((above) => above.depth < depth);
      continue;
    }
    if (text !== '') text += '\n\n';
    const parts = lines.map(({ marks = [], isWhole = false, ...line }, position): OutlinePart => {
      if (position > 0) text += '\n';
      const start = text.length;
      text += line.text;
      const placed = marks.map(({ at, source }) => ({ at: start + at, reference: references.add(source) }));
      return { start, end: text.length, isWhole, marks: placed };
    });
    const heading = lines[0]?.text ?? '';
    if (depth === undefined) {
      const above = headings.map((one) => one.text);
      paragraphs.push({ headings: above, ...(page !== undefined && { page }), parts });
    } else if (depth === 1 && heading === title && !isTitled) {
      isTitled = true;
      headings = [];
    } else {
      headings = [...headings.filter((above) => above.depth < depth), { depth, text: heading }];
    }
  }
  return { ...(title !== undefined && { title }), text, references: references.list, paragraphs };
}

/** Sources by position. They are compared by value: two footnotes that say the same are one source. */
function createReferences(): { add(source: Source): number; readonly list: readonly Source[] } {
  const list: Source[] = [];
  const positions = new Map<string, number>();
  return {
    list,
    add(source) {
      const key = JSON.stringify(source);
      const position = positions.get(key) ?? list.push(source) - 1;
      positions.set(key, position);
      return position;
    },
  };
}
