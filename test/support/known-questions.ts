import { emptyGlossary, type Glossary } from '../../src/documents/glossary.js';
import type { KnownQuestion } from '../../src/documents/known-questions.js';
import { buildSnapshot, type Snapshot } from '../../src/index/snapshot.js';
import { documentOf } from './documents-reading.js';

/** What people ask, by the sentence that answers it. */
export type AskedOf = Readonly<Record<string, readonly string[]>>;

/** Known questions of a document. */
export function asked(document: string, questions: AskedOf): KnownQuestion[] {
  return Object.entries(questions).flatMap(([text, wordings]) =>
    wordings.map((question) => ({ question, answers: [{ document, text }] })),
  );
}

/** A snapshot of Markdown files by their ids, with known questions. */
export function snapshotWithKnown(
  files: Readonly<Record<string, string>>,
  knownQuestions: readonly KnownQuestion[],
  glossary: Glossary = emptyGlossary,
): Promise<Snapshot> {
  const documents = Object.entries(files).map(([id, text]) => ({ ...documentOf(`${id}.md`, text), id }));
  return buildSnapshot({ shared: 1 }, documents, glossary, { knownQuestions });
}
