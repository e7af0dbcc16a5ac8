import type { Hit } from './passage-index.js';
import { analyzeQuery, type Query, weightedTerms } from './query.js';
import type { Snapshot } from './snapshot.js';

/** The passages that match a question, at most `limit`, best first. */
export function searchPassages(snapshot: Snapshot, question: string, limit: number): readonly Hit[] {
  return rankPassages(snapshot, analyzeQuery(question, snapshot), limit);
}

/** As {@link searchPassages}, for a question that has been read. */
export function rankPassages(snapshot: Snapshot, query: Query, limit: number): readonly Hit[] {
  return snapshot.index.search(weightedTerms(query), limit);
}
