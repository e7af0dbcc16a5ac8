import { describe, expect, it } from 'vitest';
import type { Document, Source } from '../../src/documents/document.js';
import { emptyGlossary } from '../../src/documents/glossary.js';
import { newnessAmong, periodFit } from '../../src/index/dates/fit.js';
import { PARAMETERS } from '../../src/index/parameters.js';
import { readQuestion } from '../../src/index/query/question.js';
import { retrieve } from '../../src/index/ranking/retrieve.js';
import { buildSnapshot, sentenceText } from '../../src/index/snapshot.js';
import { documentOfParagraphs, snapshotOfParagraphs } from '../support/corpus.js';

/** The sentence that a question finds first. */
async function first(question: string, documents: readonly Document[]): Promise<string> {
  const snapshot = await buildSnapshot({ shared: 1 }, documents, emptyGlossary);
  const { sentences } = await retrieve(snapshot, await readQuestion(snapshot, question));
  const [best] = sentences;
  return best ? sentenceText(snapshot, best) : '';
}

function firstOf(question: string, ...paragraphs: string[]): Promise<string> {
  return first(question, [documentOfParagraphs('Harbour', paragraphs)]);
}

function published(date: string, text: string): Document {
  return { ...documentOfParagraphs(`Notice of ${date}`, [text]), source: { published: date } };
}

describe('a period that is asked', () => {
  it('finds what happened in it, however its dates are written', async () => {
    const found = await firstOf(
      'what happened in July 2025',
      'What happened to the July fair is told in the annals of 2025 and 1925, which nobody has read.',
      'The lock gave way on 2025-07-14.',
      'The mayor resigned in August 2025.',
    );
    expect(found).toBe('The lock gave way on 2025-07-14.');
  });

  it('finds it where no word of the question stands in the text', async () => {
    const found = await firstOf(
      'What happened between May and June 2024?',
      'The lock gave way in the second quarter of 2023.',
      'A new crane was bought on 2024/06/09.',
      'The mayor resigned on 2024/09/09.',
    );
    expect(found).toBe('A new crane was bought on 2024/06/09.');
  });

  it('takes the year of a day from the sentence before', async () => {
    const found = await firstOf(
      'what happened on 3 June 2021',
      'The flood came in May 2021. The dam broke on 3 June.',
      'The flood came in May 2022. The bridge broke on 3 June.',
    );
    expect(found).toBe('The dam broke on 3 June.');
  });

  it('prefers what is in the time asked among sentences on the subject', async () => {
    const found = await firstOf(
      'How many cranes did the port buy in 2023?',
      'The port bought four cranes between January and March 2022.',
      'The port bought nine cranes between January and March 2023.',
    );
    expect(found).toContain('nine');
  });

  it('has an open end', async () => {
    const found = await firstOf(
      'Which crane did the port buy since 2023?',
      'In 2019 the port bought the crane Anna.',
      'In 2021 the port bought the crane Berta.',
      'In 2025 the port bought the crane Clara.',
    );
    expect(found).toContain('Clara');
  });

  it('is found among the sources of sentences without a date', async () => {
    const documents = [
      published('2024-03-02', 'A ship ran aground.'),
      published('2025-03-02', 'A crane fell over.'),
    ];
    expect(await first('what happened in March 2025', documents)).toBe('A crane fell over.');
  });
});

describe('the newest that is asked for', () => {
  const quotas = [
    published('2021-02-01', 'The fishing quota of a boat is 40 tonnes.'),
    published('2025-02-01', 'The fishing quota of a boat is 90 tonnes.'),
    published('2023-02-01', 'The fishing quota of a boat is 60 tonnes.'),
  ];

  it.for([
    'What is the current fishing quota of a boat?',
    'latest fishing quota of a boat',
    'What is the fishing quota of a boat now?',
    'What is the fishing quota of a boat these days?',
  ])('“%s”: the newest source', async (question) => {
    expect(await first(question, quotas)).toContain('90');
  });

  it('is the last event that is told, not the longest text', async () => {
    const found = await firstOf(
      'latest news on the ferry',
      'The ferry, the pride of the ferry company, was built in 1987.',
      'The ferry stopped running in March 2025.',
      'The ferry was repaired in June 2022.',
    );
    expect(found).toContain('March 2025');
  });

  it('is no remark up to when something is known', async () => {
    const found = await firstOf(
      'newest ferry of the ferry company',
      'The ferry company has no seat on the exchange as of June 2026.',
      'The ferry company launched the ferry Gannet in March 2026.',
      'The ferry company launched the ferry Petrel in May 2019.',
    );
    expect(found).toContain('Gannet');
  });

  it('is no plan that an older source has', async () => {
    const documents = [
      published('2022-05-01', 'The ferry is planned to be replaced in 2030.'),
      published('2025-05-01', 'The ferry was given to a museum in April 2025.'),
    ];
    expect(await first('most recent state of the ferry', documents)).toContain('museum');
  });

  it('is not searched for by the words that ask for it', async () => {
    const found = await firstOf(
      'latest news on the ferry',
      'The latest news is sold at the kiosk.',
      'The ferry is red.',
    );
    expect(found).toBe('The ferry is red.');
  });
});

describe('periodFit', () => {
  const year2025 = { from: 20_089, to: 20_453 };

  it('is the share of a date that lies in the period', async () => {
    const { dates } = await snapshotOfParagraphs([
      'It rained in May 2025.',
      'It rained in 2024 and 2026.',
      'In 2024–2025 it rained.',
    ]);
    const fits = [1, 3, 5].map((row) => periodFit(dates, row, year2025));
    expect(fits[0]).toBe(1);
    expect(fits[1]).toBe(0);
    expect(fits[2]).toBeCloseTo(0.5, 2);
  });

  it('is small where only the source is of that time', async () => {
    const { dates } = await buildSnapshot({ shared: 1 }, [published('2025-03', 'It rains.')], emptyGlossary);
    expect(periodFit(dates, 1, year2025)).toBe(PARAMETERS.dates.publishedShare);
  });
});

describe('newnessAmong', () => {
  /** A document whose sentences name a source each. */
  function citing(sources: readonly Source[], sentences: readonly string[]): Document {
    const plain = documentOfParagraphs('Annals', [sentences.join(' ')]);
    const paragraphs = plain.paragraphs.map((paragraph) => ({
      ...paragraph,
      sentences: paragraph.sentences.map((sentence, i) => ({ ...sentence, references: [i] })),
    }));
    return { ...plain, source: { published: '2026-01-01' }, references: sources, paragraphs };
  }

  it('goes by the source of a sentence, and knows nothing where that has no date', async () => {
    const document = citing(
      [{ published: '2023-01-01' }, { published: '2025-01-01' }, { publisher: 'A paper without a date' }],
      ['The lock is open.', 'The lock is shut.', 'The lock is blue.'],
    );
    const { dates } = await buildSnapshot({ shared: 1 }, [document], emptyGlossary);
    const newnessOf = newnessAmong(dates, [1, 2, 3], dates.of, 1);
    expect(newnessOf(2)).toBe(1);
    expect(newnessOf(1)).toBeLessThan(0.5);
    expect(newnessOf(3)).toBe(0);
  });
});

describe('passagesIn', () => {
  it('has at most so many passages, from all of the period', async () => {
    const paragraphs = Array.from({ length: 48 }, (_, i) => `It rained on ${(i % 28) + 1} May ${1950 + i}.`);
    const { dates } = await snapshotOfParagraphs(paragraphs);
    const found = dates.passagesIn({ from: -7_305, to: 100_000 }, 8);
    expect(found).toHaveLength(8);
    expect([found[0], (found.at(-1) ?? 0) > 36]).toEqual([0, true]);
    expect(dates.passagesIn({ from: -7_305, to: -7_305 + 364 }, 8)).toEqual([0]);
  });

  it('is bounded for a sentence that is all dates', async () => {
    const { dates } = await snapshotOfParagraphs([`It rained in ${'1987, '.repeat(20_000)}and so on.`]);
    expect(dates.of(1)).toHaveLength(PARAMETERS.dates.maxPerSentence);
  });
});
