import type { Hit } from '../index/passage-index.js';
import type { Query } from '../index/query.js';
import type { SentenceHit } from '../index/sentence-ranking.js';
import type { Snapshot } from '../index/snapshot.js';
import { coverageOf, isThere, knownShare, namesIn, nearness, rarityIn } from './signals-coverage.js';
import { type Evidence, type FoundSentence, gather, mostScores } from './signals-evidence.js';
import { expectedKind, has, isNumeric } from './signals-kind.js';

/**
 * What each signal means, and whether more of it speaks for an answer (1), against one (-1), or is left open (0).
 *
 * Measured and left out, as they add nothing beside these: the rarest missing word, the passage's coverage, the margin
 * of the first over the fourth sentence, the longest run of matched words and their spread, signs of a reason or a
 * name by themselves, words of small talk, frequency in the documents instead of the background table,
 * how close the sentence is in meaning.
 */
export const meanings = {
  coverage: [1, 'share of the question, by rarity of its words, that one of the three best sentences says'],
  aroundCoverage: [1, 'share that the best sentence says together with a neighbour and the headings'],
  collectionCoverage: [1, 'share whose words stand anywhere in the documents'],
  matched: [1, 'logarithm of the rarity, in sum, of what the best sentence says'],
  missing: [-1, 'rarity, in sum, of what the passage does not say (20 = 1)'],
  missingNames: [-1, 'names and numbers of the question that the passage does not have, at most two'],
  near: [1, 'share of neighbours in the question that stand together in the best sentence'],
  passageLead: [1, 'how far the best passage scores above the fourth, as a share'],
  length: [0, 'logarithm of the number of things asked'],
  noNumber: [-1, 'a number is asked for and the best sentence has none'],
  noDate: [-1, 'a date is asked for and the best sentence has none'],
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
  const matched = asked.filter((each) => isThere(each, best.terms));
  const missing = asked.filter((each) => !isThere(each, best.passageTerms));
  return {
    coverage: Math.max(...sentences.map(({ terms }) => coverageOf(asked, terms))),
    aroundCoverage: Math.max(...best.around.map((terms) => coverageOf(asked, terms))),
    collectionCoverage: knownShare(asked),
    matched: Math.log1p(rarityIn(matched)),
    missing: rarityIn(missing) / 20,
    missingNames: Math.min(2, namesIn(missing).length),
    near: nearness(asked, best.row),
    passageLead: leadOf(passageScores),
    length: Math.log1p(asked.length),
    ...kindSignals(evidence, best),
  };
}

function kindSignals({ question, sentences }: Evidence, best: FoundSentence) {
  const kind = expectedKind(question);
  const isMissing = kind !== undefined && !has(kind, best.text, question);
  const isNowhere = kind !== undefined && !sentences.some(({ text }) => has(kind, text, question));
  return {
    noNumber: isMissing && isNumeric(kind) ? 1 : 0,
    noDate: isMissing && kind === 'date' ? 1 : 0,
    noneOfThree: isNowhere ? 1 : 0,
  };
}

/** How far the first score stands above the last of the best, as a share of the first: 0 to 1. */
function leadOf(scores: readonly number[]): number {
  const [first = 0] = scores;
  return first > 0 ? (first - (scores[mostScores - 1] ?? 0)) / first : 0;
}
