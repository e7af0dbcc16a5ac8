import { describe, expect, it } from 'vitest';
import { documentOf, read } from '../support/documents-reading.js';

const TEXT = 'The pact was signed in Zhoushan.';
const reading = (...lines: string[]) => read('a.md', [...lines, '', TEXT].join('\n'));

/** What a file says of itself, without what it does not say. */
function saidBy(...lines: string[]) {
  const { document, problems } = reading(...lines);
  if (!document) throw new Error(`No document: ${JSON.stringify(problems)}`);
  expect(document.text).toBe(TEXT);
  const { title, source, tags } = document;
  return { title, ...source, ...(tags.length > 0 && { tags }), problems: problems.length };
}

const yaml = (...fields: string[]) => ['---', ...fields, '---'];

describe('front matter of other programs', () => {
  it('of Jekyll', () => {
    expect(
      saidBy(
        ...yaml(
          'layout: post',
          'title:  "The delta pact"',
          'date:   2025-05-04 23:30:00 -0400',
          'published: true',
          'categories: [policy, chips]',
          'tags: delta',
          'permalink: /2025/05/delta/',
        ),
      ),
    ).toEqual({
      title: 'The delta pact',
      published: '2025-05-04',
      tags: ['delta', 'policy', 'chips'],
      problems: 0,
    });
  });

  it('of Hugo, in YAML, TOML and JSON', () => {
    const said = {
      title: 'The delta pact',
      author: 'Gao Lei, Wu Min',
      published: '2025-05-04',
      tags: ['pacts', 'chips'],
      problems: 0,
    };
    expect(
      saidBy(
        ...yaml(
          'title: The delta pact',
          'date: 2025-05-04T23:30:00+08:00',
          'lastmod: 2025-06-01',
          'draft: false',
          'authors: [Gao Lei, Wu Min]',
          'tags: [pacts]',
          'categories: [chips]',
          'url: /pacts/delta/',
          'weight: 10',
        ),
      ),
    ).toEqual(said);
    expect(
      saidBy(
        '+++',
        'title = "The delta pact"',
        'date = 2025-05-04T23:30:00+08:00',
        'draft = false',
        'authors = ["Gao Lei", "Wu Min"]',
        'tags = ["pacts", "chips"]',
        '[params]',
        'math = true',
        '+++',
      ),
    ).toEqual(said);
    expect(
      saidBy(
        '{',
        '  "title": "The delta pact",',
        '  "date": "2025-05-04T23:30:00+08:00",',
        '  "authors": ["Gao Lei", "Wu Min"],',
        '  "tags": ["pacts", "chips"]',
        '}',
      ),
    ).toEqual(said);
  });

  it('of Obsidian and its web clipper', () => {
    expect(
      saidBy(
        ...yaml(
          'title: The delta pact',
          'source: "https://delta.example/pact"',
          'author:',
          '  - "[[Gao Lei]]"',
          'published: 2025-05-04',
          'created: 2025-06-01',
          'description: How it came about.',
          'tags:',
          '  - "clippings"',
          '  - "#pacts"',
          'aliases: []',
          'cssclasses:',
        ),
      ),
    ).toEqual({
      title: 'The delta pact',
      url: 'https://delta.example/pact',
      author: 'Gao Lei',
      published: '2025-05-04',
      tags: ['clippings', 'pacts'],
      problems: 0,
    });
    expect(saidBy(...yaml('title: A', 'author: [[Gao Lei]]', 'tags: "#pacts #chips"'))).toEqual({
      title: 'A',
      author: 'Gao Lei',
      tags: ['pacts', 'chips'],
      problems: 0,
    });
  });

  it('of Docusaurus', () => {
    expect(
      saidBy(
        ...yaml(
          'id: delta',
          'title: The delta pact',
          'sidebar_label: Pact',
          'sidebar_position: 2',
          'slug: /delta',
          'hide_table_of_contents: true',
          'authors:',
          '  - name: Gao Lei',
          '    title: Chair',
          '    url: https://delta.example/gao',
          '  - name: Wu Min',
          'last_update:',
          '  date: 6/1/2025',
          'keywords: [pacts, chips]',
        ),
      ),
    ).toEqual({ title: 'The delta pact', author: 'Gao Lei, Wu Min', tags: ['pacts', 'chips'], problems: 0 });
  });

  it('of Pandoc, as a block of title, authors and date', () => {
    expect(saidBy('% The delta pact', '  and its members', '% Gao Lei; Wu Min', '% May 4, 2025')).toEqual({
      title: 'The delta pact and its members',
      author: 'Gao Lei, Wu Min',
      published: '2025-05-04',
      problems: 0,
    });
    expect(saidBy('% The delta pact', '%', '% 4 May 2025')).toMatchObject({ published: '2025-05-04' });
    expect(
      saidBy(
        '---',
        'title: The delta pact',
        'author:',
        '- name: Gao Lei',
        'lang: en-GB',
        'date: 4 mai 2025',
        '...',
      ),
    ).toEqual({
      title: 'The delta pact',
      author: 'Gao Lei',
      language: 'en-GB',
      published: '2025-05-04',
      problems: 0,
    });
  });

  it('of MkDocs and others that put no marks around it', () => {
    expect(
      saidBy('Title:   The delta pact', 'Authors: Gao Lei', '         Wu Min', 'Date:    2025-05-04'),
    ).toEqual({
      title: 'The delta pact',
      author: 'Gao Lei, Wu Min',
      published: '2025-05-04',
      problems: 0,
    });
    // A first paragraph that begins like it is one.
    const prose = 'Title: the word has two meanings.\nThe first is that of a book.\n\nText.';
    expect(documentOf('a.md', prose).text).toMatch(/^Title: the word/);
    expect(documentOf('b.md', 'Note: it is\n\nText.').text).toMatch(/^Note: it is/);
  });

  it.each([
    ['2025-05-04T23:30:00Z', '2025-05-04'],
    ['2025-05-04 01:15', '2025-05-04'],
    ['Sun, 04 May 2025 23:30:00 -0400', '2025-05-04'],
    ['2025/05/04', '2025-05-04'],
    ['20250504', '2025-05-04'],
    ['2025.10', '2025-10'],
    ['May 2025', '2025-05'],
    ['2025年5月4日', '2025-05-04'],
    ['4 de mayo de 2025', '2025-05-04'],
    ['04.05.2025', '2025-05-04'],
  ])('dates by %s the day that is written', (written, published) => {
    for (const name of ['date', 'published', 'pubDate', 'publish_date', 'datePublished'])
      expect(saidBy(...yaml('title: A', `${name}: ${written}`))).toEqual({
        title: 'A',
        published,
        problems: 0,
      });
  });

  it('keeps what is readable in YAML that a colon or a quotation mark breaks', () => {
    const { document, problems } = reading(
      ...yaml(
        'title: Delta: the pact',
        'author: Gao Lei',
        'date: 2025-05-04',
        'summary: "open',
        'tags: [a, b]',
      ),
    );
    expect(document).toMatchObject({
      title: 'Delta: the pact',
      source: { author: 'Gao Lei', published: '2025-05-04' },
      tags: ['a', 'b'],
      text: TEXT,
    });
    expect(problems).toMatchObject([{ kind: 'front-matter', fault: 'yaml' }]);
    const toml = reading('+++', 'title = "open', '+++');
    expect(toml.document).toMatchObject({ title: 'a', text: TEXT });
    expect(toml.problems).toMatchObject([{ kind: 'front-matter', fault: 'yaml', line: 2 }]);
  });

  it('counts a field of ours before one of another name', () => {
    expect(
      saidBy(
        ...yaml(
          'date: 2024-01-01',
          'published: 2025-05-04',
          'canonical_url: https://a.example/2',
          'url: https://a.example/1',
        ),
      ),
    ).toEqual({ title: 'a', published: '2025-05-04', url: 'https://a.example/1', problems: 0 });
  });

  it('takes the day on which it was written where there are several', () => {
    expect(saidBy(...yaml('date:', '  created: 2025-05-04', '  updated: 2026-01-01'))).toMatchObject({
      published: '2025-05-04',
      problems: 0,
    });
  });

  it('may stand below blank lines or a comment, and JSON on one line', () => {
    const said = { title: 'The pact', published: '2025-05-04', problems: 0 };
    const fields = yaml('title: The pact', 'date: 2025-05-04');
    expect(saidBy('', '', ...fields)).toEqual(said);
    expect(saidBy('<!-- made by a program -->', ...fields)).toEqual(said);
    expect(saidBy('{"title": "The pact", "date": "2025-05-04"}')).toEqual(said);
  });

  it('is none where a sentence stands between two rules below a blank line', () => {
    const { document } = reading('', '---', 'It is short: see also the annex.', '', '---');
    expect(document?.text).toContain('It is short');
    expect(reading('{draft} of the board').document?.text).toContain('{draft}');
  });

  it('keeps the numbers of the lines behind it', () => {
    const { problems } = reading(...yaml('title: A'), '', 'See this.[^1]', '', '[^1]: .');
    expect(problems).toMatchObject([{ kind: 'footnote-source', line: 7 }]);
  });
});
