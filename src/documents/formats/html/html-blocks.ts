import { ordinaryCharacters } from '../../characters.js';
import { defined } from '../definitions.js';
import { collapseWhiteSpace, type TextBlock, type TextLine } from '../layout.js';
import { childrenOf, elementsIn, type HtmlElement, type HtmlNode, isElement, nameOf, TEXT } from './dom.js';
import { isHidden } from './hidden.js';
import { BREAK, type Inline, proseOf } from './html-inline.js';
import { definitionsIn, listItems } from './html-lists.js';
import { isNoteMark } from './html-notes.js';
import { preBlocks } from './html-pre.js';
import { cellsIn, readTable } from './html-tables.js';
import { formula } from './mathml.js';

/** Inline text, or a block that stands by itself. */
type FlowItem = Inline | TextBlock;

/** What a reader sees of an element, block by block. */
export function htmlBlocks(element: HtmlNode): TextBlock[] {
  return gather(childrenOf(element).flatMap(itemsOf));
}

const HEADING = /^h[1-6]$/;

/** Below all headings of HTML. */
const QUESTION_DEPTH = 7;

const BLOCK_ELEMENTS = new Set(
  (
    'address article aside blockquote body center details dialog div fieldset figcaption figure footer form header ' +
    'hgroup hr legend main p section summary tbody td tfoot th thead tr caption dd dt li'
  ).split(' '),
);

function itemsOf(node: HtmlNode): FlowItem[] {
  if (node.nodeType === TEXT) return [ordinaryCharacters(node.textContent ?? '').replaceAll(BREAK, ' ')];
  if (!isElement(node)) return [];
  if (isHidden(node) || isNoteMark(node)) return [{ shift: 'gone', words: '' }];
  const name = nameOf(node);
  if (HEADING.test(name)) return headingItems(node, Number(name[1]));
  switch (name) {
    case 'br':
      return [BREAK];
    case 'sup':
      return shiftedItems(node, 'raised');
    case 'sub':
      return shiftedItems(node, 'lowered');
    case 'math':
      return [formula(node)];
    case 'ul':
    case 'ol':
      return [{ lines: listLines(node) }];
    case 'dl':
      return definitionItems(node);
    case 'details':
      return detailsItems(node);
    case 'table':
      return tableItems(node);
    case 'pre':
      return preBlocks(node);
    default:
      return BLOCK_ELEMENTS.has(name) ? htmlBlocks(node) : childrenOf(node).flatMap(itemsOf);
  }
}

/** Joins neighbouring inline text into paragraphs. */
function gather(items: readonly FlowItem[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  let words: Inline[] = [];
  for (const item of [...items, { lines: [] }]) {
    if (isInline(item)) words.push(item);
    else {
      for (const text of proseOf(words)) blocks.push({ lines: [{ text }] });
      blocks.push(item);
      words = [];
    }
  }
  return blocks.filter(({ depth, lines }) => depth !== undefined || lines.length > 0);
}

function isInline(item: FlowItem): item is Inline {
  return typeof item === 'string' || 'shift' in item;
}

function shiftedItems(node: HtmlElement, shift: 'raised' | 'lowered'): FlowItem[] {
  const inside = childrenOf(node).flatMap(itemsOf);
  return inside.every((item) => typeof item === 'string') ? [{ shift, words: inside.join('') }] : inside;
}

function headingItems(node: HtmlElement, depth: number): FlowItem[] {
  const text = oneLine(node);
  return text === '' ? [] : [{ depth, lines: [{ text }] }];
}

function linesIn(node: HtmlNode): TextLine[] {
  return htmlBlocks(node).flatMap(({ lines }) => lines);
}

/** All that is in an element, as one line. */
function oneLine(node: HtmlNode): string {
  return collapseWhiteSpace(
    linesIn(node)
      .map(({ text }) => text)
      .join('\n'),
  );
}

/** A line for each item, and for each paragraph in one; lists in a list follow the item they stand in. */
function listLines(list: HtmlElement): TextLine[] {
  return listItems(list).flatMap(({ label, content }) => {
    const [first, ...others] = gather(itemsOf(content)).flatMap(({ lines }) => lines);
    if (!first) return [];
    return [label === '' ? first : { ...first, text: `${label} ${first.text}` }, ...others];
  });
}

/** A term stands before each of its definitions; a question is a heading over its answer. */
function definitionItems(list: HtmlElement): FlowItem[] {
  const groups = definitionsIn(list).map(({ terms, definitions }) => ({
    term: terms.map(oneLine).filter(Boolean).join(', '),
    definitions,
  }));
  if (!groups.some(({ term }) => isQuestion(term))) {
    return [{ lines: groups.flatMap(({ term, definitions }) => definitionLines(term, definitions)) }];
  }
  return groups.flatMap(({ term, definitions }) => answered(term, definitions.flatMap(htmlBlocks)));
}

/** What opens below a question is its answer. */
function detailsItems(details: HtmlElement): FlowItem[] {
  const summary = elementsIn(details).find((part) => nameOf(part) === 'summary');
  const question = summary ? oneLine(summary) : '';
  if (!isQuestion(question)) return htmlBlocks(details);
  const answer = childrenOf(details).filter((part) => part !== summary);
  return answered(question, gather(answer.flatMap(itemsOf)));
}

function isQuestion(text: string): boolean {
  return /[?？]$/.test(text);
}

/** A heading over its answer, and over nothing else. */
function answered(question: string, answer: readonly TextBlock[]): TextBlock[] {
  const heading = question === '' ? [] : [{ text: question }];
  return [{ depth: QUESTION_DEPTH, lines: heading }, ...answer, { depth: QUESTION_DEPTH, lines: [] }];
}

function definitionLines(term: string, definitions: readonly HtmlElement[]): TextLine[] {
  const lines = definitions.flatMap((definition) => {
    const [first, ...others] = linesIn(definition);
    return first ? [{ ...first, text: defined(term, first.text) }, ...others] : [];
  });
  return lines.length > 0 || term === '' ? lines : [{ text: term }];
}

/** A line for each row; but a table that only arranges paragraphs on the page is read as those paragraphs. */
function tableItems(element: HtmlElement): FlowItem[] {
  const table = readTable(element);
  if (!table) return cellsIn(element).flatMap(htmlBlocks);
  const texts = new Map<HtmlElement, string>();
  const rows = table.rows.map((row) => {
    const cells = row.map((cell, column) => {
      if (!cell) return '';
      const known = texts.get(cell);
      const text = known ?? oneLine(cell);
      texts.set(cell, text);
      const most = row[column - 1] === cell ? MAX_REPEATED_BESIDE : MAX_REPEATED_BELOW;
      return known !== undefined && text.length > most ? '' : text;
    });
    return cells.join(' | ').trimEnd();
  });
  const head = rows.slice(0, table.headRows).filter(hasText).join('\n');
  const lines = [head, ...rows.slice(table.headRows)].filter(hasText);
  // The cells of a row make sense only together, so it is whole; and so do the rows that name the columns.
  return [...table.captions.flatMap(htmlBlocks), { lines: lines.map((text) => ({ text, isWhole: true })) }];
}

/** In characters: a longer text is not said again in each row that it is over. */
const MAX_REPEATED_BELOW = 300;

/** Likewise in each column: a value is short, and what is long is a remark on all of them. */
const MAX_REPEATED_BESIDE = 60;

function hasText(row: string): boolean {
  return /[^\s|]/.test(row);
}
