import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { quantile } from './quantile.js';

/*
 * What an answer over what ships takes of the processor beside another version of the product, all known questions read: the
 * judged questions, each with what one may ask next, asked of both in turn in one process.
 *
 *   node dist/bench/answer-cost.js --other CHECKOUT [--rounds 5]
 *
 * The other checkout must be built; its own code answers from the knowledge of this one. The first two rounds are not counted.
 */

const { values } = parseArgs({
  options: { other: { type: 'string' }, rounds: { type: 'string', default: '5' } },
});
if (!values.other) {
  console.error('usage: node dist/bench/answer-cost.js --other CHECKOUT [--rounds N]');
  process.exit(2);
}

const WARM_UP = 2;
/** As the command asks for them. */
const FURTHER = 6;
const RELATED = { most: 3, maxLength: 100 };
const folder = 'knowledge';

const versions = [
  { name: 'other', ...(await versionIn(values.other)), times: [] as number[] },
  { name: 'this', ...(await versionIn('.')), times: [] as number[] },
];
const { loadJudgedQuestions } = await import('../src/library/knowledge-folder.js');
const { questions } = await loadJudgedQuestions(folder);
for (let round = 0; round < WARM_UP + Number(values.rounds); round++)
  for (const [i, { question }] of questions.entries())
    for (const { ask, times } of i % 2 === 0 ? versions : versions.toReversed()) {
      const before = process.cpuUsage();
      await ask(question);
      const { user, system } = process.cpuUsage(before);
      if (round >= WARM_UP) times.push((user + system) / 1e3);
    }

console.log(`${questions.length} questions, milliseconds of the processor an answer`);
console.log('| | mean | p50 | p95 |\n|---|--:|--:|--:|');
for (const { name, times } of versions) {
  const mean = times.reduce((sum, ms) => sum + ms, 0) / times.length;
  const columns = [mean, quantile(times, 0.5), quantile(times, 0.95)];
  console.log(`| ${name} | ${columns.map((ms) => ms.toFixed(2)).join(' | ')} |`);
}

/** Answers with the code of a checkout. */
async function versionIn(checkout: string): Promise<{ ask(question: string): Promise<void> }> {
  const load = (path: string) => import(resolve(checkout, 'dist/src', path));
  const { answerQuestion } = (await load('answer/answer.js')) as typeof import('../src/answer/answer.js');
  const { relatedQuestions } = (await load(
    'answer/related-questions.js',
  )) as typeof import('../src/answer/related-questions.js');
  const { buildSnapshot } = (await load('index/snapshot.js')) as typeof import('../src/index/snapshot.js');
  const { openEmbedder } = (await load(
    'library/embedders.js',
  )) as typeof import('../src/library/embedders.js');
  const { loadKnowledge } = (await load(
    'library/knowledge-folder.js',
  )) as typeof import('../src/library/knowledge-folder.js');
  const { documents, glossary, knownQuestions } = await loadKnowledge({ knowledgeDir: folder });
  const embedder = await openEmbedder();
  const snapshot = await buildSnapshot({ shared: 1 }, documents, glossary, { knownQuestions, embedder });
  await snapshot.known.complete(async () => {});
  return {
    async ask(question) {
      const answer = await answerQuestion(snapshot, question, { further: FURTHER });
      if (answer.verdict !== 'none') relatedQuestions(snapshot, answer, question, RELATED);
    },
  };
}
