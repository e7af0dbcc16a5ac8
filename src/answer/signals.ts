import type { Hit } from '../index/passage-index.js';
import type { Query } from '../index/query.js';
import type { SentenceHit } from '../index/sentence-ranking.js';
import type { Snapshot } from '../index/snapshot.js';
import {
  coverageOf,
  isThere,
  knownShare,
  margin,
  namesIn,
  order,
  rarityIn,
  scoresOf,
} from './signals-coverage.js';
import { type Evidence, gather } from './signals-evidence.js';
import { expectedKind, has, type Kind } from './signals-kind.js';

/** What each signal means, and whether more of it speaks for an answer (1), against one (-1), or is left open (0). */
export const meanings = {
  coverage: [1, 'share of the question, by rarity of its words, that one of the three best sentences says'],
  aroundCoverage: [1, 'share that the best sentence says together with a neighbour and the headings'],
  passageCoverage: [1, 'share that the passage of the best sentence says'],
  collectionCoverage: [1, 'share whose words stand anywhere in the documents'],
  missing: [-1, 'rarity, in sum, of what the passage does not say (20 = 1)'],
  rarestMissing: [-1, 'rarity of the rarest word that the passage does not say (10 = 1)'],
  matched: [1, 'logarithm of the rarity, in sum, of what the best sentence says'],
  missingNames: [-1, 'names and numbers of the question that the passage does not have, at most two'],
  near: [1, 'share of neighbours in the question that stand together in the best sentence'],
  run: [1, 'share of the question that stands in the best sentence in one stretch'],
  spread: [-1, 'logarithm of the mean distance between matched words in the best sentence'],
  sentenceMargin: [1, 'how far the best sentence scores above the fourth, as a share'],
  passageMargin: [1, 'how far the best passage scores above the second, as a share'],
  passageLead: [1, 'how far the best passage scores above the fourth, as a share'],
  length: [0, 'logarithm of the number of things asked'],
  noNumber: [-1, 'a number is asked for and the best sentence has none'],
  noDate: [-1, 'a date is asked for and the best sentence has none'],
  noName: [-1, 'a name is asked for and the best sentence has none'],
  noReason: [-1, 'a reason is asked for and the best sentence has no sign of one'],
  noneOfThree: [-1, 'what is asked for is in none of the three best sentences'],
} as const satisfies Record<string, readonly [sign: -1 | 0 | 1, meaning: string]>;

export type SignalName = keyof typeof meanings;
export type Signals = Readonly<Record<SignalName, number>>;

export const signalNames = Object.keys(meanings) as readonly SignalName[];

/**
 * The signals for and against an answer, or undefined where nothing is asked or nothing was found.
 * @param hits Passages for the query, best first.
 * @param ranked Sentences for the query, best first.
 */
export function signalsOf(
  snapshot: Snapshot,
  query: Query,
  hits: readonly Hit[],
  ranked: readonly SentenceHit[],
): Signals | undefined {
  const evidence = gather(snapshot, query, hits, ranked);
  return evidence && weigh(evidence);
}

function weigh(evidence: Evidence): Signals | undefined {
  const { asked, sentences, passageScores } = evidence;
  const [best] = sentences;
  if (!best) return undefined;
  const missing = asked.filter((each) => !isThere(each, best.passageTerms));
  const matched = asked.filter((each) => isThere(each, best.terms));
  const { near, run, spread } = order(asked, best.row);
  return {
    coverage: Math.max(...sentences.slice(0, 3).map(({ terms }) => coverageOf(asked, terms))),
    aroundCoverage: Math.max(...best.around.map((terms) => coverageOf(asked, terms))),
    passageCoverage: coverageOf(asked, best.passageTerms),
    collectionCoverage: knownShare(asked),
    missing: rarityIn(missing) / 20,
    rarestMissing: Math.max(0, ...missing.map(({ rarity }) => rarity)) / 10,
    matched: Math.log1p(rarityIn(matched)),
    missingNames: Math.min(2, namesIn(missing).length),
    near,
    run,
    spread: Math.log1p(spread),
    sentenceMargin: margin(scoresOf(evidence), 3),
    passageMargin: margin(passageScores, 1),
    passageLead: margin(passageScores, 3),
    length: Math.log1p(asked.length),
    ...kindSignals(evidence),
  };
}

function kindSignals({ question, sentences }: Evidence) {
  const kind = expectedKind(question);
  const lacks = (count: number) =>
    kind !== undefined && !sentences.slice(0, count).some(({ text }) => has(kind, text, question));
  const bestLacks = lacks(1);
  const signalOf = (expected: Kind) => (bestLacks && kind === expected ? 1 : 0);
  return {
    noNumber: signalOf('number'),
    noDate: signalOf('date'),
    noName: signalOf('name'),
    noReason: signalOf('reason'),
    noneOfThree: lacks(3) ? 1 : 0,
  };
}
