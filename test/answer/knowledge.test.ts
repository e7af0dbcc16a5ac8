import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Answer, answerQuestion } from '../../src/answer/answer.js';
import { isRight, type JudgedQuestion } from '../../src/documents/judged-questions.js';
import { loadJudgedQuestions, loadSnapshot } from '../../src/library/knowledge-folder.js';

const knowledgeDir = fileURLToPath(new URL('../../../knowledge/', import.meta.url));
/** How each judged question is answered: what is right there stays right. */
const record = fileURLToPath(new URL('../../../test/answer/judged-questions.txt', import.meta.url));

/** The verdict, and whether that is right and said of the right sentence. */
function stateOf(judged: JudgedQuestion, { verdict, excerpts: [first] }: Answer): string {
  if (judged.declined) return `${verdict}, ${verdict === 'answered' ? 'WRONG' : 'right'}`;
  if (verdict === 'none') return 'none, WRONG';
  if (first && isRight(judged, first)) return `${verdict}, right`;
  const { document } = first?.citation ?? {};
  return `${verdict}, WRONG ${document === judged.document ? 'sentence' : `document, ${document}`}`;
}

// Hundreds of questions, and the documents read before.
test('every judged question on the documents that ship is answered as recorded', {
  timeout: 120_000,
}, async () => {
  const { snapshot } = await loadSnapshot({ knowledgeDir });
  const { questions } = await loadJudgedQuestions(knowledgeDir);
  const lines: string[] = [];
  for (const judged of questions) {
    const state = stateOf(judged, await answerQuestion(snapshot, judged.question));
    lines.push(`${state}: ${judged.question}\n`);
  }
  // A question that became wrong is to be mended; one that became right is recorded: npx vitest run -u.
  await expect(lines.join('')).toMatchFileSnapshot(record);
});
