import { createHash } from 'node:crypto';
import type { DocumentImport } from './discord/document-port.js';
import type { AttachedFile } from './discord/interaction-data.js';
import type { Document } from './documents/document.js';
import { documentId, extensionOf, hasDocumentName, MAX_BYTES_OF_ANY } from './documents/formats/formats.js';
import type { InputFile } from './documents/formats/reader.js';
import { selfContained } from './documents/formats/self-contained.js';
import { heldFile } from './documents/original-file.js';
import type { Problem, ReadResult } from './documents/problem.js';
import type { SourcedDocument } from './library/sources.js';
import { createLanes } from './parsing/lanes.js';
import type { Parser } from './parsing/parser.js';
import type { Fetcher, Page } from './sources/fetcher.js';
import { documentFromPage, fileOfPage } from './sources/page-document.js';
import { userAgent } from './user-agent.js';

export interface DocumentImportParts {
  /** Base of Discord's REST API: a playground on this machine keeps its attachments itself. */
  readonly apiUrl: string;
  readonly fetch?: typeof globalThis.fetch;
  readonly fetcher?: Fetcher;
  /** What reads for a server. */
  readonly parserOf: (guildId: string) => Parser;
  readonly now?: () => Date;
}

/** Files of all servers together that are held at the same time, fetched and waiting for a parser. */
const MAX_AT_ONCE = 8;

/** How long an attachment may take to arrive. */
const SECONDS = 20;

/** Where Discord keeps attachments. Nothing else is fetched as one, whatever an interaction says. */
const DISCORD_HOSTS: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

/** Documents from outside: attachments of Discord's, and pages of the public web. */
export function createDocumentImport(parts: DocumentImportParts): DocumentImport {
  const { apiUrl, fetch = globalThis.fetch, parserOf, now = () => new Date() } = parts;
  const lanes = createLanes(MAX_AT_ONCE);

  /** Waits for its turn to fetch and read for a server. */
  function inTurn<T>(guildId: string, read: (parser: Parser) => Promise<T>): Promise<T> {
    return lanes.with({ name: guildId, width: 1 }, async () => read(parserOf(guildId)));
  }

  async function readFile(file: AttachedFile, parser: Parser): Promise<ReadResult<SourcedDocument>> {
    const downloaded = await download(file, apiUrl, fetch);
    if ('kind' in downloaded) return { problems: [downloaded] };
    const original = selfContained({ path: fileName(file.name), bytes: downloaded });
    return added(await parser.document(original), original, { kind: 'file', name: file.name });
  }

  async function readPage(url: string, parser: Parser): Promise<ReadResult<SourcedDocument>> {
    const fetcher = parts.fetcher ?? (await newFetcher(parser));
    const fetched = await fetcher.fetchPage(url);
    // Without a version to compare with, no server answers that nothing was modified.
    if (fetched.kind === 'not-modified') throw new Error(`not modified: ${url}`);
    return fetched.kind === 'fetched'
      ? takePage(fetched.page, url, now(), parser)
      : { problems: [fetched.problem] };
  }

  return {
    note: (file, by, guildId) =>
      inTurn(guildId, async ({ document }) => added(await document(file), file, { kind: 'note', by })),
    file: (file, guildId) => inTurn(guildId, (parser) => readFile(file, parser)),
    page: (url, guildId) => inTurn(guildId, (parser) => readPage(url, parser)),
  };
}

/** Loaded when the first page is asked for. A new one each time, as a fetcher never forgets a robots.txt. */
async function newFetcher({ robots }: Parser): Promise<Fetcher> {
  const { createFetcher } = await import('./sources/fetcher.js');
  return createFetcher({ userAgent: userAgent(), readRobots: robots });
}

async function takePage(
  page: Page,
  asked: string,
  now: Date,
  parser: Parser,
): Promise<ReadResult<SourcedDocument>> {
  const { document: found, problems } = await parser.document(fileOfPage(page));
  const { bytes, contentType, etag, lastModified } = page;
  const original = selfContained({ path: pagePath(page.url), bytes, contentType });
  const retrieved = now.toISOString().slice(0, 10);
  const document = found && documentFromPage(found, page, documentId(original.path), retrieved);
  return added({ problems, ...(document && { document }) }, original, {
    kind: 'url',
    url: asked,
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
  });
}

function added(
  { document, problems }: ReadResult<Document>,
  original: InputFile,
  origin: SourcedDocument['origin'],
): ReadResult<SourcedDocument> {
  if (!document) return { problems };
  return { document: { document, original: heldFile(original), origin }, problems };
}

/** A name without folders, as the file may be written to disk again. */
function fileName(name: string): string {
  const plain = name.replace(/[\\/\p{Cc}\p{Bidi_Control}]/gu, '-').replace(/^\.+/, '');
  return distinct(plain === '' ? 'document' : plain, MAX_NAME_LENGTH);
}

/** Where a page would stand in a folder: by its host and path, and by its query where it has one. */
function pagePath(url: string): string {
  const { hostname, pathname, search } = new URL(url);
  const names = pathname.split('/').map((name) => name.replace(/[^\w.-]+/g, '-').replace(/^\.+/, ''));
  const path = ['web', hostname.replace(/^www\./, ''), ...names.filter((name) => name !== '')].join('/');
  return distinct(path, MAX_PATH_LENGTH, search === '' ? '' : url);
}

/** In characters, without the extension: file systems allow 255 bytes, and a character may take four. */
const MAX_NAME_LENGTH = 55;
const MAX_PATH_LENGTH = 120;

/** The path; with a hash at its end where it was too long, or where `more` is needed to tell it from others. */
function distinct(path: string, most: number, more = ''): string {
  const extension = hasDocumentName(path) ? extensionOf(path) : '';
  const characters = [...path.slice(0, path.length - extension.length)];
  if (more === '' && characters.length <= most) return path;
  const mark = createHash('sha256')
    .update(path + more)
    .digest('hex');
  return `${characters.slice(0, most).join('')}-${mark.slice(0, 8)}${extension}`;
}

/** The bytes of an attachment, or why there are none. */
async function download(
  { name: file, bytes: size, url }: AttachedFile,
  apiUrl: string,
  fetch: typeof globalThis.fetch,
): Promise<Uint8Array | Problem> {
  const tooLarge = (bytes: number): Problem => ({ kind: 'too-large', file, bytes, most: MAX_BYTES_OF_ANY });
  if (size > MAX_BYTES_OF_ANY) return tooLarge(size);
  if (!isDiscords(url, apiUrl)) return { kind: 'attachment-foreign', file };
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(SECONDS * 1_000) });
    if (!response.ok) return { kind: 'attachment-status', file, status: response.status };
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      length += chunk.byteLength;
      if (length > MAX_BYTES_OF_ANY) return tooLarge(length);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return { kind: isLate ? 'attachment-too-slow' : 'attachment-no-connection', file };
  }
}

function isDiscords(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin, username, password } = new URL(url);
  if (username !== '' || password !== '') return false;
  const api = new URL(apiUrl);
  if (api.hostname === '127.0.0.1' && origin === api.origin) return true;
  return protocol === 'https:' && DISCORD_HOSTS.has(hostname);
}
