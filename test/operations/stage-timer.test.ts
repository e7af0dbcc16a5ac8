import { expect, test } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.js';
import { STAGES, type Stage } from '../../src/index/stages.js';
import { createStageTimer } from '../../src/operations/observe-interactions.js';
import { snapshotOfParagraphs } from '../support/corpus.js';

test('each stage is told once, of several parts their sum, and without the time that others had', async () => {
  let time = 0;
  const told = new Map<string, number>();
  const others = async () => {
    time += 1_000;
  };
  const timer = createStageTimer(
    (stage, ms) => told.set(stage, ms),
    () => time,
    others,
  );
  const work = (stage: Stage, ms: number) => {
    time += ms;
    timer.endStage(stage);
  };
  work('read', 3);
  await timer.giveWay();
  work('find', 5);
  work('rank', 7);
  await timer.giveWay();
  work('rank', 11);
  expect(told.size).toBe(0);
  work('weigh', 2);
  expect(Object.fromEntries(told)).toEqual({ wait: 2_000, read: 3, find: 5, rank: 18, weigh: 2 });
});

test.each(['Who keeps the light?', 'Who keeps the light, and when was the harbour built?', 'zzz', ''])(
  'the stages of “%s” end in their order, and the last one once',
  async (question) => {
    const snapshot = await snapshotOfParagraphs([
      'Ada keeps the light on the rock.',
      'The harbour was built in 1712.',
    ]);
    const ended: Stage[] = [];
    await answerQuestion(snapshot, question, { endStage: (stage) => ended.push(stage) });
    expect([...new Set(ended)]).toEqual(STAGES);
    expect(ended.filter((stage) => stage === 'weigh')).toHaveLength(1);
  },
);
