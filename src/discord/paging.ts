import { copy } from '../copy/en.js';
import { lengthOf } from './fit.js';
import { TEXT_ROOM } from './render.js';
import type { Block, Button, Reply } from './reply.js';

/** Room for the line that tells the page. */
const POSITION = 40;

/**
 * Sections, which stay whole where one message can hold them, on as many pages as they need, with lines drawn
 * between them.
 */
export function pagesOf(sections: readonly (readonly Block[])[]): Block[][] {
  const pages: Block[][] = [];
  let room = 0;
  for (const section of sections) {
    const length = lengthOf(section) + 1;
    const page = length <= room ? pages.at(-1) : undefined;
    if (page) page.push({ kind: 'divider' }, ...section);
    else pages.push([...section]);
    room = (page ? room : TEXT_ROOM - POSITION) - length;
  }
  return pages;
}

/**
 * One of several pages, with buttons to the others; one that is not there (any more) shows the last one.
 * @param idOf The custom id of the button to a page, numbered from 0.
 */
export function onePage(
  pages: readonly (readonly Block[])[],
  wanted: number,
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
