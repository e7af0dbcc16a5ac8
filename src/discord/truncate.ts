import { withoutHalfCharacter } from '../documents/names.js';
import { harmless, isolatedLine, withIsolateClosed } from './harmless.js';
import { bytesOf } from './limits.js';
import { codeBlock, diff, line, oneLine, quote } from './markdown.js';
import type { Button, Item, Quotation, ReplyBlock, ReplyLine, Select } from './reply.js';

/**
 * What one block may take at most, rendered, so that no block keeps all others out: a line, a quotation and its citation
 * always fit into a message together.
 */
const MOST = {
  heading: { characters: 300, bytes: 900 },
  line: { characters: 1000, bytes: 2000 },
  quotation: { characters: 2400, bytes: 5000 },
  citation: { characters: 900, bytes: 1800 },
} as const satisfies Record<string, TextRoom>;
const MAX_DEPTH = 4;

/** Bytes at most that a component takes beside its words, as it is sent. */
const COMPONENT_BYTES = 60;

/** Bytes at most that a character takes, as it is sent: those of an escape. */
const UNIT_BYTES = 6;

/** What a message has room for. */
export interface Room {
  readonly characters: number;
  /** Of UTF-8, as it is sent. */
  readonly bytes: number;
  /** Discord's components, nested ones included. */
  readonly components: number;
}

export interface Truncated {
  readonly parts: readonly MessagePart[];
  readonly isShortened: boolean;
}

export type MessagePart =
  /** Markdown, not blank. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'divider' }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | Select;

/**
 * As many blocks, from the first on, as there is room for. Only a list is shown in part, and only a quotation that
 * would fill the message by itself is cut.
 */
export function truncate(blocks: readonly ReplyBlock[], room: Room): Truncated {
  let parts: readonly MessagePart[] = [];
  for (const block of blocks) {
    const added = add(parts, harmless(block), room);
    parts = added.parts;
    if (!added.isWhole) return { parts: withoutLastDivider(parts), isShortened: true };
  }
  return { parts: withoutLastDivider(parts), isShortened: false };
}

/** The room that blocks take where there is enough for all of them. */
export function sizeOf(blocks: readonly ReplyBlock[]): Room {
  const { parts } = truncate(blocks, { characters: Infinity, bytes: Infinity, components: Infinity });
  return roomTakenBy(parts);
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
    block.kind === 'buttons' || block.kind === 'select'
      ? { parts: [...parts, block], isWhole: true }
      : addText(parts, showBlock(block, leftBeside(parts, room)));
  return hasRoomFor(shown.parts, room) ? shown : { parts, isWhole: false };
}

/** Text goes on in the same part until something else stands between. */
function addText(parts: readonly MessagePart[], { text, isWhole }: ShownText) {
  const last = parts.at(-1);
  // Discord refuses a text of white space alone.
  if (text.trim() === '') return { parts, isWhole };
  if (last?.kind !== 'text') return { parts: [...parts, { kind: 'text', text } as const], isWhole };
  return { parts: [...parts.slice(0, -1), { ...last, text: `${last.text}\n${text}` }], isWhole };
}

function withoutLastDivider(parts: readonly MessagePart[]): readonly MessagePart[] {
  return parts.at(-1)?.kind === 'divider' ? parts.slice(0, -1) : parts;
}

function hasRoomFor(parts: readonly MessagePart[], room: Room): boolean {
  const { bytes, components } = roomTakenBy(parts);
  return bytes <= room.bytes && components <= room.components;
}

/** What one more text, on a line of its own, may take. */
function leftBeside(parts: readonly MessagePart[], room: Room): TextRoom {
  const taken = roomTakenBy(parts);
  return {
    characters: room.characters - taken.characters - 1,
    bytes: room.bytes - taken.bytes - COMPONENT_BYTES,
  };
}

function roomTakenBy(parts: readonly MessagePart[]): Room {
  let [characters, bytes, components] = [0, 0, 0];
  for (const part of parts) {
    if (part.kind === 'text') characters += part.text.length + 1;
    const count = 1 + (part.kind === 'buttons' ? part.buttons.length : part.kind === 'select' ? 1 : 0);
    bytes += bytesOf(part) + count * COMPONENT_BYTES;
    components += count;
  }
  return { characters, bytes, components };
}

export type TextRoom = Pick<Room, 'characters' | 'bytes'>;

function fits(text: string, { characters, bytes }: TextRoom): boolean {
  // Of most it is plain without looking into them; quotation marks stand around a text.
  const isShort = text.length * UNIT_BYTES + 2 <= bytes;
  return text.length <= characters && (isShort || bytesOf(text) <= bytes);
}

interface ShownText {
  /** Empty where nothing of the block fits. */
  readonly text: string;
  readonly isWhole: boolean;
}

type TextBlock = Exclude<ReplyBlock, { kind: 'divider' | 'buttons' | 'select' }>;

function showBlock(block: TextBlock, room: TextRoom): ShownText {
  if (block.kind === 'list') return showList(block.items, room);
  const text = showWhole(block);
  return fits(text, room) ? { text, isWhole: true } : { text: '', isWhole: false };
}

function showWhole(block: Exclude<TextBlock, { kind: 'list' }>): string {
  switch (block.kind) {
    case 'heading':
      return `### ${shorten(block.text, MOST.heading)}`;
    case 'text':
      return shortenLine(block.line, MOST.line);
    case 'small':
      return `-# ${shortenLine(block.line, MOST.line)}`;
    case 'quotation':
      return showQuotation(block);
    case 'code':
      return `-# ${shorten(block.label, MOST.heading)}\n${codeBlock(block.text)}`;
    case 'diff':
      return diff(block.lines);
  }
}

function showList(items: readonly Item[], room: TextRoom): ShownText {
  const rows: string[] = [];
  let { characters, bytes } = room;
  for (const item of items) {
    const row = `${'  '.repeat(Math.min(item.depth ?? 0, MAX_DEPTH))}- ${shortenLine(item.line, MOST.heading)}`;
    characters -= row.length + 1;
    // Its line break is written as two bytes, where quotation marks stand around a text.
    bytes -= bytesOf(row);
    if (characters < 0 || bytes < 0) return { text: rows.join('\n'), isWhole: false };
    rows.push(row);
  }
  return { text: rows.join('\n'), isWhole: true };
}

function showQuotation({ lead, text, highlights, cut, more, citation }: Quotation): string {
  const show = (slice: string) => {
    const bold = highlights.filter(({ end }) => end <= slice.length);
    const isCut = cut.after || slice.length < text.length;
    const [first = '', ...rest] = quote(slice, bold).split('\n');
    const opened = cut.before ? first.replace('> ', '> … ') : first;
    const lines = [opened, ...rest].map((line) => `> ${isolatedLine(line.slice('> '.length))}`);
    return lines.join('\n') + (isCut ? ' …' : '');
  };
  return [
    ...(lead === undefined ? [] : [`> ${shorten(lead.trimEnd(), MOST.heading)} …`]),
    show(longestFitting(text, MOST.quotation, show)),
    `-# ${more === undefined ? '' : `${line(more)} · `}${shortenLine(citation, MOST.citation)}`,
  ].join('\n');
}

/** A text that is not Markdown, cut at a word to what there is room for, with an ellipsis. */
export function cutToFit(text: string, room: TextRoom): string {
  if (fits(text, room)) return text;
  return `${longestFitting(text, room, (slice) => `${slice}…`)}…`;
}

/** Runs cannot be cut inside; those that do not fit are left out. */
function shortenLine(content: ReplyLine, most: TextRoom): string {
  if (typeof content === 'string') return shorten(content, most);
  let shown = '';
  for (const part of content) {
    const next = line([part]);
    if (!fits(shown + next, most)) return `${shown}…`;
    shown += next;
  }
  return shown;
}

function shorten(content: string, most: TextRoom): string {
  const text = oneLine(content);
  const show = (slice: string) => line(withIsolateClosed(slice));
  const slice = longestFitting(text, most, show);
  return slice.length < text.length ? `${show(slice)}…` : show(slice);
}

/**
 * The longest beginning of `text` that, as `show` renders it, takes at most so much; cut at a word. What is shown is never
 * shorter than its text, so that no more of this is looked at than there is room for.
 */
function longestFitting(text: string, most: TextRoom, show: (text: string) => string): string {
  let whole = 0;
  let over = Math.min(text.length, most.characters) + 1;
  if (over > text.length && fits(show(text), most)) return text;
  while (over - whole > 1) {
    const middle = Math.floor((whole + over) / 2);
    if (fits(show(text.slice(0, middle)), most)) whole = middle;
    else over = middle;
  }
  return cutAtWord(text, whole);
}

function cutAtWord(text: string, end: number): string {
  const slice = text.slice(0, end);
  let word = end;
  while (word > end / 2 && !isSpace(slice, word - 1)) word--;
  while (word > end / 2 && isSpace(slice, word - 1)) word--;
  return word > end / 2 ? slice.slice(0, word) : withoutHalfCharacter(slice);
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}
