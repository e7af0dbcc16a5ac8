import { PARAMETERS } from '../parameters.js';
import type { PassageTerms } from '../passage-terms.js';
import { bagScorer } from './bag-of-terms.js';
import type { PassageHit } from './hits.js';
import { largest } from './largest.js';

/**
 * Scores passages by how much they speak of what the best hits speak of: the words that go with the words asked. A
 * relevance model (Lavrenko and Croft, "Relevance-based language models", 2001; mixed with the query it is RM3,
 * Abdul-Jaleel and others, "UMass at TREC 2004"), its terms also weighted by rarity and scored by BM25.
 */
export function feedbackScorer(
  passages: PassageTerms,
  hits: readonly PassageHit[],
): (passage: number) => number {
  const shares = relevanceModel(passages, hits.slice(0, PARAMETERS.feedback.passages));
  const weights = [...shares].map(([term, share]) => [term, share * passages.rarity(term)] as const);
  const scoreOf = bagScorer(new Map(weights));
  const ordinary = PARAMETERS.words.ordinaryLength.passage;
  return (passage) => scoreOf(passages.passage(passage), passages.lengthOf(passage), ordinary);
}

/** Terms with the share each has in what the hits say; the shares sum to 1. */
function relevanceModel(passages: PassageTerms, hits: readonly PassageHit[]): ReadonlyMap<number, number> {
  const best = hits[0]?.score ?? 0;
  const model = new Map<number, number>();
  for (const { passage, score } of hits) {
    const relevance = Math.exp(PARAMETERS.feedback.steepness * (score - best));
    const terms = passages.passage(passage);
    for (const term of terms) {
      model.set(term, (model.get(term) ?? 0) + (relevance * passages.rarity(term)) / terms.length);
    }
  }
  const { terms: most } = PARAMETERS.feedback;
  const least = largest(most, [...model.values()], (share) => share);
  const top: [term: number, share: number][] = [];
  model.forEach((share, term) => {
    if (share >= least) top.push([term, share]);
  });
  top.sort((a, b) => b[1] - a[1] || a[0] - b[0]).splice(most);
  const total = top.reduce((sum, [, share]) => sum + share, 0);
  return new Map(top.map(([term, share]) => [term, share / total]));
}
