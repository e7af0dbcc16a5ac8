import { describe, expect, it } from 'vitest';
import { column, type TextAt } from '../support/document-files.js';
import { readPages, TITLE } from '../support/pdf-reading.js';

/** The headings over each paragraph of a page. */
async function headingsOf(lines: readonly TextAt[]) {
  return (await readPages([[TITLE, ...lines]])).document.paragraphs.map(({ headings }) => headings);
}

const text = (top: number) =>
  column(
    ['Any town on the river may join the compact, if', 'the six agree, and has a vote from that day on.'],
    top,
  );

describe('a heading in letters of the text', () => {
  it.each<[string, (words: string) => Partial<TextAt> & { text: string }]>([
    ['bold', (words) => ({ text: words, isBold: true })],
    ['bold and numbered', (words) => ({ text: `${words === 'Members' ? 1 : 2} ${words}`, isBold: true })],
    [
      'bold with a number and a full stop',
      (words) => ({ text: `${words === 'Members' ? 1 : 2}. ${words}`, isBold: true }),
    ],
    ['with the word Section', (words) => ({ text: `Section ${words === 'Members' ? 1 : 2} ${words}` })],
    ['numbered', (words) => ({ text: `${words === 'Members' ? 1 : 2} ${words}` })],
  ])('is one where it is short and stands over text: %s', async (_, heading) => {
    const [members, fees] = ['Members', 'Fees of the towns'].map(heading);
    const lines = [
      { y: 700, text: '', ...members },
      ...text(680),
      { y: 630, text: '', ...fees },
      ...text(610),
    ];
    expect(await headingsOf(lines)).toEqual([[members?.text], [fees?.text]]);
  });

  it('stands close over its text where it is bold', async () => {
    const lines = [
      { text: 'Members', y: 700, isBold: true },
      ...text(686),
      { text: 'Fees', y: 650, isBold: true },
      ...text(636),
    ];
    expect(await headingsOf(lines)).toEqual([['Members'], ['Fees']]);
  });

  it('is below that with fewer numbers', async () => {
    const lines = [
      { text: '1 Members', y: 700, isBold: true },
      ...text(680),
      { text: '1.1 New members', y: 640, isBold: true },
      ...text(620),
      { text: '2 Fees', y: 580, isBold: true },
      ...text(560),
    ];
    expect(await headingsOf(lines)).toEqual([['1 Members'], ['1 Members', '1.1 New members'], ['2 Fees']]);
  });

  it('is Chinese', async () => {
    const meaning = '一、成员会费每年由理事定';
    const lines = [
      { text: 'ABCD', y: 700, meaning },
      ...[660, 646].map((y) => ({
        text: 'EFGHIJKLEFGHIJKLEFGHIJKLEFGHIJKLEFGHIJKL',
        y,
        meaning: '一二三四会费每年由理事定',
      })),
    ];
    expect(await headingsOf(lines)).toEqual([['一、成员']]);
  });

  it('is Chinese below a Chinese one of a higher level', async () => {
    const meaning = '第一章总、成员会费每年由理事定';
    const prose = (top: number) =>
      [top, top - 14].map((y) => ({ text: 'HIJKLMNOHIJKLMNOHIJKLMNOHIJKLMNOHIJKLMNO', y, meaning }));
    const lines = [
      { text: 'ABCDH', y: 700, meaning },
      ...prose(660),
      { text: 'BEFG', y: 600, meaning },
      ...prose(560),
    ];
    expect(await headingsOf(lines)).toEqual([['第一章总会'], ['第一章总会', '一、成员']]);
  });

  it.each<[string, TextAt[]]>([
    [
      'words in a line',
      [
        { text: 'A town that is ', y: 700 },
        { text: 'bold', y: 700, isNext: true, isBold: true },
        { text: ' may join it.', y: 700, isNext: true },
      ],
    ],
    [
      'a bold paragraph',
      column(
        [
          'Any town on the river may join the compact, if',
          'the six agree, and has a vote from that day on.',
          'It pays a share.',
        ],
        700,
        { isBold: true },
      ),
    ],
    ['a bold sentence', [{ text: 'Towns may join.', y: 700, isBold: true }]],
    ['items with numbers', column(['1. Mend the weir', '2. Count the fish', '3. Plant willows'], 700)],
    [
      'a line within a paragraph that begins with a number',
      column(
        [
          'The compact was signed on the evening of May',
          '4 Representatives of the towns were there, and',
          'the clerk of the river.',
        ],
        700,
      ),
    ],
  ])('is none: %s', async (_, lines) => {
    expect(new Set((await headingsOf([...lines, ...text(600)])).flat())).toEqual(new Set());
  });

  it('is text where large letters go on for long', async () => {
    const large = Array.from(
      { length: 9 },
      (_, line) => `The line with the number ${line} is set in large letters here.`,
    );
    const { document } = await readPages([
      [
        TITLE,
        ...column(large, 700, { size: 14 }),
        ...text(400),
        ...text(340),
        ...text(280),
        ...text(220),
        ...text(160),
      ],
    ]);
    expect(document.text).toContain(large.join(' '));
    expect(document.paragraphs[0]?.headings).toEqual([]);
  });
});

describe('the title of a PDF', () => {
  it.each([
    '10811.exe',
    'report_final.docx',
    'letter.dotx',
    'Template',
    'Microsoft Word - minutes.doc',
    'ARRAY\\(0x2c7cf020\\)',
    'C:\\\\Users\\\\clerk\\\\minutes',
    'untitled',
    'Slide 1',
    '[object Object]',
    '12-2024',
    'arXiv:2405.01234v1 [cs.AR]',
  ])('is in its largest letters where it declares none that is one: %s', async (declared) => {
    const { document } = await readPages(
      [[TITLE, ...text(700)]],
      `/Title (${declared}) /Author (${declared})`,
    );
    expect(document.title).toBe(TITLE.text);
    expect(document).not.toHaveProperty('source');
  });

  it.each([
    'The Six Towns',
    'Node.js on the River',
    'Version 2.0 of the Compact',
    'A Word on Document 7',
    'GPT-4',
  ])('is what it declares: %s', async (declared) => {
    const { document } = await readPages(
      [[TITLE, ...text(700)]],
      `/Title (${declared}) /Author (Ann Miller)`,
    );
    expect(document).toMatchObject({ title: declared, source: { author: 'Ann Miller' } });
  });

  it.each(['Administrator', 'user', 'Microsoft Office User', 'unknown', 'ARRAY\\(0x2c7cf020\\)'])(
    'has no author who is a program or nobody: %s',
    async (declared) => {
      const { document } = await readPages([[TITLE, ...text(700)]], `/Author (${declared})`);
      expect(document).not.toHaveProperty('source');
    },
  );
});

describe('a line that is a heading by its letters', () => {
  it('is in capitals over text, and not part of its first sentence', async () => {
    const lines = [
      { text: 'BACKGROUND', y: 720 },
      ...text(700),
      { text: 'VOTES AND DUES', y: 660 },
      ...text(640),
    ];
    expect(await headingsOf(lines)).toEqual([['BACKGROUND'], ['VOTES AND DUES']]);
  });

  it('has a Roman number', async () => {
    const lines = [{ text: 'II. Votes of the Towns', y: 720 }, ...text(700)];
    expect(await headingsOf(lines)).toEqual([['II. Votes of the Towns']]);
  });

  it('is bold and goes on in a second line', async () => {
    const lines = [
      ...column(['Rights of the towns that joined the compact', 'before the spring of 2026'], 720, {
        isBold: true,
      }),
      ...text(690),
      ...text(640),
    ];
    expect((await headingsOf(lines))[0]).toEqual([
      'Rights of the towns that joined the compact before the spring of 2026',
    ]);
  });
});

describe('the title of a PDF', () => {
  it('is no ornament of figures, and no address that a browser has printed', async () => {
    const lines = [{ text: '2026', y: 760, size: 40 }, { ...TITLE, y: 720 }, ...text(680)];
    expect((await readPages([lines])).document.title).toBe(TITLE.text);
    const info = '/Title (https://compact.example/print?id=4) /Author (jsmith2)';
    const { document } = await readPages([[TITLE, ...text(680)]], info);
    expect([document.title, document.source]).toEqual([TITLE.text, undefined]);
  });
});
