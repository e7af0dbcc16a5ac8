import type { Closeness } from '../embedding/sentence-vectors.js';
import { byScore, type Hit } from '../passage-index.js';
import type { Query } from '../query/question.js';
import { type Concept, isAsked } from '../query/term-group.js';
import type { Snapshot } from '../snapshot.js';
import { isEnglish } from '../text/english-idf.js';
import type { ScoreListener } from './explanation.js';
import type { SentenceHit } from './sentences.js';

/**
 * What a text that means just what was asked gets on top of its score by words, in shares of the best score by words.
 * Words that were asked speak for themselves: the share falls with their number from `words` on. It falls with the
 * words that are no English ones, too: a name means itself, and no vector stands for it. A question translated word by
 * word means less.
 */
const meaningShare = Object.freeze({ passage: 0.4, sentence: 0.75, words: 6, translated: 0.5 });

/** A sentence often opens what the next one says in other words: how much of the next one's closeness counts for it. */
const nextShare = 0.2;

/** Up to so many sentences all are compared with a question, beyond it those of passages that words have led to. */
const mostCompared = 50_000;
/** Passages that are looked at though they share no word with the question. */
const mostWordless = 20;

/** How close the sentences of a snapshot are to a question; `undefined` where nothing is known of that. */
export function closenessTo({ meaning }: Snapshot, { question, english }: Query): Closeness | undefined {
  return meaning?.closenessTo(english ?? question);
}

/** Passages by words and by the meaning of their nearest sentence. `hits` are those that words have led to. */
export function passagesByMeaning(
  snapshot: Snapshot,
  query: Query,
  hits: readonly Hit[],
  closeness: Closeness,
  listener?: ScoreListener,
): Hit[] {
  const all = [...hits, ...nearestOthers(snapshot, hits, closeness)];
  const share = shareOf(meaningShare.passage, query, hits);
  const ranked = all.map((hit) => {
    const meaning = share * nearest(snapshot, hit.passage, closeness);
    listener?.passage(hit.passage, 'meaning', meaning);
    return { ...hit, score: hit.score + meaning };
  });
  return ranked.sort(byScore);
}

/** Adds to the scores by words what the sentences mean; the order stays as it was. */
export function withMeaning(
  { terms }: Snapshot,
  query: Query,
  hits: readonly SentenceHit[],
  closeness: Closeness,
  listener?: ScoreListener,
): SentenceHit[] {
  const share = shareOf(meaningShare.sentence, query, hits);
  return hits.map((hit) => {
    const row = terms.headingRow(hit.passage) + 1 + hit.sentence;
    const isLast = row + 1 === terms.headingRow(hit.passage + 1);
    const ofNext = isLast ? 0 : nextShare * Math.max(0, closeness(row + 1));
    const meaning = share * (Math.max(0, closeness(row)) + ofNext);
    listener?.sentence(hit.passage, hit.sentence, 'meaning', meaning);
    return { ...hit, score: hit.score + meaning };
  });
}

function shareOf(
  share: number,
  { concepts, english }: Query,
  hits: readonly { readonly score: number }[],
): number {
  const best = Math.max(0, ...hits.map(({ score }) => score)) || 1;
  const isTranslated = english !== undefined;
  return (
    share *
    best *
    Math.min(1, meaningShare.words / concepts.length) *
    shareOfEnglish(concepts) *
    (isTranslated ? meaningShare.translated : 1)
  );
}

/** The share of the terms asked that are English words, 0 to 1. */
function shareOfEnglish(concepts: readonly Concept[]): number {
  const asked = concepts.flatMap(({ alternatives }) =>
    alternatives.filter(({ origin }) => isAsked(origin)).flatMap(({ terms }) => terms),
  );
  return asked.length === 0 ? 1 : asked.filter(isEnglish).length / asked.length;
}

/** The passages nearest in meaning among those that no word has led to. */
function nearestOthers(snapshot: Snapshot, hits: readonly Hit[], closeness: Closeness): Hit[] {
  if (snapshot.terms.rows > mostCompared) return [];
  const found = new Set(hits.map(({ passage }) => passage));
  const best: Hit[] = [];
  for (let passage = 0; passage < snapshot.terms.size; passage++) {
    if (found.has(passage)) continue;
    const score = nearest(snapshot, passage, closeness);
    if (score <= (best.length < mostWordless ? 0 : (best.at(-1)?.score ?? 0))) continue;
    best.push({ passage, score });
    best.sort(byScore).splice(mostWordless);
  }
  return best.map(({ passage }) => ({ passage, score: 0 }));
}

/** The closeness of the nearest sentence of a passage, 0 to 1. */
function nearest({ terms }: Snapshot, passage: number, closeness: Closeness): number {
  let best = 0;
  for (let row = terms.headingRow(passage) + 1; row < terms.headingRow(passage + 1); row++) {
    best = Math.max(best, closeness(row));
  }
  return best;
}
