import { describe, expect, test } from 'vitest';
import { searchFor } from '../../src/answer/search-passages.js';
import { daysOfRange } from '../../src/index/dates/typed-dates.js';
import { hasPhrase, phrasesIn } from '../../src/index/details/quotes.js';
import { snapshotOfFiles, snapshotOfParagraphs } from '../support/corpus.js';

const files = {
  ferry: [
    '# The ferry',
    'The ferry to the island leaves at noon. It takes forty minutes.[^a]',
    'The old ferry was sold in May 2023.',
    'Tickets for the ferry cost four crowns, the ferry office says.',
    '[^a]: Harbour News, 2025-03-02, <https://example.org/ferry>',
  ].join('\n\n'),
  harbour: ['# Harbour', 'The harbour office sells tickets.', 'The ferry to the island leaves at noon.'].join(
    '\n\n',
  ),
};

const texts = async (search: Parameters<typeof searchFor>[1]) => {
  const found = await searchFor(await snapshotOfFiles(files), search);
  return found.map(({ text }) => text);
};

describe('what is found', () => {
  test('each passage once, with a sentence of it, and the best first', async () => {
    const found = await texts({ query: 'ferry tickets' });
    expect(found[0]).toContain('Tickets for the ferry cost');
    expect(new Set(found).size).toBe(found.length);
    expect(found).toContain('The old ferry was sold in May 2023.');
  });

  test('a sentence that stands in two documents is shown once, with both', async () => {
    const found = await searchFor(await snapshotOfFiles(files), { query: 'ferry leaves at noon' });
    expect(found.filter(({ text }) => text.startsWith('The ferry to the island'))).toHaveLength(1);
    expect(found[0]?.citation.copies).toHaveLength(1);
  });

  test('every excerpt is a slice of its document', async () => {
    const snapshot = await snapshotOfFiles(files);
    for (const { passage, start, end, text } of await searchFor(snapshot, { query: 'ferry' }))
      expect(snapshot.passages.at(passage)?.document.text.slice(start, end)).toBe(text);
  });

  test('nothing where no word is there', async () => {
    expect(await texts({ query: 'zeppelin' })).toEqual([]);
    expect(await texts({ query: '' })).toEqual([]);
  });
});

describe('filters', () => {
  test('one document', async () => {
    expect(await texts({ query: 'ferry tickets', document: 'harbour' })).toEqual([
      'The ferry to the island leaves at noon.',
      'The harbour office sells tickets.',
    ]);
  });

  test('the days that a sentence speaks of, or else those of its source', async () => {
    const period = (since: string, until: string) => {
      const days = daysOfRange({ since, until }) ?? expect.fail();
      return texts({ query: 'ferry', period: days });
    };
    expect(await period('2023-05', '2023-05')).toEqual(['The old ferry was sold in May 2023.']);
    expect(await period('2025', '2025')).toHaveLength(1);
    expect((await period('2025', '2025'))[0]).toContain('It takes forty minutes.');
    expect(await period('2024', '2024')).toEqual([]);
  });
});

describe('words in quotation marks', () => {
  test.each(['"the ferry office"', '“the  Ferry OFFICE”', '«the ferry office»', '「the ferry office」'])(
    '%s stand in a passage as they are',
    async (query) => {
      expect(await texts({ query })).toEqual([
        'Tickets for the ferry cost four crowns, the ferry office says.',
      ]);
    },
  );

  test('they need not be words that are searched for', async () => {
    expect(await texts({ query: '"to the"' })).toHaveLength(1);
    expect(await texts({ query: '"to be"' })).toEqual([]);
  });

  test('they are found in a passage with the sentence that has them', async () => {
    const snapshot = await snapshotOfParagraphs([
      'Boats carry salt. A boat in the bay carries fish. Boats are red.',
    ]);
    const found = await searchFor(snapshot, { query: 'boats "in the bay"' });
    expect(found.map(({ text }) => text)).toEqual(['A boat in the bay carries fish.']);
  });

  test('a word is not a part of another one, but in Chinese, which has no spaces', () => {
    expect(hasPhrase('the party is over', 'art')).toBe(false);
    expect(hasPhrase('party art', 'art')).toBe(true);
    expect(hasPhrase('上海人工智能委员会', '人工智能')).toBe(true);
    expect(phrasesIn('a "b c" d “e” 「中国」 "')).toEqual(['b c', 'e', '中国']);
  });
});
