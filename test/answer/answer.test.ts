import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.js';
import type { Excerpt } from '../../src/answer/excerpt.js';
import { emptyGlossary } from '../../src/documents/glossary.js';
import { askedTime } from '../../src/index/query/asked-time.js';
import { expectationOf } from '../../src/index/query/read-expectation.js';
import { namesListed } from '../../src/index/ranking/expected.js';
import { buildSnapshot, type Snapshot } from '../../src/index/snapshot.js';
import { documentOfParagraphs, snapshotOfParagraphs } from '../support/corpus.js';

/** What would be shown, whatever the gate says: which sentence is chosen is the question here. */
async function shown(snapshot: Snapshot, question: string): Promise<readonly Excerpt[]> {
  return (await answerQuestion(snapshot, question, { gate: false })).excerpts;
}

const town = [
  'The old mill was built in 1712. It ground corn for the whole valley. The mill burned down in a single night.',
  'The bridge over the river has nine arches. Its stones came from a quarry in the hills.',
  'The miller had twelve children. Three of them became millers themselves.',
];

describe('answerQuestion', () => {
  it('puts the sentence first that says what was asked, not the whole paragraph', async () => {
    const [first] = await shown(
      await snapshotOfParagraphs(town),
      'Where did the stones of the bridge come from?',
    );
    // Both sentences speak of the bridge, so they are shown together; the third paragraph does not.
    expect(first?.text).toContain('Its stones came from a quarry in the hills.');
    expect(first?.citation).toMatchObject({ document: '', paragraph: 2 });
  });

  it('prefers a sentence with a date where a date is asked for', async () => {
    const [first] = await shown(await snapshotOfParagraphs(town), 'When was the mill built?');
    expect(first?.text).toMatch(/^The old mill was built in 1712\./);
  });

  it('prefers a sentence that counts up names where all who belong to something are asked for', async () => {
    const guild = await snapshotOfParagraphs([
      'The companies in the guild of the valley are those of Anselm, Berta, Conrad and Dora.',
      'The companies in the guild of the valley meet each spring in Berlin.',
    ]);
    // Both have all the words that were asked and a name, and the second is shorter; but only the first is a list.
    const [first] = await shown(guild, 'Which companies are in the guild of the valley?');
    expect(first?.text).toContain('Anselm, Berta, Conrad and Dora.');
    // Who leads it is one name: the list gets nothing for being one.
    const expects = (question: string) => expectationOf(question, askedTime(question, question));
    expect(expects('Which company leads the guild?').list).toBe(false);
    // What the question names itself is not counted up, nor the first name, which follows other words.
    expect(namesListed(expects('Who met Berta?'), 'Berta met Conrad and Dora.')).toBe(1);
  });

  it('has an excerpt for each part of a question that asks two things', async () => {
    // The words of the first part alone would fill all places: three sentences speak of the mill or the miller.
    const excerpts = await shown(
      await snapshotOfParagraphs(town),
      'When did the mill burn down, and how many arches has the bridge?',
    );
    const texts = excerpts.map(({ text }) => text);
    expect(texts.some((text) => text.includes('burned down'))).toBe(true);
    expect(texts.some((text) => text.includes('nine arches'))).toBe(true);
  });

  it('shows the same sentence once, though two documents have it', async () => {
    const copies = ['Port', 'Harbour'].map((title) =>
      documentOfParagraphs(title, ['The ferry leaves at noon every day.']),
    );
    const snapshot = await buildSnapshot({ shared: 1 }, copies, emptyGlossary);
    expect(await shown(snapshot, 'When does the ferry leave?')).toHaveLength(1);
  });

  it('marks the words that matched, as written', async () => {
    const snapshot = await snapshotOfParagraphs(['Two bridges cross the Ｒｉｖｅｒ’s mouth.']);
    const [first] = await shown(snapshot, 'bridge river');
    expect(first?.highlights.map(({ start, end }) => first.text.slice(start, end))).toEqual([
      'bridges',
      'Ｒｉｖｅｒ’s',
    ]);
  });

  it('cuts only a sentence of more than 600 characters, between words, around what matched', async () => {
    const long = `${'The list of names goes on and on, '.repeat(30)}until the lighthouse is named, ${'and on and on it goes, '.repeat(30)}to the end.`;
    const snapshot = await snapshotOfParagraphs([long]);
    const [first] = await shown(snapshot, 'lighthouse');
    expect(first?.text.length).toBeLessThanOrEqual(600);
    expect(first?.text).toContain('lighthouse');
    expect(long).toContain(` ${first?.text} `);
  });

  it('declines without an excerpt where nothing matches', async () => {
    const answer = await answerQuestion(await snapshotOfParagraphs(town), '🔥🔥🔥');
    expect(answer).toEqual({
      verdict: 'none',
      confidence: 0,
      excerpts: [],
      further: [],
      missing: [],
      isOnSubject: false,
      alike: [],
    });
  });

  it('shows literal slices whatever the text and the question', async () => {
    const word = fc.constantFrom(
      'ﬁrm',
      'İstanbul',
      'e\u0301lan',
      'ＡＩ',
      '🤖',
      '👩‍👩‍👧',
      '芯片',
      '華為',
      'U.S.',
      '50%',
      '\ud800',
      'firm',
      '.',
      '\n',
    );
    const words = fc.array(word, { minLength: 1, maxLength: 30 }).map((all) => all.join(' '));
    await fc.assert(
      fc.asyncProperty(
        fc.array(words, { minLength: 1, maxLength: 4 }),
        words,
        async (paragraphs, question) => {
          const snapshot = await snapshotOfParagraphs(paragraphs);
          const text = paragraphs.join('\n\n');
          for (const excerpt of await shown(snapshot, question)) {
            expect(text.slice(excerpt.start, excerpt.end)).toBe(excerpt.text);
            let last = 0;
            for (const { start, end } of excerpt.highlights) {
              expect(start >= last && end > start && end <= excerpt.text.length).toBe(true);
              last = end;
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
