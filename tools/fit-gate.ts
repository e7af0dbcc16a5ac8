import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { gateReport, type Judged, mixWeights } from '../bench/gate.js';
import { readSquad, readWikiqa } from '../bench/gate-collections.js';
import {
  articleExamples,
  type Condition,
  type Example,
  fieldExamples,
  typedExamples,
} from '../bench/gate-examples.js';
import { setParameters } from '../bench/set-parameters.js';
import { trainingQuestions } from '../bench/training-questions.js';
import type { Bounds, Weights } from '../src/answer/gate.js';
import { meanings, type Signals, signalNames } from '../src/answer/signals.js';
import { openEmbedder } from '../src/library/embedders.js';
import { fitLogistic, type Model, predict, type Row } from './logistic.js';

/**
 * Fits the gate: asks the questions of public collections and those of our own (bench/training) of parts of the documents,
 * through the product's own path, and fits a logistic regression that tells right excerpts from others. Prints what
 * five-fold cross-validation over articles gives, and the bounds that keep what the verdicts promise; with --write, writes
 * the weights fitted to all of it. With --set, it ranks with other parameters; --examples names a file in which what was
 * asked is kept, as asking takes minutes and fitting seconds.
 *
 *   node dist/tools/fit-gate.js --squad FOLDER --wikiqa FOLDER [--write src/index/data/gate.json] [--examples FILE] [--set PATH=VALUE …]
 */
const { values: options } = parseArgs({
  options: {
    squad: { type: 'string' },
    wikiqa: { type: 'string' },
    write: { type: 'string' },
    examples: { type: 'string' },
    set: { type: 'string', multiple: true, default: [] },
  },
});
const { squad, wikiqa } = options;
if (!squad || !wikiqa) {
  console.error(
    'usage: node dist/tools/fit-gate.js --squad FOLDER --wikiqa FOLDER [--write FILE] [--examples FILE] [--set PATH=VALUE …]',
  );
  process.exit(2);
}
setParameters(options.set);

/**
 * How much an example of a condition counts. Those of eight paragraphs and of one article are what a small
 * knowledge base is like; the whole collection keeps the weights valid for a large one. Adversarial questions
 * are left out: what tells them apart does not carry over to other collections. The questions of our own are few, and what
 * members ask.
 */
const shares: Partial<Record<Condition, number>> = {
  whole: 1,
  'whole, article removed': 0.5,
  'whole, paragraph removed': 0.5,
  article: 0.7,
  'article, paragraph removed': 0.7,
  eight: 1,
  'eight, paragraph removed': 0.5,
  'eight, elsewhere in the article': 0.5,
  'eight, other article': 0.3,
  typed: 0.5,
  'typed, no answer': 0.5,
  field: 6,
  'field, near miss': 8,
  'field, document removed': 1,
  'field, one document': 5,
  'field, one document, near miss': 8,
  'field, off topic': 3.5,
};

const FOLDS = 5;

/** The share of what members ask that the documents answer, as among the questions that were gathered of them. */
const ANSWERABLE = 0.81;

/** What the verdicts promise: the least share of what is answered that has a right excerpt, and the most of what the documents answer that is told `none`. */
const PROMISES = { right: 0.9, toldNone: 0.08 };

const examples = await readExamples(squad, wikiqa, options.examples);
const raw = crossValidated(examples);
const calibration = calibrated(raw);
const judged = raw.map((example) => ({
  ...example,
  probability: recalibrate(calibration, example.probability),
}));
const bounds = boundsOf(judged);
console.log(`${examples.length} examples\n\n${gateReport(judged, bounds)}`);
if (options.write) {
  await writeFile(
    options.write,
    `${JSON.stringify(weightsOf(scaled(fitTo(examples), calibration), bounds), null, 2)}\n`,
  );
}

/** Asks anew, or reads what was kept. */
async function readExamples(
  squadFolder: string,
  wikiqaFolder: string,
  file: string | undefined,
): Promise<Example[]> {
  if (file && existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as Example[];
  const aids = { embedder: await openEmbedder() };
  const asked = [
    ...(await articleExamples(await readSquad(squadFolder), aids)),
    ...(await typedExamples(await readWikiqa(wikiqaFolder), aids)),
    ...(await fieldExamples(await trainingQuestions())),
  ];
  if (file) await writeFile(file, JSON.stringify(asked));
  return asked;
}

/** Each example judged by a model that has seen no question on its article. */
function crossValidated(all: readonly Example[]): Judged[] {
  const articles = [...new Set(all.map(({ article }) => article))].sort();
  const foldOf = new Map(articles.map((article, i) => [article, i % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const [held, seen] = [true, false].map((isHeld) =>
      all.filter(({ article }) => (foldOf.get(article) === fold) === isHeld),
    );
    const model = fitTo(seen ?? []);
    return (held ?? []).map((example) => ({
      ...example,
      probability: example.signals ? predict(model, valuesOf(example.signals)) : 0,
    }));
  });
}

function fitTo(all: readonly Example[]): Model {
  const rows = all.flatMap((example): Row[] => {
    const share = shares[example.condition];
    const { signals, answered } = example;
    return share && signals ? [{ values: valuesOf(signals), yes: answered, weight: share }] : [];
  });
  return fitLogistic(
    rows,
    signalNames.map((name) => meanings[name][0]),
  );
}

function valuesOf(signals: Signals): number[] {
  return signalNames.map((name) => signals[name]);
}

/**
 * The weights that examples have in the fit are not the shares in which questions come, so probabilities are
 * brought in line with the mixes afterwards (Platt, "Probabilistic outputs for support vector machines", 1999).
 */
function calibrated(all: readonly Judged[]): Model {
  const weights = mixWeights(all);
  const rows = all.map(({ probability, answered }, i) => ({
    values: [logOdds(probability)],
    yes: answered,
    weight: weights[i] ?? 0,
  }));
  return fitLogistic(rows, [1]);
}

function recalibrate(calibration: Model, probability: number): number {
  return probability === 0 ? 0 : predict(calibration, [logOdds(probability)]);
}

function scaled({ bias, weights }: Model, calibration: Model): Model {
  const [slope = 1] = calibration.weights;
  return { bias: calibration.bias + slope * bias, weights: weights.map((weight) => slope * weight) };
}

/** Bounded, for the questions that nothing was found for. */
function logOdds(probability: number): number {
  const bounded = Math.min(Math.max(probability, 1e-6), 1 - 1e-6);
  return Math.log(bounded / (1 - bounded));
}

/**
 * The bounds that keep the promises in the mixes, with as many answerable questions as members ask: the lowest upper one from which on enough of what is answered has a right
 * excerpt, and the highest lower one below which little enough lies of what the documents answer.
 */
function boundsOf(all: readonly Judged[]): Bounds {
  const inMix = mixWeights(all);
  const total = (answerable: boolean) =>
    all.reduce((sum, one, i) => sum + (isAnswerable(one.condition) === answerable ? (inMix[i] ?? 0) : 0), 0);
  const [yes, no] = [total(true), total(false)];
  const weights = all.map(
    ({ condition }, i) =>
      (inMix[i] ?? 0) * (isAnswerable(condition) ? ANSWERABLE / yes : (1 - ANSWERABLE) / no),
  );
  const share = (is: (one: Judged) => boolean, among: (one: Judged) => boolean) => {
    const sum = (counts: (one: Judged) => boolean) =>
      all.reduce((sum, one, i) => sum + (counts(one) ? (weights[i] ?? 0) : 0), 0);
    return sum((one) => among(one) && is(one)) / (sum(among) || 1);
  };
  const limits = Array.from({ length: 90 }, (_, i) => (i + 5) / 100);
  const isRight = (limit: number) =>
    share(
      ({ answered }) => answered,
      ({ probability }) => probability >= limit,
    ) >= PROMISES.right;
  const isFew = (limit: number) =>
    share(
      ({ probability }) => probability < limit,
      ({ condition }) => isAnswerable(condition),
    ) <= PROMISES.toldNone;
  return {
    answered: limits.find(isRight) ?? 0.95,
    none: limits.findLast(isFew) ?? 0.05,
  };
}

/** Whether the passages have the answer, found or not. */
function isAnswerable(condition: Condition): boolean {
  return ['eight', 'article', 'whole', 'typed', 'field', 'field, one document'].includes(condition);
}

/** The lower bound is set by hand and stays, where the upper one is above it. */
function weightsOf({ bias, weights }: Model, limits: Bounds): Weights {
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  return {
    bounds: limits,
    bias: rounded(bias),
    signals: signalNames.map((name, i) => {
      const [sign, meaning] = meanings[name];
      return { name, meaning, sign, weight: rounded(weights[i] ?? 0) };
    }),
  };
}
