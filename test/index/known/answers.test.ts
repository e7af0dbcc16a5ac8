import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/answer/answer.js';
import { closestSentences } from '../../../src/library/closest-sentences.js';
import { asked, snapshotWithKnown } from '../../support/known-questions.js';

// A known question leads to its sentence, whatever words that sentence has. Nothing here knows what sentences mean.

const fare = 'The ferry costs four coins.';
const files = { ferry: `# Ferry\n\n${fare} It leaves at noon.\n\n# Mill\n\nThe mill ground corn.` };
const question = 'How dear is a crossing?';

describe('a known question that shares no word with the sentence that answers it', () => {
  it('is answered by that sentence, though the words alone find nothing', async () => {
    const without = await answerQuestion(await snapshotWithKnown(files, []), question);
    expect(without).toMatchObject({ verdict: 'none', excerpts: [] });

    const known = await snapshotWithKnown(files, asked('ferry', { [fare]: [question] }));
    const { excerpts, verdict } = await answerQuestion(known, question);
    expect(excerpts[0]?.text).toContain(fare);
    expect(verdict).not.toBe('none');
  });

  it('brings no neighbour of that sentence, as nothing speaks for one', async () => {
    const known = await snapshotWithKnown(files, asked('ferry', { [fare]: [question] }));
    const closest = await closestSentences(known, question, 10);
    expect(closest.map(({ text }) => text)).toEqual([fare]);
  });
});
