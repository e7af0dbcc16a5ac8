import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/documents/read.js';
import { column, ENCRYPTED, pdfFile, type TextAt } from '../support/document-files.js';
import { sentences } from '../support/documents-reading.js';

const read = (bytes: Uint8Array) => readDocument({ path: 'report.pdf', bytes });

async function documentOf(...pages: (readonly TextAt[])[]) {
  const { document, problems } = await read(pdfFile(pages));
  if (!document) throw new Error(JSON.stringify(problems));
  return document;
}

/** Page, headings and words of each paragraph. */
async function paragraphsOf(...pages: (readonly TextAt[])[]) {
  const { text, paragraphs } = await documentOf(...pages);
  return paragraphs.map(({ page, headings, start, end }) => [page, ...headings, text.slice(start, end)]);
}

describe('a PDF', () => {
  it('has paragraphs where lines stand apart, are indented or end before the margin', async () => {
    const lines = [
      ...column(
        ['The alliance was founded in July by makers of', 'chips and of models. It is in Shanghai.'],
        700,
      ),
      ...column(
        [
          'A paragraph that stands further down, with a line',
          'below it that is as long as the one above it is.',
        ],
        650,
      ),
      ...column(['An indented line begins another paragraph on the'], 622, { x: 90 }),
      ...column(['page, and ends early.', 'What follows is one more paragraph of its own here.'], 608),
    ];
    expect(await paragraphsOf(lines)).toEqual([
      [1, 'The alliance was founded in July by makers of chips and of models. It is in Shanghai.'],
      [
        1,
        'A paragraph that stands further down, with a line below it that is as long as the one above it is.',
      ],
      [1, 'An indented line begins another paragraph on the page, and ends early.'],
      [1, 'What follows is one more paragraph of its own here.'],
    ]);
  });

  it('has headings where letters are larger, and its title in the largest on the first page', async () => {
    const { title, paragraphs } = await documentOf([
      { text: 'Alliances', y: 740, size: 24 },
      ...column(['Opening words.'], 700),
      { text: 'Members', y: 660, size: 16 },
      ...column(['Huawei is one of the members of the alliance.'], 630),
      { text: 'In Shanghai', y: 600, size: 13 },
      ...column(['Biren is another one.'], 580),
    ]);
    expect(title).toBe('Alliances');
    expect(paragraphs.map(({ headings }) => headings)).toEqual([[], ['Members'], ['Members', 'In Shanghai']]);
  });

  it('makes words whole that are hyphenated, but leaves compounds their hyphen', async () => {
    const lines = [
      'A cross-border alliance of semicon-',
      'ductor makers for cross-',
      'border trade, with GPT-',
      '4 and Model-',
      'Chip in it.',
    ];
    expect(await paragraphsOf(column(lines))).toEqual([
      [
        1,
        'A cross-border alliance of semiconductor makers for cross-border trade, with GPT-4 and Model-Chip in it.',
      ],
    ]);
  });

  it('has a line for each item of a list', async () => {
    const lines = ['The members are the following companies:', '- Huawei. It makes', '  chips', '- Biren'];
    const document = await documentOf(column(lines));
    expect(sentences(document)).toEqual([
      ['The members are the following companies:'],
      ['- Huawei.', 'It makes chips', '- Biren'],
    ]);
  });

  it('reads column after column', async () => {
    const left = column(['The left column has a sentence', 'that goes on in the'], 700);
    const right = column(['right one. The rest of it is', 'about something else.'], 700, { x: 320 });
    expect(await paragraphsOf([...left, ...right])).toEqual([
      [
        1,
        'The left column has a sentence that goes on in the right one. The rest of it is about something else.',
      ],
    ]);
  });

  it('knows the page of each paragraph; a sentence that runs over belongs to the one it begins on', async () => {
    const first = column(['The first page has a sentence. Another one goes'], 100);
    const second = column(['on here, to its end. The second page has its own.'], 740);
    const third = column(['The third page begins anew.'], 740);
    expect(await paragraphsOf(first, second, third)).toEqual([
      [1, 'The first page has a sentence. Another one goes on here, to its end.'],
      [2, 'The second page has its own.'],
      [3, 'The third page begins anew.'],
    ]);
  });

  it('leaves out headers, footers and page numbers, but not the title that comes back as a header', async () => {
    const page = (number: number, header: string) => [
      { text: header, y: 770 },
      ...column(
        [`The text of page ${number} stands here.`, 'It has a second line.', 'And a third line.'],
        700,
      ),
      // The file begins with page 11 of a book.
      { text: `Chapter ${'ABC'[number - 1]} ${number + 10}`, y: 30 },
    ];
    const document = await documentOf(
      [{ text: 'Alliances', y: 770, size: 20 }, ...column(['An opening line.', 'And another one.'], 700)],
      ...[1, 2, 3].map((number) => page(number, 'Alliances')),
    );
    expect(document.title).toBe('Alliances');
    expect(document.text.split('\n\n').slice(2)).toEqual(
      [1, 2, 3].map(
        (number) => `The text of page ${number} stands here. It has a second line. And a third line.`,
      ),
    );
    expect(await paragraphsOf([...column(['Text.']), { text: '- 1 -', y: 30 }])).toEqual([[1, 'Text.']]);
  });

  it('has the title and author that it declares, where these are some', async () => {
    const page = [...column(['Text.'])];
    const declared = async (info: string) => (await read(pdfFile([page], { info }))).document;
    expect(await declared('/Title (On alliances) /Author (Jane Doe)')).toMatchObject({
      title: 'On alliances',
      source: { author: 'Jane Doe' },
    });
    expect((await declared('/Title (Microsoft Word - draft.docx)'))?.title).toBe('report');
    expect(await declared('')).not.toHaveProperty('source');
  });

  it('says where it has text in Chinese fonts that are not in the file', async () => {
    const outside = { text: 'SNN:', y: 500, isOutside: true }; // 华为
    expect(await read(pdfFile([[outside]]))).toEqual({
      problems: [{ file: 'report.pdf', kind: 'fonts-not-in-file', isEmpty: true }],
    });
    const { document, problems } = await read(pdfFile([[...column(['Text.']), outside]]));
    expect(document?.text).toBe('Text.');
    expect(problems).toEqual([{ file: 'report.pdf', kind: 'fonts-not-in-file', isEmpty: false }]);
  });

  it('says what is wrong with one that cannot be read', async () => {
    const page = column(['Text.']);
    const problemOf = async (bytes: Uint8Array) => (await read(bytes)).problems[0];
    expect(await problemOf(pdfFile([page], { encrypt: ENCRYPTED }))).toEqual({
      file: 'report.pdf',
      kind: 'encrypted',
    });
    expect(await problemOf(Buffer.from('%PDF-1.7\nnothing'))).toEqual({
      file: 'report.pdf',
      kind: 'damaged',
      format: 'PDF',
    });
    // As a scanner makes them.
    expect(await problemOf(pdfFile([[], []]))).toEqual({
      file: 'report.pdf',
      kind: 'no-text-in-pages',
      pages: 2,
    });
    expect(await problemOf(pdfFile(Array.from({ length: 10_000 }, () => page)))).toEqual({
      file: 'report.pdf',
      kind: 'too-many-pages',
      pages: 10_000,
      most: 500,
    });
  });
});
