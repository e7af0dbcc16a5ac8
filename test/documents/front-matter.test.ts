import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copy } from '../../src/copy/en.js';
import { readFrontMatter, writeFrontMatter } from '../../src/documents/formats/front-matter.js';
import type { Problem } from '../../src/documents/problem.js';
import { readSidecar, withSidecar } from '../../src/documents/sidecar.js';
import { documentOf, read } from '../support/documents-reading.js';

function markdown(...lines: string[]) {
  return documentOf('a.md', lines.join('\n'));
}

/** What a moderator reads of the first problem. */
function told([problem]: readonly Problem[]): string {
  return problem ? copy.problem(problem) : '';
}

describe('front matter', () => {
  it('is the source of the document', () => {
    const document = markdown(
      '---',
      'title: The title',
      'publisher: Example Press',
      'author: Ada Example',
      'published: 2025-07-28',
      'retrieved: 2026',
      'as_of: 2026-06',
      'url: https://example.org/a?b=c',
      'archive_url: http://archive.example.org/a',
      'language: zh-Hans',
      'tags: [chips, standards]',
      '---',
      '',
      'Text.',
    );
    expect(document).toMatchObject({
      title: 'The title',
      text: 'Text.',
      tags: ['chips', 'standards'],
      references: [],
    });
    expect(document.source).toEqual({
      publisher: 'Example Press',
      author: 'Ada Example',
      published: '2025-07-28',
      retrieved: '2026',
      asOf: '2026-06',
      url: 'https://example.org/a?b=c',
      archiveUrl: 'http://archive.example.org/a',
      language: 'zh-Hans',
    });
  });

  it('may be absent, empty, or say nothing of a source', () => {
    expect(markdown('Text.').source).toBeUndefined();
    expect(markdown('---', '---', '', '# T', 'Text.')).toMatchObject({ title: 'T', tags: [] });
    expect(markdown('---', 'title: T', 'language: en', 'author:', '---', 'Text.').source).toBeUndefined();
  });

  it.each([
    ['a date that is none', ['title: T', 'published: 2025-02-30'], 3, / published: .*YYYY-MM-DD/],
    ['a state of knowledge that is no date', ['title: T', 'as_of: mid-2026'], 3, / as_of: .*YYYY-MM-DD/],
    ['another way to write a date', ['published: July 2025', 'title: T'], 2, / published: /],
    ['an address that is none', ['title: T', '', 'url: example.org'], 4, / url: .*https/],
    ['an address with another scheme', ['title: T', 'url: "javascript:alert(1)"'], 3, / url: /],
    ['a language that is none', ['title: T', 'language: english please'], 3, / language: /],
    ['tags that are no list', ['title: T', 'tags: chips'], 3, / tags: .*list/],
    ['a tag that is no text', ['title: T', 'tags: [1, [2]]'], 3, / tags\.\d: /],
    ['a title that is no text', ['title: [a]'], 2, / title: must be text/],
    ['broken YAML', ['title: T', 'author: "open'], 3, /is wrong: ./],
    ['one field twice', ['title: T', 'title: U'], 3, /unique/],
    ['no fields', ['- a', '- b'], 2, /fields/],
  ])('leaves a document out for %s, and names the line', (_, lines, line, detail) => {
    const { document, problems } = read('a.md', ['---', ...lines, '---', 'Text.'].join('\n'));
    expect(document).toBeUndefined();
    expect(problems[0]).toMatchObject({ file: 'a.md', line, kind: 'front-matter' });
    expect(told(problems)).toMatch(detail);
  });

  it('leaves a document out if its end is missing', () => {
    const { document, problems } = read('a.md', '---\ntitle: T\n\nText.');
    expect(document).toBeUndefined();
    expect(problems).toEqual([{ file: 'a.md', line: 1, kind: 'front-matter', fault: 'not-closed' }]);
    expect(read('a.md', '---\n\nText after a rule.').problems).toEqual([]);
  });

  it('tells of a field it does not know, and keeps the document', () => {
    const { document, problems } = read('a.md', '---\ntitle: T\npublishd: 2025\n---\nText.');
    expect(document?.title).toBe('T');
    expect(problems).toEqual([
      { file: 'a.md', line: 3, kind: 'front-matter', fault: 'unknown', field: 'publishd' },
    ]);
  });

  it('is not read where its aliases would fill the memory', () => {
    const nested = Array.from(
      { length: 9 },
      (_, depth) => `a${depth}: &a${depth} [${`*a${depth - 1},`.repeat(9)}]`,
    );
    const yaml = ['a: &a [b, b]', ...nested].join('\n').replaceAll('*a-1', '*a');
    expect(read('a.md', `---\n${yaml}\n---\nText.`)).toMatchObject({
      problems: [{ file: 'a.md', kind: 'front-matter', fault: 'yaml' }],
    });
  });

  it('reads back as it was written', () => {
    const value = fc
      .oneof(fc.constantFrom('2025', 'null', '- a', ': b', '#', '"', '---', '&a'), fc.string())
      .map((text) => text.trim());
    const some = value.filter((text) => text !== '');
    const partial = fc.constantFrom('2025', '2025-02', '2025-02-28');
    const source = fc.record(
      {
        publisher: some,
        author: some,
        published: partial,
        retrieved: partial,
        asOf: partial,
        url: fc.webUrl(),
        archiveUrl: fc.webUrl(),
      },
      { requiredKeys: ['publisher'] },
    );
    fc.assert(
      fc.property(some, source, fc.array(some), (title, source, tags) => {
        const written = writeFrontMatter({ title, source, tags });
        expect(readFrontMatter(written, 'a')).toEqual({ frontMatter: { title, source, tags }, problems: [] });
      }),
    );
  });
});

describe('front matter beside a file', () => {
  const document = markdown('---', 'title: T', 'publisher: P', 'tags: [a]', '---', 'Text.');
  const sidecar = (yaml: string) =>
    withSidecar({ document, problems: [] }, readSidecar({ path: 'a.md.yaml', bytes: Buffer.from(yaml) }));

  it('takes the place of all that the file says of itself, but of the title only where it gives one', () => {
    expect(sidecar('title: U\nauthor: A\ntags: [b]').document).toEqual({
      ...document,
      title: 'U',
      source: { author: 'A' },
      tags: ['b'],
    });
    const { source: _, ...unsourced } = document;
    expect(sidecar('').document).toEqual({ ...unsourced, tags: [] });
  });

  it('leaves the document out where it breaks a rule, and names its own file and line', () => {
    expect(sidecar('title: U\npublished: soon')).toEqual({
      problems: [{ file: 'a.md.yaml', line: 2, kind: 'front-matter', fault: 'date', field: 'published' }],
    });
    expect(
      withSidecar({ document, problems: [] }, readSidecar({ path: 'a.md.yaml', bytes: Buffer.of(0xff) }))
        .document,
    ).toBeUndefined();
  });
});
