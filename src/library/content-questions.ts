import { askedFileOf } from '../documents/asked-files.js';
import type { Document } from '../documents/document.js';
import {
  type KnownQuestion,
  missingAnswers,
  sentenceFinder,
  wordingOf,
} from '../documents/known-questions.js';
import type { Problem } from '../documents/problem.js';

// The known questions of a collection: which stay at a refresh, how two lists differ, which have no answer.

/**
 * What a refresh makes of a collection's known questions: those of the folder, which is their source, and those that
 * moderators taught, which are in no file. Of one wording the folder's stays.
 */
export function refreshedQuestions(
  folder: readonly KnownQuestion[],
  current: readonly KnownQuestion[],
): readonly KnownQuestion[] {
  const written = new Set(folder.map(({ question }) => wordingOf(question)));
  const taught = current.filter((known) => known.taught && !written.has(wordingOf(known.question)));
  return [...folder, ...taught];
}

/** Whether two lists, each with one question of a wording, say the same, in whatever order. */
export function isSameQuestions(a: readonly KnownQuestion[], b: readonly KnownQuestion[]): boolean {
  const { added, removed, changed } = diffQuestions(a, b);
  return added.length + removed.length + changed.length === 0;
}

/** How known questions differ, by their wordings. */
export interface QuestionsDiff {
  readonly added: readonly KnownQuestion[];
  readonly removed: readonly KnownQuestion[];
  /** As they are after. */
  readonly changed: readonly KnownQuestion[];
}

export function diffQuestions(
  before: readonly KnownQuestion[],
  after: readonly KnownQuestion[],
): QuestionsDiff {
  if (isSameList(before, after)) return { added: [], removed: [], changed: [] };
  const old = new Map(before.map((known) => [wordingOf(known.question), known]));
  const added: KnownQuestion[] = [];
  const changed: KnownQuestion[] = [];
  for (const known of after) {
    const wording = wordingOf(known.question);
    const previous = old.get(wording);
    old.delete(wording);
    if (!previous) added.push(known);
    else if (!isSame(previous, known)) changed.push(known);
  }
  return { added, removed: [...old.values()], changed };
}

/** Whether two lists are the same in the same order, as they mostly are. */
function isSameList(a: readonly KnownQuestion[], b: readonly KnownQuestion[]): boolean {
  if (a === b) return true;
  return a.length === b.length && a.every((known, position) => isSame(known, b[position]));
}

/** Whether two known questions are answered by the same sentences. */
export function sameAnswers(a: KnownQuestion, b: KnownQuestion): boolean {
  return (
    a.answers.length === b.answers.length &&
    a.answers.every(({ document, text }, position) => {
      const other = b.answers[position];
      return document === other?.document && text === other.text;
    })
  );
}

/** By hand, as there may be ten thousand and questions wait meanwhile. */
function isSame(a: KnownQuestion, b: KnownQuestion | undefined): boolean {
  return b !== undefined && a.question === b.question && a.taught === b.taught && sameAnswers(a, b);
}

/** What of known questions is not in the documents and is not among the problems that are told already. */
export function untoldOrphans(
  questions: readonly KnownQuestion[],
  documents: readonly Document[],
  told: readonly Problem[],
): Problem[] {
  const known = new Set(told.map(orphanKey));
  return missingAnswers(questions, sentenceFinder(documents), (_, answer) => ({
    file: askedFileOf(answer.document),
  })).filter((problem) => !known.has(orphanKey(problem)));
}

/** The same for two problems of one question with one sentence; `undefined` for other problems. */
function orphanKey(problem: Problem): string | undefined {
  if (problem.kind !== 'known-question' || !('document' in problem)) return undefined;
  return JSON.stringify([wordingOf(problem.question), problem.document, problem.text]);
}
