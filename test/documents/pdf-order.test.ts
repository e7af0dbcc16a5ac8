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
