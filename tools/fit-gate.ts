import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { fieldExamples } from '../bench/field-examples.js';
import { gateReport, type Judged, mixWeights } from '../bench/gate.js';
import { readSquad, readWikiqa } from '../bench/gate-collections.js';
import { articleExamples, type Condition, type Example, typedExamples } from '../bench/gate-examples.js';
import { setParameters } from '../bench/set-parameters.js';
import { trainingQuestions } from '../bench/training-questions.js';
import type { Bounds, Weights } from '../src/answer/gate.js';
import { meanings, type SignalName, signalNames } from '../src/answer/signals.js';
import { openEmbedder } from '../src/library/embedders.js';
import { fitSubject, isAnsweredInField, subjectBound, subjectWeights, valuesOf } from './gate-subject.js';
import { fitLogistic, logOddsOf, type Model, predict, type Row } from './logistic.js';

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

/**
 * What the verdicts promise: the least share of what is answered that has a right excerpt, and the most of what the documents
 * answer that is told `none`, in questions of the field: most are told so that use other words than the documents, of which
 * collections have few.
 */
const PROMISES = { right: 0.9, toldNone: 0.08 };
/** Beside known questions more can be promised: the most of near misses that is answered. */
const MOST_NEAR_MISSES = 0.15;
/** The bounds that are tried, from .01 to .94. */
const limits = Array.from({ length: 94 }, (_, i) => (i + 1) / 100);

const examples = await readExamples(squad, wikiqa, options.examples);
const plain = examples.filter(({ isKnown }) => !isKnown);
const known = examples.filter(({ isKnown }) => isKnown);
const articles = [...new Set(examples.map(({ article }) => article))].sort();
const foldOf = new Map(articles.map((article, i) => [article, i % FOLDS]));

/** For each fold a model that has seen no question on its articles. */
const plainOf = eachFold((seen) => fitTo(plain.filter(seen)));
const subjectOf = eachFold((seen) => fitSubject(plain.filter(seen)));
/** The probability that the documents treat what is asked. */
const treated = (example: Example | undefined) => {
  const model = subjectOf[foldOf.get(example?.article ?? '') ?? 0];
  return model && example?.signals ? predict(model, valuesOf(example.signals)) : 0;
};
const subjectFrom = subjectBound(plain, plain.map(treated));
const raw = crossValidated(plain, plainOf);
const calibration = calibrated(raw);
const judged = raw.map((example, i) => ({
  ...example,
  probability: treated(plain[i]) * recalibrate(calibration, example.probability),
}));
const withKnownOf = plainOf.map((model, fold) => {
  const seen = known.filter(({ article }) => foldOf.get(article) !== fold);
  return withKnown(scaled(model, calibration), seen);
});
const judgedKnown = crossValidated(known, withKnownOf).map((example, i) => ({
  ...example,
  probability: treated(known[i]) * example.probability,
}));
const none = lowerBound(judged);
const bounds = { answered: upperBound(judged), none };
const knownBounds = { answered: upperBound(judgedKnown, MOST_NEAR_MISSES), none };
console.log(
  `${examples.length} examples, on the subject from ${subjectFrom} on\n\n${gateReport(judged, bounds)}`,
);
console.log(`\nBeside known questions:\n\n${gateReport(judgedKnown, knownBounds)}\n`);

const model = withKnown(scaled(fitTo(plain), calibration), known);
console.log(`\n${signalNames.map((name, i) => `${name} ${model.weights[i]?.toFixed(2)}`).join('\n')}`);
if (options.write) {
  const subject = subjectWeights(fitSubject(plain), subjectFrom);
  const weights = { ...weightsOf(model, bounds, knownBounds), subject };
  await writeFile(options.write, `${JSON.stringify(weights, null, 2)}\n`);
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

function eachFold<T>(work: (isSeen: (example: Example) => boolean) => T): T[] {
  return Array.from({ length: FOLDS }, (_, fold) => work(({ article }) => foldOf.get(article) !== fold));
}

/** Each example judged by the model of its fold. */
function crossValidated(all: readonly Example[], models: readonly Model[]): Judged[] {
  return all.map((example) => {
    const model = models[foldOf.get(example.article) ?? 0];
    const isFound = model && example.signals;
    return { ...example, probability: isFound ? predict(model, valuesOf(example.signals)) : 0 };
  });
}

/**
 * The same model with weights for the signals of known questions, fitted beside its own, which stay: where there are no
 * known questions, nothing changes.
 */
function withKnown(model: Model, all: readonly Example[]): Model {
  const ofKnown = signalNames.flatMap((name, i) => (name.startsWith('known') ? [i] : []));
  const shares = memberShares(all);
  const rows = all.flatMap(({ signals, answered }, i): Row[] => {
    if (!signals) return [];
    const values = valuesOf(signals);
    const offset = logOddsOf(model, values);
    return [{ values: ofKnown.map((at) => values[at] ?? 0), yes: answered, weight: shares[i] ?? 0, offset }];
  });
  const fitted = fitLogistic(
    rows,
    ofKnown.map((at) => meanings[signalNames[at] as SignalName][0]),
    false,
  );
  const weights = [...model.weights];
  for (const [i, at] of ofKnown.entries()) weights[at] = fitted.weights[i] ?? 0;
  return { bias: model.bias, weights };
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

/** The lowest bound from which on enough of what is answered has a right excerpt, and few enough near misses are. */
function upperBound(all: readonly Judged[], mostNearMisses = 1): number {
  const kept = promiseReader(all);
  const isKept = ({ right, nearMisses }: ReturnType<typeof kept>) =>
    right >= PROMISES.right && nearMisses <= mostNearMisses;
  return limits.find((limit) => isKept(kept(limit))) ?? 0.95;
}

/** The highest bound below which little enough lies of what the documents answer. */
function lowerBound(all: readonly Judged[]): number {
  const kept = promiseReader(all);
  return limits.findLast((limit) => kept(limit).toldNone <= PROMISES.toldNone) ?? 0.01;
}

/**
 * Reads what a bound would give in the mixes, with as many answerable questions as members ask: the share of what is
 * answered from it on that has a right excerpt, the share of near misses that is answered, and the share of what the
 * documents answer that lies below it.
 */
function promiseReader(all: readonly Judged[]) {
  const weights = memberShares(all);
  const share = (is: (one: Judged) => boolean, among: (one: Judged) => boolean) => {
    const sum = (counts: (one: Judged) => boolean) =>
      all.reduce((sum, one, i) => sum + (counts(one) ? (weights[i] ?? 0) : 0), 0);
    return sum((one) => among(one) && is(one)) / (sum(among) || 1);
  };
  return (limit: number) => ({
    right: share(
      ({ answered }) => answered,
      ({ probability }) => probability >= limit,
    ),
    nearMisses: share(
      ({ probability }) => probability >= limit,
      ({ condition }) => condition.endsWith('near miss'),
    ),
    toldNone: share(
      ({ probability }) => probability < limit,
      ({ condition }) => isAnsweredInField(condition),
    ),
  });
}

/** What an example counts in the mixes, with as many answerable questions as members ask. */
function memberShares(all: readonly Example[]): number[] {
  const inMix = mixWeights(all);
  const total = (answerable: boolean) =>
    all.reduce((sum, one, i) => sum + (isAnswerable(one.condition) === answerable ? (inMix[i] ?? 0) : 0), 0);
  const [yes, no] = [total(true), total(false)];
  return all.map(
    ({ condition }, i) =>
      (inMix[i] ?? 0) * (isAnswerable(condition) ? ANSWERABLE / yes : (1 - ANSWERABLE) / no),
  );
}

/** Whether the passages have the answer, found or not. */
function isAnswerable(condition: Condition): boolean {
  return ['eight', 'article', 'whole', 'typed', 'field', 'field, one document'].includes(condition);
}

function weightsOf({ bias, weights }: Model, bounds: Bounds, knownBounds: Bounds): Omit<Weights, 'subject'> {
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  return {
    bounds,
    knownBounds,
    bias: rounded(bias),
    signals: signalNames.map((name, i) => {
      const [sign, meaning] = meanings[name];
      return { name, meaning, sign, weight: rounded(weights[i] ?? 0) };
    }),
  };
}
