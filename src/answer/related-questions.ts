import { type KnownQuestion, wordingOf } from '../documents/known-questions.js';
import type { Passage, SentencePlace } from '../documents/passages.js';
import type { ReadKnownQuestion } from '../index/known/known-index.js';
import { PickedQuestions, type PickOptions } from '../index/known/picked-questions.js';
import { PARAMETERS } from '../index/parameters.js';
import { readQuestion } from '../index/query/question.js';
import { matchKnown } from '../index/ranking/known-match.js';
import type { Snapshot } from '../index/snapshot.js';
import { isHan } from '../index/text/chinese.js';
import type { Excerpt } from './excerpt.js';

/**
 * What one may ask next, after some excerpts were shown for a question: known questions with an answer that is not shown yet,
 * nearest first. Near is what the same passage answers, then the same section, then the same document; and where there are not
 * enough of these, what is like the question. Wordings in the script of the question come first.
 */
export async function relatedQuestions(
  snapshot: Snapshot,
  excerpts: readonly Excerpt[],
  asked: string,
  options: PickOptions,
): Promise<readonly KnownQuestion[]> {
  const { questions } = snapshot.known;
  const wording = wordingOf(asked);
  const picked = new PickedQuestions(options);
  for (const question of questions)
    if (question.wording === wording || isShown(question, excerpts, snapshot)) picked.exclude(question);
  for (const question of neighbours(snapshot, excerpts, isHan(asked))) picked.take(question);
  if (picked.isFull || questions.length === 0) return picked.questions;
  for (const { question, likeness } of matchKnown(snapshot, await readQuestion(snapshot, asked)))
    if (likeness >= PARAMETERS.related.minLikeness) picked.take(question);
  return picked.questions;
}

/** Whether a sentence that answers it can be read already. */
function isShown(
  { places }: ReadKnownQuestion,
  excerpts: readonly Excerpt[],
  { passages }: Snapshot,
): boolean {
  return places.some(({ passage: id, sentence }) => {
    const passage = passages[id];
    const span = passage?.sentences[sentence];
    return excerpts.some(
      ({ citation, start, end }) =>
        span && citation.document === passage?.document.id && span.start < end && span.end > start,
    );
  });
}

/** How far an answer stands from what is shown: the nearer, the smaller the first number that differs. */
type Distance = readonly [isOtherScript: number, step: number, excerpt: number, characters: number];

/** Known questions that the documents of some excerpts answer, nearest first; ties in their own order. */
function neighbours(
  { known, passages }: Snapshot,
  excerpts: readonly Excerpt[],
  isChinese: boolean,
): ReadKnownQuestion[] {
  const places = excerpts.flatMap((excerpt, rank) => {
    const passage = passages[excerpt.passage];
    return passage ? [{ passage, excerpt, rank }] : [];
  });
  const distanceOf = (question: ReadKnownQuestion): Distance | undefined => {
    const isOtherScript = isHan(question.known.question) === isChinese ? 0 : 1;
    const distances = question.places.flatMap((place) =>
      places.flatMap(({ passage, excerpt, rank }): Distance[] => {
        const other = passages[place.passage];
        if (other?.document !== passage.document) return [];
        return [[isOtherScript, stepsApart(other, passage), rank, charactersApart(other, place, excerpt)]];
      }),
    );
    return distances.sort(byDistance)[0];
  };
  return known.questions
    .flatMap((question) => {
      const distance = distanceOf(question);
      return distance ? [{ question, distance }] : [];
    })
    .sort((a, b) => byDistance(a.distance, b.distance))
    .map(({ question }) => question);
}

/** 0 in the same paragraph, 1 in the same section, 2 in the same document. */
function stepsApart({ paragraph: a }: Passage, { paragraph: b }: Passage): number {
  if (a === b) return 0;
  return a.headings.length === b.headings.length && a.headings.every((one, i) => one === b.headings[i])
    ? 1
    : 2;
}

function charactersApart(
  { sentences }: Passage,
  { sentence }: SentencePlace,
  { start, end }: Excerpt,
): number {
  const span = sentences[sentence] ?? { start, end };
  return Math.max(0, span.start - end, start - span.end);
}

function byDistance(a: Distance, b: Distance): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
}
