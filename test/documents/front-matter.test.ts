import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import { readFrontMatter, writeFrontMatter } from '../../src/documents/formats/front-matter/front-matter.js';
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
    ['a day that could be another', ['published: 04/05/2025', 'title: T'], 2, / published: /],
    ['an address that is none', ['title: T', '', 'url: example.org'], 4, / url: .*https/],
    ['an address with another scheme', ['title: T', 'url: "javascript:alert(1)"'], 3, / url: /],
    ['a language that is none', ['title: T', 'language: english please'], 3, / language: /],
    ['an unknown field', ['title: T', 'publishd: 2025'], 3, /publishd.*not a known field/],
    ['a draft', ['title: T', 'draft: true'], 3, /draft/],
    ['a page that is not to be published', ['title: T', 'published: false'], 3, /draft/],
    ['broken YAML', ['title: T', 'author: "open'], 3, /is wrong: ./],
    ['one field twice', ['title: T', 'title: U'], 3, /unique/],
  ])('keeps the text and what it understands for %s, tells, and names the line', (_, lines, line, detail) => {
    // The text is good whatever stands above it; a moderator sees in the preview what was left out.
    const { document, problems } = read('a.md', ['---', ...lines, '---', 'Text.'].join('\n'));
    expect(document).toMatchObject({ title: 'T', text: 'Text.' });
    expect(document?.source?.url).toBeUndefined();
    expect(problems).toMatchObject([{ file: 'a.md', line, kind: 'front-matter' }]);
    expect(told(problems)).toMatch(detail);
    expect(document?.remarks).toMatchObject([{ kind: 'front-matter', line }]);
  });

  it('is no list, and no title that is one', () => {
    const list = read('a.md', '---\n- a\n- b\n---\nText.');
    expect(list.document?.text).toBe('Text.');
    expect(told(list.problems)).toMatch(/list of fields/);
    expect(told(read('a.md', '---\ntitle: [a]\n---\nText.').problems)).toMatch(/ title: must be text/);
  });

  it('leaves a document out if its end is missing', () => {
    const { document, problems } = read('a.md', '---\ntitle: T\n\nText.');
    expect(document).toBeUndefined();
    expect(problems).toEqual([{ file: 'a.md', line: 1, kind: 'front-matter', fault: 'not-closed' }]);
    expect(read('a.md', '---\n\nText after a rule.').problems).toEqual([]);
  });

  it('is not what stands between two rules', () => {
    const { document, problems } = read('a.md', '---\n\nThe fee is due in March.\n\n---\n\nText.');
    expect(document?.text).toBe('The fee is due in March.\n\nText.');
    expect(problems).toEqual([]);
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
    // Links and tags in the way of Obsidian are read as what they show.
    const some = value.filter((text) => text !== '' && !/^#\p{L}|\[\[/u.test(text));
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
        const { frontMatter, problems } = readFrontMatter(written, 'a');
        // Of two tags that are the same, one says as much.
        expect({ frontMatter, problems }).toEqual({
          frontMatter: { title, source, tags: [...new Set(tags)] },
          problems: [],
        });
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

  it('tells what it cannot understand, and names its own file and line', () => {
    const soon = sidecar('title: U\npublished: soon');
    expect(soon.document).toMatchObject({ title: 'U', text: 'Text.' });
    expect(soon.problems).toEqual([
      { file: 'a.md.yaml', line: 2, kind: 'front-matter', fault: 'date', field: 'published' },
    ]);
    // Nothing takes the place of what the file says.
    expect(sidecar('- U').document).toMatchObject({ title: 'T', source: { publisher: 'P' }, tags: ['a'] });
    expect(
      withSidecar({ document, problems: [] }, readSidecar({ path: 'a.md.yaml', bytes: Buffer.of(0xff) }))
        .document,
    ).toBeUndefined();
  });
});
