import type { Document, Span } from '../documents/document.js';
import { type KnownQuestion, wordingOf } from '../documents/known-questions.js';
import type { Passage, Passages } from '../documents/passages.js';
import { PickedQuestions, type PickOptions } from '../index/known/picked-questions.js';
import type { PlacedQuestion } from '../index/known/placed-questions.js';
import { PARAMETERS } from '../index/parameters.js';
import type { Snapshot } from '../index/snapshot.js';
import { isHan } from '../index/text/chinese.js';
import type { Answer } from './answer.js';
import type { Excerpt } from './excerpt.js';

/**
 * What one may ask next, after an answer was shown: known questions with an answer that is not shown yet,
 * nearest first. Near is what the same passage answers, then the same section, then the same document; and where there are not
 * enough of these, what is like the question. Wordings in the script of the question come first.
 */
export function relatedQuestions(
  snapshot: Snapshot,
  { excerpts, alike }: Pick<Answer, 'excerpts' | 'alike'>,
  asked: string,
  options: PickOptions,
): readonly KnownQuestion[] {
  const { known } = snapshot;
  const answers = placedAnswers(snapshot, excerpts, isHan(asked));
  const picked = new PickedQuestions(options);
  for (const { question, isShown } of answers) if (isShown) picked.exclude(question);
  const same = known.questions[known.withWording(wordingOf(asked)) ?? -1];
  if (same) picked.exclude(same);
  for (const { question } of answers.sort(byDistance)) picked.take(question);
  for (const { question, likeness } of alike)
    if (likeness >= PARAMETERS.related.minLikeness) picked.take(question);
  return picked.questions;
}

/** A sentence that answers a known question, in a document of which something is shown. */
interface PlacedAnswer {
  readonly question: PlacedQuestion;
  /** Whether it can be read already. */
  readonly isShown: boolean;
  /** Whether the question is in another script than that of the asker. */
  readonly isOtherScript: boolean;
  readonly distance: Distance;
}

/** From the excerpt that is nearest: the nearer, the smaller the first number that differs. */
type Distance = readonly [step: number, excerpt: number, characters: number];

/** Where the answers of known questions stand from what is shown; those of a document in the order of these. */
function placedAnswers(
  { known, passages }: Snapshot,
  excerpts: readonly Excerpt[],
  isChinese: boolean,
): PlacedAnswer[] {
  const answers: PlacedAnswer[] = [];
  for (const [document, shown] of byDocument(passages, excerpts))
    for (const number of known.answeredIn(document.id)) {
      const question = known.questions[number];
      if (!question) continue;
      const isOtherScript = isHan(question.known.question) !== isChinese;
      for (const { passage: id, sentence } of question.places) {
        const passage = passages.at(id);
        const span = passage?.sentences[sentence];
        if (passage?.document !== document || !span) continue;
        const isShown = shown.some(({ start, end }) => span.start < end && span.end > start);
        answers.push({ question, isShown, isOtherScript, distance: nearest(shown, passage, span) });
      }
    }
  return answers;
}

/** An excerpt in its passage, and which one it is of all. */
interface Placed extends Span {
  readonly passage: Passage;
  readonly rank: number;
}

function byDocument(
  passages: Passages,
  excerpts: readonly Excerpt[],
): ReadonlyMap<Document, readonly Placed[]> {
  const shown = new Map<Document, Placed[]>();
  for (const [rank, { passage: id, start, end }] of excerpts.entries()) {
    const passage = passages.at(id);
    if (!passage) continue;
    const others = shown.get(passage.document) ?? [];
    shown.set(passage.document, [...others, { passage, start, end, rank }]);
  }
  return shown;
}

function nearest(shown: readonly Placed[], passage: Passage, span: Span): Distance {
  const distances = shown.map((one) => distanceTo(one, passage, span));
  return distances.reduce((best, each) => (compare(each, best) < 0 ? each : best));
}

function distanceTo({ passage, start, end, rank }: Placed, other: Passage, span: Span): Distance {
  const characters = Math.max(0, span.start - end, start - span.end);
  return [stepsApart(passage, other), rank, characters];
}

/** 0 in the same paragraph, 1 in the same section, 2 in the same document. */
function stepsApart({ paragraph: a }: Passage, { paragraph: b }: Passage): number {
  if (a === b) return 0;
  return a.headings.join('\n') === b.headings.join('\n') ? 1 : 2;
}

/** In the script of the asker first; ties stay as they were. */
function byDistance(a: PlacedAnswer, b: PlacedAnswer): number {
  return Number(a.isOtherScript) - Number(b.isOtherScript) || compare(a.distance, b.distance);
}

function compare(a: Distance, b: Distance): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
