import type { Nodes, PhrasingContent, Root, RootContent, Text } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Source } from './document.js';
import { readFootnotes } from './footnotes.js';
import { type FrontMatter, readFrontMatter } from './front-matter.js';
import type { Problem } from './problem.js';
import type { Block, Mark, Outline, Reader } from './reader.js';

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

/** Lists and quotes in one another beyond this make the parser slow and then overflow its stack. */
const DEEPEST = 100;

/**
 * Reads Markdown (CommonMark and GFM, with YAML front matter).
 *
 * The canonical text is what a reader sees: blocks joined by a blank line, a list item or table row a line, cells
 * joined by ` | `; of an image its alternative text, of raw HTML nothing. A paragraph is prose, a list, a table
 * or a block of code. Footnotes are sources of the sentences they stand on.
 */
export function readMarkdown(text: string, file: string): ReturnType<Reader> {
  const deep = deepLine(text);
  if (deep !== undefined) return { problems: [{ file, line: deep, kind: 'too-deep' }] };
  const tree = markdown.parse(text);
  const { frontMatter, problems: matterProblems } = frontMatterOf(tree, text, file);
  const { sources, problems: sourceProblems } = readFootnotes(tree, file);
  const { pieces, problems: markProblems } = layOut(tree, { text, file, sources });
  const problems = [...matterProblems, ...[...sourceProblems, ...markProblems].sort(byLine)];
  if (!frontMatter) return { problems };
  const title = frontMatter.title ?? pieces.find(({ depth }) => depth === 1)?.lines[0]?.text;
  return { outline: { ...frontMatter, ...outlineOf(pieces, title), ...(title && { title }) }, problems };
}

/** The line with more markers of lists and quotes at its beginning than are read. */
function deepLine(text: string): number | undefined {
  const position = text.split('\n').findIndex((line) => {
    const markers = /^[ \t]*((?:>[ \t]?|(?:[-*+]|\d{1,9}[.)])[ \t]+)+)/.exec(line)?.[1];
    return markers !== undefined && (markers.match(/[>*+)-]|\d\./g)?.length ?? 0) > DEEPEST;
  });
  return position === -1 ? undefined : position + 1;
}

function byLine(a: Problem, b: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0);
}

/** No `frontMatter` where the document has to be left out. */
function frontMatterOf(
  tree: Root,
  text: string,
  file: string,
): { frontMatter?: FrontMatter; problems: Problem[] } {
  const node = tree.children[0];
  if (node?.type === 'yaml') return readFrontMatter(node.value, file);
  if (/^---[ \t]*\r?\n[ \t]*[\w-]+[ \t]*:/.test(text)) {
    const detail = 'the line `---` that ends it is missing';
    return { problems: [{ file, line: 1, kind: 'front-matter', detail }] };
  }
  return { frontMatter: { tags: [] }, problems: [] };
}

/** A line of canonical text with the footnotes on it; offsets are relative to the line. */
interface Line {
  readonly text: string;
  readonly marks: readonly { readonly at: number; readonly source: Source }[];
}

/** A block of canonical text; one with a depth is a heading. */
interface Piece {
  readonly depth?: number;
  readonly lines: readonly Line[];
}

interface Context {
  readonly text: string;
  readonly file: string;
  readonly sources: ReadonlyMap<string, Source>;
}

/** The pieces of a document in order, without empty ones. */
function layOut(tree: Root, context: Context): { pieces: Piece[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const lineOf = (nodes: readonly PhrasingContent[]): Line => {
    const { line, problems: found } = readLine(nodes, context);
    problems.push(...found);
    return line;
  };
  const pieces = tree.children.flatMap((node) => piecesOf(node, lineOf));
  return { pieces: pieces.filter(({ lines }) => lines.some(({ text }) => text !== '')), problems };
}

type ReadNodes = (nodes: readonly PhrasingContent[]) => Line;

function piecesOf(node: RootContent, lineOf: ReadNodes): Piece[] {
  if (node.type === 'heading') return [{ depth: node.depth, lines: [lineOf(node.children)] }];
  // Headings in a quotation are lines of it, as they say nothing about the text below the quotation.
  if (node.type === 'blockquote') return node.children.map((child) => ({ lines: linesOf(child, lineOf) }));
  return [{ lines: linesOf(node, lineOf) }];
}

function linesOf(node: Nodes, lineOf: ReadNodes): Line[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [lineOf(node.children)].filter(({ text }) => text !== '');
    case 'list':
    case 'listItem':
    case 'blockquote':
      return node.children.flatMap((child) => linesOf(child, lineOf));
    case 'table':
      return node.children
        .map((row) => joinCells(row.children.map((cell) => lineOf(cell.children))))
        .filter(({ text }) => /[^\s|]/.test(text));
    case 'code':
      return node.value
        .replace(/^(?:[ \t]*\r?\n)+|\s+$/g, '')
        .split(/\r?\n/)
        .map((text) => ({ text, marks: [] }));
    default:
      return [];
  }
}

function joinCells(cells: readonly Line[]): Line {
  let text = '';
  const marks: Line['marks'][number][] = [];
  cells.forEach((cell, position) => {
    if (position > 0) text += ' | ';
    const start = text.length;
    marks.push(...cell.marks.map(({ at, source }) => ({ at: start + at, source })));
    text += cell.text;
  });
  return { text, marks };
}

/** The visible text of a run of inline nodes, with white space collapsed as a browser does. */
function readLine(nodes: readonly PhrasingContent[], context: Context): { line: Line; problems: Problem[] } {
  let text = '';
  const marks: Line['marks'][number][] = [];
  const problems: Problem[] = [];
  const write = (words: string) => {
    text += /(?:^|\s)$/.test(text) ? words.replace(/^[ \t]+/, '') : words;
  };
  const visit = (node: PhrasingContent): void => {
    switch (node.type) {
      case 'text': {
        const { words, undefinedMarks } = readText(node, context);
        problems.push(...undefinedMarks);
        write(words);
        break;
      }
      case 'inlineCode':
        write(node.value);
        break;
      case 'break':
        text = `${text.trimEnd()}\n`;
        break;
      case 'image':
      case 'imageReference':
        write(node.alt ?? '');
        break;
      case 'html':
        // A break is the one tag that separates words.
        if (/^<br\s*\/?>$/i.test(node.value)) write(' ');
        break;
      case 'footnoteReference': {
        const source = context.sources.get(node.identifier);
        if (source) marks.push({ at: text.length, source });
        break;
      }
      default:
        if ('children' in node) node.children.forEach(visit);
    }
  };
  nodes.forEach(visit);
  return { line: { text: text.trimEnd(), marks }, problems };
}

/** The words of a text node; marks of footnotes that nobody defines are left out and reported. */
function readText(node: Text, { text, file }: Context): { words: string; undefinedMarks: Problem[] } {
  const start = node.position?.start;
  const written = text.slice(start?.offset ?? 0, node.position?.end.offset ?? 0);
  const undefinedMarks: Problem[] = [];
  const words = node.value.replace(/\[\^([^\]\s]+)\]/g, (mark, name: string, at: number) => {
    // `\[^1]` is text that its author wants to be seen.
    if (!written.includes(mark) || written.includes(`\\${mark}`)) return mark;
    const line = (start?.line ?? 1) + node.value.slice(0, at).split('\n').length - 1;
    undefinedMarks.push({ file, line, kind: 'footnote-undefined', name });
    return '';
  });
  return { words: collapse(words), undefinedMarks };
}

/** A line break in the source is a space to a reader; between Chinese characters it is nothing. */
function collapse(words: string): string {
  return words
    .replace(
      /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])[ \t]*\r?\n[ \t]*(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef])/gu,
      '',
    )
    .replace(/[ \t\r\n\f]+/g, ' ');
}

/** Joins the pieces to the canonical text, with the headings above each paragraph. */
function outlineOf(
  pieces: readonly Piece[],
  title: string | undefined,
): Pick<Outline, 'text' | 'blocks' | 'references'> {
  let text = '';
  let headings: { depth: number; text: string }[] = [];
  let titleIsOpen = true;
  const blocks: Block[] = [];
  const references: Source[] = [];
  for (const { depth, lines } of pieces) {
    if (text !== '') text += '\n\n';
    const parts = lines.map((line, position) => {
      if (position > 0) text += '\n';
      const start = text.length;
      text += line.text;
      return {
        start,
        end: text.length,
        marks: line.marks.map(({ at, source }) => markOf(start + at, source, references)),
      };
    });
    const heading = lines[0]?.text ?? '';
    if (depth === undefined) {
      blocks.push({ headings: headings.map((above) => above.text), parts });
    } else if (depth === 1 && heading === title && titleIsOpen) {
      titleIsOpen = false;
      headings = [];
    } else {
      headings = [...headings.filter((above) => above.depth < depth), { depth, text: heading }];
    }
  }
  return { text, blocks, references };
}

/** Sources are values: two footnotes with one text are one reference. */
function markOf(at: number, source: Source, references: Source[]): Mark {
  const key = JSON.stringify(source);
  const known = references.findIndex((reference) => JSON.stringify(reference) === key);
  return { at, reference: known === -1 ? references.push(source) - 1 : known };
}
