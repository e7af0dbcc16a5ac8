import type { Closeness } from '../embedding/sentence-vectors.js';
import { PARAMETERS } from '../parameters.js';
import { byScore } from '../passage-index.js';
import type { PassageTerms } from '../passage-terms.js';
import type { ReadQuestion } from '../query/question.js';
import { saysWhatWasAsked } from '../query/term-group.js';
import type { Snapshot } from '../snapshot.js';
import { isEnglish } from '../text/english-idf.js';
import type { PassageHit, PassageWithFeedback, SentenceByWords, SentenceHit } from './hits.js';

/** Passages that words have led to, by these and by the meaning of their nearest sentence, best first. */
export function withPassageMeaning(
  { terms }: Snapshot,
  question: ReadQuestion,
  hits: readonly PassageWithFeedback[],
): readonly PassageHit[] {
  const { closeness } = question;
  if (!closeness) return hits;
  const share = shareOf(PARAMETERS.meaning.passageShare, question, hits);
  const ranked = hits.map(({ passage, score, parts }): PassageHit => {
    const meaning = share * nearest(terms, passage, closeness);
    const { words, related, bestSentence, proximity, feedback } = parts;
    return {
      passage,
      score: score + meaning,
      parts: { words, related, bestSentence, proximity, feedback, meaning },
    };
  });
  return ranked.sort(byScore);
}

/** Adds to the scores of sentences by words what they mean; the order stays as it was. */
export function withSentenceMeaning(
  { terms }: Snapshot,
  question: ReadQuestion,
  hits: readonly SentenceByWords[],
): readonly SentenceHit[] {
  const { closeness } = question;
  if (!closeness) return hits;
  const share = shareOf(PARAMETERS.meaning.sentenceShare, question, hits);
  return hits.map(({ passage, sentence, score, parts }) => {
    const row = terms.headingRow(passage) + 1 + sentence;
    const isLast = row + 1 === terms.headingRow(passage + 1);
    const ofNext = isLast ? 0 : PARAMETERS.meaning.nextShare * Math.max(0, closeness(row + 1));
    const meaning = share * (Math.max(0, closeness(row)) + ofNext);
    const { words, context, passage: ofPassage } = parts;
    return {
      passage,
      sentence,
      score: score + meaning,
      parts: { words, context, passage: ofPassage, meaning },
    };
  });
}

/**
 * A share of the best score by words. Words that were asked speak for themselves: it falls with their number. It falls
 * with the words that are no English ones, too: a name means itself, and no vector stands for it.
 */
function shareOf(share: number, question: ReadQuestion, hits: readonly { readonly score: number }[]): number {
  const { words, translatedShare } = PARAMETERS.meaning;
  const best = Math.max(0, ...hits.map(({ score }) => score)) || 1;
  return (
    share *
    best *
    Math.min(1, words / question.groups.length) *
    shareOfEnglish(question) *
    (question.isTranslated ? translatedShare : 1)
  );
}

/** The share of the terms asked that are English words, 0 to 1. */
function shareOfEnglish({ groups }: ReadQuestion): number {
  const asked = groups
    .flatMap(({ variants }) => variants)
    .filter(({ origin }) => saysWhatWasAsked(origin))
    .flatMap(({ terms }) => terms);
  return asked.length === 0 ? 1 : asked.filter(isEnglish).length / asked.length;
}

/** The closeness of the nearest sentence of a passage, 0 to 1. */
function nearest(terms: PassageTerms, passage: number, closeness: Closeness): number {
  let best = 0;
  for (let row = terms.headingRow(passage) + 1; row < terms.headingRow(passage + 1); row++) {
    best = Math.max(best, closeness(row));
  }
  return best;
}
