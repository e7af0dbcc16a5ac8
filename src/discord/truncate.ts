import { diff, line, quote } from './markdown.js';
import type { Button, Item, Quotation, ReplyBlock, ReplyLine } from './reply.js';

/** What one block may take at most, in rendered characters, so that no block keeps all others out. */
const MAX_CHARACTERS = { heading: 300, line: 1000, quotation: 2400, citation: 900 } as const;
const MAX_DEPTH = 4;

/** What a message has room for. */
export interface Room {
  readonly characters: number;
  /** Discord's components, nested ones included. */
  readonly components: number;
}

export interface Truncated {
  readonly parts: readonly MessagePart[];
  readonly isShortened: boolean;
}

export type MessagePart =
  /** Markdown, not empty. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'divider' }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] };

/**
 * As many blocks, from the first on, as there is room for. Only a list is shown in part, and only a quotation that
 * would fill the message by itself is cut.
 */
export function truncate(blocks: readonly ReplyBlock[], room: Room): Truncated {
  let parts: readonly MessagePart[] = [];
  for (const block of blocks) {
    const added = add(parts, block, room);
    parts = added.parts;
    if (!added.isWhole) return { parts: withoutLastDivider(parts), isShortened: true };
  }
  return { parts: withoutLastDivider(parts), isShortened: false };
}

/** The room that blocks take where there is enough for all of them. */
export function sizeOf(blocks: readonly ReplyBlock[]): Room {
  const { parts } = truncate(blocks, { characters: Infinity, components: Infinity });
  return { characters: charactersOf(parts), components: componentsOf(parts) };
}

function add(
  parts: readonly MessagePart[],
  block: ReplyBlock,
  room: Room,
): { readonly parts: readonly MessagePart[]; readonly isWhole: boolean } {
  if (block.kind === 'divider') {
    const isNeeded = parts.length > 0 && parts.at(-1)?.kind !== 'divider';
    return { parts: isNeeded ? [...parts, block] : parts, isWhole: true };
  }
  const shown =
    block.kind === 'buttons'
      ? { parts: [...parts, block], isWhole: true }
      : addText(parts, showBlock(block, room.characters - charactersOf(parts) - 1));
  return componentsOf(shown.parts) <= room.components ? shown : { parts, isWhole: false };
}

/** Text goes on in the same part until something else stands between. */
function addText(parts: readonly MessagePart[], { text, isWhole }: ShownText) {
  const last = parts.at(-1);
  if (text === '') return { parts, isWhole };
  if (last?.kind !== 'text') return { parts: [...parts, { kind: 'text', text } as const], isWhole };
  return { parts: [...parts.slice(0, -1), { ...last, text: `${last.text}\n${text}` }], isWhole };
}

function withoutLastDivider(parts: readonly MessagePart[]): readonly MessagePart[] {
  return parts.at(-1)?.kind === 'divider' ? parts.slice(0, -1) : parts;
}

function charactersOf(parts: readonly MessagePart[]): number {
  return parts.reduce((sum, part) => sum + (part.kind === 'text' ? part.text.length + 1 : 0), 0);
}

function componentsOf(parts: readonly MessagePart[]): number {
  return parts.reduce((sum, part) => sum + 1 + (part.kind === 'buttons' ? part.buttons.length : 0), 0);
}

interface ShownText {
  /** Empty where nothing of the block fits. */
  readonly text: string;
  readonly isWhole: boolean;
}

type TextBlock = Exclude<ReplyBlock, { kind: 'divider' | 'buttons' }>;

function showBlock(block: TextBlock, room: number): ShownText {
  if (block.kind === 'list') return showList(block.items, room);
  const text = showWhole(block);
  return text.length <= room ? { text, isWhole: true } : { text: '', isWhole: false };
}

function showWhole(block: Exclude<TextBlock, { kind: 'list' }>): string {
  switch (block.kind) {
    case 'heading':
      return `### ${shorten(block.text, MAX_CHARACTERS.heading)}`;
    case 'text':
      return shortenLine(block.line, MAX_CHARACTERS.line);
    case 'small':
      return `-# ${shortenLine(block.line, MAX_CHARACTERS.line)}`;
    case 'quotation':
      return showQuotation(block);
    case 'diff':
      return diff(block.lines);
  }
}

function showList(items: readonly Item[], room: number): ShownText {
  const rows: string[] = [];
  let left = room;
  for (const item of items) {
    const row = `${'  '.repeat(Math.min(item.depth ?? 0, MAX_DEPTH))}- ${shortenLine(item.line, MAX_CHARACTERS.heading)}`;
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
  return `${show(longestFitting(text, MAX_CHARACTERS.quotation, show))}\n-# ${shortenLine(citation, MAX_CHARACTERS.citation)}`;
}

/** Runs cannot be cut inside; those that do not fit are left out. */
function shortenLine(content: ReplyLine, max: number): string {
  if (typeof content === 'string') return shorten(content, max);
  let shown = '';
  for (const part of content) {
    const next = line([part]);
    if (shown.length + next.length > max) return `${shown}…`;
    shown += next;
  }
  return shown;
}

function shorten(text: string, max: number): string {
  const slice = longestFitting(text, max, line);
  return slice.length < text.length ? `${line(slice)}…` : line(slice);
}

/** The longest beginning of `text` that `show` renders in at most `max` characters, cut at a word. */
function longestFitting(text: string, max: number, show: (text: string) => string): string {
  if (show(text).length <= max) return text;
  let fits = 0;
  let over = text.length;
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2);
    if (show(text.slice(0, middle)).length <= max) fits = middle;
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
