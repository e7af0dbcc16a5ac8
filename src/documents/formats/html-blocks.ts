import { ELEMENT, type HtmlElement, type HtmlNode, TEXT } from './dom.js';
import { collapseWhiteSpace, type TextBlock, type TextLine } from './layout.js';

/** Inline text, or a block that stands by itself. */
type FlowItem = string | TextBlock;

/** A line break that the author asks for; two of them separate paragraphs. */
const BREAK = '\u2028';

/** What a reader sees of an element, block by block. */
export function htmlBlocks(element: HtmlNode): TextBlock[] {
  return gather(childrenOf(element).flatMap(itemsOf));
}

const HEADING = /^h[1-6]$/;

const SKIPPED = new Set(
  (
    'script style noscript template svg math head title meta link iframe object embed audio video canvas map ' +
    'button select textarea input nav dialog'
  ).split(' '),
);

const BLOCK_ELEMENTS = new Set(
  (
    'address article aside blockquote body center details dialog div fieldset figcaption figure footer form header ' +
    'hgroup hr legend main p section summary tbody td tfoot th thead tr caption dd dt li'
  ).split(' '),
);

function itemsOf(node: HtmlNode): FlowItem[] {
  if (node.nodeType === TEXT) return [(node.textContent ?? '').replaceAll(BREAK, ' ')];
  if (!isElement(node) || isHidden(node)) return [];
  const name = nameOf(node);
  if (HEADING.test(name)) return headingItems(node, Number(name[1]));
  if (name === 'br') return [BREAK];
  if (name === 'ul' || name === 'ol' || name === 'dl') return [{ lines: listLines(node) }];
  if (name === 'table') return tableItems(node);
  if (name === 'pre') return [{ lines: codeLines(node.textContent ?? '') }];
  if (isFootnoteMark(node, name)) return [];
  return BLOCK_ELEMENTS.has(name) ? htmlBlocks(node) : childrenOf(node).flatMap(itemsOf);
}

/** Joins neighbouring inline text into paragraphs. */
function gather(items: readonly FlowItem[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  let words = '';
  for (const item of [...items, { lines: [] }]) {
    if (typeof item === 'string') words += item;
    else {
      blocks.push(...proseOf(words), item);
      words = '';
    }
  }
  return blocks.filter(({ lines }) => lines.length > 0);
}

function proseOf(words: string): TextBlock[] {
  return words
    .split(/\u2028\s*\u2028+/)
    .map(visible)
    .filter((text) => text !== '')
    .map((text) => ({ lines: [{ text }] }));
}

/** The words as a reader sees them: without soft hyphens and other invisible characters. */
function visible(words: string): string {
  return collapseWhiteSpace(words.replace(/[\u00ad\u200b\u2060\ufeff]/g, '').replaceAll('\u00a0', ' '))
    .replace(/ ?\u2028[ \u2028]*/g, '\n')
    .trim();
}

function headingItems(node: HtmlElement, depth: number): FlowItem[] {
  const text = linesIn(node)
    .map((line) => line.text.replaceAll('\n', ' '))
    .join(' ');
  return text === '' ? [] : [{ depth, lines: [{ text }] }];
}

function linesIn(node: HtmlNode): TextLine[] {
  return htmlBlocks(node).flatMap(({ lines }) => lines);
}

/** A line for each item, and for each paragraph in one; lists in a list follow the item they stand in. */
function listLines(list: HtmlNode): TextLine[] {
  return childrenOf(list).flatMap(linesIn);
}

/** A line for each row; but a table that only arranges paragraphs on the page is read as those paragraphs. */
function tableItems(table: HtmlElement): FlowItem[] {
  const rows = rowsIn(table);
  const cells = rows.flat();
  const isLayout = rows.every((row) => row.length < 2) || cells.some((cell) => cell.querySelector('table'));
  if (isLayout) return cells.flatMap(htmlBlocks);
  const captions = childrenOf(table).filter((child) => nameOf(child) === 'caption');
  const lines = rows.map((row): TextLine => {
    const texts = row.map((cell) =>
      linesIn(cell)
        .map(({ text }) => text.replaceAll('\n', ' '))
        .join(' '),
    );
    // The cells of a row make sense only together, so it is whole.
    return { text: texts.join(' | ').trimEnd(), isWhole: true };
  });
  return [...captions.flatMap(htmlBlocks), { lines: lines.filter(({ text }) => /[^\s|]/.test(text)) }];
}

function rowsIn(table: HtmlNode): HtmlElement[][] {
  return childrenOf(table).flatMap((child): HtmlElement[][] => {
    const name = nameOf(child);
    if (/^t(?:head|body|foot)$/.test(name)) return rowsIn(child);
    if (name !== 'tr') return [];
    return [
      childrenOf(child).filter((cell) => isElement(cell) && /^t[dh]$/.test(nameOf(cell))) as HtmlElement[],
    ];
  });
}

function codeLines(code: string): TextLine[] {
  const text = code.replace(/^(?:[ \t]*\r?\n)+|\s+$/g, '');
  return text === '' ? [] : text.split(/\r?\n/).map((line) => ({ text: line, isWhole: true }));
}

/** `[1]` that leads to a note on the same page, or the arrow that leads back from one. */
function isFootnoteMark(node: HtmlElement, name: string): boolean {
  const text = node.textContent?.trim() ?? '';
  if (name === 'a') return /^[↑↩^]\ufe0e?$/u.test(text) && isWithin(node);
  const link = name === 'sup' ? node.querySelector('a') : null;
  return link !== null && isWithin(link) && /^(?:\[?(?:\d{1,3}|[a-z]|[*†‡§]+)\]?[,\s]*)+$/u.test(text);
}

function isWithin(link: HtmlElement): boolean {
  return link.getAttribute('href')?.includes('#') ?? false;
}

function isHidden(node: HtmlElement): boolean {
  if (SKIPPED.has(nameOf(node)) || node.getAttribute('hidden') !== null) return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(node.getAttribute('style') ?? '');
}

function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === ELEMENT;
}

function nameOf(node: HtmlNode): string {
  return node.nodeName.toLowerCase();
}

function childrenOf(node: HtmlNode): HtmlNode[] {
  return [...node.childNodes];
}
