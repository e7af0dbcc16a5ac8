import { parseArgs } from 'node:util';
import { readQuestion } from '../src/index/query/question.js';
import type { SentenceHit } from '../src/index/ranking/hits.js';
import { retrieve } from '../src/index/ranking/retrieve.js';
import { sentenceText } from '../src/index/snapshot.js';
import { type DevelopmentQuestion, developmentSets } from './development-sets.js';

/*
 * What the kind of a question does for the ranking of sentences: how many questions of the development sets are of each kind,
 * and how often the first sentence answers them, by the first scores alone and by the evidence.
 *
 *   node dist/bench/kinds.js --eval FOLDER
 */

const { values } = parseArgs({ options: { eval: { type: 'string' } } });
if (!values.eval) {
  console.error('usage: node dist/bench/kinds.js --eval FOLDER');
  process.exit(2);
}

const kinds = new Map<string, { n: number; before: number; after: number }>();
for (const asked of await developmentSets(values.eval)) {
  if (!asked.answerable) continue;
  const question = await readQuestion(asked.snapshot, asked.question);
  const { sentences } = await retrieve(asked.snapshot, question);
  const byFirstScore = [...sentences].sort((a, b) => firstScore(b) - firstScore(a));
  const { kind } = question.expects;
  const { n, before, after } = kinds.get(kind) ?? { n: 0, before: 0, after: 0 };
  kinds.set(kind, {
    n: n + 1,
    before: before + Number(answersIt(asked, byFirstScore[0])),
    after: after + Number(answersIt(asked, sentences[0])),
  });
}

console.log('| kind | n | first by the first scores | first by the evidence |\n|---|---|---|---|');
for (const [kind, { n, before, after }] of [...kinds].sort((a, b) => b[1].n - a[1].n)) {
  const percent = (count: number) => ((100 * count) / n).toFixed(1);
  console.log(`| ${kind} | ${n} | ${percent(before)} | ${percent(after)} |`);
}

function firstScore({ parts }: SentenceHit): number {
  return Object.values(parts).reduce((sum, part) => sum + part, 0);
}

function answersIt({ snapshot, judge }: DevelopmentQuestion, hit: SentenceHit | undefined): boolean {
  if (!hit) return false;
  const document = snapshot.passages.at(hit.passage)?.document.id ?? '';
  const shown = { passage: hit.passage, text: sentenceText(snapshot, hit), citation: { document } };
  return judge([shown]).first;
}
