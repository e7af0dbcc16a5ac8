import type { Document, Span } from '../documents/document.js';
import { type KnownQuestion, wordingOf } from '../documents/known-questions.js';
import type { Passage } from '../documents/passages.js';
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
  const { questions } = snapshot.known;
  const wording = wordingOf(asked);
  const answers = placedAnswers(snapshot, excerpts);
  const picked = new PickedQuestions(options);
  for (const { question, isShown } of answers) if (isShown) picked.exclude(question);
  for (const question of questions) if (question.wording === wording) picked.exclude(question);
  for (const question of nearestFirst(answers, isHan(asked))) picked.take(question);
  for (const { question, likeness } of alike)
    if (likeness >= PARAMETERS.related.minLikeness) picked.take(question);
  return picked.questions;
}

/** A sentence that answers a known question, in a document of which something is shown. */
interface PlacedAnswer {
  readonly question: PlacedQuestion;
  /** Whether it can be read already. */
  readonly isShown: boolean;
  /** From the excerpt that it is nearest to. */
  readonly distance: Distance;
}

/** The nearer, the smaller the first number that differs. */
type Distance = readonly [step: number, excerpt: number, characters: number];

/** Where the answers of known questions stand from what is shown. */
function placedAnswers({ known, passages }: Snapshot, excerpts: readonly Excerpt[]): PlacedAnswer[] {
  const byDocument = new Map<Document, Placed[]>();
  for (const [rank, { passage: id, start, end }] of excerpts.entries()) {
    const passage = passages.at(id);
    if (!passage) continue;
    const others = byDocument.get(passage.document) ?? [];
    byDocument.set(passage.document, [...others, { passage, start, end, rank }]);
  }
  const answers: PlacedAnswer[] = [];
  for (const question of known.questions)
    for (const { passage: id, sentence } of question.places) {
      const passage = passages.at(id);
      const shown = passage && byDocument.get(passage.document);
      const span = passage?.sentences[sentence];
      if (!shown || !span) continue;
      const [distance = [3, 0, 0]] = shown.map((one) => distanceTo(one, passage, span)).sort(byDistance);
      const isShown = shown.some(({ start, end }) => span.start < end && span.end > start);
      answers.push({ question, isShown, distance });
    }
  return answers;
}

/** An excerpt in its passage, and which one it is of all. */
interface Placed extends Span {
  readonly passage: Passage;
  readonly rank: number;
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

/** The questions of some answers: in the script of the asker first, then by distance; ties in their own order. */
function nearestFirst(answers: readonly PlacedAnswer[], isChinese: boolean): PlacedQuestion[] {
  const isOtherScript = ({ question }: PlacedAnswer) =>
    isHan(question.known.question) === isChinese ? 0 : 1;
  return answers
    .map((answer) => ({ ...answer, script: isOtherScript(answer) }))
    .sort((a, b) => a.script - b.script || byDistance(a.distance, b.distance))
    .map(({ question }) => question);
}

function byDistance(a: Distance, b: Distance): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
