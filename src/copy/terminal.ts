import type { ExplainedPassage, ExplainedSentence, ExplainedWay } from '../answer/explain.js';
import type { Differing } from '../answer/selection.js';
import { copy } from './en.js';

/** The words of `npm run ask`. */
export const terminal = {
  usage: `Usage:
  npm run --silent ask -- [--knowledge DIR] [--no-gate] [--json | --explain] "question"
  npm run --silent ask -- [--knowledge DIR] [--no-gate] --jsonl < questions.jsonl
  npm run --silent ask -- [--knowledge DIR] --text ID`,
  declined: copy.ask.declined,
  closest: 'Closest:',
  nothingNear: 'Nothing in the documents comes close. Try other words.',
  citation: (parts: { title: string; headings: readonly string[]; paragraph: number; page?: number }) =>
    [
      [parts.title, ...parts.headings].join(' › '),
      ...(parts.page === undefined ? [] : [copy.citation.page(parts.page)]),
      copy.citation.paragraph(parts.paragraph),
    ].join(', '),
  differing: ({ kind, date }: Differing) =>
    `${copy.citation.differing[kind]}: ${date === undefined ? copy.citation.undated : copy.citation.date(date)}`,
  badLine: (line: number, detail: string) => `line ${line}: ${detail}`,
  notJson: 'is not JSON',
  noDocument: (id: string, ids: readonly string[]) =>
    `There is no document "${id}". ${ids.length > 0 ? `There are: ${ids.join(', ')}` : 'The folder has no documents.'}`,
} as const;

type PassagePart = ExplainedPassage['parts'][number]['name'];
type SentencePart = ExplainedSentence['parts'][number]['name'];

/** The words of `npm run ask -- --explain`. */
export const explanation = {
  terms: 'Terms',
  noTerms: 'No word of the question can be searched for.',
  english: (text: string) => `Read in English as: ${text}`,
  origins: {
    own: 'as asked',
    repair: 'spelling repaired',
    alias: 'other name',
    synonym: 'synonym',
    translated: 'translated',
    related: 'related word, for ranking alone',
  } satisfies Record<ExplainedWay['origin'], string>,
  unknown: 'not in the documents',

  passages: (shown: number, all: number) => `Passages (${shown} of ${all})`,
  sentences: (shown: number, all: number) => `Sentences (${shown} of ${all})`,
  nothingFound: 'Nothing was found.',
  passageParts: {
    words: 'words',
    related: 'related words',
    bestSentence: 'best sentence',
    proximity: 'neighbouring words',
    feedback: 'words that go with these',
    meaning: 'meaning',
  } satisfies Record<PassagePart, string>,
  sentenceParts: {
    words: 'words',
    context: 'words with headings and the sentence before',
    passage: 'its passage',
    meaning: 'meaning',
    kind: 'has what is asked for',
  } satisfies Record<SentencePart, string>,

  excerpts: 'Excerpts',
  parts: (count: number) => `The question asks ${count} things; the best sentence for each is taken first.`,

  gate: 'Gate',
  signalColumns: ['value', 'weight', 'adds'],
  bias: 'the bias, before any signal',
  sum: 'logarithm of the odds',
  open: (probability: string, threshold: string) =>
    `Open: the probability of an answer is ${probability}, at least the threshold of ${threshold}.`,
  closed: (probability: string, threshold: string) =>
    `Closed: the probability of an answer is ${probability}, below the threshold of ${threshold}.`,
  closedAsNothingFound: 'Closed: nothing was found, so there is nothing to weigh.',
  off: 'The gate is off (--no-gate): whatever was found is shown as an answer.',
} as const;
