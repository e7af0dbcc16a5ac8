import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CITATION_FORMATS, type CitationFormat, cite } from '../../src/answer/citation-formats.js';
import { en as copy } from '../../src/copy/en/en.js';
import type { Source } from '../../src/documents/document.js';

const TODAY = '2026-11-29';
const of = (format: CitationFormat, source: Source) => cite(format, source, TODAY, copy.cite.words);

const source: Source = {
  author: 'Anna Meier',
  title: 'Ten firms sign',
  publisher: 'River Daily',
  published: '2025-07-28',
  url: 'https://river.example/a?b=1&c=2',
  archiveUrl: 'https://web.archive.org/web/20250801120000/https://river.example/a',
  language: 'en',
};

test('a source is cited in each format', () => {
  expect(of('plain', source)).toBe(
    'Anna Meier, “Ten firms sign”, River Daily, 28 July 2025, https://river.example/a?b=1&c=2, accessed 29 November 2026, archived at https://web.archive.org/web/20250801120000/https://river.example/a.',
  );
  expect(of('markdown', source)).toBe(
    'Anna Meier, [Ten firms sign](<https://river.example/a?b=1&c=2>), River Daily, 28 July 2025, accessed 29 November 2026, archived at <https://web.archive.org/web/20250801120000/https://river.example/a>.',
  );
  expect(of('wikipedia', source)).toBe(
    '{{cite web |title=Ten firms sign |author=Anna Meier |publisher=River Daily |date=2025-07-28 |url=https://river.example/a?b=1&c=2 |access-date=2026-11-29 |archive-url=https://web.archive.org/web/20250801120000/https://river.example/a |archive-date=2025-08-01 |language=en}}',
  );
  expect(of('bibtex', source)).toBe(
    [
      '@misc{riverdaily-2025-07-28,',
      '  author = {{Anna Meier}},',
      '  title = {{Ten firms sign}},',
      '  publisher = {River Daily},',
      '  year = {2025},',
      '  month = {7},',
      '  day = {28},',
      '  url = {https://river.example/a?b=1&c=2},',
      '  urldate = {2026-11-29},',
      '  note = {Archived: \\url{https://web.archive.org/web/20250801120000/https://river.example/a}},',
      '  language = {en}',
      '}',
    ].join('\n'),
  );
});

test('it was accessed on the day on which it was retrieved, where that is known', () => {
  for (const format of ['wikipedia', 'bibtex'] as const)
    expect(of(format, { ...source, retrieved: '2025-08-02' })).toContain('2025-08-02');
});

describe('what is not known is left out', () => {
  test('of a source with a publisher and an address', () => {
    const some = { publisher: 'River Daily', url: 'https://river.example/' };
    expect(of('plain', some)).toBe('River Daily, https://river.example/, accessed 29 November 2026.');
    expect(of('markdown', some)).toBe('[River Daily](<https://river.example/>), accessed 29 November 2026.');
    // The template gives an error without a title.
    expect(of('wikipedia', some)).toContain('|title=River Daily |publisher=River Daily |url=');
    expect(of('bibtex', some)).toMatch(/^@misc\{riverdaily,\n {2}author = \{\{River Daily\}\}/);
  });

  test('of one with a name alone', () => {
    expect(of('plain', { publisher: '人民日报', published: '2025' })).toBe('人民日报, 2025.');
    expect(of('bibtex', { publisher: '人民日报', published: '2025' })).toMatch(/^@misc\{source-2025,/);
    expect(of('markdown', { author: 'A' })).toBe('A.');
  });

  test('an archived copy whose day is not known is none for Wikipedia', () => {
    expect(of('wikipedia', { ...source, archiveUrl: 'https://archive.example/x' })).not.toContain('archive');
  });
});

describe('what a format reads as markup is escaped', () => {
  const wild = "50% {of} A & B_C $1 #2 [x] | <ref> *y* \\z ~ ^ '''w'''";

  test('in Markdown', () => {
    expect(of('markdown', { title: '[a](b) *c* `d` <e>', url: 'https://x.example/(1)' })).toContain(
      '[\\[a\\](b) \\*c\\* \\`d\\` \\<e\\>](<https://x.example/(1)>)',
    );
  });

  test('in Wikipedia', () => {
    const text = of('wikipedia', { title: wild, url: 'https://x.example/a|b]c' });
    expect(text).toContain('|url=https://x.example/a%7Cb%5Dc');
    const title = text.slice(text.indexOf('|title=') + '|title='.length, text.indexOf(' |url='));
    expect(title).not.toMatch(/[|[\]{}<>]|'{2}/);
    expect(title.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))).toBe(wild);
  });

  test('in BibTeX, where braces count even behind a backslash', () => {
    const text = of('bibtex', { title: wild });
    expect(text).toContain('50\\% \\textbraceleft{}of\\textbraceright{} A \\& B\\_C \\$1 \\#2');
    expect(text).toContain('\\textbackslash{}z \\textasciitilde{} \\textasciicircum{}');
  });
});

test('whatever a source says, its citation is one line, or an entry with as many braces of both kinds', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '|',
    ']]',
    '\n',
    '}}',
    '%',
    '\\',
    '`',
    '中',
    'a ',
    '"',
    "''",
    '&',
    '<!--',
  );
  const text = fc.string({ unit: piece, minLength: 1, maxLength: 30 });
  const any = fc.record(
    {
      author: text,
      title: text,
      publisher: text,
      published: fc.constantFrom('2025', '2025-07', '2025-07-28'),
      url: text.map((end) => `https://x.example/${end}`),
      archiveUrl: text.map((end) => `https://web.archive.org/web/20250801120000/${end}`),
    },
    { requiredKeys: [] },
  );
  const count = (text: string, mark: string) => text.split(mark).length;
  fc.assert(
    fc.property(any, (some) => {
      for (const format of CITATION_FORMATS) {
        const cited = of(format, some);
        if (format === 'bibtex') expect(count(cited, '{')).toBe(count(cited, '}'));
        else expect(cited).not.toContain('\n');
        if (format === 'wikipedia') expect(cited.slice(2, -2)).not.toMatch(/[{}]/);
      }
    }),
  );
});
