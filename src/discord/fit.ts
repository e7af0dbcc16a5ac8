import { line, quote } from './markdown.js';
import type { Block, Item, Line, Quotation } from './reply.js';

/** The most that one block may take, in rendered characters, so that no block keeps all others out. */
const MOST = { heading: 300, line: 1000, quotation: 2400, citation: 900 } as const;
/** Text displays that a message has room for beside its separators and buttons. */
const MOST_GROUPS = 12;
const MOST_DEPTH = 4;

export interface Fitted {
  /** Markdown of the blocks; a divider begins another group. No group is empty. */
  readonly groups: readonly (readonly string[])[];
  readonly isShortened: boolean;
}

/**
 * As many blocks, from the first on, as `room` characters hold. Only a list is shown in part, and only a
 * quotation that would fill the message by itself is cut.
 */
export function fitBlocks(blocks: readonly Block[], room: number): Fitted {
  const groups: string[][] = [[]];
  let left = room;
  for (const block of blocks) {
    if (block.kind === 'divider') {
      if (groups.at(-1)?.length) groups.push([]);
      continue;
    }
    const shown = groups.length > MOST_GROUPS ? { text: '', isWhole: false } : showBlock(block, left - 1);
    if (shown.text) groups.at(-1)?.push(shown.text);
    if (!shown.isWhole) return { groups: groups.filter((group) => group.length > 0), isShortened: true };
    left -= shown.text.length + 1;
  }
  return { groups: groups.filter((group) => group.length > 0), isShortened: false };
}

interface Shown {
  /** Empty where nothing of the block fits. */
  readonly text: string;
  readonly isWhole: boolean;
}

function showBlock(block: Exclude<Block, { kind: 'divider' }>, room: number): Shown {
  if (block.kind === 'list') return showList(block.items, room);
  const text = showWhole(block);
  return text.length <= room ? { text, isWhole: true } : { text: '', isWhole: false };
}

function showWhole(block: Exclude<Block, { kind: 'divider' | 'list' }>): string {
  switch (block.kind) {
    case 'heading':
      return `### ${shorten(block.text, MOST.heading)}`;
    case 'text':
      return shortenLine(block.line, MOST.line);
    case 'small':
      return `-# ${shortenLine(block.line, MOST.line)}`;
    case 'quotation':
      return showQuotation(block);
  }
}

function showList(items: readonly Item[], room: number): Shown {
  const rows: string[] = [];
  let left = room;
  for (const item of items) {
    const row = `${'  '.repeat(Math.min(item.depth ?? 0, MOST_DEPTH))}- ${shortenLine(item.line, MOST.heading)}`;
    if (row.length + 1 > left) return { text: rows.join('\n'), isWhole: false };
    rows.push(row);
    left -= row.length + 1;
  }
  return { text: rows.join('\n'), isWhole: true };
}

function showQuotation({ text, highlights, cut, citation }: Quotation): string {
  const show = (slice: string) => {
    const bold = highlights.filter(({ end }) => end <= slice.length);
    const isCut = cut.after || slice.length < text.length;
    const [first = '', ...rest] = quote(slice, bold).split('\n');
    const opened = cut.before ? first.replace('> ', '> … ') : first;
    return [opened, ...rest].join('\n') + (isCut ? ' …' : '');
  };
  return `${show(longestFitting(text, MOST.quotation, show))}\n-# ${shortenLine(citation, MOST.citation)}`;
}

/** Runs cannot be cut inside; those that do not fit are left out. */
function shortenLine(content: Line, most: number): string {
  if (typeof content === 'string') return shorten(content, most);
  let shown = '';
  for (const part of content) {
    const next = line([part]);
    if (shown.length + next.length > most) return `${shown}…`;
    shown += next;
  }
  return shown;
}

function shorten(text: string, most: number): string {
  const slice = longestFitting(text, most, line);
  return slice.length < text.length ? `${line(slice)}…` : line(slice);
}

/** The longest beginning of `text` that `show` renders in at most `most` characters, cut at a word. */
function longestFitting(text: string, most: number, show: (text: string) => string): string {
  if (show(text).length <= most) return text;
  let fits = 0;
  let over = text.length;
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2);
    if (show(text.slice(0, middle)).length <= most) fits = middle;
    else over = middle;
  }
  return cutAtWord(text, fits);
}

function cutAtWord(text: string, end: number): string {
  const slice = text.slice(0, end);
  const word = slice.search(/\s+\S*$/);
  if (word > end / 2) return slice.slice(0, word);
  return slice.replace(/[\uD800-\uDBFF]$/, '');
}
