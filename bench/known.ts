import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { answerQuestion } from '../src/answer/answer.js';
import { relatedQuestions } from '../src/answer/related-questions.js';
import type { KnownQuestion } from '../src/documents/known-questions.js';
import { buildKnownIndex } from '../src/index/known/known-index.js';
import { suggestQuestions } from '../src/index/known/suggestions.js';
import { type Snapshot, snapshotOf } from '../src/index/snapshot.js';
import { openEmbedder } from '../src/library/embedders.js';
import { loadOwnGlossary } from '../src/library/knowledge-folder.js';
import { readCorpus, readLines, readQueries } from './corpus.js';
import { numbersFrom } from './invented.js';

/*
 * How long suggestions take while one types, at 10,000 known questions: each character of some of them, as it is and with
 * slips, and the longest that can be typed of whatever kind; and the related questions below an answer:
 *
 *   node dist/bench/known.js --eval FOLDER [--known 10000] [--typed 100]
 *
 * The known questions are those of the three collections and those that were written for the documents that ship, from the
 * beginning again where more are asked for; the passages are those of SQuAD.
 */

const { values } = parseArgs({
  options: {
    eval: { type: 'string' },
    known: { type: 'string', default: '10000' },
    typed: { type: 'string', default: '100' },
  },
});
if (!values.eval) throw new Error('--eval FOLDER');
const folder = values.eval;
/** What Discord takes. */
const CHOICES = { most: 25, maxLength: 100, isChinese: false };
const RELATED = { most: 3, maxLength: 100 };
const LONGEST = 500;
const ROUNDS = 3;

const embedder = await openEmbedder();
const snapshot = await snapshotOfQuestions(Number(values.known));
const texts = snapshot.known.questions.map(({ known }) => known.question);
const step = Math.ceil(texts.length / Number(values.typed));
const some = texts.filter((_, number) => number % step === 0);
for (const text of some) suggestQuestions(snapshot.known, text, CHOICES);
console.log(`${some.length} of them typed; processor time in milliseconds, best of ${ROUNDS}`);
console.log('| | n | p50 | p99 | most |\n|---|---|---|---|---|');
await report('each character, as they are', some.flatMap(beginnings));
await report('… with a letter of each word left out', some.map(withSlips).flatMap(beginnings));
await report('… the words in another order', some.map(backwards).flatMap(beginnings));
await reportRelated();
await reportAnswers();
console.log(`\n| ${LONGEST} characters of | |\n|---|---|`);
for (const [name, typed] of Object.entries(hostile()))
  console.log(`| ${name} | ${(await timeOfTyping(typed)).toFixed(1)} |`);

/** Everything that stands in the field while a question is typed, from nothing on. */
function beginnings(text: string): string[] {
  return Array.from({ length: text.length + 1 }, (_, end) => text.slice(0, end));
}

/** The best of some rounds: what else the machine does, and clearing up after it, falls on one or the other. */
async function timeOf(work: () => unknown, rounds = ROUNDS): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

function timeOfTyping(typed: string): Promise<number> {
  return timeOf(() => suggestQuestions(snapshot.known, typed, CHOICES));
}

async function report(name: string, typed: readonly string[]): Promise<void> {
  const times: number[] = [];
  for (const text of typed) times.push(await timeOfTyping(text));
  row(name, times);
}

function row(name: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  console.log(`| ${name} | ${times.length} | ${at(0.5)} | ${at(0.99)} | ${at(1)} |`);
}

/** What may be asked after an answer, beside the answer itself. */
async function reportRelated(): Promise<void> {
  const times: number[] = [];
  for (const text of some) {
    const answer = await answerQuestion(snapshot, text);
    times.push(await timeOf(() => relatedQuestions(snapshot, answer, text, RELATED)));
  }
  row('related questions of an answer', times);
}

/** What known questions add to an answer: before they have all been read, and after. */
async function reportAnswers(): Promise<void> {
  const answers = async (name: string, asked: Snapshot) => {
    const times: number[] = [];
    for (const text of some) times.push(await timeOf(() => answerQuestion(asked, text), 1));
    row(name, times);
  };
  const indexed = (questions: readonly KnownQuestion[]) =>
    buildKnownIndex(questions, snapshot, embedder, async () => {});
  const questions = snapshot.known.questions.map(({ known }) => known);
  await answers('an answer without known questions', { ...snapshot, known: await indexed([]) });
  const cold = { ...snapshot, known: await indexed(questions) };
  await answers('… with them, none read yet', cold);
  await cold.known.complete(async () => {});
  await answers('… with them, all read', cold);
}

function withSlips(text: string): string {
  const below = numbersFrom(text.length);
  return text.replaceAll(/[a-z]{5,}/gi, (word) => {
    const at = 1 + below(word.length - 2);
    return word.slice(0, at) + word.slice(at + 1);
  });
}

function backwards(text: string): string {
  return text.split(' ').reverse().join(' ');
}

function hostile(): Readonly<Record<string, string>> {
  const fill = (some: string) => some.repeat(LONGEST).slice(0, LONGEST);
  const words = [
    ...new Set(
      texts
        .join(' ')
        .toLowerCase()
        .match(/[a-z]{6,}/g),
    ),
  ];
  const spread = words.filter((_, number) => number % 97 === 0);
  return {
    'one letter': fill('a'),
    'single letters': fill('a b c d e f g h i j k l m n o p q r s t u v w x y z '),
    'common words': fill('what is the name of the first '),
    'known words': fill(`${spread.join(' ')} `),
    'known words with slips': fill(
      `${spread.map((word) => `${word.slice(0, 2)}${word.slice(3)}`).join(' ')} `,
    ),
    'the characters of one Chinese question': fill('中国的人工智能联盟有哪些成员是什么时候成立'),
    'one Chinese character': fill('的'),
    emoji: fill('😀'),
    blanks: fill(' '),
  };
}

async function snapshotOfQuestions(count: number): Promise<Snapshot> {
  const passages = await readCorpus(join(folder, 'ir', 'squad2', 'corpus.jsonl'));
  const sentences = passages.flatMap(({ document, sentences }) =>
    sentences.map(({ start, end }) => ({ document: document.id, text: document.text.slice(start, end) })),
  );
  const asked = await Promise.all(
    ['squad2', 'wikiqa', 'cranfield'].map((name) => readQueries(join(folder, 'ir', name, 'queries.jsonl'))),
  );
  const written = await readLines(join(folder, 'asked-raw.jsonl'), z.object({ question: z.string() }));
  const all = [...asked.flat().map(({ text }) => text), ...written.map(({ question }) => question)];
  const knownQuestions = Array.from({ length: count }, (_, number): KnownQuestion => {
    const answer = sentences[number % sentences.length];
    return { question: all[number % all.length] ?? '', answers: answer ? [answer] : [] };
  });
  const documents = passages.map(({ document }) => document);
  const glossary = await loadOwnGlossary();
  const bare = await snapshotOf({ shared: 1 }, documents, passages, glossary, { embedder });
  const start = performance.now();
  const known = await buildKnownIndex(knownQuestions, bare, embedder, async () => {});
  console.log(`${count} known questions, read and indexed in ${Math.round(performance.now() - start)} ms`);
  return { ...bare, known };
}
