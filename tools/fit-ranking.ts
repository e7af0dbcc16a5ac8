import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type DevelopmentQuestion, developmentSets } from '../bench/development-sets.js';
import { setParameters } from '../bench/set-parameters.js';
import { readQuestion } from '../src/index/query/question.js';
import { evidenceMeanings, evidenceNames } from '../src/index/ranking/evidence.js';
import { retrieve } from '../src/index/ranking/retrieve.js';
import { sentenceText } from '../src/index/snapshot.js';
import { type Choice, fitConditionalLogit } from './conditional-logit.js';

/*
 * Fits the weights of the evidence by which sentences are ranked: for each question the sentences that are read, of which
 * those that answer it are to win. Prints how often a right one is first and among the first three, with the weights that
 * the other folds give (the members' questions and the article's are in no fold), and with --write writes those fitted to
 * all of it.
 *
 *   node dist/tools/fit-ranking.js --eval FOLDER [--write src/index/data/sentence-weights.json] [--set PATH=VALUE …]
 */
const { values: options } = parseArgs({
  options: {
    eval: { type: 'string' },
    write: { type: 'string' },
    set: { type: 'string', multiple: true, default: [] },
  },
});
if (!options.eval) {
  console.error('usage: node dist/tools/fit-ranking.js --eval FOLDER [--write FILE] [--set PATH=VALUE …]');
  process.exit(2);
}
setParameters(options.set);

/** The sets that are fitted to; what a question counts falls with the size of its set. */
const FITTED: ReadonlySet<string> = new Set(['SQuAD', 'WikiQA', 'training', 'alone', 'judged, plain']);
/** Those that the weights of known questions are fitted to, beside the others: where there are none, nothing changes. */
const FITTED_KNOWN: ReadonlySet<string> = new Set(['training, known', 'alone, known']);
const FOLDS = 5;

interface Example {
  readonly set: string;
  readonly fold: number;
  readonly choice: Choice;
}

const signs = evidenceNames.map((name) => evidenceMeanings[name][0]);
const examples = await readExamples(options.eval);
const all = fitted(examples);
printScores();
console.log(
  `\n${evidenceNames.map((name, i) => `${name} ${all[i]?.toFixed(2)}: ${evidenceMeanings[name][1]}`).join('\n')}`,
);
if (options.write) {
  const rounded = evidenceNames.map((name, i) => [name, Math.round(1000 * (all[i] ?? 0)) / 1000]);
  await writeFile(options.write, `${JSON.stringify({ weights: Object.fromEntries(rounded) }, null, 2)}\n`);
}

/** Weights fitted to the examples of both kinds of sets. */
function fitted(some: readonly Example[]): number[] {
  const choicesOf = (sets: ReadonlySet<string>) =>
    some.filter(({ set }) => sets.has(set)).map(({ choice }) => choice);
  const weights = fitConditionalLogit(choicesOf(FITTED), signs);
  const held = weights.map((weight, i) => (isOfKnown(i) ? undefined : weight));
  return fitConditionalLogit(choicesOf(FITTED_KNOWN), signs, held);
}

function isOfKnown(position: number): boolean {
  return evidenceNames[position]?.startsWith('known') === true;
}

async function readExamples(folder: string): Promise<Example[]> {
  const questions = (await developmentSets(folder, 1)).filter(({ answerable }) => answerable);
  const sizes = new Map<string, number>();
  for (const { set } of questions) sizes.set(set, (sizes.get(set) ?? 0) + 1);
  const read: Example[] = [];
  for (const [i, asked] of questions.entries()) {
    const weight = 1 / Math.sqrt(sizes.get(asked.set) ?? 1);
    // Questions of one article or document follow each other: a fold has some of all.
    read.push({ set: asked.set, fold: Math.floor(i / 20) % FOLDS, choice: await choiceOf(asked, weight) });
  }
  return read;
}

async function choiceOf({ snapshot, question, judge }: DevelopmentQuestion, weight: number): Promise<Choice> {
  const { sentences } = await retrieve(snapshot, await readQuestion(snapshot, question));
  const candidates = sentences.map((hit) => {
    const document = snapshot.passages.at(hit.passage)?.document.id ?? '';
    const shown = { passage: hit.passage, text: sentenceText(snapshot, hit), citation: { document } };
    return { values: evidenceNames.map((name) => hit.evidence[name]), isRight: judge([shown]).first };
  });
  return { candidates, weight };
}

function printScores(): void {
  const scores = new Map<string, { first: number; firstThree: number; n: number }>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fitted(examples.filter((example) => example.fold !== fold));
    for (const { set, choice } of examples.filter((example) => example.fold === fold)) {
      const { first, firstThree, n } = scores.get(set) ?? { first: 0, firstThree: 0, n: 0 };
      const place = placeOfRight(choice, weights);
      scores.set(set, {
        first: first + Number(place < 1),
        firstThree: firstThree + Number(place < 3),
        n: n + 1,
      });
    }
  }
  console.log('| set | n | first | first three |\n|---|---|---|---|');
  for (const [set, { first, firstThree, n }] of scores) {
    const percent = (count: number) => ((100 * count) / n).toFixed(1);
    console.log(`| ${set} | ${n} | ${percent(first)} | ${percent(firstThree)} |`);
  }
}

/** The place of the first right candidate, from 0; infinite where none is. */
function placeOfRight({ candidates }: Choice, weights: readonly number[]): number {
  const scored = candidates.map(({ values, isRight }) => ({
    isRight,
    score: values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0),
  }));
  const place = scored.sort((a, b) => b.score - a.score).findIndex(({ isRight }) => isRight);
  return place < 0 ? Number.POSITIVE_INFINITY : place;
}
