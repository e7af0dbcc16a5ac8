import { inlineAt, match } from './markdown-inline.js';
import type { Found, ListItem, Node } from './markdown-nodes.js';

// Discord's Markdown, as its clients show it: what is markup, what is not, and what is shown of it. Pure, so
// that the page and the tests read a message alike. Where the client's behaviour is not documented, a doubtful
// character counts as markup: escaping too much is harmless, escaping too little changes what is read.

interface Scope {
  /** Whether headings, quotes and lists are markup here. */
  blocks: boolean;
  /** A quote has no quotes in it. */
  inQuote: boolean;
  /** A link has no links in it. */
  inLink: boolean;
}

/** Reads the text of a message. */
export const parseMarkdown = (text: string): Node[] =>
  parse(text, { blocks: true, inQuote: false, inLink: false });

function parse(text: string, scope: Scope): Node[] {
  const nodes: Node[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const isLineStart = at === 0 || text[at - 1] === '\n';
    const found = (scope.blocks && isLineStart && blockAt(text, at, scope)) || spanAt(text, at, scope);
    if (found?.node.type === 'text') plain += found.node.text;
    else if (found) {
      if (plain) nodes.push({ type: 'text', text: plain });
      plain = '';
      nodes.push(found.node);
    } else plain += text[at];
    at += found?.length ?? 1;
  }
  if (plain) nodes.push({ type: 'text', text: plain });
  return nodes;
}

function spanAt(text: string, at: number, scope: Scope): Found | undefined {
  const inner = (content: string, { link = false } = {}) =>
    parse(content, { ...scope, blocks: false, inLink: scope.inLink || link });
  return codeBlockAt(text, at) ?? inlineAt(text, at, { inLink: scope.inLink, parse: inner });
}

function blockAt(text: string, at: number, scope: Scope): Found | undefined {
  return headingAt(text, at, scope) ?? quoteAt(text, at, scope) ?? listAt(text, at, scope);
}

// The patterns of blocks take in the line break that the block ends with.

const HEADING = / *(#{1,3}) +(\S[^\n]*)(?:\n|$)/y;
const SUBTEXT = / *-# +(\S[^\n]*)(?:\n|$)/y;

function headingAt(text: string, at: number, scope: Scope): Found | undefined {
  const line = { ...scope, blocks: false };
  const heading = match(HEADING, text, at);
  if (heading) {
    const [{ length }, marks = '', content = ''] = heading;
    return {
      length,
      node: { type: 'heading', level: marks.length, children: parse(content.trimEnd(), line) },
    };
  }
  const subtext = match(SUBTEXT, text, at);
  if (!subtext) return undefined;
  const [{ length }, content = ''] = subtext;
  return { length, node: { type: 'subtext', children: parse(content, line) } };
}

const REST_QUOTE = / *>>> ([\s\S]*)/y;
const LINE_QUOTE = / *> ([^\n]*)(\n|$)/y;

function quoteAt(text: string, at: number, scope: Scope): Found | undefined {
  if (scope.inQuote) return undefined;
  const rest = match(REST_QUOTE, text, at);
  if (rest) return quote(rest[1] ?? '', rest[0].length, scope);
  const lines: string[] = [];
  let end = at;
  for (let line = match(LINE_QUOTE, text, end); line; line = match(LINE_QUOTE, text, end)) {
    lines.push(line[1] ?? '');
    end += line[0].length;
    if (end >= text.length) break;
  }
  return lines.length === 0 ? undefined : quote(lines.join('\n'), end - at, scope);
}

const quote = (content: string, length: number, scope: Scope): Found => ({
  length,
  node: { type: 'quote', children: parse(content, { ...scope, inQuote: true }) },
});

const ITEM = /( *)(?:[-*]|(\d{1,9})\.) +(\S[^\n]*)(?:\n|$)/y;

function listAt(text: string, at: number, scope: Scope): Found | undefined {
  const items: ListItem[] = [];
  /** The number that comes next, by depth. */
  const next = new Map<number, number>();
  let end = at;
  for (let line = match(ITEM, text, end); line; line = match(ITEM, text, end)) {
    const [whole, indent = '', digits, content = ''] = line;
    const depth = Math.min(Math.floor(indent.length / 2), (items.at(-1)?.depth ?? -1) + 1);
    const children = parse(content, { ...scope, blocks: false });
    // Discord counts on from the first number, whatever the others are.
    const number = digits === undefined ? undefined : (next.get(depth) ?? Number(digits));
    if (number !== undefined) next.set(depth, number + 1);
    items.push({ depth, children, ...(number === undefined ? {} : { number }) });
    end += whole.length;
    if (end >= text.length) break;
  }
  return items.length === 0 ? undefined : { length: end - at, node: { type: 'list', items } };
}

const CODE_BLOCK = /```(?:([a-z0-9_+\-.#]+)\n)?\n*([^\n][\s\S]*?)\n*```/iy;

function codeBlockAt(text: string, at: number): Found | undefined {
  const found = match(CODE_BLOCK, text, at);
  if (!found) return undefined;
  const [{ length }, language = '', content = ''] = found;
  return { length, node: { type: 'code block', language, text: content } };
}

/**
 * What a reader sees: the text without its markup, blocks on lines of their own, bullets as `•`.
 *
 * @param nameOf the name shown for a mention such as `<@1>`.
 */
export function shownText(
  nodes: readonly Node[],
  nameOf: (mention: string) => string = (raw) => raw,
): string {
  let shown = '';
  for (const node of nodes) {
    const text = shownNode(node, nameOf);
    const isBlock = BLOCKS.has(node.type);
    if (isBlock && shown && !shown.endsWith('\n')) shown += '\n';
    shown += isBlock ? `${text}\n` : text;
  }
  return shown.replace(/\n$/, '');
}

const BLOCKS: ReadonlySet<string> = new Set(['heading', 'subtext', 'quote', 'list', 'code block']);

function shownNode(node: Node, nameOf: (mention: string) => string): string {
  switch (node.type) {
    case 'text':
    case 'code':
    case 'code block':
      return node.text;
    case 'mention':
      return nameOf(node.raw);
    case 'emoji':
      return `[emoji ${node.name}]`;
    case 'timestamp':
      return `[time ${node.seconds}]`;
    case 'list':
      return node.items
        .map(
          ({ number, children }) =>
            `${number === undefined ? '•' : `${number}.`} ${shownText(children, nameOf)}`,
        )
        .join('\n');
    default:
      return shownText(node.children, nameOf);
  }
}
