import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { answerQuestion } from '../src/answer/answer.js';
import { loadJudgedQuestions, loadSnapshot } from '../src/library/knowledge-folder.js';

/*
 * What an answer takes that is kept for whoever asks the same, with six excerpts beyond its own:
 *
 *   node --expose-gc dist/bench/kept-answers.js [--knowledge FOLDER]
 */

const { values } = parseArgs({ options: { knowledge: { type: 'string', default: 'knowledge' } } });
if (!globalThis.gc) throw new Error('node --expose-gc');
const { snapshot } = await loadSnapshot({ knowledgeDir: values.knowledge });
const { questions } = await loadJudgedQuestions(values.knowledge);
// What is worked out once stays, whoever keeps the answers.
await answerAll();
const before = await heapAfterCollection();
const kept = await answerAll();
const kilobytes = ((await heapAfterCollection()) - before) / kept.length / 1_000;
console.log(`${kept.length} answers of ${kilobytes.toFixed(1)} KB each`);

function answerAll() {
  return Promise.all(questions.map(({ question }) => answerQuestion(snapshot, question, { further: 6 })));
}

async function heapAfterCollection(): Promise<number> {
  await nextTurn();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
