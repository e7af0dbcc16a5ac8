import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { consider, decide } from '../src/answer/answer.js';
import { emptyGlossary } from '../src/documents/glossary.js';
import { type Snapshot, snapshotOf } from '../src/index/snapshot.js';
import { openEmbedder } from '../src/library/embedders.js';
import { readCorpus, readLines, readQueries } from './corpus.js';
import { type DevelopmentQuestion, developmentSets } from './development-sets.js';

/*
 * Whether a change left every answer as it was: writes the answers to all development questions, or compares them with
 * those that another version has written.
 *
 *   node dist/bench/answers.js --eval FOLDER --write FILE
 *   node dist/bench/answers.js --eval FOLDER --against FILE
 *
 * Compared are verdict, confidence, excerpts with offsets, scores and highlights, and the first twenty passages with their
 * scores, numbers to 1e-9. Exit code 1 where something differs.
 */

const { values } = parseArgs({
  options: { eval: { type: 'string' }, write: { type: 'string' }, against: { type: 'string' } },
});
if (!values.eval || !(values.write || values.against)) {
  console.error('usage: node dist/bench/answers.js --eval FOLDER (--write FILE | --against FILE)');
  process.exit(2);
}

const PASSAGES = 20;
const TOLERANCE = 1e-9;
const MAX_SHOWN = 10;

/** A question with its answer, as a line of the file. */
const answerLine = z.object({
  set: z.string(),
  question: z.string(),
  verdict: z.string(),
  confidence: z.number(),
  excerpts: z.array(
    z.object({
      passage: z.number(),
      document: z.string(),
      start: z.number(),
      end: z.number(),
      score: z.number(),
      highlights: z.array(z.tuple([z.number(), z.number()])),
    }),
  ),
  passages: z.array(z.tuple([z.number(), z.number()])),
});

type AnswerLine = z.infer<typeof answerLine>;

const lines = await answerAll(values.eval);
if (values.write) await writeFile(values.write, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
if (values.against) compare(await readLines(values.against, answerLine), lines);

function compare(before: readonly AnswerLine[], after: readonly AnswerLine[]): void {
  const sets = [...new Set([...before, ...after].map(({ set }) => set))];
  const different = before.flatMap((line, i) => (isSame(line, after[i]) ? [] : [i]));
  for (const set of sets) {
    const inSet = (line: AnswerLine | undefined) => line?.set === set;
    const differing = different.filter((i) => inSet(before[i])).length;
    console.log(
      `${set}: ${before.filter(inSet).length} before, ${after.filter(inSet).length} now, ${differing} differ`,
    );
  }
  for (const i of different.slice(0, MAX_SHOWN)) {
    console.log(`\n${JSON.stringify(before[i])}\n${JSON.stringify(after[i])}`);
  }
  if (different.length > 0 || before.length !== after.length) process.exitCode = 1;
}

/** Whether two values are alike down to their last number, to 1e-9. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= TOLERANCE;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [keysOfA, keysOfB] = [Object.keys(a), Object.keys(b)];
  return (
    keysOfA.length === keysOfB.length &&
    keysOfA.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}

async function answerAll(folder: string): Promise<AnswerLine[]> {
  const asked: AnswerLine[] = [];
  for (const { set, snapshot, question } of await questionsOf(folder))
    asked.push(await answerOf(set, snapshot, question));
  return asked;
}

async function answerOf(set: string, snapshot: Snapshot, question: string): Promise<AnswerLine> {
  const considered = await consider(snapshot, question);
  const { verdict, confidence } = decide(considered, {});
  return {
    set,
    question,
    verdict,
    confidence,
    excerpts: considered.excerpts.map(({ passage, citation, start, end, score, highlights }) => ({
      passage,
      document: citation.document,
      start,
      end,
      score,
      highlights: highlights.map((one): [number, number] => [one.start, one.end]),
    })),
    passages: considered.retrieved.passages
      .slice(0, PASSAGES)
      .map(({ passage, score }): [number, number] => [passage, score]),
  };
}

type SetQuestion = Pick<DevelopmentQuestion, 'set' | 'snapshot' | 'question'>;

/** Every development question, with what it is asked of; those of Cranfield too, of which no sentence is judged. */
async function questionsOf(folder: string): Promise<SetQuestion[]> {
  const passages = await readCorpus(join(folder, 'ir/cranfield/corpus.jsonl'));
  const documents = passages.map(({ document }) => document);
  const embedder = await openEmbedder();
  const snapshot = await snapshotOf({ shared: 1 }, documents, passages, emptyGlossary, { embedder });
  const queries = await readQueries(join(folder, 'ir/cranfield/queries.jsonl'));
  return [
    ...(await developmentSets(folder, 1)),
    ...queries.map(({ text }) => ({ set: 'Cranfield', snapshot, question: text })),
  ];
}
