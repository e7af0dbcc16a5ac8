import type { Nodes, PhrasingContent, TableCell } from 'mdast';
import type { Source } from '../document.js';
import { undefinedMarks } from './footnotes.js';
import { collapseWhiteSpace, type LineMark, type TextLine } from './layout.js';

export interface LineContext {
  /** The Markdown itself. */
  readonly markdown: string;
  /** The sources that footnotes define, by identifier. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** What a reader sees of a block: prose is one line; a list, a table and code have a line for each of theirs. */
export function blockLines(node: Nodes, context: LineContext): TextLine[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [lineOf(node.children, context)].filter(({ text }) => text !== '');
    case 'list':
    case 'listItem':
    case 'blockquote':
      return node.children.flatMap((child) => blockLines(child, context));
    case 'table':
      return node.children
        .map((row) => rowOf(row.children, context))
        .filter(({ text }) => /[^\s|]/.test(text));
    case 'code':
      return codeLines(node.value).map((text) => ({ text, marks: [], isWhole: true }));
    default:
      return [];
  }
}

/** The visible text of a run of inline nodes, with white space as a browser shows it. */
function lineOf(nodes: readonly PhrasingContent[], context: LineContext): TextLine {
  const line: OpenLine = { text: '', marks: [] };
  for (const piece of nodes.flatMap((node) => piecesOf(node, context))) {
    if (typeof piece !== 'string') line.marks.push({ at: line.text.length, source: piece });
    else if (piece === BREAK) line.text = line.text.trimEnd() + BREAK;
    else line.text += /(?:^|[ \n])$/.test(line.text) ? piece.replace(/^ +/, '') : piece;
  }
  return { ...line, text: line.text.trimEnd() };
}

interface OpenLine {
  text: string;
  marks: LineMark[];
}

/** A line break that the author asks for. */
const BREAK = '\n';

/** What a reader sees of an inline node, and the sources where marks of footnotes stand. */
function piecesOf(node: PhrasingContent, context: LineContext): (string | Source)[] {
  switch (node.type) {
    case 'text':
      return [collapseWhiteSpace(withoutMarks(node.value, undefinedMarks(node, context.markdown)))];
    case 'inlineCode':
      return [node.value];
    case 'image':
    case 'imageReference':
      return [node.alt ?? ''];
    case 'break':
      return [BREAK];
    case 'html':
      // Of all tags, only a line break separates words.
      return /^<br\s*\/?>$/i.test(node.value) ? [' '] : [];
    case 'footnoteReference':
      return [context.sources.get(node.identifier) ?? ''];
    default:
      return 'children' in node ? node.children.flatMap((child) => piecesOf(child, context)) : [];
  }
}

/** The cells of a row make sense only together, so it is whole. */
function rowOf(cells: readonly TableCell[], context: LineContext): TextLine {
  const row: OpenLine = { text: '', marks: [] };
  cells.forEach((cell, position) => {
    if (position > 0) row.text += ' | ';
    const { text, marks = [] } = lineOf(cell.children, context);
    row.marks.push(...marks.map(({ at, source }) => ({ at: row.text.length + at, source })));
    row.text += text;
  });
  return { ...row, text: row.text.trimEnd(), isWhole: true };
}

function codeLines(code: string): string[] {
  return code.replace(/^(?:[ \t]*\r?\n)+|\s+$/g, '').split(/\r?\n/);
}

function withoutMarks(text: string, marks: readonly { start: number; end: number }[]): string {
  return marks.reduceRight((words, { start, end }) => words.slice(0, start) + words.slice(end), text);
}
