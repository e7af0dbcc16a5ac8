import { inverseFrequency, termWeight } from './bm25.js';
import { isAsked } from './concept.js';
import type { Hit } from './passage-index.js';
import type { PassageTerms } from './passage-terms.js';
import type { Query } from './query.js';
import type { Snapshot } from './snapshot.js';

/** A sentence of a passage that matches, by its place among the passage's sentences. */
export interface SentenceHit {
  readonly passage: number;
  readonly sentence: number;
  readonly score: number;
}

/** How much of the score of its passage a sentence gets on top of its own. */
const passageShare = 0.5;

/** Every sentence of the given passages that has a word of the query, best first; ties in reading order. */
export function rankSentences(snapshot: Snapshot, query: Query, hits: readonly Hit[]): SentenceHit[] {
  const scorer = sentenceScorer(query, snapshot.terms);
  const found: SentenceHit[] = [];
  for (const hit of hits) {
    const first = snapshot.terms.headingRow(hit.passage) + 1;
    const end = snapshot.terms.headingRow(hit.passage + 1);
    for (let row = first; row < end; row++) {
      const own = scorer(snapshot.terms.row(row));
      if (own > 0)
        found.push({ passage: hit.passage, sentence: row - first, score: own + passageShare * hit.score });
    }
  }
  return found.sort((a, b) => b.score - a.score || a.passage - b.passage || a.sentence - b.sentence);
}

/** BM25 of a sentence, where each concept counts once, by its best alternative that is there in full. */
function sentenceScorer(query: Query, passages: PassageTerms): (row: Uint32Array) => number {
  const concepts = query.concepts.map(({ alternatives }) =>
    alternatives.flatMap(({ terms, weight, origin }) => {
      const numbers = terms.flatMap((term) => passages.numberOf(term) ?? []);
      const whole = !isAsked(origin);
      if (numbers.length === 0 || (whole && numbers.length < terms.length)) return [];
      const idfs = numbers.map((number) => inverseFrequency(passages.size, passages.frequency(number)));
      return [{ numbers, idfs, whole, weight: whole ? weight / terms.length : weight }];
    }),
  );
  return (row) => {
    const counts = new Map<number, number>();
    for (const term of row) counts.set(term, (counts.get(term) ?? 0) + 1);
    let sum = 0;
    for (const alternatives of concepts) {
      let best = 0;
      for (const { numbers, idfs, whole, weight } of alternatives) {
        if (whole && !numbers.every((number) => counts.has(number))) continue;
        let score = 0;
        numbers.forEach((number, i) => {
          const tf = counts.get(number) ?? 0;
          if (tf > 0) score += (idfs[i] ?? 0) * termWeight(tf, row.length, passages.averageSentence);
        });
        best = Math.max(best, weight * score);
      }
      sum += best;
    }
    return sum;
  };
}
