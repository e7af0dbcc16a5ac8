import { expect, test } from 'vitest';
import { createDocumentImport } from '../src/import.js';
import { parserHere } from './support/parser-here.js';

// What is brought from outside, before anybody is shown it.

const bakery = '# Bakery\n\nThe bakery sells bread from six.\n';

test('nothing but what Discord keeps is fetched as an attachment', async () => {
  const asked: string[] = [];
  const fetch = async (url: unknown) => {
    asked.push(`${url}`);
    return new Response(bakery);
  };
  const documentImport = createDocumentImport({
    apiUrl: 'https://discord.com/api',
    fetch: fetch as typeof globalThis.fetch,
    parserOf: () => parserHere,
  });
  const take = (url: string) => documentImport.file({ name: 'a/../b.md', bytes: 10, url }, '1');
  for (const url of [
    'http://cdn.discordapp.com/a',
    'https://cdn.discordapp.com.example.org/a',
    'https://user@cdn.discordapp.com/a',
    'http://127.0.0.1:3000/attachments/1/2/a',
    'http://169.254.169.254/latest',
    'cdn.discordapp.com/a',
  ]) {
    expect((await take(url)).problems, url).toMatchObject([{ kind: 'attachment-foreign' }]);
  }
  expect(asked).toEqual([]);
  const { document } = await take('https://cdn.discordapp.com/attachments/1/2/b.md?ex=1');
  expect(document).toMatchObject({ original: { path: 'a-..-b.md' }, origin: { kind: 'file' } });
});

test('the pages of the web are documents by their address', async () => {
  const html =
    '<html><head><title>Bakery</title></head><body><article><h1>Bakery</h1><p>The bakery sells bread from six.</p></article></body></html>';
  const pages = new Map([
    ['https://www.example.org/news/bakery.html?day=1', 'text/html; charset=utf-8'],
    ['https://example.org/news/bakery.html', 'text/html'],
  ]);
  const documentImport = createDocumentImport({
    apiUrl: 'https://discord.com/api',
    now: () => new Date('2026-03-01T12:00:00Z'),
    parserOf: () => parserHere,
    fetcher: {
      fetchPage: async (url) => ({
        kind: 'fetched',
        page: { url, bytes: Buffer.from(html), contentType: pages.get(url) ?? '', etag: '"1"' },
      }),
    },
  });
  const [first, second] = await Promise.all([...pages.keys()].map((url) => documentImport.page(url, '1')));
  expect(second?.document).toMatchObject({
    document: { id: 'web/example.org/news/bakery', source: { retrieved: '2026-03-01' } },
    original: { path: 'web/example.org/news/bakery.html' },
    origin: { kind: 'url', url: 'https://example.org/news/bakery.html', etag: '"1"' },
  });
  expect(first?.document?.document.id).toMatch(/^web\/example\.org\/news\/bakery-[0-9a-f]{8}$/);
});

test('of files that twenty servers add at once eight are held at a time, and all are read', async () => {
  const [arriving, most] = [new Set<string>(), { held: 0 }];
  const documentImport = createDocumentImport({
    apiUrl: 'https://discord.com/api',
    fetch: (async (url: string) => {
      arriving.add(url);
      most.held = Math.max(most.held, arriving.size);
      // The others come while this one does.
      await new Promise(setImmediate);
      return new Response(bakery);
    }) as typeof globalThis.fetch,
    parserOf: () => ({
      ...parserHere,
      async document(read) {
        arriving.delete(`https://cdn.discordapp.com/${read.path}`);
        return parserHere.document(read);
      },
    }),
  });
  const added = await Promise.all(
    Array.from({ length: 20 }, (_, server) =>
      documentImport.file(
        { name: `${server}.md`, bytes: 100, url: `https://cdn.discordapp.com/${server}.md` },
        `${server}`,
      ),
    ),
  );
  expect(most.held).toBe(8);
  expect(added.map(({ document }) => document?.document.id)).toEqual(added.map((_, server) => `${server}`));
});
