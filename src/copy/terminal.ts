import type { ExplainedPassage, ExplainedWay } from '../answer/explain.js';
import type { Verdict } from '../answer/gate.js';
import type { Objection } from '../answer/mismatch.js';
import type { Differing } from '../answer/selection.js';
import { en } from './en/en.js';

/** The words of `npm run ask`. */
export const terminal = {
  usage: `Usage:
  npm run --silent ask -- [--knowledge DIR] [--no-gate] [--json | --explain] "question"
  npm run --silent ask -- [--knowledge DIR] [--no-gate] --jsonl < questions.jsonl
  npm run --silent ask -- [--knowledge DIR] --text ID`,
  closest: 'Closest:',
  nothingNear: 'Nothing in the documents comes close. Try other words.',
  citation: (parts: { title: string; headings: readonly string[]; paragraph: number; page?: number }) =>
    [
      [parts.title, ...parts.headings].join(' › '),
      ...(parts.page === undefined ? [] : [en.citation.page(parts.page)]),
      en.citation.paragraph(parts.paragraph),
    ].join(', '),
  differing: ({ kind, date }: Differing) =>
    `${en.citation.differing[kind]}: ${date === undefined ? en.citation.undated : en.citation.date(date)}`,
  badLine: (line: number, detail: string) => `line ${line}: ${detail}`,
  notJson: 'is not JSON',
  noDocuments: (folder: string) =>
    `The folder "${folder}" has no documents, so nothing can be answered. Put some there, or name another one with --knowledge.`,
  noDocument: (id: string, ids: readonly string[]) =>
    `There is no document "${id}". ${ids.length > 0 ? `There are: ${ids.join(', ')}` : 'The folder has no documents.'}`,
} as const;

type PassagePart = ExplainedPassage['parts'][number]['name'];

/** The words of `npm run ask -- --explain`. */
export const explanation = {
  terms: 'Terms',
  noTerms: 'No word of the question can be searched for.',
  english: (text: string) => `Read in English as: ${text}`,
  origins: {
    own: 'as asked',
    repair: 'spelling repaired',
    alias: 'other name',
    equal: 'the same thing',
    synonym: 'synonym',
    translated: 'translated',
    related: 'related word, for ranking alone',
  } satisfies Record<ExplainedWay['origin'], string>,
  unknown: 'not in the documents',

  passages: (shown: number, all: number) => `Passages (${shown} of ${all})`,
  known: (question: string, likeness: number) =>
    `known to answer “${question}”, which is like this one by ${likeness.toFixed(2)}`,
  sentences: (shown: number, all: number) => `Sentences (${shown} of ${all})`,
  nothingFound: 'Nothing was found.',
  passageParts: {
    words: 'words',
    related: 'related words',
    bestSentence: 'best sentence',
    proximity: 'neighbouring words',
    feedback: 'words that go with these',
    meaning: 'meaning',
    period: 'the time asked',
  } satisfies Record<PassagePart, string>,
  excerpts: 'Excerpts',
  verdicts: {
    answered: [],
    unsure: [en.ask.unsure],
    none: [`${en.ask.none} ${terminal.closest}`],
  } satisfies Record<Verdict, string[]>,
  parts: (count: number) => `The question asks ${count} things; the best sentence for each is taken first.`,

  gate: 'Gate',
  signalColumns: ['value', 'weight', 'adds'],
  bias: 'the bias, before any signal',
  sum: 'logarithm of the odds that they are an answer, where the documents treat what is asked',
  subject: 'the probability that they do, by which that is multiplied',
  gateVerdicts: {
    answered: (probability, upper) =>
      `Open: the probability of an answer is ${probability}, at least the upper bound of ${upper}.`,
    unsure: (probability, upper, lower) =>
      `Half open: the probability of an answer is ${probability}, between the bounds of ${lower} and ${upper}.`,
    none: (probability, _, lower) =>
      `Closed: the probability of an answer is ${probability}, below the lower bound of ${lower}.`,
  } satisfies Record<Verdict, (probability: string, upper: string, lower: string) => string>,
  offSubject: 'Not on the subject: too little of the question stands together for a passage to come close.',
  objections: {
    otherDetail: 'Unsure all the same: a number, date or name of the question is not there as it was asked.',
    otherWord: 'Unsure all the same: a word of the question is there only as another one of the same stem.',
    noDenial: 'Unsure all the same: the question asks for what is not so, and nothing there denies anything.',
    lacksAsked:
      'Unsure all the same: the number, date or post that is asked for is not there, or is that of something else.',
  } satisfies Record<Objection, string>,
  closedAsNothingFound: 'Closed: nothing was found, so there is nothing to weigh.',
  off: 'The gate is off (--no-gate): whatever was found is shown as an answer.',
} as const;
