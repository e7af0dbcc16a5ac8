import { PARAMETERS } from '../parameters.js';
import { byScore, type Hit } from '../passage-index.js';
import type { PassageTerms } from '../passage-terms.js';
import type { AskedGroup } from '../query/asked-group.js';
import { type ReadQuestion, readQuestion } from '../query/question.js';
import { saysWhatWasAsked, type TermOrigin } from '../query/term-group.js';
import type { Snapshot } from '../snapshot.js';
import type { WeightedTerm } from '../term-index.js';
import { contenders } from './contenders.js';
import { withPassagePeriod, withPassagesOfPeriod } from './dates.js';
import type { PassageByWords, PassageHit, PassageWithFeedback } from './hits.js';
import { proximityScorer } from './proximity.js';
import { feedbackScorer } from './relevance-feedback.js';
import { scoredByWords } from './score-by-words.js';
import { withPassageMeaning } from './semantic.js';
import { matchTerms, type TermMatcher } from './term-matcher.js';

/** The passages that match a question, at most `limit`, best first. */
export async function searchPassages(
  snapshot: Snapshot,
  text: string,
  limit: number,
): Promise<readonly PassageHit[]> {
  const question = await readQuestion(snapshot, text);
  const found = findPassages(snapshot, question, Math.max(PARAMETERS.passages.candidates, limit));
  return rankPassages(snapshot, question, matchTerms(question, snapshot.terms), found).slice(0, limit);
}

/** The passages that have the words of a question, for a closer look: so many at most, best first. */
export function findPassages(
  snapshot: Snapshot,
  { groups }: ReadQuestion,
  limit: number,
  isAllowed?: (passage: number) => boolean,
): readonly Hit[] {
  // The index takes as long for a term that no passage has.
  const terms = weightedTerms(groups).filter(({ term }) => snapshot.terms.numberOf(term) !== undefined);
  return snapshot.index.search(terms, limit, contenders(snapshot.terms, terms, limit, isAllowed));
}

/** Passages that were found by how well they match a question, best first: by its words and, where that is known, its meaning. */
export function rankPassages(
  snapshot: Snapshot,
  question: ReadQuestion,
  matcher: TermMatcher,
  found: readonly Hit[],
): readonly PassageHit[] {
  const scored = scoredByWords(found, inEachLanguage(question).map(weightedTerms), snapshot.terms);
  const considered = withPassagesOfPeriod(snapshot, question, scored);
  const matched = withMatches(considered, question, matcher, snapshot.terms);
  const ranked = withFeedback(matched, question, snapshot.terms);
  const meant = withPassageMeaning(snapshot, question, ranked);
  return withPassagePeriod(snapshot, question, meant);
}

/** A question as it was asked, and where it was translated also in English: what a passage says twice counts once. */
function inEachLanguage({ groups, isTranslated }: ReadQuestion): (readonly AskedGroup[])[] {
  if (!isTranslated) return [groups];
  const without = (origin: TermOrigin) =>
    groups.map((group) => {
      const variants = group.variants.filter((variant) => variant.origin !== origin);
      return variants.length > 0 ? { ...group, variants } : group;
    });
  const hasTranslation = groups.some(({ variants }) =>
    variants.some(({ origin }) => origin === 'translated'),
  );
  return hasTranslation ? [without('translated'), without('own')] : [groups];
}

/** The question as a bag of terms; a term of several counts a part, and one that comes in twice the larger weight. */
export function weightedTerms(groups: readonly AskedGroup[]): WeightedTerm[] {
  const bag = new Map<string, number>();
  for (const { terms, weight, origin } of groups.flatMap(({ variants }) => variants)) {
    if (origin === 'related') continue;
    const share = saysWhatWasAsked(origin) ? weight : weight / terms.length;
    for (const term of terms) bag.set(term, Math.max(bag.get(term) ?? 0, share));
  }
  return [...bag].map(([term, weight]) => ({ term, weight }));
}

/** Adds what counts beyond the words being there: related words, one sentence with many, neighbours. */
function withMatches(
  found: readonly { readonly passage: number; readonly score: number }[],
  question: ReadQuestion,
  matcher: TermMatcher,
  passages: PassageTerms,
): PassageByWords[] {
  const proximity = proximityScorer(question, passages);
  const hits = found.map(({ passage, score: words }): PassageByWords => {
    const rows = matcher.rows(passage);
    const whole = {
      rows,
      length: passages.lengthOf(passage),
      ordinaryLength: PARAMETERS.words.ordinaryLength.passage,
    };
    const related = matcher.relatedScore(whole);
    const bestSentence = PARAMETERS.passages.bestSentenceShare * bestSentenceScore(rows, matcher);
    const neighbours = proximity(rows);
    return {
      passage,
      score: words + (related + bestSentence + neighbours),
      parts: { words, related, bestSentence, proximity: neighbours },
    };
  });
  return hits.sort(byScore);
}

/** The score of the sentence that matches best together with the headings, as in long passages words are spread. */
function bestSentenceScore(
  [heading, ...sentences]: ReturnType<TermMatcher['rows']>,
  matcher: TermMatcher,
): number {
  if (!heading) return 0;
  const ordinaryLength = PARAMETERS.words.ordinaryLength.sentence;
  return sentences.reduce((best, sentence) => {
    const length = heading.length + sentence.length;
    return Math.max(best, matcher.score({ rows: [heading, sentence], length, ordinaryLength }));
  }, 0);
}

/** Adds what speaks of the things that the best passages speak of. */
function withFeedback(
  hits: readonly PassageByWords[],
  { groups }: ReadQuestion,
  passages: PassageTerms,
): PassageWithFeedback[] {
  const feedbackScore = feedbackScorer(passages, hits);
  const share = PARAMETERS.feedback.share * groups.length;
  const ranked = hits.map(({ passage, score, parts }): PassageWithFeedback => {
    const { words, related, bestSentence, proximity } = parts;
    const feedback = share * feedbackScore(passage);
    return { passage, score: score + feedback, parts: { words, related, bestSentence, proximity, feedback } };
  });
  return ranked.sort(byScore);
}
