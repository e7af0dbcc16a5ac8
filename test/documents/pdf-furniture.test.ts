import { describe, expect, it } from 'vitest';
import { column, type TextAt } from '../support/document-files.js';
import { readPages, sentencesOf, TITLE } from '../support/pdf-reading.js';

const RIGHT = 320;

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
