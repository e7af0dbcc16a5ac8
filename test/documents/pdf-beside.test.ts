import { describe, expect, it } from 'vitest';
import { column } from '../support/document-files.js';
import { readPages, sentencesOf, TITLE } from '../support/pdf-reading.js';

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
