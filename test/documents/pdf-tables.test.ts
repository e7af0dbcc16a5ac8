import { describe, expect, it } from 'vitest';
import { listOf } from '../../src/documents/lists.js';
import { column, type TextAt } from '../support/document-files.js';
import { slices } from '../support/documents-reading.js';
import { readPages, sentencesOf, TITLE } from '../support/pdf-reading.js';

const LEAD_IN = column(
  [
    'The towns, and what each of them pays and since when, stand in the table',
    'below, which the clerk brings up to date each spring.',
  ],
  700,
  { size: 10 },
);
const AFTER = column(
  [
    'A town that joins in the course of a year pays for the whole of it, and has a',
    'vote from the day on which it does.',
  ],
  400,
  { size: 10 },
);

/** Cells at the given places, row below row. */
function cells(
  rows: readonly (readonly string[])[],
  places: readonly number[],
  at: { top?: number; step?: number } = {},
): TextAt[] {
  const { top = 660, step = 16 } = at;
  return rows.flatMap((row, position) =>
    row.flatMap((text, place) =>
      text === '' ? [] : [{ text, x: places[place] ?? 0, y: top - position * step, size: 10 }],
    ),
  );
}

const read = (table: readonly TextAt[]) => sentencesOf([TITLE, ...LEAD_IN, ...table, ...AFTER]);

describe('a table in a PDF', () => {
  it.each<[string, TextAt[], string[]]>([
    [
      'three columns',
      cells(
        [
          ['Town', 'Share', 'Since'],
          ['Upper Mill', '200', '2019'],
          ['Bridgend', '150', '2020'],
          ['Fordham', '90', '2024'],
        ],
        [72, 200, 300],
      ),
      ['Town | Share | Since', 'Upper Mill | 200 | 2019', 'Bridgend | 150 | 2020', 'Fordham | 90 | 2024'],
    ],
    [
      'two columns',
      cells(
        [
          ['Town', 'Weirs'],
          ['Upper Mill', '2'],
          ['Bridgend', '1'],
          ['Fordham', 'none'],
        ],
        [72, 260],
      ),
      ['Town | Weirs', 'Upper Mill | 2', 'Bridgend | 1', 'Fordham | none'],
    ],
    [
      'a cell that is empty',
      cells(
        [
          ['Town', 'Share', 'Since'],
          ['Upper Mill', '', '2019'],
          ['Bridgend', '150', '2020'],
          ['Fordham', '90', '2024'],
        ],
        [72, 200, 300],
      ),
      ['Town | Share | Since', 'Upper Mill |  | 2019', 'Bridgend | 150 | 2020', 'Fordham | 90 | 2024'],
    ],
    [
      'cells of several lines, with more space between the rows than in them',
      [
        ...cells([['Measure', 'Office']], [72, 260], { top: 672 }),
        ...cells(
          [
            ['Raise the weir', 'Clerk of the'],
            ['by one foot', 'river'],
          ],
          [72, 260],
          { top: 648, step: 12 },
        ),
        ...cells(
          [
            ['Plant willows', 'Foresters of'],
            ['on both banks', 'the six towns'],
          ],
          [72, 260],
          { top: 612, step: 12 },
        ),
        ...cells([['Count the fish', 'Wardens']], [72, 260], { top: 576 }),
      ],
      [
        'Measure | Office',
        'Raise the weir by one foot | Clerk of the river',
        'Plant willows on both banks | Foresters of the six towns',
        'Count the fish | Wardens',
      ],
    ],
    [
      'a cell that goes on below',
      cells(
        [
          ['Town', 'Charge', 'Since'],
          ['Upper Mill', 'keeps the', '2019'],
          ['', 'books', ''],
          ['Bridgend', 'leads', '2020'],
        ],
        [72, 200, 300],
      ),
      ['Town | Charge | Since', 'Upper Mill | keeps the books | 2019', 'Bridgend | leads | 2020'],
    ],
    [
      'numbers that end at one place',
      [
        ['Town', 'Share'],
        ['Upper Mill', '1,200'],
        ['Bridgend', '90'],
        ['Fordham', '7'],
      ].flatMap(([town = '', share = ''], position) => [
        { text: town, x: 72, y: 660 - position * 16, size: 10 },
        { text: share, x: 300 - share.length * 5.5, y: 660 - position * 16, size: 10 },
      ]),
      ['Town | Share', 'Upper Mill | 1,200', 'Bridgend | 90', 'Fordham | 7'],
    ],
  ])('has a line for each row: %s', async (_, table, rows) => {
    const all = await read(table);
    expect(all.slice(1, -1)).toEqual(rows);
    // What stands around it is as whole as without it.
    expect(all[0]).toMatch(/^The towns, .* each spring\.$/);
    expect(all.at(-1)).toMatch(/^A town that joins .* on which it does\.$/);
  });

  it('has a row for each term that stands before what it means', async () => {
    const terms: [string, string[]][] = [
      [
        'Weir',
        [
          'A low wall across the river that keeps',
          'the water up for the mill and lets the',
          'rest of it flow over.',
        ],
      ],
      [
        'Lock',
        [
          'Two gates with a basin between, so that',
          'a boat can be lifted over the weir and',
          'let down again.',
        ],
      ],
      [
        'Ford',
        [
          'A place where carts can cross, which in',
          'the spring is mostly too deep and not',
          'safe for anybody.',
        ],
      ],
    ];
    const lines = terms.flatMap(([term, meaning], position) => [
      { text: term, y: 660 - position * 50, size: 10 },
      ...meaning.map((text, line) => ({ text, x: 160, y: 660 - position * 50 - line * 12, size: 10 })),
    ]);
    expect(await read(lines)).toContain(
      'Lock | Two gates with a basin between, so that a boat can be lifted over the weir and let down again.',
    );
  });

  it('is one to those who quote it: the first row names the columns', async () => {
    const table = cells(
      [
        ['Town', 'Share', 'Since'],
        ['Upper Mill', '200', '2019'],
        ['Bridgend', '150', '2020'],
      ],
      [72, 200, 300],
    );
    const { document } = await readPages([[TITLE, ...LEAD_IN, ...table, ...AFTER]]);
    const list = document.paragraphs.map((paragraph) => listOf(document, paragraph)).find((found) => found);
    expect(list?.kind).toBe('table');
    expect(list?.header && slices(document.text, [list.header])).toEqual(['Town | Share | Since']);
  });

  it('does not end a sentence that goes on below it', async () => {
    const open = column(
      ['The clerk has put the shares of the towns in a table, and says that they are'],
      700,
      { size: 10 },
    );
    const table = cells(
      [
        ['Town', 'Share'],
        ['Upper Mill', '200'],
        ['Bridgend', '150'],
      ],
      [72, 260],
    );
    const rest = column(['to be paid by the end of March.'], 590, { size: 10 });
    expect(await sentencesOf([TITLE, ...open, ...table, ...rest])).toContain(
      'The clerk has put the shares of the towns in a table, and says that they are to be paid by the end of March.',
    );
  });

  it.each<[string, TextAt[]]>([
    [
      'words that stand far apart',
      cells(
        [
          ['The council', 'of the towns'],
          ['meets in the hall above', 'the mill.'],
        ],
        [72, 220],
        { step: 12 },
      ),
    ],
    [
      'numbers before the items of a list',
      cells(
        [
          ['1.', 'Mend the weir'],
          ['2.', 'Count the fish'],
          ['3.', 'Plant willows'],
        ],
        [72, 110],
      ),
    ],
    [
      'bullets',
      cells(
        [
          ['\x95', 'Mend the weir'],
          ['\x95', 'Count the fish'],
          ['\x95', 'Plant willows'],
        ],
        [72, 100],
      ),
    ],
    [
      'letters',
      cells(
        [
          ['a)', 'Mend the weir'],
          ['b)', 'Count the fish'],
          ['c)', 'Plant willows'],
        ],
        [72, 100],
      ),
    ],
    ['a date at the right', cells([['Office of the towns', '3 May 2024']], [72, 400])],
  ])('is none: %s', async (_, lines) => {
    expect((await read(lines)).join(' ')).not.toContain(' | ');
  });
});

describe('a table of contents in a PDF', () => {
  it.each([
    ['1 Members ........................ 2', '2 Fees of the towns ............. 5'],
    ['Members . . . . . . . . . . . . . . . 2', 'Fees . . . . . . . . . . . . . . . . . . v'],
    ['Members\x85\x85\x85\x85\x85\x85 2', 'Fees\x85\x85\x85\x85\x85\x85 15'],
    ['Members \xb7\xb7\xb7\xb7\xb7\xb7\xb7\xb7\xb7 2', 'Fees \xb7\xb7\xb7\xb7\xb7\xb7\xb7\xb7\xb7 5'],
    ['Members ____________________ 2', 'Fees ____________________ 5'],
  ])('is no text: %s', async (...lines) => {
    expect(await sentencesOf([TITLE, ...column(lines, 690, { size: 10 })], AFTER)).toEqual([
      'A town that joins in the course of a year pays for the whole of it, and has a vote from the day on which it does.',
    ]);
  });

  it('has its numbers apart', async () => {
    const lines = ['Members', 'Fees of the towns'].flatMap((text, position) => [
      { text: `${text} ${'.'.repeat(30)}`, y: 690 - position * 14 },
      { text: `${position * 3 + 2}`, x: 500, y: 690 - position * 14 },
    ]);
    expect((await sentencesOf([TITLE, ...lines], AFTER)).join(' ')).not.toContain('Members');
  });

  it.each([
    [['Contents', '1 Members 2', '1.1 New members and those', '    who leave 3', '2 Fees 5']],
    [['Table of Contents', 'Preface iii', '1 Members 2']],
  ])('has no dots, but a title: %s', async (lines) => {
    const page = [TITLE, ...column(lines, 690, { size: 10 })];
    expect((await sentencesOf(page, AFTER)).join(' ')).not.toMatch(/Fees|Members|Preface|leave/);
  });

  it('leaves out rulers, and not what stands between them', async () => {
    const lines = ['_'.repeat(60), 'The clerk signs.', '-'.repeat(60)].map((text, position) => ({
      text,
      y: 690 - position * 40,
      size: 10,
    }));
    expect(await sentencesOf([TITLE, ...lines, ...AFTER])).toContain('The clerk signs.');
  });
});
