import { PARAMETERS } from '../index/parameters.js';
import type { ReadQuestion } from '../index/query/question.js';
import { isNumeric } from '../index/query/question-kind.js';
import {
  coverageOf,
  isThere,
  knownShare,
  namesIn,
  neighboursTogether,
  rarityIn,
  sharedPairs,
  wordPairs,
} from '../index/ranking/coverage.js';
import { hasExpected } from '../index/ranking/expected.js';
import type { Retrieved } from '../index/ranking/retrieve.js';
import type { Snapshot } from '../index/snapshot.js';
import { type Evidence, gatherEvidence } from './signals-evidence.js';

/**
 * What each signal means, and whether more of it speaks for an answer (1) or against one (-1).
 * What was measured and left out stands in bench/RESULTS.md.
 */
export const meanings = {
  coverage: [1, 'share of the question, by rarity of its words, that one of the three best sentences says'],
  aroundCoverage: [1, 'share that the best sentence says together with a neighbour and the headings'],
  collectionCoverage: [1, 'share whose words stand anywhere in the documents'],
  matched: [1, 'logarithm of the rarity, in sum, of what the passage of the best sentence says'],
  missing: [-1, 'rarity, in sum, of what that passage does not say (20 = 1)'],
  missingNames: [-1, 'names and numbers of the question that the passage does not have, at most two'],
  near: [1, 'share of neighbours in the question that stand together in the best sentence'],
  phrasing: [
    1,
    'share of the pairs of words in the question, "of the" among them, that a best sentence has too',
  ],
  passageLead: [1, 'how far the best passage scores above the fourth, as a share'],
  noNumber: [-1, 'a number is asked for and the best sentence has none'],
  noDate: [-1, 'a date is asked for and the best sentence has none'],
} as const satisfies Record<string, readonly [sign: -1 | 1, meaning: string]>;

export type SignalName = keyof typeof meanings;
export type Signals = Readonly<Record<SignalName, number>>;

export const signalNames = Object.keys(meanings) as readonly SignalName[];

/** The signals for and against an answer, or undefined where nothing is asked or nothing was found. */
export function signalsOf(
  snapshot: Snapshot,
  question: ReadQuestion,
  retrieved: Retrieved,
): Signals | undefined {
  const evidence = gatherEvidence(snapshot, question, retrieved);
  return evidence && weigh(question, evidence);
}

function weigh(question: ReadQuestion, { asked, sentences, passageScores }: Evidence): Signals | undefined {
  const [best] = sentences;
  if (!best) return undefined;
  const { missingUnit, maxMissingNames } = PARAMETERS.gate;
  const matched = asked.filter((thing) => isThere(thing, best.passageTerms));
  const missing = asked.filter((thing) => !matched.includes(thing));
  const pairs = wordPairs(question.english);
  return {
    coverage: Math.max(...sentences.map(({ terms }) => coverageOf(asked, terms))),
    aroundCoverage: Math.max(...best.around.map((terms) => coverageOf(asked, terms))),
    collectionCoverage: knownShare(asked),
    matched: Math.log1p(rarityIn(matched)),
    missing: rarityIn(missing) / missingUnit,
    missingNames: Math.min(maxMissingNames, namesIn(missing).length),
    near: neighboursTogether(asked, best.row),
    phrasing: Math.max(...sentences.map(({ text }) => sharedPairs(pairs, text))),
    passageLead: leadOf(passageScores),
    ...kindSignals(question, best.text),
  };
}

function kindSignals({ expects }: ReadQuestion, sentence: string) {
  const { expected } = expects;
  const isMissing = expected !== undefined && !hasExpected(expects, sentence);
  return {
    noNumber: isMissing && isNumeric(expected) ? 1 : 0,
    noDate: isMissing && expected === 'date' ? 1 : 0,
  };
}

/** How far the first of some scores, best first, stands above the last, as a share of the first: 0 to 1. */
function leadOf(scores: readonly number[]): number {
  const [first = 0] = scores;
  return first > 0 ? (first - (scores.at(-1) ?? 0)) / first : 0;
}
