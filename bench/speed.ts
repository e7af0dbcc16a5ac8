import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { answerQuestion } from '../src/answer/answer.js';
import type { Passage } from '../src/documents/passages.js';
import type { Embedder } from '../src/index/embedding/embedder.js';
import { type Snapshot, snapshotOf } from '../src/index/snapshot.js';
import { openEmbedder } from '../src/library/embedders.js';
import { loadOwnGlossary } from '../src/library/knowledge-folder.js';
import { readCorpus, readQueries } from './corpus.js';

/*
 * How long an answer takes, with embeddings and without, question by question in turn, so that whatever else the
 * machine does falls on both alike:
 *
 *   node dist/bench/speed.js --eval FOLDER [--passages 10000] [--questions 500]
 *
 * The passages are those of the three collections, from the beginning again where more are asked for.
 */

const { values } = parseArgs({
  options: {
    eval: { type: 'string' },
    passages: { type: 'string', default: '10000' },
    questions: { type: 'string', default: '500' },
  },
});
if (!values.eval) throw new Error('--eval FOLDER');
const folder = join(values.eval, 'ir');
const collections = ['squad2', 'wikiqa', 'cranfield'];

/** Asked before anything is measured. */
const WARM_UP = 100;

/** Times of one way to answer, in milliseconds. */
interface Times {
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly wall: number[];
  readonly processor: number[];
}

const passages = await readPassages(Number(values.passages));
const questions = await readQuestions(Number(values.questions));
const ways = [
  await wayOf('without embeddings', undefined),
  await wayOf('with the table', await openEmbedder()),
];
for (const question of questions.slice(0, WARM_UP))
  for (const { snapshot } of ways) await answerQuestion(snapshot, question);
for (const [i, question] of questions.entries()) {
  for (const way of i % 2 === 0 ? ways : ways.toReversed()) await time(way, question);
}
console.log(`${passages.length} passages, ${questions.length} questions, one answer in milliseconds`);
console.log('| | processor p50 | p99 | wall p50 | p99 |\n|---|---|---|---|---|');
for (const { name, processor, wall } of ways) {
  const cells = [processor, wall].flatMap((times) => [quantile(times, 0.5), quantile(times, 0.99)]);
  console.log(`| ${name} | ${cells.map((cell) => cell.toFixed(1)).join(' | ')} |`);
}

async function wayOf(name: string, embedder: Embedder | undefined): Promise<Times> {
  const glossary = await loadOwnGlossary();
  const documents = passages.map(({ document }) => document);
  const snapshot = await snapshotOf({ shared: 1 }, documents, passages, glossary, { embedder });
  return { name, snapshot, wall: [], processor: [] };
}

async function time({ snapshot, wall, processor }: Times, question: string): Promise<void> {
  const before = process.cpuUsage();
  const start = performance.now();
  await answerQuestion(snapshot, question);
  wall.push(performance.now() - start);
  const { user, system } = process.cpuUsage(before);
  processor.push((user + system) / 1000);
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

async function readPassages(count: number): Promise<Passage[]> {
  const all = (
    await Promise.all(collections.map((name) => readCorpus(join(folder, name, 'corpus.jsonl'))))
  ).flat();
  return Array.from({ length: count }, (_, id) => ({ ...(all[id % all.length] as Passage), id }));
}

/** From all three collections alike, spread over each. */
async function readQuestions(count: number): Promise<string[]> {
  const all = await Promise.all(collections.map((name) => readQueries(join(folder, name, 'queries.jsonl'))));
  const each = Math.ceil(count / all.length);
  const picked = all.map((queries) =>
    Array.from({ length: each }, (_, i) => queries[Math.floor((i * queries.length) / each)]?.text ?? ''),
  );
  return Array.from({ length: each }, (_, i) => picked.map((texts) => texts[i] ?? ''))
    .flat()
    .slice(0, count);
}
