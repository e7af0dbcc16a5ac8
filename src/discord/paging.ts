import type { Copy } from '../copy/copy.js';
import { TEXT_ROOM } from './render.js';
import type { Button, Reply, ReplyBlock } from './reply.js';
import { type Room, sizeOf } from './truncate.js';

/** What a page has room for, beside the line with its number and two rows of buttons. */
const PAGE: Room = { characters: TEXT_ROOM.characters - 40, bytes: TEXT_ROOM.bytes - 2_500, components: 24 };

/** Sections of a page, by their places: `[start, end)`. */
export interface PageRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Sections, which stay whole where one message can hold them, on as many pages as they need, with lines drawn
 * between them.
 */
export function pagesOf(sections: readonly (readonly ReplyBlock[])[]): ReplyBlock[][] {
  return rangesOf(sections).map((range) => sectionsOn(range, sections));
}

/** The sections of a page, with lines drawn between them. */
export function sectionsOn(
  { start, end }: PageRange,
  sections: readonly (readonly ReplyBlock[])[],
): ReplyBlock[] {
  return sections
    .slice(start, end)
    .flatMap((section, at) => (at === 0 ? section : [{ kind: 'divider' } as const, ...section]));
}

/**
 * Which sections stand on a page together.
 * @param above What stands above the sections of each page.
 * @param most Sections of a page at most.
 */
export function rangesOf(
  sections: readonly (readonly ReplyBlock[])[],
  above: readonly ReplyBlock[] = [],
  most = Number.POSITIVE_INFINITY,
): PageRange[] {
  const whole = without(PAGE, sizeOf(above));
  const ranges: PageRange[] = [];
  let room: Room = { characters: 0, bytes: 0, components: 0 };
  for (const [at, section] of sections.entries()) {
    const size = sizeOf(section);
    const last = ranges.at(-1);
    const fits = last && last.end - last.start < most && holds(room, size);
    if (fits) ranges[ranges.length - 1] = { start: last.start, end: at + 1 };
    else ranges.push({ start: at, end: at + 1 });
    room = without(fits ? room : whole, size);
  }
  return ranges;
}

function holds(room: Room, size: Room): boolean {
  return size.characters <= room.characters && size.bytes <= room.bytes && size.components <= room.components;
}

/** What is left of the room, with a divider before what comes next. */
function without(room: Room, size: Room): Room {
  return {
    characters: room.characters - size.characters,
    bytes: room.bytes - size.bytes - 100,
    components: room.components - size.components - 1,
  };
}

/**
 * One of several pages, with buttons to the others; one that is not there (any more) shows the last one.
 * @param idOf The custom id of the button to a page, numbered from 0.
 */
export function onePage(
  pages: readonly (readonly ReplyBlock[])[],
  wanted: number,
  copy: Copy,
  idOf: (page: number) => string,
): Pick<Reply, 'blocks'> & { readonly turns: readonly Button[] } {
  const page = Math.max(0, Math.min(wanted, pages.length - 1));
  const blocks = pages[page] ?? [];
  if (pages.length < 2) return { blocks, turns: [] };
  const turn = (to: number, label: string): Button[] =>
    to >= 0 && to < pages.length ? [{ label, customId: idOf(to) }] : [];
  return {
    blocks: [...blocks, { kind: 'small', line: copy.reply.page(page + 1, pages.length) }],
    turns: [...turn(page - 1, copy.reply.previous), ...turn(page + 1, copy.reply.next)],
  };
}
