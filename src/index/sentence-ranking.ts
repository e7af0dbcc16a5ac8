import { conceptScorer } from './concept-score.js';
import { closenessTo, withMeaning } from './meaning.js';
import type { Hit } from './passage-index.js';
import { countTerms, placedTerms } from './passage-terms.js';
import type { Query } from './query.js';
import { withRelated } from './related.js';
import type { ScoreListener } from './score-parts.js';
import type { Snapshot } from './snapshot.js';

/** A sentence of a passage that matches, by its place among the passage's sentences. */
export interface SentenceHit {
  readonly passage: number;
  readonly sentence: number;
  readonly score: number;
}

/** How much of the score of its passage a sentence gets on top of its own. */
const passageShare = 0.5;

/**
 * The sentences of the given passages, best first; ties in reading order. Those without a word of the query are left
 * out where nothing is known of what they mean.
 */
export function rankSentences(
  snapshot: Snapshot,
  query: Query,
  hits: readonly Hit[],
  listener?: ScoreListener,
): SentenceHit[] {
  const { terms } = snapshot;
  const scorer = conceptScorer(withRelated(query, terms), terms);
  const closeness = closenessTo(snapshot, query);
  const found: SentenceHit[] = [];
  for (const hit of hits) {
    const first = terms.headingRow(hit.passage) + 1;
    const end = terms.headingRow(hit.passage + 1);
    for (let row = first; row < end; row++) {
      const counts = countTerms(placedTerms(terms.row(row), scorer.has));
      addSources(counts, terms.sourceNames(row), scorer.has);
      const length = terms.row(row).length;
      const own = scorer.score({ counts, length, averageLength: terms.averageSentence });
      if (own === 0 && !closeness) continue;
      const ofPassage = passageShare * hit.score;
      listener?.sentence(hit.passage, row - first, 'words', own);
      listener?.sentence(hit.passage, row - first, 'passage', ofPassage);
      found.push({ passage: hit.passage, sentence: row - first, score: own + ofPassage });
    }
  }
  const all = closeness ? withMeaning(snapshot, query, found, closeness, listener) : found;
  return all.sort((a, b) => b.score - a.score || a.passage - b.passage || a.sentence - b.sentence);
}

/** A sentence that rests on a source that was asked for by its full name counts as if it named it. */
function addSources(
  counts: Map<number, number>,
  names: readonly (readonly number[])[],
  isAsked: (term: number) => boolean,
): void {
  for (const name of names) {
    if (!name.every(isAsked)) continue;
    for (const term of name) if (!counts.has(term)) counts.set(term, 1);
  }
}
