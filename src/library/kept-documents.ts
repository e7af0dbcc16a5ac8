import { documentId } from '../documents/formats/formats.js';
import type { Problem } from '../documents/problem.js';
import { isSidecarName } from '../documents/sidecar.js';
import type { Content, PlacedDocument } from './content.js';
import type { SourceContent, SourcedDocument } from './sources.js';

// A mistake in a file takes nothing away: what is live and cannot be read any more stays until a moderator leaves it out.

/** What a refresh makes of a collection's documents, and what is to be told of them. */
export interface Refreshed {
  readonly documents: readonly (SourcedDocument | PlacedDocument)[];
  readonly problems: readonly Problem[];
}

/** The problem of a file, page or folder whose documents stay as they are. */
export function keptProblem({ file, line, ...because }: Problem, revision: number): Problem {
  return { file, ...(line !== undefined && { line }), kind: 'kept', revision, because };
}

/**
 * The documents that were read in a folder, with those that are live and whose files are there but could not be read.
 * They stand where they stood. The problems say so of each, and known questions of theirs are not said to be orphans.
 */
export function withKept({ documents, problems }: SourceContent, current: Content): Refreshed {
  const read = new Set(documents.map(({ document }) => document.id));
  const kept = new Set<string>();
  const told = problems.map((problem) => {
    const lost = current.placed.filter(({ entry }) => !read.has(entry.id) && isOf(problem.file, entry.id));
    for (const { entry } of lost) kept.add(entry.id);
    return lost.length > 0 ? keptProblem(problem, current.revision) : problem;
  });
  if (kept.size === 0) return { documents, problems };
  return {
    documents: merged(documents, current, kept),
    problems: told.filter((one) => !isOrphanOf(one, kept)),
  };
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
