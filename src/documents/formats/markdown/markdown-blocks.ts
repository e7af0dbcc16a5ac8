import type {
  BlockContent,
  Blockquote,
  Code,
  DefinitionContent,
  Nodes,
  PhrasingContent,
  RootContent,
  TableCell,
} from 'mdast';
import type { LineMark, TextBlock, TextLine } from '../layout.js';
import { preformattedBlocks } from '../preformatted.js';
import { blocksOfHtml } from './markdown-html.js';
import { type LineContext, lineOf } from './markdown-inline.js';

/** The title of a callout stands below all headings; one in another stands a level below it. */
const CALLOUT_DEPTH = 7;

/** What a reader sees of a document or callout, block by block. */
export function blocksIn(
  nodes: readonly RootContent[],
  context: LineContext,
  depth = CALLOUT_DEPTH,
): TextBlock[] {
  return withWholeTables(nodes, context.markdown).flatMap((node): TextBlock[] => {
    if (node.type === 'html') return blocksOfHtml(node.value);
    const callout = node.type === 'blockquote' ? calloutOf(node) : undefined;
    if (callout) return calloutBlocks(callout, context, depth);
    // A quotation has paragraphs like any other text; a heading in it is not one of the text that follows.
    if (node.type === 'blockquote')
      return node.children.map((child) => ({ lines: blockLines(child, context) })).filter(hasLines);
    if (node.type === 'code' && isText(node) && depth === CALLOUT_DEPTH)
      return preformattedBlocks(node.value);
    const lines = blockLines(node, context);
    if (node.type === 'heading' && depth === CALLOUT_DEPTH)
      return [{ depth: node.depth, lines }].filter(hasLines);
    return [{ lines }].filter(hasLines);
  });
}

/** Fences and indents without a language are also set around prose, so that its lines are kept. */
function isText({ lang }: Code): boolean {
  return !lang || /^(?:te?xt|plain(?:text)?|none)$/i.test(lang);
}

function hasLines({ lines }: TextBlock): boolean {
  return lines.length > 0;
}

/** What a reader sees of a block: prose is one line; a list, a table and code have a line for each of theirs. */
function blockLines(node: Nodes, context: LineContext): TextLine[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [lineOf(node.children, context)].filter(({ text }) => text !== '');
    case 'list':
    case 'listItem':
      return node.children.flatMap((child) => blockLines(child, context));
    case 'blockquote': {
      const { title, children } = calloutOf(node) ?? { title: [], children: node.children };
      return [lineOf(title, context)]
        .filter(({ text }) => text !== '')
        .concat(children.flatMap((child) => blockLines(child, context)));
    }
    case 'table':
      return node.children
        .map((row) => rowOf(row.children, context))
        .filter(({ text }) => /[^\s|]/.test(text));
    case 'code':
      return codeLines(node.value).map((text) => ({ text, marks: [], isWhole: true }));
    case 'html':
      return blocksOfHtml(node.value).flatMap(({ lines }) => lines);
    default:
      return [];
  }
}

interface Callout {
  readonly title: readonly PhrasingContent[];
  readonly children: readonly (BlockContent | DefinitionContent)[];
}

/** A quotation that begins with `[!NOTE]`; Obsidian has a title behind that, on the same line. */
function calloutOf({ children: [first, ...others] }: Blockquote): Callout | undefined {
  const [mark, ...inline] = first?.type === 'paragraph' ? first.children : [];
  if (first?.type !== 'paragraph' || mark?.type !== 'text') return undefined;
  const [sign] = /^\[![\w-]{1,40}(?:\|[^\]\n]{0,40})?\][+-]?[ \t]*/.exec(mark.value) ?? [];
  if (sign === undefined) return undefined;
  const title: PhrasingContent[] = [];
  const text: PhrasingContent[] = [{ ...mark, value: mark.value.slice(sign.length) }, ...inline];
  while (text.length > 0) {
    const [node] = text.splice(0, 1);
    if (!node || node.type === 'break') break;
    const end = node.type === 'text' ? node.value.indexOf('\n') : -1;
    if (node.type !== 'text' || end === -1) title.push(node);
    else {
      title.push({ ...node, value: node.value.slice(0, end) });
      text.unshift({ ...node, value: node.value.slice(end + 1) });
      break;
    }
  }
  return { title, children: [{ ...first, children: text }, ...others] };
}

/** Its title is a heading over it alone. */
function calloutBlocks({ title, children }: Callout, context: LineContext, depth: number): TextBlock[] {
  const heading = lineOf(title, context);
  const blocks = blocksIn(children, context, depth + 1);
  if (heading.text === '' || blocks.length === 0) return blocks;
  return [{ depth, lines: [heading] }, ...blocks, { depth, lines: [] }];
}

/** Markdown ends HTML at a blank line; a table goes on until its end tag. */
function withWholeTables(nodes: readonly RootContent[], markdown: string): RootContent[] {
  const whole: RootContent[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (!node) break;
    const end = node.type === 'html' && /<table/i.test(node.value) ? tableEnd(nodes, at) : at;
    const [from, to] = [node.position?.start.offset, nodes[end]?.position?.end.offset];
    whole.push(end > at ? { type: 'html', value: markdown.slice(from, to) } : node);
    at = end;
  }
  return whole;
}

/** Nothing but HTML, also where it is indented like code, stands before the end. */
function tableEnd(nodes: readonly RootContent[], at: number): number {
  for (let end = at; end < nodes.length; end++) {
    const node = nodes[end];
    if (node?.type !== 'html' && !(node?.type === 'code' && /^\s{0,40}</.test(node.value))) return at;
    if (/<\/table/i.test(node.value)) return end;
  }
  return at;
}

/** The cells of a row make sense only together, so it is whole. */
function rowOf(cells: readonly TableCell[], context: LineContext): TextLine {
  const row: { text: string; marks: LineMark[] } = { text: '', marks: [] };
  cells.forEach((cell, position) => {
    if (position > 0) row.text += ' | ';
    const { text, marks = [] } = lineOf(cell.children, context);
    row.marks.push(...marks.map(({ at, source }) => ({ at: row.text.length + at, source })));
    row.text += text;
  });
  return { ...row, text: row.text.trimEnd(), isWhole: true };
}

/** Without the blank lines around it. */
function codeLines(code: string): string[] {
  const lines = code.trimEnd().split(/\r?\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  return lines.slice(Math.max(0, first));
}
