import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { column, type TextAt } from '../support/document-files.js';
import { readPages, sentencesOf, TITLE } from '../support/pdf-reading.js';

const LEFT = 72;
const RIGHT = 320;

/** Two columns drawn line by line, as some programs do: `left|right`. */
function byRow(rows: readonly string[], top = 700, size = 10): TextAt[] {
  return rows.flatMap((row, position) =>
    row
      .split('|')
      .map((text, side) => ({ text, x: side === 0 ? LEFT : RIGHT, y: top - position * 13, size })),
  );
}

const FIRST = 'Six towns on the river signed the compact in the spring of 2024.';
const SECOND = 'Each of them pays a share of the cost, which the council fixes in the autumn of each year.';
const COLUMNS = byRow([
  'Six towns on the river signed the|share of the cost, which the council',
  'compact in the spring of 2024. The|fixes in the autumn of each year. A',
  'towns meet twice a year in turn, and|town that does not pay has no vote',
  'the host takes the chair. Each of|until it has, and its seat at the',
  'them pays a|table is left empty.',
]);

describe('the order in which a PDF is read', () => {
  it('is column after column, also where the file draws line by line, and a sentence goes on in the next', async () => {
    const read = await sentencesOf([TITLE, ...COLUMNS]);
    expect(read).toContain(FIRST);
    expect(read).toContain(SECOND);
    expect(read.at(-1)).toBe(
      'A town that does not pay has no vote until it has, and its seat at the table is left empty.',
    );
  });

  it('does not depend on the order in which the file draws', async () => {
    const pages = [
      TITLE,
      ...COLUMNS,
      ...column(['1 The text of the compact is kept in the archive.'], 600, { size: 7 }),
      { text: 'Bulletin of the river towns', y: 775, size: 8 },
    ];
    const { document } = await readPages([pages]);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(pages, { minLength: pages.length }), async (shuffled) => {
        expect((await readPages([shuffled])).document.text).toBe(document.text);
      }),
      { numRuns: 25 },
    );
  });

  it('is so in Chinese too, where a sentence has no capital', async () => {
    const meaning = '河上六镇在二零年春签约。各';
    const [left, right] = [
      ['ABCDEFGHIJKABCDEFGHIJKAB', 'CDEFGHIJKABCDEFGHIJKABCD'],
      ['MCDEFGHIJKABCDEFGHIJKABC', 'DEFGL'],
    ] as const;
    const lines = [LEFT, RIGHT].flatMap((x, side) =>
      column([left, right][side] ?? [], 700, { x, size: 10, meaning }),
    );
    const whole = [...left, ...right]
      .join('')
      .replace(/./g, (code) => meaning[code.charCodeAt(0) - 65] ?? '');
    expect(await sentencesOf([TITLE, ...lines])).toEqual([whole]);
  });

  it('has three columns, narrow gaps between them, and lines that do not stand at one height', async () => {
    const texts = [
      [
        'The first column says that',
        'the towns have a common',
        'office, which keeps the',
        'books and writes the',
      ],
      [
        'reports of each year. It',
        'is led by a clerk whom',
        'the council elects for a',
        'term of four years. The',
      ],
      ['third column ends the', 'report with the names of', 'those who wrote it in', 'the winter.'],
    ];
    const lines = texts.flatMap((lines, place) =>
      column(lines, 700 - place * 5, { x: 72 + place * 128, size: 9 }),
    );
    expect(await sentencesOf([TITLE, ...lines])).toEqual([
      'The first column says that the towns have a common office, which keeps the books and writes the reports of each year.',
      'It is led by a clerk whom the council elects for a term of four years.',
      'The third column ends the report with the names of those who wrote it in the winter.',
    ]);
  });

  it('has what goes over both columns before what stands below it, and after what stands above', async () => {
    const wide =
      'A word on how the compact came about, set over the whole width of the page, as an editor would do.';
    const read = await sentencesOf([
      TITLE,
      ...column([wide], 715, { size: 10 }),
      ...byRow(
        [
          'The towns had quarrelled over the|the spring they met at the mill and',
          'weir for a century, and in|made peace at last.',
        ],
        690,
      ),
      ...column(
        [
          'What follows is the text of the compact as the council of the towns has it in its own records today.',
        ],
        640,
        { size: 10 },
      ),
    ]);
    expect(read).toEqual([
      wide,
      'The towns had quarrelled over the weir for a century, and in the spring they met at the mill and made peace at last.',
      'What follows is the text of the compact as the council of the towns has it in its own records today.',
    ]);
  });

  it('keeps the items of a list together that stands beside another column', async () => {
    const text = [
      'The council has named what it will',
      'do in the coming year, and it asks',
      'the towns for money. Each of the',
      'six is to say by May what it can',
      'give.',
    ];
    const items = [
      '\x95 Mend the weir below the mill',
      '\x95 Plant willows on both of the',
      '  banks',
      '\x95 Count the fish in the spring',
    ];
    const read = await sentencesOf([
      TITLE,
      ...column(text, 700, { size: 10 }),
      ...column(items, 700, { x: RIGHT, size: 10 }),
    ]);
    expect(read).toEqual([
      'The council has named what it will do in the coming year, and it asks the towns for money.',
      'Each of the six is to say by May what it can give.',
      '• Mend the weir below the mill',
      '• Plant willows on both of the banks',
      '• Count the fish in the spring',
    ]);
  });

  it('keeps items of one word apart from the lines beside them', async () => {
    const text = [
      'The council decides what is to be paid,',
      'and says by the end of March which of the',
      'towns is late.',
    ];
    const items = ['\x95 Upper Mill', '\x95 Bridgend', '\x95 Fordham'];
    const lines = text.flatMap((line, position) => [
      { text: line, x: LEFT, y: 700 - position * 14, size: 10 },
      { text: items[position] ?? '', x: RIGHT, y: 700 - position * 14, size: 10 },
    ]);
    expect(await sentencesOf([TITLE, ...lines])).toEqual([
      'The council decides what is to be paid, and says by the end of March which of the towns is late.',
      '• Upper Mill',
      '• Bridgend',
      '• Fordham',
    ]);
  });

  it('has the notes in a margin by themselves', async () => {
    const text = Array.from(
      { length: 10 },
      (_, line) =>
        `of the ${'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')[line]} line of a long text beside the notes`,
    );
    const notes = column(['See the charter', 'of 2019.', 'See also page 4.'], 696, { size: 7, x: 40 });
    const read = await sentencesOf([TITLE, ...notes, ...column(text, 700, { x: 160, size: 10 })]);
    expect(read).toContain(text.join(' '));
  });

  it('leaves out what is turned: a stamp in the margin, a word across the page', async () => {
    const stamp = { text: 'preprint 2024.118 of the river towns', x: 30, y: 250, size: 18, isTurned: true };
    const { document } = await readPages([[stamp, TITLE, ...column(['The towns meet twice a year.'], 700)]]);
    expect(document).toMatchObject({
      title: TITLE.text,
      text: `${TITLE.text}\n\nThe towns meet twice a year.`,
    });
  });

  it('holds a page so that most of its text stands upright', async () => {
    const lines = ['The whole page is turned, as a wide', 'table is. It is read like any other.'];
    const turned = lines.map((text, position) => ({ text, x: 200 + position * 14, y: 100, isTurned: true }));
    expect(await sentencesOf(turned)).toEqual([
      'The whole page is turned, as a wide table is.',
      'It is read like any other.',
    ]);
  });
});

describe('what stands around the text of a PDF', () => {
  const above = ['The towns agreed at the mill that the weir', 'below it is to be raised by a foot, so that'];
  const below = ['the boats can pass in the summer as well.', 'The work begins in May.'];
  const sentence =
    'The towns agreed at the mill that the weir below it is to be raised by a foot, so that the boats can pass in the summer as well.';

  it.each<[string, (page: number) => TextAt[]]>([
    ['a head', () => [{ text: 'River Compact · Bulletin', y: 775, size: 8 }]],
    [
      'a head and a number',
      (page) => [
        { text: 'The River Towns', y: 775, size: 9 },
        { text: `${page + 16}`, x: 500, y: 775, size: 9 },
      ],
    ],
    [
      'a foot with a date and the number of pages',
      (page) => [{ text: `Printed on 3 May 2024, page ${page} of 2`, y: 36, size: 8 }],
    ],
    ['Roman numbers', (page) => [{ text: ['viii', 'ix'][page - 1] ?? '', x: 300, y: 36, size: 9 }]],
    [
      'Chinese numbers of pages',
      (page) => [{ text: `A${page}B C2D`, meaning: '第页共页', x: 300, y: 36, size: 9 }],
    ],
    [
      'a foot of two lines',
      (page) => [
        { text: 'Office of the River Towns', y: 44, size: 8 },
        { text: `- ${page} -`, y: 34, size: 8 },
      ],
    ],
  ])('%s of two pages is left out, and the sentence goes on over it', async (_, furniture) => {
    const pages = [
      [...furniture(1), TITLE, ...column(above, 700)],
      [...furniture(2), ...column(below, 720)],
    ];
    const { document } = await readPages(pages);
    expect(document.text).toBe(
      `${TITLE.text}\n\n${sentence} The work begins in May.`.replace(' The work', '\n\nThe work'),
    );
  });

  it('has other words on the pages to the left than on those to the right', async () => {
    const pages = [1, 2, 3, 4].map((page) => [
      {
        text: page % 2 === 0 ? `${page} The River Compact` : `Chapter One ${page}`,
        x: page % 2 ? 400 : 72,
        y: 775,
        size: 8,
      },
      ...column(
        [
          `Page ${['one', 'two', 'three', 'four'][page - 1]} of the bulletin has a sentence of its own.`,
          `It also has one that ends with the letter ${'abcd'[page - 1]}.`,
        ],
        700,
      ),
    ]);
    const read = await sentencesOf(...pages);
    expect(read).toHaveLength(8);
    expect(read.join(' ')).not.toMatch(/Compact|Chapter/);
  });

  it('is not left out where it is text: the same words in the middle of two pages', async () => {
    const page = column(['The towns meet twice a year.', 'They did so this year.'], 400);
    expect(await sentencesOf([TITLE, ...page], page)).toHaveLength(4);
  });

  it.each<[string, TextAt[]]>([
    [
      'notes in small letters',
      column(
        ['1 The charter is kept in the archive of the', '  towns.', '2 The figures are those of the clerk.'],
        650,
        { size: 7 },
      ),
    ],
    [
      'the numbers and the caption of a chart',
      [
        ...column(['0.2', '0.4', '0.6'], 660, { size: 7 }),
        { text: 'Depth in feet', y: 612, size: 7 },
        { text: 'Figure 2: Depth of the river at the weir.', y: 590, size: 8 },
      ],
    ],
    [
      'labels of the size of the text',
      [
        ...column(['Mill', 'Weir', 'Bridge'], 650),
        { text: 'Figure 2. The river between the mill and the bridge.', y: 590 },
      ],
    ],
    [
      'a caption of the size of the text',
      column(['Table 4: The towns and what each of them has', 'paid in the last year.'], 640),
    ],
    ['numbers alone', column(['10', '20', '30'], 650)],
  ])('does not cut a sentence that goes on in the next column: %s', async (_, between) => {
    const read = await sentencesOf([
      TITLE,
      ...column(above, 700),
      ...between,
      ...column(below, 700, { x: RIGHT }),
    ]);
    expect(read).toContain(sentence);
    expect(read).toContain('The work begins in May.');
  });

  it('does not cut a sentence that goes on above a note in letters of the text', async () => {
    const notes = column(['1 The charter is kept in the archive.', '2 Fees are those of 2023.'], 90);
    expect(await sentencesOf([TITLE, ...column(above, 700), ...notes], column(below, 720))).toContain(
      sentence,
    );
  });

  it.each<[string, number[]]>([
    ['of each line', [1, 2, 3, 4, 5]],
    ['of each line, on a page in the middle', [31, 32, 33, 34, 35]],
    ['of every line of a long page', [4, 5, 6, 7, 8]],
  ])('leaves out numbers in the margin: %s', async (_, numbers) => {
    const lines = [
      'Section two of the compact is changed so',
      'that the council meets four times a year and',
      'not twice, and so that each of the towns',
      'sends two members, of whom',
      'one is a woman.',
    ];
    const margin = numbers.map((number, position) => ({ text: `${number}`, x: 40, y: 700 - position * 14 }));
    expect(await sentencesOf([TITLE, ...column(lines, 700), ...margin])).toEqual([
      'Section two of the compact is changed so that the council meets four times a year and not twice, and so that each of the towns sends two members, of whom one is a woman.',
    ]);
  });

  it('does not join what is not finished to something else that is not', async () => {
    const read = await sentencesOf(
      [TITLE, { text: 'Office of the River Towns', y: 400 }],
      column(
        [
          'Members of the council are elected by the towns.',
          'They serve for four years, and may be elected for',
          'another four, but not for a third term. A member',
          'who misses three meetings loses the seat.',
        ],
        700,
      ),
    );
    expect(read).toContain('Members of the council are elected by the towns.');
  });
});

describe('what stands beside the sentences of a PDF', () => {
  it('is a box in small letters, and no table with the text', async () => {
    const text = column(
      [
        'Six towns on the river signed the compact in the spring of',
        'the year 2024. The towns meet twice a year in turn, and the',
        'host takes the chair at each of these meetings, as it is set',
        'down in the third part of the compact.',
      ],
      700,
      { size: 10 },
    );
    const box = column(['IN SHORT', 'Six towns', 'Two meetings', 'One chair'], 700, { x: 420, size: 8 });
    expect(await sentencesOf([TITLE, ...text, ...box])).toContain(
      'The towns meet twice a year in turn, and the host takes the chair at each of these meetings, as it is set down in the third part of the compact.',
    );
  });

  it('are words of a sentence in large letters, which are no heading in it', async () => {
    const { document } = await readPages([
      [
        TITLE,
        ...column(['Six towns on the river signed the compact in', 'the spring of the year 2024 and'], 700, {
          size: 10,
        }),
        ...column(['The towns meet', 'twice a year'], 660, { size: 16 }),
        ...column(['meet twice a year in turn, the host in the chair.', 'Nobody else may take it.'], 610, {
          size: 10,
        }),
      ],
    ]);
    expect(document.text).toContain(
      'signed the compact in the spring of the year 2024 and meet twice a year in turn, the host in the chair.',
    );
    expect(document.paragraphs.every(({ headings }) => headings.length === 0)).toBe(true);
  });

  it('is the number of a page with what stands on its line, but no figures of a table', async () => {
    const page = (number: number, head: string, words: string) => [
      { text: head, y: 770, size: 8 },
      { text: String(number), x: 530, y: 770, size: 8 },
      ...column([words], 700, { size: 10 }),
    ];
    const { document } = await readPages([
      page(12, 'A. Lee and B. Wu', 'The towns meet twice a year in'),
      page(13, 'River Studies 4 (2026)', 'turn, the host in the chair.'),
    ]);
    expect(document.text).toBe('The towns meet twice a year in turn, the host in the chair.');
    const rows = [
      ['Dues', '40'],
      ['Boats', '9'],
      ['Fines', '12'],
    ].flatMap(([name = '', number = ''], row) => [
      { text: name, y: 600 - 14 * row, size: 10 },
      { text: number, x: 400, y: 600 - 14 * row, size: 10 },
    ]);
    const table = await readPages([
      [TITLE, ...column(['The towns have these posts in the budget.'], 700, { size: 10 }), ...rows],
    ]);
    for (const number of ['40', '9', '12']) expect(table.document.text).toContain(`| ${number}`);
  });
});
