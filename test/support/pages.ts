import type { Document } from '../../src/documents/document.js';
import { readHtml } from '../../src/documents/formats/html.js';
import { resultOf } from '../../src/documents/read.js';
import { outline } from './documents-reading.js';

export function readPage(html: string) {
  const file = { path: 'page.html', bytes: Buffer.from(html) };
  return resultOf(file, readHtml(file));
}

/** The document of a page that must give one. */
export function pageOf(html: string): Document {
  const { document, problems } = readPage(html);
  if (!document) throw new Error(JSON.stringify(problems));
  return document;
}

export const inPage = (body: string, head = '') =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

const PROSE =
  'The club of the harbour has a hall, a pier and a crane, which its members use in turn. '.repeat(4);

/** A page with an article that has `body` between two paragraphs, each long enough to be taken for one. */
export const around = (body: string) => `<article><p>${PROSE}</p>${body}<p>${PROSE}</p></article>`;

/** The paragraphs of what stands in an article, each with its headings. */
export function paragraphsIn(body: string, head = ''): string[][] {
  return outline(pageOf(inPage(around(body), head))).paragraphs.slice(1, -1);
}

/** Its lines, without their headings. */
export function linesIn(body: string, head = ''): string[] {
  return paragraphsIn(body, head).flatMap((paragraph) => paragraph.at(-1)?.split('\n') ?? []);
}
