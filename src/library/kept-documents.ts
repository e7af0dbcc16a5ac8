import { isDeepStrictEqual } from 'node:util';
import { askedFileOf, isAskedFile } from '../documents/asked-files.js';
import { documentId } from '../documents/formats/formats.js';
import { GLOSSARY_FILE } from '../documents/glossary.js';
import type { KnownQuestion } from '../documents/known-questions.js';
import type { Problem } from '../documents/problem.js';
import { isSidecarName } from '../documents/sidecar.js';
import type { Content, PlacedDocument } from './content.js';
import type { SourceContent, SourcedDocument } from './sources.js';

// A mistake in a file takes nothing away: what is live and cannot be read any more stays until a moderator leaves it out.

/** What a refresh makes of what a folder holds, and what is to be told of it. */
export interface Refreshed extends Omit<SourceContent, 'documents'> {
  readonly documents: readonly (SourcedDocument | PlacedDocument)[];
}

/** The problem of a file, page or folder whose documents stay as they are. */
export function keptProblem({ file, line, ...because }: Problem, revision: number): Problem {
  return { file, ...(line !== undefined && { line }), kind: 'kept', revision, because };
}

/**
 * What was read in a folder, with what is live and whose files are there but could not be read: documents, where they
 * stood, the known questions of a file, the glossary. The problems say so of each.
 */
export function withKept(read: SourceContent, current: Content): Refreshed {
  const there = new Set(read.documents.map(({ document }) => document.id));
  const kept = new Set<string>();
  let { glossary } = read;
  const asked = new Set<string>();
  const problems = read.problems.map((problem) => {
    const { file, kind } = problem;
    const lost = current.placed.filter(({ entry }) => !there.has(entry.id) && isOf(file, entry.id));
    for (const { entry } of lost) kept.add(entry.id);
    const isGlossary = file.endsWith(GLOSSARY_FILE) && !isDeepStrictEqual(read.glossary, current.glossary);
    if (isGlossary) glossary = current.glossary;
    const isAsked = kind !== 'known-question' && isAskedFile(file) && hasQuestionsOf(file, current);
    if (isAsked) asked.add(file);
    return lost.length > 0 || isGlossary || isAsked ? keptProblem(problem, current.revision) : problem;
  });
  return {
    documents: kept.size > 0 ? merged(read.documents, current, kept) : read.documents,
    glossary,
    knownQuestions: [...read.knownQuestions, ...questionsOf(asked, current.knownQuestions)],
    // Known questions of what is kept are no orphans.
    problems: problems.filter((one) => !isOrphanOf(one, kept)),
  };
}

function hasQuestionsOf(file: string, { knownQuestions }: Content): boolean {
  return knownQuestions.some((known) => isAskedIn(known, new Set([file])));
}

function questionsOf(files: ReadonlySet<string>, questions: readonly KnownQuestion[]): KnownQuestion[] {
  return files.size === 0 ? [] : questions.filter((known) => isAskedIn(known, files));
}

/** Did it stand in one of these files, which are named by the document that answers? */
function isAskedIn({ taught, answers }: KnownQuestion, files: ReadonlySet<string>): boolean {
  return !taught && answers.some(({ document }) => files.has(askedFileOf(document)));
}

/** Is the document in this file, or in this folder? What is wrong with a sidecar is wrong with the file beside it. */
function isOf(file: string, id: string): boolean {
  return documentId(isSidecarName(file) ? documentId(file) : file) === id || id.startsWith(`${file}/`);
}

function isOrphanOf(problem: Problem, kept: ReadonlySet<string>): boolean {
  if (problem.kind !== 'known-question' || problem.fault !== 'no-document') return false;
  return kept.has(problem.document);
}

/** Each kept document before the one that followed it, so that the order is the same where nothing else changed. */
function merged(
  documents: readonly SourcedDocument[],
  { placed }: Content,
  kept: ReadonlySet<string>,
): (SourcedDocument | PlacedDocument)[] {
  const before = new Map<string | undefined, PlacedDocument[]>();
  const there = new Set(documents.map(({ document }) => document.id));
  let next: string | undefined;
  for (const one of placed.toReversed()) {
    if (kept.has(one.entry.id)) before.set(next, [one, ...(before.get(next) ?? [])]);
    else if (there.has(one.entry.id)) next = one.entry.id;
  }
  return [
    ...documents.flatMap((one) => [...(before.get(one.document.id) ?? []), one]),
    ...(before.get(undefined) ?? []),
  ];
}
