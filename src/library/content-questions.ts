import { isDeepStrictEqual } from 'node:util';
import { askedFileOf } from '../documents/asked-files.js';
import type { Document } from '../documents/document.js';
import {
  type KnownQuestion,
  missingAnswers,
  sentenceFinder,
  wordingOf,
} from '../documents/known-questions.js';
import type { Problem } from '../documents/problem.js';

// The known questions of a collection: which stay at a refresh, whether two lists are the same, which have no answer.

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
  if (a === b) return true;
  if (a.length !== b.length) return false;
  const byWording = new Map(a.map((known) => [wordingOf(known.question), known]));
  return b.every((known) => isDeepStrictEqual(byWording.get(wordingOf(known.question)), known));
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
