import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { type Answer, answerQuestion } from '../../src/answer/answer.js';
import { type JudgedQuestion, readJudgedQuestions } from '../../src/cli/check.js';
import type { Snapshot } from '../../src/index/snapshot.js';
import { loadFolder } from '../../src/library/folder-library.js';

// The judged questions on the documents that ship. The floors are what was reached when they were last raised: a
// change that falls below one made answers worse, and one that rises above it should raise it.
const FLOOR = { document: 73, sentence: 68, declined: 33 };

const knowledgeDir = fileURLToPath(new URL('../../../knowledge/', import.meta.url));

let snapshot: Snapshot;
let questions: readonly JudgedQuestion[];
beforeAll(async () => {
  ({ snapshot } = await loadFolder({ knowledgeDir }));
  ({ questions } = await readJudgedQuestions(join(knowledgeDir, 'questions.yaml')));
});

/** Asks all, and fails with the list of wrong answers where fewer are right than before. */
function expectRight(
  asked: readonly JudgedQuestion[],
  isRight: (judged: JudgedQuestion, answer: Answer) => boolean,
  floor: number,
): void {
  const wrong = asked.flatMap((judged) => {
    const answer = answerQuestion(snapshot, judged.question);
    return isRight(judged, answer) ? [] : [`${judged.question}\n    ${wanted(judged)}\n    ${given(answer)}`];
  });
  const right = asked.length - wrong.length;
  expect(
    right,
    `${right} of ${asked.length} are right. Wrong:\n  ${wrong.join('\n  ')}\n`,
  ).toBeGreaterThanOrEqual(floor);
}

function wanted({ document, says, why }: JudgedQuestion): string {
  return `expected: ${[document ?? 'declined', says && `“${says}”`, why].filter(Boolean).join('; ')}`;
}

function given(answer: Answer): string {
  const [first] = answer.kind === 'cited' ? answer.excerpts : answer.closest;
  return `${answer.kind === 'none' ? 'declined; closest' : 'answered'}: ${first?.citation.document} “${first?.text}”`;
}

function first(answer: Answer) {
  return answer.kind === 'cited' ? answer.excerpts[0] : undefined;
}

test('the expected document comes first', () => {
  const asked = questions.filter(({ document }) => document !== undefined);
  expectRight(asked, ({ document }, answer) => first(answer)?.citation.document === document, FLOOR.document);
});

test('the first excerpt has the expected words', () => {
  const asked = questions.filter(({ says }) => says !== undefined);
  expectRight(asked, ({ says = '' }, answer) => first(answer)?.text.includes(says) === true, FLOOR.sentence);
});

test('what the documents do not answer is declined', () => {
  const asked = questions.filter(({ declined }) => declined);
  expectRight(asked, (_, answer) => answer.kind === 'none', FLOOR.declined);
});
