import { PARAMETERS } from '../parameters.js';
import type { ReadQuestion } from '../query/question.js';
import type { Snapshot } from '../snapshot.js';
import { withSentencePeriod } from './dates.js';
import { bestSentenceFirst, type PassageHit, type SentenceByWords, type SentenceHit } from './hits.js';
import type { MatchFinder } from './known-match.js';
import { withSentenceMeaning } from './semantic.js';
import type { TermMatcher } from './term-matcher.js';

/**
 * The sentences of the given passages, best first; ties in reading order. Those without a word of the question are left
 * out where nothing is known of what they mean, but for those that answer a known question.
 */
export function rankSentences(
  snapshot: Snapshot,
  question: ReadQuestion,
  matcher: TermMatcher,
  hits: readonly PassageHit[],
  matchOf: MatchFinder,
): readonly SentenceHit[] {
  const byWords = hits.flatMap((hit) => scoredSentences(hit, matcher));
  const found = question.closeness
    ? byWords
    : byWords.filter((hit) => hit.parts.words || hit.parts.context || matchOf(hit));
  const ranked = [...withSentenceMeaning(snapshot, question, found)].sort(bestSentenceFirst);
  return withSentencePeriod(snapshot, question, ranked);
}

/**
 * The sentences of a passage with their scores by words. A sentence seldom repeats what the one before and the headings
 * have said: "He" and "it" point there. So it is scored by itself and in its context.
 */
function scoredSentences({ passage, score }: PassageHit, matcher: TermMatcher): SentenceByWords[] {
  const { contextShare, passageShare } = PARAMETERS.sentences;
  const [heading, ...sentences] = matcher.rows(passage);
  if (!heading) return [];
  const ordinaryLength = PARAMETERS.words.ordinaryLength.sentence;
  return sentences.map((row, sentence) => {
    const before = sentences[sentence - 1];
    const own = matcher.score({ rows: [row], length: row.length, ordinaryLength });
    const inContext = matcher.score({
      rows: before ? [heading, before, row] : [heading, row],
      // Headings are short: they add words, not length.
      length: (before?.length ?? 0) + row.length,
      ordinaryLength: before ? 2 * ordinaryLength : ordinaryLength,
    });
    const parts = {
      words: (1 - contextShare) * own,
      context: contextShare * inContext,
      passage: passageShare * score,
    };
    return { passage, sentence, score: parts.words + parts.context + parts.passage, parts };
  });
}
