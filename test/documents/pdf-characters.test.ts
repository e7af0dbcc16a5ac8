import { describe, expect, it } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import { readDocument } from '../../src/documents/read.js';
import { column, pdfFile, type TextAt } from '../support/document-files.js';
import { readPages, sentencesOf, TITLE } from '../support/pdf-reading.js';

type Piece = string | (Pick<TextAt, 'text'> & Partial<TextAt>);

/** Pieces of a line, each where the one before ends. */
function line(...pieces: Piece[]): TextAt[] {
  return pieces.map((piece, position) => ({
    y: 700,
    size: 10,
    isNext: position > 0,
    ...(typeof piece === 'string' ? { text: piece } : piece),
  }));
}

const raised = (text: string): Piece => ({ text, size: 6, rise: 4 });

/** So that most of the text has its size. */
const REST = column(
  [
    'The council of the towns sets the fee in the autumn of each year, and each town',
    'pays it by the end of March. A town that does not has no vote in the council',
    'until it has.',
  ],
  600,
  { size: 10 },
);

/** The sentences of a line, over other text. */
async function sentencesIn(...pieces: Piece[]): Promise<string[]> {
  return (await sentencesOf([TITLE, ...line(...pieces), ...REST])).slice(0, -2);
}

describe('raised and lowered figures of a PDF', () => {
  it.each<[string, Piece[], string]>([
    ['a power', ['More than 10', raised('25'), ' operations count.'], 'More than 10²⁵ operations count.'],
    ['a power below nothing', ['It takes 10', raised('-9'), ' seconds.'], 'It takes 10⁻⁹ seconds.'],
    ['a unit', ['A hall of 400 m', raised('2'), ' is free.'], 'A hall of 400 m² is free.'],
    ['an index', ['The CO', { text: '2', size: 6, rise: -2 }, ' is caught.'], 'The CO₂ is caught.'],
    ['a note behind a word', ['The weir', raised('3'), ' is old.'], 'The weir is old.'],
    ['an ordinal number', ['On the 5', raised('th'), ' of May it is open.'], 'On the 5th of May it is open.'],
  ])('%s', async (_, pieces, sentence) => {
    expect(await sentencesIn(...pieces)).toEqual([sentence]);
  });

  it('do not hide the end of a sentence', async () => {
    const read = await sentencesIn('The weir is old.', raised('12'), ' The mill is new.');
    expect(read).toEqual(['The weir is old.', 'The mill is new.']);
  });

  it('are on their line also where the file draws them after all lines', async () => {
    const power = { text: '25', x: 130.4, y: 704, size: 6 };
    const drawn = [
      { text: 'More than 10', y: 700, size: 10 },
      { text: 'operations count.', x: 140, y: 700, size: 10 },
    ];
    expect(await sentencesOf([TITLE, ...drawn, ...REST, power])).toContain(
      'More than 10²⁵ operations count.',
    );
  });

  it('before a note at the foot of the page are none of its text', async () => {
    const note = [
      { text: '1', y: 103, size: 5 },
      { text: 'The charter is kept in the archive.', x: 75, y: 100, size: 8 },
    ];
    expect((await sentencesOf([TITLE, ...REST, ...note])).at(-1)).toBe('The charter is kept in the archive.');
  });
});

describe('characters that a PDF does not name', () => {
  it.each<[string, string]>([
    ['NUL', '\u0000'],
    ['a character for private use', '\ue012'],
    ['a control character', '\u0007'],
    ['U+FFFD itself', '\ufffd'],
    ['one of the last plane', '\u{10fffd}'],
  ])('are shown as U+FFFD, and a remark says how many there are: %s', async (_, meaning) => {
    const fee = line('The fee is ', { text: 'AAA', meaning }, ' yuan.');
    const { document, problems } = await readPages([[TITLE, ...fee, ...REST]]);
    expect(document.text).toContain('The fee is ��� yuan.');
    expect(problems).toMatchObject([{ kind: 'glyphs-unknown', leftOut: [], isEmpty: false }]);
    expect(problems.map(copy.problem)).toEqual([
      'report.pdf: does not say what 2 % of its characters are: \ufffd stands in their place. Save it again with another program, or add the text itself.',
    ]);
  });

  it('leave out a page of which they are more than a tenth', async () => {
    const lost = line('The fee of this year is ', { text: 'AAAAAA', meaning: '\u0000' });
    const { document, problems } = await readPages([[TITLE, ...REST], lost]);
    expect(document.text).not.toContain('The fee of this year');
    expect(problems).toMatchObject([{ kind: 'glyphs-unknown', leftOut: [2], isEmpty: false }]);
    expect(problems.map(copy.problem)[0]).toContain('page 2 with more than a tenth of them is left out');
  });

  it('leave out the file where that is every page', async () => {
    const bytes = pdfFile([line({ text: 'AAAAAA', meaning: '\u0000' })]);
    const { document, problems } = await readDocument({ path: 'report.pdf', bytes });
    expect(document).toBeUndefined();
    expect(problems).toMatchObject([{ kind: 'glyphs-unknown', share: 1, leftOut: [1], isEmpty: true }]);
  });

  it.each<[string, number, number]>([
    ['moved on by three', 26, 3],
    ['moved on by thirteen', 26, 13],
    ['moved on by seven', 26, 7],
    ['moved on by twenty', 26, 20],
    ['moved on by ten', 26, 10],
  ])('are those of a font whose words are in no language: letters %s', async (_, letters, by) => {
    const words =
      'the council of the towns on the river meets at the mill and sets the fee for each of the six';
    const cipher = words.replace(/[a-z]/g, (letter) =>
      String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 + by) % letters)),
    );
    const { document, problems } = await readPages([
      [TITLE, ...REST],
      column([words], 700),
      column([cipher], 700, { isBold: true }),
    ]);
    expect(document.text).toContain(words);
    expect(document.text).not.toContain(cipher);
    expect(problems).toMatchObject([{ kind: 'glyphs-unknown', leftOut: [3] }]);
  });

  it.each([
    'Le conseil des villes se réunit deux fois par an et fixe la part de chacune.',
    'Der Rat der Städte tagt zweimal im Jahr und setzt den Beitrag einer jeden fest.',
    'El consejo de las ciudades se reúne dos veces al año y fija la cuota de cada una.',
    'Zhejiang Hangzhou Ningbo Shanghai Suzhou Wuxi Nanjing Hefei Wuhan Changsha',
    'THE COUNCIL OF THE TOWNS MEETS TWICE A YEAR AND SETS THE FEE OF EACH',
    '4,755,785.11 5,699,227.63 -16.55% 70.13% www.cninfo.cn www.hkexnws.hk 2,018,332 www.cninfo.cn www.hkexnws.hk',
    'A100 H800 910B XC7VX485T MLU370 BR100 DCU Z100 S60 KL3',
  ])('are not taken for such where they are words: %s', async (words) => {
    const { problems } = await readPages([[TITLE, ...REST, ...column([words], 500, { isBold: true })]]);
    expect(problems).toEqual([]);
  });

  it.each(['\uf0b7', '\uf0a7', '\uf0d8', '\ue000'])(
    'are bullets at the beginning of a line',
    async (meaning) => {
      const items = ['Mend the weir', 'Count the fish'].flatMap((text, position) => [
        { text: 'A', y: 650 - position * 14, meaning },
        { text, x: 90, y: 650 - position * 14 },
      ]);
      const { document, problems } = await readPages([[TITLE, ...REST, ...items]]);
      expect(document.text).toMatch(/[•▪➢] Mend the weir\n[•▪➢] Count the fish\n/);
      expect(problems).toEqual([]);
    },
  );
});

describe('the characters of a PDF', () => {
  it.each([
    ['\u2f2f\u2f45\u2f42', '工方文'],
    ['\u2ee2\u2f47', '马日'],
    ['\ufb01\ufb02', 'fifl'],
    ['\ufb03', 'ffi'],
    ['\uf90a\u2f06', '金二'],
  ])('are those that look-alikes stand for: %s', async (meaning, ordinary) => {
    const { document } = await readPages([
      [TITLE, { text: 'ABC'.slice(0, [...meaning].length), y: 700, meaning }],
    ]);
    expect(document.text.endsWith(ordinary)).toBe(true);
  });

  const over = (text: string, back: number): Piece => ({ text, back });

  it.each<[string, Piece[], string]>([
    ['behind the letter', ['Malmo', over('\xa8', 444), over(' is far.', -111)], 'Malmö is far.'],
    ['before it, as TeX draws', ['Malm', '\xa8', over('o is far.', 333)], 'Malmö is far.'],
    ['inside a word', ['M', '\xa8', over('unchen is far.', 333)], 'München is far.'],
    [
      'inside a word, behind its letter',
      ['Mu', over('\xa8', 444), over('nchen is far.', -111)],
      'München is far.',
    ],
    ['over a capital', ['In A', over('\xb4', 500), over('vila it rains.', -167)], 'In Ávila it rains.'],
    [
      'with a space that is none',
      ['In S a', over('\x98', 444), over('o Vicente it rains.', -300)],
      'In São Vicente it rains.',
    ],
    ['over a word of one letter', ['O rio e', over('\xb4', 444), over(' fundo.', -111)], 'O rio é fundo.'],
    ['under a letter', ['Franc', over('\xb8', 416), over('ois wrote.', -83)], 'François wrote.'],
  ])('have the accent that is drawn %s', async (_, pieces, sentence) => {
    const [read] = await sentencesIn(...pieces);
    expect(read?.normalize('NFC')).toBe(sentence);
  });

  it.each<[string, number]>([
    ['a tenth', 1.1],
    ['a third', 1.3],
    ['half', 1.5],
    ['nine tenths', 1.9],
    ['the whole', 2],
  ])('stand without spaces where Chinese is set with %s of a character between them', async (_, step) => {
    const text = '河流联盟会议';
    const drawn = [...text].map((_, position) => ({
      text: 'ABCDEF'[position] ?? '',
      // A letter of Helvetica is two thirds as wide as it is high.
      x: 72 + position * 10 * 0.68 * step,
      y: 700,
      size: 10,
      meaning: text,
    }));
    expect((await readPages([[TITLE, ...drawn, ...REST]])).document.text).toContain(text);
  });
});
