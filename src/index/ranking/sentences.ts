import type { Hit } from '../passage-index.js';
import { countTerms, type PassageTerms, placedTerms } from '../passage-terms.js';
import type { Query } from '../query/question.js';
import { withRelated } from '../query/synonyms.js';
import type { Snapshot } from '../snapshot.js';
import type { ScoreListener } from './explanation.js';
import { closenessTo, withMeaning } from './semantic.js';
import { type ConceptScorer, conceptScorer } from './term-group-score.js';

/** A sentence of a passage that matches, by its place among the passage's sentences. */
export interface SentenceHit {
  readonly passage: number;
  readonly sentence: number;
  readonly score: number;
}

/** How much of the score of its passage a sentence gets on top of its own. */
const passageShare = 0.3;
/** How much of the score of a sentence is that together with its headings and the sentence before, against by itself. */
const contextShare = 0.6;

/**
 * The sentences of the given passages, best first; ties in reading order. Those in passages without a word of the query
 * are left out where nothing is known of what they mean.
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
  for (const { passage, score } of hits) {
    const ofPassage = passageShare * score;
    sentenceScores(terms, passage, scorer).forEach(({ words, context }, sentence) => {
      const score = words + context;
      if (score === 0 && !closeness) return;
      listener?.sentence(passage, sentence, 'words', words);
      listener?.sentence(passage, sentence, 'context', context);
      listener?.sentence(passage, sentence, 'passage', ofPassage);
      found.push({ passage, sentence, score: score + ofPassage });
    });
  }
  const all = closeness ? withMeaning(snapshot, query, found, closeness, listener) : found;
  return all.sort((a, b) => b.score - a.score || a.passage - b.passage || a.sentence - b.sentence);
}

/** A text by how often it has terms of the query, and its length. */
interface Row {
  readonly counts: ReadonlyMap<number, number>;
  readonly length: number;
}

/** The score of a sentence by words, in its two shares. */
interface WordScore {
  readonly words: number;
  readonly context: number;
}

/**
 * The scores of a passage's sentences by words. A sentence seldom repeats what the one before and the headings have
 * said: "He" and "it" point there. So it is scored by itself and in its context.
 */
function sentenceScores(terms: PassageTerms, passage: number, scorer: ConceptScorer): WordScore[] {
  const headingRow = terms.headingRow(passage);
  const rows: Row[] = [];
  for (let row = headingRow; row < terms.headingRow(passage + 1); row++) {
    const counts = countTerms(placedTerms(terms.row(row), scorer.has));
    addSources(counts, terms.sourceNames(row), scorer.has);
    rows.push({ counts, length: terms.row(row).length });
  }
  const [heading, ...sentences] = rows;
  const average = terms.averageSentence;
  return sentences.map((sentence, i) => {
    const before = sentences[i - 1];
    const own = scorer.score({ ...sentence, averageLength: average });
    const context = together([heading, before, sentence].filter((row) => row !== undefined));
    // Headings are short: they add words, not length.
    const length = context.length - (heading?.length ?? 0);
    const averageLength = before ? 2 * average : average;
    const inContext = scorer.score({ ...context, length, averageLength });
    return { words: (1 - contextShare) * own, context: contextShare * inContext };
  });
}

function together(rows: readonly Row[]): Row {
  const counts = new Map<number, number>();
  for (const row of rows) {
    for (const [term, count] of row.counts) counts.set(term, (counts.get(term) ?? 0) + count);
  }
  return { counts, length: rows.reduce((sum, { length }) => sum + length, 0) };
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
