import file from '../data/sentence-weights.json' with { type: 'json' };
import { PARAMETERS } from '../parameters.js';
import type { ReadQuestion } from '../query/question.js';
import type { Snapshot } from '../snapshot.js';
import { type Evidence, type EvidenceName, evidenceNames, evidenceReader } from './evidence.js';
import { bestSentenceFirst, type PassageHit, type SentenceHit } from './hits.js';
import type { KnownMatch, MatchFinder } from './known-match.js';
import type { TermMatcher } from './term-matcher.js';

/** A sentence by what speaks for its being the answer: its score is the logarithm of the odds against the others. */
export interface RankedSentence extends SentenceHit {
  readonly evidence: Evidence;
  /** The known question that led to it. */
  readonly known?: KnownMatch;
}

const weights: ReadonlyMap<string, number> = new Map(Object.entries(file.weights));

/** What a piece of evidence adds to the score. */
export function evidenceShare(evidence: Evidence, name: EvidenceName): number {
  return (weights.get(name) ?? 0) * evidence[name];
}

function wordForWord({ known }: RankedSentence): number {
  return known?.isSameWording ? 1 : 0;
}

/**
 * Ranks the best of some sentences anew, best first, by all that speaks for each being the answer; those of known questions
 * always, and before all others what answers one that is asked word for word.
 */
export function rerankSentences(
  snapshot: Snapshot,
  question: ReadQuestion,
  matcher: TermMatcher,
  passages: readonly PassageHit[],
  ranked: readonly SentenceHit[],
  matchOf: MatchFinder,
): readonly RankedSentence[] {
  const evidenceOf = evidenceReader(snapshot, question, matcher, passages, ranked);
  return ranked
    .map((hit) => ({ hit, known: matchOf(hit) }))
    .filter(({ known }, place) => known || place < PARAMETERS.sentences.read)
    .map(({ hit, known }): RankedSentence => {
      const evidence = evidenceOf(hit, known);
      const score = evidenceNames.reduce((sum, name) => sum + evidenceShare(evidence, name), 0);
      return known ? { ...hit, score, evidence, known } : { ...hit, score, evidence };
    })
    .sort((a, b) => wordForWord(b) - wordForWord(a) || bestSentenceFirst(a, b));
}
