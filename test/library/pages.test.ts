import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { heldFile } from '../../src/documents/original-file.js';
import { readDocument } from '../../src/documents/read.js';
import type { Library } from '../../src/library/library.js';
import { createFetcher } from '../../src/sources/fetcher.js';
import { documentFromPage, fileOfPage } from '../../src/sources/page-document.js';
import { type Bench, drafted, firstExcerpt, setUp } from '../support/knowledge-base.js';
import { parserHere } from '../support/parser-here.js';

// A server's web pages through a refresh, from a real web server on this machine.

const request = { collection: 'guild:1', by: 'mod' } as const;

interface Answer {
  status?: number;
  body?: string;
  etag?: string;
}

let bench: Bench;
let library: Library;
let server: Server;
const pages = new Map<string, Answer>();
/** What was asked for, with the version that was known. */
const asked: [path: string, etag: string | undefined][] = [];
/** Holds an answer back until it is called; answers at once where a test does not care. */
let answerWhen: (answer: () => void) => void;

function article(text: string): string {
  return `<html><head><title>Harbour news</title></head><body><article><h1>Harbour news</h1><p>${text}</p></article></body></html>`;
}

const fetcher = createFetcher({
  userAgent: 'test-bot/1.0 (+https://bot.example)',
  readRobots: parserHere.robots,
  policy: { allowsAddress: (address) => address === '127.0.0.1', allowsPort: () => true },
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
});

beforeEach(async () => {
  pages.clear();
  answerWhen = (answer) => answer();
  server = createServer((incoming, response) => {
    const path = incoming.url ?? '';
    const { status = 200, body = '', etag } = pages.get(path) ?? { status: 404 };
    if (path === '/robots.txt') return response.writeHead(404).end();
    const known = incoming.headers['if-none-match'];
    asked.push([path, known]);
    answerWhen(() => {
      if (etag !== undefined && known === etag) return response.writeHead(304).end();
      const headers = { 'content-type': 'text/html; charset=utf-8', ...(etag && { etag }) };
      return response.writeHead(status, headers).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  bench = await setUp();
  await bench.write('ferry.md', '# Ferry\n\nThe ferry to the island leaves at noon.\n');
  library = await bench.open({
    openPageReader: async () => ({ ...fetcher, document: readDocument }),
  });
  asked.length = 0;
});

afterEach(async () => {
  await bench.end();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function addressOf(path: string): string {
  return `http://site.test:${(server.address() as AddressInfo).port}${path}`;
}

/** Adds a page as it is now and publishes it, with a source that a moderator corrected. */
async function add(path: string): Promise<void> {
  const fetched = await fetcher.fetchPage(addressOf(path));
  if (fetched.kind !== 'fetched') expect.fail(`${path}: ${JSON.stringify(fetched)}`);
  const { page } = fetched;
  const { document: read } = await readDocument(fileOfPage(page));
  if (!read) expect.fail(`${path} should be read`);
  const found = documentFromPage(read, page, path.slice(1), '2026-02-01');
  const document = { ...found, source: { ...found.source, publisher: 'The Harbour Gazette' } };
  const { etag } = page;
  const proposal = await library.add(request, {
    document,
    original: heldFile({ path: `${path.slice(1)}.html`, bytes: page.bytes }),
    origin: { kind: 'url', url: addressOf(path), ...(etag !== undefined && { etag }) },
  });
  await library.publish(drafted(proposal), 'mod');
  asked.length = 0;
}

test('a page that changed is fetched again, and keeps what a moderator corrected', async () => {
  pages.set('/news', { body: article('The crane was painted in red.'), etag: '"1"' });
  await add('/news');
  pages.set('/news', { body: article('The crane was painted in blue.'), etag: '"2"' });
  const draft = drafted(await library.refresh(request));
  expect(asked).toEqual([['/news', '"1"']]);
  expect(draft.preview.changed).toMatchObject([
    { id: 'server/news', lines: [{ sign: '-' }, { sign: '+', text: expect.stringContaining('blue') }] },
  ]);
  await library.publish(draft, 'mod');
  expect(await firstExcerpt(library, '1', 'What colour was the crane painted in?')).toContain('blue');
  expect(await library.documents('guild:1')).toMatchObject([
    {
      document: { source: { publisher: 'The Harbour Gazette', retrieved: '2026-03-01' } },
      origin: { kind: 'url', url: addressOf('/news'), etag: '"2"' },
    },
  ]);
});

test('a page that says it is the same, or has the same text in another frame, changes nothing', async () => {
  pages.set('/news', { body: article('The crane was painted in red.'), etag: '"1"' });
  pages.set('/plain', { body: article('The quay was built of oak.') });
  await add('/news');
  await add('/plain');
  expect(await library.refresh(request)).toEqual({ kind: 'unchanged', problems: [] });
  pages.set('/plain', { body: article('The quay was built of oak.').replace('<html>', '<html lang="en">') });
  expect(await library.refresh(request)).toEqual({ kind: 'unchanged', problems: [] });
});

test('a page that is gone, empty or out of reach keeps its last text and is reported', async () => {
  for (const path of ['/gone', '/empty', '/broken']) {
    pages.set(path, { body: article(`The crane of ${path.slice(1)} was painted in red.`) });
    await add(path);
  }
  pages.delete('/gone');
  pages.set('/empty', { body: '<html></html>' });
  pages.set('/broken', { status: 500 });
  expect(await library.refresh(request)).toEqual({
    kind: 'unchanged',
    problems: [
      { file: addressOf('/gone'), kind: 'kept', revision: 3, because: { kind: 'page-gone', status: 404 } },
      expect.objectContaining({ kind: 'kept', revision: 3, because: { kind: 'empty' } }),
      {
        file: addressOf('/broken'),
        kind: 'kept',
        revision: 3,
        because: { kind: 'page-status', status: 500 },
      },
    ],
  });
  expect(await library.documents('guild:1')).toHaveLength(3);

  // They go when a moderator says so, and are named once more before it is done.
  const draft = drafted(await library.refresh({ ...request, leaveOut: true }));
  expect(draft.preview.removed.map(({ id }) => id)).toEqual(['server/gone', 'server/empty', 'server/broken']);
  await library.publish(draft, 'mod', true);
  expect(await library.documents('guild:1')).toHaveLength(0);
});

test('four pages are fetched at a time', async () => {
  const paths = Array.from({ length: 9 }, (_, number) => `/page-${number}`);
  for (const path of paths) {
    pages.set(path, { body: article(`The crane of ${path.slice(1)} was painted in red.`) });
    await add(path);
  }
  // The site answers when it has been asked for four, or for all that are left: fewer at a time would wait for ever.
  let left = paths.length;
  const waiting: (() => void)[] = [];
  answerWhen = (answer) => {
    waiting.push(answer);
    expect(waiting.length).toBeLessThanOrEqual(4);
    if (waiting.length < Math.min(4, left)) return;
    left -= waiting.length;
    for (const release of waiting.splice(0)) release();
  };
  await library.refresh(request);
  expect(asked.map(([path]) => path).sort()).toEqual(paths);
});
