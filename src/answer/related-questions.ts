import type { Document, Span } from '../documents/document.js';
import { type KnownQuestion, wordingOf } from '../documents/known-questions.js';
import type { Passage, Passages } from '../documents/passages.js';
import type { KnownQuestionIndex } from '../index/known/known-index.js';
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
  const near = nearPassages(snapshot, excerpts);
  const picked = new PickedQuestions(options);
  for (const question of shownAnswers(snapshot, near)) picked.exclude(question);
  const same = known.questions[known.withWording(wordingOf(asked)) ?? -1];
  if (same) picked.exclude(same);
  for (const question of nearestFirst(snapshot, near, isHan(asked))) {
    if (picked.isFull) break;
    picked.take(question);
  }
  for (const { question, likeness } of alike)
    if (likeness >= PARAMETERS.related.minLikeness) picked.take(question);
  return picked.questions;
}

/** A passage with answers to known questions, in a document of which something is shown. */
interface NearPassage {
  readonly passage: Passage;
  /** What is shown of the document. */
  readonly shown: readonly Placed[];
  /** From what is shown: 0 in the same paragraph, 1 in the same section, 2 in the same document. */
  readonly steps: number;
  /** The excerpt that is nearest by these; of those that are as near, the first. */
  readonly nearest: Placed;
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

function nearPassages({ passages, known }: Snapshot, excerpts: readonly Excerpt[]): NearPassage[] {
  const near: NearPassage[] = [];
  for (const shown of byDocument(passages, excerpts).values()) {
    const [first] = shown;
    if (!first) continue;
    for (const passage of ofTheSameDocument(first.passage, passages))
      if (known.answersIn(passage.id).length > 0) near.push(nearPassage(passage, shown, first));
  }
  return near;
}

/** In order; the passages of a document follow each other. */
function* ofTheSameDocument({ id, document }: Passage, passages: Passages): Generator<Passage> {
  let next = id;
  while (next > 0 && passages.at(next - 1)?.document === document) next -= 1;
  for (;;) {
    const passage = passages.at(next++);
    if (passage?.document !== document) return;
    yield passage;
  }
}

function nearPassage(passage: Passage, shown: readonly Placed[], first: Placed): NearPassage {
  let [steps, nearest] = [stepsApart(passage, first.passage), first];
  for (const other of shown) {
    const apart = stepsApart(passage, other.passage);
    if (apart < steps) [steps, nearest] = [apart, other];
  }
  return { passage, shown, steps, nearest };
}

function stepsApart({ paragraph: a }: Passage, { paragraph: b }: Passage): number {
  if (a === b) return 0;
  return a.headings.join('\n') === b.headings.join('\n') ? 1 : 2;
}

/** The questions whose answers can be read already. */
function* shownAnswers({ known }: Snapshot, near: readonly NearPassage[]): Generator<PlacedQuestion> {
  for (const { passage, shown } of near) {
    const isShown = passage.sentences.map((span) =>
      shown.some(({ start, end }) => span.start < end && span.end > start),
    );
    for (const { sentence, question: number } of known.answersIn(passage.id)) {
      const question = known.questions[number];
      if (question && isShown[sentence]) yield question;
    }
  }
}

/** Those in the script of the asker first, then by steps, excerpt and characters; most passages are never looked into. */
function* nearestFirst(
  { known }: Snapshot,
  near: readonly NearPassage[],
  isChinese: boolean,
): Generator<PlacedQuestion> {
  for (const isOfScript of [true, false])
    for (const steps of [0, 1, 2]) {
      const answers = near.filter((one) => one.steps === steps).flatMap((one) => answersOf(one, known));
      for (const { number } of answers.sort(byDistance)) {
        const question = known.questions[number];
        if (question && (question.isChinese === isChinese) === isOfScript) yield question;
      }
    }
}

/** The answer to a known question, and how far it stands from the nearest excerpt. */
interface DistantAnswer {
  readonly number: number;
  readonly rank: number;
  readonly characters: number;
}

function answersOf({ passage, nearest }: NearPassage, known: KnownQuestionIndex): DistantAnswer[] {
  return known.answersIn(passage.id).flatMap(({ sentence, question: number }) => {
    const span = passage.sentences[sentence];
    if (!span) return [];
    const characters = Math.max(0, span.start - nearest.end, nearest.start - span.end);
    return { number, rank: nearest.rank, characters };
  });
}

function byDistance(a: DistantAnswer, b: DistantAnswer): number {
  return a.rank - b.rank || a.characters - b.characters || a.number - b.number;
}
