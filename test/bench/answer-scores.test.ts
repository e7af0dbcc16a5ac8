import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge, type Question, report, wilson } from '../../bench/answer-scores.js';
import { consider } from '../../src/answer/answer.js';
import { snapshotOfParagraphs } from '../support/corpus.js';

const snapshot = await snapshotOfParagraphs([
  'The “old” harbour has a light-house of stone.',
  'The ferry crosses the strait at noon.',
]);

async function outcome(question: Partial<Question> & { readonly question: string }) {
  const whole = { id: 'q', lang: 'en', type: 'direct', answerable: true, gold: [], ...question };
  return judge(snapshot, whole, await consider(snapshot, whole.question));
}

test('an excerpt hits by any of the strings, however quotation marks, dashes and spaces are written', async () => {
  const hit = await outcome({
    question: 'What does the old harbour have?',
    gold: [{ answer: ['a mill', `the "old"  harbour`.replace('the', 'The')] }],
  });
  expect(hit).toMatchObject({ first: true, firstThree: true, wordsOfHit: 8, notVerbatim: 0 });
  expect(
    await outcome({ question: 'What does the old harbour have?', gold: [{ answer: ['a mill', ''] }] }),
  ).toMatchObject({
    first: false,
    firstThree: false,
    wordsOfHit: undefined,
  });
});

test('a question in several parts needs an excerpt for each of them, any other one for all', async () => {
  const gold = [{ answer: ['harbour'] }, { answer: ['windmill'] }];
  const question = 'Where is the old harbour and where is the windmill?';
  expect(await outcome({ question, type: 'multi', gold })).toMatchObject({ first: true, firstThree: false });
  expect(await outcome({ question, type: 'direct', gold })).toMatchObject({ first: true, firstThree: true });
});

test('the report has a row for each type and language, and both kinds of questions', async () => {
  const outcomes = [
    await outcome({ question: 'When does the ferry cross?', gold: [{ answer: ['noon'] }] }),
    await outcome({ question: '渡轮', lang: 'zh', type: 'keyword', gold: [{ answer: ['noon'] }] }),
    await outcome({ question: 'zebra?', type: 'far', answerable: false }),
  ];
  expect(report(outcomes)).toMatch(/^\| all \| 2 \| 50\.0 % \(9–91\)/m);
  for (const row of [
    'type direct | 1',
    'type keyword | 1',
    'lang zh | 1',
    'type far | 1 | 100.0 % (21–100)',
  ]) {
    expect(report(outcomes)).toContain(`| ${row}`);
  }
});

test('an interval holds its share, lies within 0 and 1 and narrows with more questions', async () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
      const yes = Math.round(part * n);
      const { from, to } = wilson(yes, n);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(1);
      expect(from).toBeLessThanOrEqual(yes / n + 1e-12);
      expect(to).toBeGreaterThanOrEqual(yes / n - 1e-12);
      const more = wilson(4 * yes, 4 * n);
      expect(more.to - more.from).toBeLessThan(to - from);
    }),
  );
  // The example of Newcombe, "Two-sided confidence intervals for the single proportion" (1998): 81 of 263.
  expect(wilson(81, 263).from).toBeCloseTo(0.2553, 4);
  expect(wilson(81, 263).to).toBeCloseTo(0.3662, 4);
});
