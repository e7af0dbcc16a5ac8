import { describe, expect, it, test } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.js';
import { readQuestion } from '../../src/index/query/question.js';
import { snapshotOfParagraphs } from '../support/corpus.js';

const text = [
  'The regatta was announced on 3 May 2024. Forty companies entered boats.',
  'A company from Quarnel Bay won the announcement prize.',
];

describe('the words of a question', () => {
  test.each([
    // Of the forms that the documents have, the one closest to what was typed.
    ['how many compnies', 'how many companies'],
    ['which compny', 'which company'],
    ['regata anounced', 'regatta announced'],
    ['wen were the boatts anounced, teh first?', 'when were the boats announced, the first?'],
    // What is right stays, and so does what nothing in the documents is close to.
    ['Is a motel announced?', 'Is a motel announced?'],
    ['qqqqqq of the regatta', 'qqqqqq of the regatta'],
  ])('"%s" is read as "%s"', async (typed, meant) => {
    expect((await readQuestion(await snapshotOfParagraphs(text), typed)).english).toBe(meant);
  });

  it('are put right in each part of a question, too', async () => {
    const { parts } = await readQuestion(
      await snapshotOfParagraphs(text),
      'wen was the regata, and how many compnies were there',
    );
    expect(parts.map(({ english }) => english.trim())).toEqual([
      'when was the regatta',
      ', and how many companies were there',
    ]);
    expect(parts.map(({ expects }) => expects.kind)).toEqual(['date', 'count']);
  });
});

test('a misspelled question gets the answer of the same one spelled right', async () => {
  const snapshot = await snapshotOfParagraphs(text);
  const answerTo = async (question: string) => {
    const { verdict, excerpts } = await answerQuestion(snapshot, question);
    return { verdict, first: excerpts[0]?.text };
  };
  expect(await answerTo('how many compnies entered the regatta')).toEqual(
    await answerTo('how many companies entered the regatta'),
  );
});
