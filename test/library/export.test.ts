import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FIELDS, readFields, withSource } from '../../src/commands/knowledge/correction.js';
import { noteFile } from '../../src/commands/knowledge/note.js';
import { en } from '../../src/copy/en/en.js';
import type { Document } from '../../src/documents/document.js';
import type { InputFile } from '../../src/documents/formats/reader.js';
import { createDocumentImport } from '../../src/import.js';
import { emptyContent } from '../../src/library/content.js';
import { contentByAdding } from '../../src/library/draft-content.js';
import { exportFiles } from '../../src/library/export.js';
import { readSources } from '../../src/library/knowledge-folder.js';
import { withBytes } from '../../src/library/originals.js';
import type { SourcedDocument } from '../../src/library/sources.js';
import { openStore } from '../../src/store/open.js';
import type { Store, StoredDocument } from '../../src/store/store.js';
import { databaseKinds } from '../support/databases.js';
import { column, docxFile, paragraph, pdfFile, table } from '../support/document-files.js';
import { attachment, type Bench, setUp } from '../support/knowledge-base.js';
import { draftOf } from '../support/notes.js';
import { parserHere } from '../support/parser-here.js';

// What an export is for: the folder of it, read anywhere, is the revision that it was made of.

const collection = 'guild:1';
const mod = { collection, by: 'mod' } as const;

describe.each(databaseKinds)('an export from $name', ({ fresh }) => {
  let bench: Bench;
  let store: Store;

  beforeEach(async ({ skip }) => {
    if (!fresh) return skip();
    bench = await setUp(fresh);
    store = await openStore(bench.databaseUrl);
  });

  afterEach(async () => {
    await store?.close();
    await bench?.end();
  });

  /** Publishes documents, each as a moderator's addition is taken. A later one of the same id replaces it. */
  async function publish(additions: readonly SourcedDocument[]): Promise<Document[]> {
    const taken = new Map<string, SourcedDocument>();
    for (const addition of additions) {
      for (const one of contentByAdding(mod, addition, emptyContent(collection)).documents) {
        if ('original' in one) taken.set(one.document.id, one);
      }
    }
    const revision = await store.liveRevision(collection);
    const stored: StoredDocument[] = [];
    for await (const some of withBytes([...taken.values()])) stored.push(...some);
    await store.publish(await draftOf(store, collection, revision, stored), 'mod', null);
    return [...taken.values()].map(({ document }) => document);
  }

  /** Writes the files of an export into the folder. */
  async function exported(): Promise<string[]> {
    await bench.empty();
    const paths: string[] = [];
    for await (const { file, problem } of exportFiles(store, parserHere, collection)) {
      expect(problem).toBeUndefined();
      await bench.write(file.path, file.bytes);
      paths.push(file.path);
    }
    return paths.sort();
  }

  async function readBack(): Promise<Document[]> {
    const { documents, problems } = await readSources(bench.folder, parserHere);
    expect(problems.filter(({ kind }) => !kind.startsWith('footnote'))).toEqual([]);
    return documents.map(({ document }) => document);
  }

  test('has every kind of document as it was published, corrected or not', async () => {
    await fc.assert(
      fc.asyncProperty(everyKind, corrections, async (read, corrected) => {
        const additions = (await read()).map((addition, position) => {
          const filled = corrected[position % corrected.length];
          return filled
            ? { ...addition, document: withSource(addition.document, readFields(filled, en).fields) }
            : addition;
        });
        const published = await publish(additions);
        await exported();
        // As JSON, of which the store makes the name of a document: a refresh from the folder would change nothing.
        expect(inOrder(await readBack())).toEqual(inOrder(published));
      }),
      { numRuns: 15 },
    );
  });

  test('has front matter beside a file only where the file does not say it all', async () => {
    const told = attachment('told.md', '---\npublisher: The Gazette\n---\n# Told\n\nText.\n');
    const corrected = withSource({ ...told.document, id: 'other' }, {});
    await publish([attachment('plain.md', '# Plain\n\nText.\n'), told, { ...told, document: corrected }]);
    expect(await exported()).toEqual([
      'server/other.md',
      'server/other.md.yaml',
      'server/plain.md',
      'server/told.md',
    ]);
    expect(await readFile(join(bench.folder, 'server/other.md.yaml'), 'utf8')).toBe('title: Told\n');
  });

  test('tells of a file that this release reads in another way', async () => {
    const { document, ...rest } = attachment('tide.md', '# Tide\n\nIt turns twice.\n');
    await publish([{ document: { ...document, text: document.text.toLowerCase() }, ...rest }]);
    const problems = [];
    for await (const { problem } of exportFiles(store, parserHere, collection)) problems.push(problem);
    expect(problems).toEqual([{ file: 'server/tide.md', kind: 'reads-differently' }, undefined]);
  });
});

function inOrder(documents: readonly Document[]): string[] {
  return documents.map((document) => JSON.stringify(document)).sort();
}

/** Words in several scripts, and what YAML, Markdown and HTML give a meaning of their own. */
const words = fc
  .array(
    fc.constantFrom(
      ...[
        'Huawei',
        'chips',
        '2025',
        '华为昇腾',
        'Café',
        'null',
        'no',
        '---',
        '- a',
        '#',
        ': b',
        '"q"',
        "it's",
      ],
      ...['&a', '*b*', '<i>', '\\', '|', '[^1]', '~', '!', '😀', 'é', '%', '{x}', '@', '`'],
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) => list.join(' '));

const sentences = fc
  .array(words, { minLength: 1, maxLength: 3 })
  .map((list) => `So ${list.join('. Then ')}.`);

/** What a moderator filled in, with some left empty and some that cannot be taken; `undefined` where none did. */
const corrections = fc.array(
  fc.option(
    fc.record(
      Object.fromEntries(
        FIELDS.map((name) => {
          if (name === 'published') return [name, fc.constantFrom('2025', '2025-02', '2025-02-28', 'soon')];
          if (name === 'url') return [name, fc.constantFrom('https://example.org/ä?b=c#d', 'example')];
          return [name, words];
        }),
      ),
      { requiredKeys: [] },
    ),
    { nil: undefined },
  ),
  { minLength: 1, maxLength: 5 },
);

/** A document of every format and origin; reading them is the product's own. */
const everyKind = fc
  .tuple(words, sentences, sentences, fc.constantFrom('\n', '\r\n'))
  .map(([title, first, second, newline]) => {
    const latin = (text: string) => Buffer.from(text.replace(/[^\p{ASCII}é]/gu, '?'), 'latin1');
    const ascii = (text: string) => text.replace(/[^\p{ASCII}]/gu, '?');
    const xml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    const html = `<html lang="en"><head><meta charset="gbk"><title>${xml(title)}</title><meta name="author" content="Ada"></head><body><article><h1>${xml(title)}</h1><p>${xml(first)}</p><h2>More</h2><p>${xml(second)}</p></article></body></html>`;
    const markdown = `# ${title}\n\n${first}[^n]\n\n## More\n\n- ${second}\n- An item.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^n]: Reuters, 2025-07-28, <https://example.org/r>\n`;
    const files: [name: string, bytes: Uint8Array][] = [
      ['notes.md', Buffer.from(markdown.replaceAll('\n', newline))],
      [
        'matter.md',
        Buffer.from(`---\ntitle: Said\nauthor: A\nas_of: 2026-06\ntags: [x, y]\n---\n\n${markdown}`),
      ],
      ['plain.txt', Buffer.from(`\ufeff${[title, '', first, second, '', second].join(newline)}`)],
      ['no extension', Buffer.from(markdown)],
      ['version 2.5', Buffer.from(`${title}\n\n${first}\n`)],
      ['saved.htm', Buffer.from(html.replace('gbk', 'utf-8'))],
      ['report.pdf', pdfFile([column([ascii(title), ascii(first)]), column([ascii(second)])])],
      [
        'word.docx',
        docxFile(
          [paragraph(xml(title), 'Title'), paragraph(xml(first)), table([['a', xml(title)]])].join(''),
        ),
      ],
      [`${'长'.repeat(90)}.md`, Buffer.from(markdown)],
    ];
    const pages: [path: string, contentType: string, bytes: Uint8Array][] = [
      ['/', 'text/html; charset=utf-8', Buffer.from(html)],
      ['/news/2025.08', 'text/html; charset=iso-8859-1', latin(html)],
      ['/a.php?id=1', 'text/html', Buffer.from(html.replace('gbk', 'utf-8'))],
      ['/read.txt', 'text/plain; charset=iso-8859-1', latin(markdown)],
      ['/read.md', 'text/markdown', Buffer.from(markdown)],
      ['/report', 'application/pdf', pdfFile([column([ascii(first)])])],
      [`/${'long/'.repeat(40)}`, 'text/html; charset=utf-8', Buffer.from(html)],
    ];
    return () =>
      readAll(files, pages, noteFile('question', first, { title, url: 'https://example.org/n' }, en));
  });

async function readAll(
  files: readonly (readonly [string, Uint8Array])[],
  pages: readonly (readonly [string, string, Uint8Array])[],
  note: InputFile,
): Promise<SourcedDocument[]> {
  const documentImport = createDocumentImport({
    apiUrl: 'https://discord.com/api',
    now: () => new Date('2026-03-01T12:00:00Z'),
    parserOf: () => parserHere,
    fetch: async (url) => new Response(Buffer.from(files[Number(`${url}`.split('/').at(-1))]?.[1] ?? [])),
    fetcher: {
      async fetchPage(url) {
        const [, contentType = '', bytes = Buffer.of()] =
          pages.find(([path]) => url.endsWith(`org${path}`)) ?? [];
        return { kind: 'fetched', page: { url, bytes, contentType } };
      },
    },
  });
  const read = await Promise.all([
    ...files.map(([name, { length }], position) =>
      documentImport.file({ name, bytes: length, url: `https://cdn.discordapp.com/${position}` }, '1'),
    ),
    ...pages.map(([path]) => documentImport.page(`https://example.org${path}`, '1')),
    documentImport.note(note, 'mod', '1'),
  ]);
  // What has no text, or front matter that is none, is no document; that is for other tests.
  return read.flatMap(({ document }) => document ?? []);
}
