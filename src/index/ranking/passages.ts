import { byScore, type Hit } from '../passage-index.js';
import { countTerms, type PassageTerms, placedTerms } from '../passage-terms.js';
import { analyzeQuery, type Query, weightedTerms } from '../query/question.js';
import { withRelated } from '../query/synonyms.js';
import type { Snapshot } from '../snapshot.js';
import type { ScoreListener } from './explanation.js';
import { proximityScorer } from './proximity.js';
import { feedbackScorer } from './relevance-feedback.js';
import { closenessTo, passagesByMeaning } from './semantic.js';
import { conceptScorer } from './term-group-score.js';

/** The index finds so many passages; their order is then looked at more closely. */
const candidates = 100;
/** What the best sentence of a passage counts beside the whole. */
const sentenceShare = 0.3;
/** What the words that go with the words asked count, against these: .3 of .7, as RM3 has it. */
const feedbackShare = 0.3 / 0.7;

/** The passages that match a question, at most `limit`, best first. */
export function searchPassages(snapshot: Snapshot, question: string, limit: number): readonly Hit[] {
  return rankPassages(snapshot, analyzeQuery(question, snapshot), limit);
}

/** As {@link searchPassages}, for a question that has been read: by its words and, where that is known, its meaning. */
export function rankPassages(
  snapshot: Snapshot,
  query: Query,
  limit: number,
  listener?: ScoreListener,
): readonly Hit[] {
  const hits = rankByWords(snapshot, query, Math.max(candidates, limit), listener);
  const closeness = closenessTo(snapshot, query);
  return (closeness ? passagesByMeaning(snapshot, query, hits, closeness, listener) : hits).slice(0, limit);
}

/** The passages that match by their words, best first. */
function rankByWords(
  { index, terms }: Snapshot,
  query: Query,
  limit: number,
  listener?: ScoreListener,
): readonly Hit[] {
  const found = index.search(weightedTerms(query), limit);
  if (listener) for (const { passage, score } of found) listener.passage(passage, 'words', score);
  const matchScore = matchScorer(withRelated(query, terms), terms, listener);
  const matched = found.map((hit) => ({ ...hit, score: hit.score + matchScore(hit.passage) })).sort(byScore);
  const feedbackScore = feedbackScorer(terms, matched);
  const share = feedbackShare * query.concepts.length;
  const ranked = matched.map((hit) => {
    const feedback = share * feedbackScore(hit.passage);
    listener?.passage(hit.passage, 'feedback', feedback);
    return { ...hit, score: hit.score + feedback };
  });
  return ranked.sort(byScore);
}

/** What counts beyond the words of the query being there: related words, one sentence with many, neighbours. */
function matchScorer(
  query: Query,
  passages: PassageTerms,
  listener?: ScoreListener,
): (passage: number) => number {
  const scorer = conceptScorer(query, passages);
  const proximity = proximityScorer(query, passages);
  return (passage) => {
    const headingRow = passages.headingRow(passage);
    const heading = placedTerms(passages.row(headingRow), scorer.has);
    const all = [heading];
    let bestSentence = 0;
    for (let row = headingRow + 1; row < passages.headingRow(passage + 1); row++) {
      const sentence = placedTerms(passages.row(row), scorer.has);
      all.push(sentence);
      const length = passages.row(headingRow).length + passages.row(row).length;
      const counts = countTerms([...heading, ...sentence]);
      const score = scorer.score({ counts, length, averageLength: passages.averageSentence });
      bestSentence = Math.max(bestSentence, score);
    }
    const whole = {
      counts: countTerms(all.flat()),
      length: passages.lengthOf(passage),
      averageLength: passages.averageLength,
    };
    const parts = {
      related: scorer.relatedScore(whole),
      bestSentence: sentenceShare * bestSentence,
      proximity: proximity(all),
    };
    listener?.passage(passage, 'related', parts.related);
    listener?.passage(passage, 'bestSentence', parts.bestSentence);
    listener?.passage(passage, 'proximity', parts.proximity);
    return parts.related + parts.bestSentence + parts.proximity;
  };
}
