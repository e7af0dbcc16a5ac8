import { expect, test } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.js';
import { toJson } from '../../src/cli/answer-json.js';
import { snapshotOfFiles, snapshotOfParagraphs } from '../support/corpus.js';

test.each([
  ['answered', true],
  ['unsure', false],
  ['none', false],
] as const)(
  'an answer that is %s says so, and has its passages in one of two places',
  async (verdict, answered) => {
    const snapshot = await snapshotOfParagraphs(['The ferry to the island leaves at noon.']);
    const answer = { ...(await answerQuestion(snapshot, 'When does the ferry leave?')), verdict };
    const json = toJson('q1', answer, 1);
    const texts = ['The ferry to the island leaves at noon.'];
    expect(json).toMatchObject({ id: 'q1', answered, verdict });
    expect(json.excerpts.map(({ text }) => text)).toEqual(answered ? texts : []);
    expect(json.closest.map(({ text }) => text)).toEqual(answered ? [] : texts);
  },
);

test.each([
  ['publisher: Gazette\n', [{ publisher: 'Gazette' }]],
  ['', []],
])('a source has the fields of the contract alone', async (fields, sources) => {
  const file = `---\n${fields}as_of: 2026-06\n---\n# Ferry\n\nThe ferry to the island leaves at noon.\n`;
  const snapshot = await snapshotOfFiles({ 'ferry.md': file });
  const { excerpts, closest } = toJson('q1', await answerQuestion(snapshot, 'When does the ferry leave?'), 1);
  expect([...excerpts, ...closest].map((excerpt) => excerpt.sources)).toEqual([sources]);
});
