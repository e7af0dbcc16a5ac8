import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Answer, answerQuestion } from '../../src/answer/answer.js';
import { type JudgedQuestion, readJudgedQuestions } from '../../src/library/judged-questions.js';
import { loadSnapshot } from '../../src/library/knowledge-folder.js';

const knowledgeDir = fileURLToPath(new URL('../../../knowledge/', import.meta.url));
/** How each judged question is answered: what is right there stays right. */
const record = fileURLToPath(new URL('../../../test/answer/judged-questions.txt', import.meta.url));

function verdictOn({ document, says, declined }: JudgedQuestion, answer: Answer): string {
  const [first] = answer.kind === 'cited' ? answer.excerpts : answer.closest;
  if (declined) return answer.kind === 'none' ? 'right, declined' : 'WRONG, answered';
  if (answer.kind === 'none') return 'WRONG, declined';
  if (first?.citation.document !== document) return `WRONG, from ${first?.citation.document}`;
  return says === undefined || first?.text.includes(says) ? 'right' : 'WRONG sentence';
}

test('every judged question on the documents that ship is answered as recorded', async () => {
  const { snapshot } = await loadSnapshot({ knowledgeDir });
  const { questions } = await readJudgedQuestions(knowledgeDir);
  const lines: string[] = [];
  for (const judged of questions) {
    const verdict = verdictOn(judged, await answerQuestion(snapshot, judged.question));
    lines.push(`${verdict}: ${judged.question}\n`);
  }
  // A question that became wrong is to be mended; one that became right is recorded: npx vitest run -u.
  await expect(lines.join('')).toMatchFileSnapshot(record);
});
