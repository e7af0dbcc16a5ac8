import { describe, expect, it } from 'vitest';
import { sourcesOf } from '../../src/documents/document.js';
import { documentOf, outline, read, sentences } from '../support/documents-reading.js';

const markdown = (...lines: string[]) => documentOf('file.md', lines.join('\n'));

/** Each sentence with the publishers of its sources. */
function publishers(document: ReturnType<typeof documentOf>): Record<string, (string | undefined)[]> {
  const all = document.paragraphs.flatMap((paragraph) => paragraph.sentences);
  return Object.fromEntries(
    all.map((sentence) => [
      document.text.slice(sentence.start, sentence.end),
      sourcesOf(document, [sentence]).map(({ publisher }) => publisher),
    ]),
  );
}

describe('the canonical text of Markdown', () => {
  it('is what a reader sees, block by block', () => {
    const document = markdown(
      '# Two *alliances*',
      '',
      'A **bold** word, a [link](https://example.org "title"), `code()`, ~~struck~~ and &amp; \\*.',
      'The same paragraph,  ',
      'after a break; ![a picture](x.png) <b>raw</b><br>tags. <!-- unseen -->',
      '',
      '<div>A *block* of HTML.</div>',
      '',
      '***',
      '',
      '> A quotation.',
      '>',
      '> ## Of two blocks',
      '',
      '```js',
      'if (a) {',
      '  b();',
      '}',
      '```',
    );
    expect(document.text).toBe(
      [
        'Two alliances',
        'A bold word, a link, code(), and & *. The same paragraph,\nafter a break; a picture raw tags.',
        'A *block* of HTML.',
        'A quotation.',
        'Of two blocks',
        'if (a) {\n  b();\n}',
      ].join('\n\n'),
    );
    expect(document.paragraphs.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  it('has a line for each item of a list, which is one paragraph', () => {
    const document = markdown(
      '- First item. It has two sentences.',
      '- Second item,',
      '  wrapped',
      '  1. inner',
      '',
      '     another block',
      '- [x] done',
    );
    expect(document.text).toBe(
      'First item. It has two sentences.\nSecond item, wrapped\ninner\nanother block\ndone',
    );
    expect(sentences(document)).toEqual([
      ['First item.', 'It has two sentences.', 'Second item, wrapped', 'inner', 'another block', 'done'],
    ]);
  });

  it('has a line for each row of a table, which is one sentence, with bars between its cells', () => {
    const document = markdown(
      '| Chip | Maker |',
      '|---|---|',
      '| 910C | No. It is. |',
      '|  |  |',
      '| BR100 | |',
    );
    expect(document.text).toBe('Chip | Maker\n910C | No. It is.\nBR100 |');
    expect(sentences(document)).toEqual([['Chip | Maker', '910C | No. It is.', 'BR100 |']]);
  });

  it('joins wrapped lines by a space, and Chinese ones by nothing', () => {
    expect(markdown('One line', 'and another.').text).toBe('One line and another.');
    expect(markdown('华为发布了', '新的芯片。', 'Ascend 910C').text).toBe('华为发布了新的芯片。 Ascend 910C');
  });

  it('is the same with CR LF', () => {
    const lines = [
      '---',
      'title: T',
      '---',
      '# T',
      '',
      'One',
      'line.[^a]',
      '',
      '- a',
      '- b',
      '',
      '[^a]: P, 2025',
    ];
    expect(documentOf('a.md', lines.join('\r\n'))).toEqual(documentOf('a.md', lines.join('\n')));
  });
});

describe('what has its own lines in Markdown', () => {
  const wrapped = [
    'The six towns met on 4 May 2025 and heard the report of the',
    'working group on shared test fields. They agreed that the fee',
    'is to be paid in two parts by every member of the compact.',
  ];
  const [first, second] = [
    'The six towns met on 4 May 2025 and heard the report of the working group on shared test fields.',
    'They agreed that the fee is to be paid in two parts by every member of the compact.',
  ];

  it.each([
    ['fenced', ['```', ...wrapped, '```']],
    ['fenced as text', ['~~~text', ...wrapped, '~~~']],
    ['indented', wrapped.map((line) => `    ${line}`)],
  ])('is prose where it is %s and its lines were wrapped by hand', (_, lines) => {
    expect(sentences(markdown('# T', '', 'Before.', '', ...lines, '', 'After.')).flat()).toEqual([
      'Before.',
      first,
      second,
      'After.',
    ]);
  });

  it.each([
    ['it names a language', ['```yaml', ...wrapped, '```'], wrapped],
    ['it is a tree', ['```', 'src/', '├── a.ts   the first', '└── b.ts', '```'], 3],
    ['it is typed', ['```', '$ ask --text', ...wrapped, '```'], 4],
    ['it is a poem', ['```', 'The ferry leaves,', 'the harbour sleeps', '```'], 2],
  ])('is code, a unit for each line, where %s', (_, lines, units) => {
    const shown = typeof units === 'number' ? lines.slice(1, 1 + units) : units;
    expect(sentences(markdown('# T', '', ...lines)).flat()).toEqual(shown);
  });

  it('has the numbers of Chinese sections for headings, which nothing else marks', () => {
    const charter = markdown(
      ...['# 章程', '', '一、总则', '', '联盟由五家公司组成。', '', '（一）目的', '', '推动芯片互通。', ''],
      ...['**二、会费**', '', '每年一万元。', '', '1. 甲公司', '2. 乙公司'],
    );
    expect(outline(charter).paragraphs.map((paragraph) => paragraph.slice(0, -1))).toEqual([
      ['一、总则'],
      ['一、总则', '（一）目的'],
      ['二、会费'],
      ['二、会费'],
    ]);
    // One below the other they are a list.
    const list = markdown('# 章程', '', '一、总则', '', '二、会费', '', '三、附则', '', '全文如下。');
    expect(outline(list).paragraphs[0]).toEqual(['一、总则']);
  });
});

describe('headings and title of Markdown', () => {
  it('takes the title from the first heading of the first level, or the name of the file', () => {
    expect(outline(markdown('Before.', '', '# Title', '', 'After.'))).toEqual({
      title: 'Title',
      paragraphs: [['Before.'], ['After.']],
    });
    expect(outline(documentOf('a/the-name.md', '## Section\n\nText.'))).toEqual({
      title: 'the-name',
      paragraphs: [['Section', 'Text.']],
    });
  });

  it('gives the headings above a paragraph, outermost first, without the title', () => {
    const document = markdown(
      ...[
        '# Title',
        'a',
        '## One',
        'b',
        '#### Deep',
        'c',
        '### Less deep',
        'd',
        '## Two',
        'e',
        '# Part',
        'f',
      ],
    );
    expect(outline(document).paragraphs).toEqual([
      ['a'],
      ['One', 'b'],
      ['One', 'Deep', 'c'],
      ['One', 'Less deep', 'd'],
      ['Two', 'e'],
      ['Part', 'f'],
    ]);
  });

  it('takes a heading that repeats the title of the front matter for the title', () => {
    expect(outline(markdown('---', 'title: T', '---', '# T', 'a', '# Other', 'b')).paragraphs).toEqual([
      ['a'],
      ['Other', 'b'],
    ]);
  });
});

describe('footnotes', () => {
  const definitions = [
    '',
    '[^wion]: WION, 2025-07-28, <https://example.org/wion>',
    '[^cnbc]: CNBC, 2025-07, https://example.org/cnbc',
    '[^x]: Posts on X, n.d.',
  ];

  it('name the sources of the sentence they stand on, and are not part of the text', () => {
    const document = markdown(
      'First.[^wion][^cnbc] Second. Third [^x]in the middle. Fourth. [^cnbc]',
      ...definitions,
    );
    expect(document.text).toBe('First. Second. Third in the middle. Fourth.');
    expect(publishers(document)).toEqual({
      'First.': ['WION', 'CNBC'],
      'Second.': [],
      'Third in the middle.': ['Posts on X'],
      'Fourth.': ['CNBC'],
    });
  });

  it('leave a sentence without any to the source of the document', () => {
    const document = markdown(
      '---',
      'title: T',
      'publisher: Own',
      '---',
      'First.[^x] Second.',
      ...definitions,
    );
    expect(publishers(document)).toEqual({ 'First.': ['Posts on X'], 'Second.': ['Own'] });
  });

  it('work in lists, tables, quotations and at the beginning of a line', () => {
    const document = markdown(
      ...[
        '- item[^wion]',
        '- another',
        '',
        '| a | b[^cnbc] |',
        '|---|---|',
        '| [^x]c | d |',
        '',
        '> said[^wion]',
      ],
      ...definitions,
    );
    expect(publishers(document)).toEqual({
      item: ['WION'],
      another: [],
      'a | b': ['CNBC'],
      'c | d': ['Posts on X'],
      said: ['WION'],
    });
  });

  it.each([
    [
      'WION, 2025-07-28, <https://a.org/b>',
      { publisher: 'WION', published: '2025-07-28', url: 'https://a.org/b' },
    ],
    ['WION, 2025-07, https://a.org/b.', { publisher: 'WION', published: '2025-07', url: 'https://a.org/b' }],
    ['Posts on X, quoted, 2025', { publisher: 'Posts on X, quoted', published: '2025' }],
    [
      'A (copy of B, 2024), n.d., <https://a.org>',
      { publisher: 'A (copy of B, 2024)', url: 'https://a.org' },
    ],
    [
      'Reuters, [The title](https://a.org), ',
      { publisher: 'Reuters', title: 'The title', url: 'https://a.org' },
    ],
    ['<https://a.org/?a=1&b=2>', { url: 'https://a.org/?a=1&b=2' }],
    [
      'Press of 1999, 2025-13-01, <https://a.org>',
      { publisher: 'Press of 1999, 2025-13-01', url: 'https://a.org' },
    ],
  ])('reads a source from the right: %s', (definition, source) => {
    expect(markdown('Text.[^a]', '', `[^a]: ${definition}`).references).toEqual([source]);
  });

  it('count each source once, in the order of the text', () => {
    const document = markdown(
      'One.[^b] Two.[^a] Three.[^c]',
      '',
      '[^a]: A, 2024',
      '[^b]: B, 2024',
      '[^c]: A, 2024',
    );
    expect(document.references.map(({ publisher }) => publisher)).toEqual(['B', 'A']);
    expect(publishers(document)).toEqual({ 'One.': ['B'], 'Two.': ['A'], 'Three.': ['A'] });
  });

  it('are reported by line where nobody defines them or they cannot be read, and the document is kept', () => {
    const { document, problems } = read(
      'a.md',
      ['# T', '', 'First.[^a] And', 'second.[^none] Kept: \\[^kept] `[^code]`', '', '[^a]: A remark.'].join(
        '\n',
      ),
    );
    expect(problems).toEqual([
      { file: 'a.md', line: 4, kind: 'footnote-undefined', name: 'none' },
      { file: 'a.md', line: 6, kind: 'footnote-source', name: 'a' },
    ]);
    expect(document?.text).toBe('T\n\nFirst. And second. Kept: [^kept] [^code]');
    expect(document?.references).toEqual([]);
  });
});
