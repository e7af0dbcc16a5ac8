import { en } from '../copy/en/en.js';
import { check as words } from '../copy/host.js';
import { printableLine } from '../copy/printable.js';
import type { Document } from '../documents/document.js';
import type { JudgedQuestion } from '../documents/judged-questions.js';
import {
  type Knowledge,
  readJudgedQuestions,
  readKnowledge,
  withParser,
} from '../library/knowledge-folder.js';

export interface CheckOptions {
  readonly knowledgeDir: string;
  readonly print: (line: string) => void;
}

/**
 * Checks all of a knowledge folder: the documents, that every sentence of theirs has a source, the glossary, the
 * known questions with the sentences that answer them, and the judged questions where there are some. Prints each problem.
 *
 * @returns the exit code: 0, or 1 if there are problems
 * @throws {FolderError} if the folder is not there or cannot be read
 */
export function runCheck({ knowledgeDir, print }: CheckOptions): Promise<number> {
  return withParser(undefined, async (parser) => {
    const knowledge = await readKnowledge(knowledgeDir, parser);
    return report(knowledge, await readJudgedQuestions(knowledgeDir, parser), print);
  });
}

function report(
  { documents, knownQuestions, problems }: Knowledge,
  judged: Awaited<ReturnType<typeof readJudgedQuestions>>,
  print: CheckOptions['print'],
): number {
  const found = [
    ...problems.map(en.problem),
    ...documents.flatMap(sentencesWithoutSource),
    ...judged.problems.map(en.problem),
    ...unknownDocuments(judged.questions, documents),
  ];
  for (const one of found) print(printableLine(one));
  print(
    found.length > 0
      ? words.failed(found.length)
      : words.passed(documents.length, knownQuestions.length, judged.questions.length),
  );
  return found.length > 0 ? 1 : 0;
}

/** A reader must be able to follow each statement: by its own footnote, or by the address of the whole document. */
function sentencesWithoutSource(document: Document): string[] {
  if (document.source?.url) return [];
  return document.paragraphs
    .flatMap(({ sentences }) => sentences)
    .filter(({ references }) => references.length === 0)
    .map(({ start, end }) => words.noSource(document.id, document.text.slice(start, end)));
}

function unknownDocuments(questions: readonly JudgedQuestion[], documents: readonly Document[]): string[] {
  const ids = new Set(documents.map(({ id }) => id));
  return questions.flatMap(({ question, document, also = [] }) =>
    [document, ...also.map((place) => place.document)].flatMap((named) =>
      named === undefined || ids.has(named) ? [] : [words.unknownDocument(question, named)],
    ),
  );
}
