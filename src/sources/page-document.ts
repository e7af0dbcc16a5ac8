import { type Document, describedAs } from '../documents/document.js';
import type { InputFile } from '../documents/formats/reader.js';
import { sourceOf } from '../documents/source-fields.js';
import type { Page } from './fetcher.js';

/** A page as a file for the readers. Problems name its address. */
export function fileOfPage({ url, bytes, contentType }: Page): InputFile {
  const { origin, pathname } = new URL(url);
  return { path: origin + readable(pathname).replace(/(?<!\/)\/+$/, ''), bytes, contentType };
}

function readable(pathname: string): string {
  try {
    return decodeURI(pathname);
  } catch {
    return pathname;
  }
}

/**
 * What the readers made of a page, as a document with its source.
 *
 * Its address is the one that the page gives for itself, if that is on the same site, as no page may claim to be of
 * another one; otherwise it is where the page was found. Its publisher is the site, behind the name that the page gives
 * itself: any page can call itself a well-known paper, and a moderator who knows better corrects it.
 *
 * @param retrieved The day on which it was fetched, `YYYY-MM-DD`.
 */
export function documentFromPage(read: Document, page: Page, id: string, retrieved: string): Document {
  const own = read.source?.url;
  const url = own !== undefined && siteOf(own) === siteOf(page.url) ? own : page.url;
  const publisher = publisherOf(read.source?.publisher, siteOf(page.url));
  const source = sourceOf({ ...read.source, publisher, url, retrieved });
  return describedAs({ ...read, id }, { title: read.title, source });
}

function publisherOf(name: string | undefined, site: string): string {
  return name === undefined || name.toLowerCase() === site ? site : `${name} (${site})`;
}

function siteOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
