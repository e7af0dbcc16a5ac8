import file from '../data/sentence-weights.json' with { type: 'json' };
import { PARAMETERS } from '../parameters.js';
import type { ReadQuestion } from '../query/question.js';
import type { Snapshot } from '../snapshot.js';
import { type Evidence, type EvidenceName, evidenceNames, evidenceReader } from './evidence.js';
import { bestSentenceFirst, type SentenceHit } from './hits.js';

const weights: ReadonlyMap<string, number> = new Map(Object.entries(file.weights));

/** The weights as they are fitted; the order of sentences is by their sum. */
export function scoreOf(evidence: Evidence, weightOf: (name: EvidenceName) => number): number {
  return evidenceNames.reduce((sum, name) => sum + weightOf(name) * evidence[name], 0);
}

/** Ranks the best sentences anew by all that speaks for each being the answer; the others follow as they were. */
export function rerankSentences(
  snapshot: Snapshot,
  question: ReadQuestion,
  ranked: readonly SentenceHit[],
): readonly SentenceHit[] {
  const { read } = PARAMETERS.sentences;
  const best = ranked[0]?.score ?? 0;
  const evidenceOf = evidenceReader(snapshot, question, best);
  const looked = ranked.slice(0, read).map((hit): SentenceHit => {
    const evidence = scoreOf(evidenceOf(hit), (name) => weights.get(name) ?? 0);
    return { ...hit, score: evidence };
  });
  return [...looked.sort(bestSentenceFirst), ...ranked.slice(read)];
}
