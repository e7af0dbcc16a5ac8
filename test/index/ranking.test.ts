import { describe, expect, it } from 'vitest';
import { searchPassages } from '../../src/index/ranking/passages.js';
import { snapshotOfParagraphs } from '../support/corpus.js';

/** The paragraphs in the order in which a question ranks them, by their numbers. */
async function ranking(question: string, paragraphs: readonly string[], synonyms: string[][] = []) {
  const snapshot = await snapshotOfParagraphs(paragraphs, { entities: [], synonyms });
  return (await searchPassages(snapshot, question, 10)).map(({ passage }) => passage);
}

describe('searchPassages', () => {
  it('puts the passage first that has the rarer word of the question', async () => {
    // All but one speak of a harbour, so the word tells little; only one has a lighthouse.
    const order = await ranking('harbour lighthouse', [
      'The harbour is deep. The harbour is old. The harbour is busy.',
      'The lighthouse stands on a rock in the bay.',
      'The harbour lies in the south of the island.',
      'The harbour freezes in a cold winter.',
    ]);
    expect(order[0]).toBe(1);
  });

  it('does not let a passage win by naming one word of two many times', async () => {
    // The second says both once. The first is longer and repeats one word, which counts less each time.
    const order = await ranking('copper mine', [
      'Copper, copper and more copper: copper wire, copper roofs, copper pots and copper coins are sold there.',
      'The mine in the hills gave copper for a century.',
      'Apples are sold on the market.',
    ]);
    expect(order).toEqual([1, 0]);
  });

  it('prefers words side by side, as they were asked, over the same words apart', async () => {
    // Same words, same length, same counts: only the order differs.
    const order = await ranking('glass bridge', [
      'The bridge of iron was sold, and glass was bought from the town.',
      'The glass bridge of iron was sold, and was bought from the town.',
      'Nothing else is known of the town.',
    ]);
    expect(order).toEqual([1, 0]);
  });

  it('prefers a passage with the words in one sentence over one that has them in two', async () => {
    const order = await ranking('ferry strike', [
      'The ferry crosses the strait at noon. The miners were on strike in May.',
      'The ferry crews were on strike in May. The strait is crossed at noon.',
    ]);
    expect(order).toEqual([1, 0]);
  });

  it('takes a related word where the word itself is missing, below the word itself', async () => {
    // A thesaurus knows that what is cheap is inexpensive; only asked words lead to passages, so both say "boats".
    const order = await ranking('cheap boats', [
      'The boats are said to be painted green.',
      'The boats are said to be inexpensive.',
      'The boats are said to be cheap.',
    ]);
    expect(order).toEqual([2, 1, 0]);
  });

  it('takes what the glossary calls the same, below the word itself', async () => {
    const order = await ranking(
      'curbs on exports',
      [
        'Restrictions on exports were lifted.',
        'Taxes on exports were lifted.',
        'Curbs on exports were lifted.',
      ],
      [['curb', 'restriction']],
    );
    expect(order).toEqual([2, 0, 1]);
  });

  it('lets a passage that speaks of the same things rise above one that shares a word by chance', async () => {
    // Both the third and the fourth say "eruption" once. The best passages speak of lava and ash, and so does the third.
    const order = await ranking('volcano eruption', [
      'The volcano threw out lava and ash in its last eruption, and lava ran to the sea.',
      'Before an eruption the volcano shakes, then ash and lava follow.',
      'An eruption of ash and lava was seen by sailors long ago.',
      'An eruption of laughter and song was heard by sailors long ago.',
      ...Array.from(
        { length: 20 },
        (_, i) => `In year ${1800 + i} the sailors had laughter and song in port ${i}.`,
      ),
    ]);
    expect(order.indexOf(2)).toBeLessThan(order.indexOf(3));
  });

  it('finds a misspelled word by the word that was meant', async () => {
    expect(await ranking('lighthose', ['The lighthouse is white.', 'The light is white.'])).toEqual([0]);
  });

  it('gives passages that match alike in reading order', async () => {
    expect(await ranking('tide', ['The tide is high.', 'The tide is high.', 'The tide is high.'])).toEqual([
      0, 1, 2,
    ]);
  });

  it('finds nothing for what has no words, and for words that no passage has', async () => {
    for (const question of ['', '???', '🔥🔥', 'the of and', 'xylophone']) {
      expect(await ranking(question, ['The tide is high.'])).toEqual([]);
    }
  });
});
