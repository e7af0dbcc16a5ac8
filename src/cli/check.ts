import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { copy } from '../copy/en.js';
import type { Document } from '../documents/document.js';
import { loadFolder } from '../library/folder-library.js';

/** A question with what the documents must answer: the document that comes first, or that they decline. */
export interface JudgedQuestion {
  readonly question: string;
  /** The language of the question, as Discord codes it. */
  readonly locale?: string | undefined;
  /** Id of the document that the first excerpt comes from. */
  readonly document?: string | undefined;
  readonly declined?: true | undefined;
  /** Words that the first excerpt has. */
  readonly says?: string | undefined;
  /** Why that position is right. */
  readonly why?: string | undefined;
}

const words = z.string().trim().min(1);
const judgedQuestions = z.array(
  z
    .strictObject({
      question: words.max(500),
      locale: words.optional(),
      document: words.optional(),
      declined: z.literal(true).optional(),
      says: words.optional(),
      why: words.optional(),
    })
    .refine(
      ({ document, declined }) => (document === undefined) !== (declined === undefined),
      copy.check.eitherOr,
    ),
);

export interface CheckOptions {
  readonly knowledgeDir: string;
  readonly print: (line: string) => void;
}

/**
 * Checks all of a knowledge folder: the documents, that every sentence of theirs has a source, the glossary, and
 * the judged questions where there are some. Prints each problem.
 *
 * @returns the exit code: 0, or 1 if there are problems
 */
export async function runCheck({ knowledgeDir, print }: CheckOptions): Promise<number> {
  const { snapshot, problems } = await loadFolder({ knowledgeDir });
  const judged = await readJudgedQuestions(join(knowledgeDir, 'questions.yaml'));
  const found = [
    ...problems.map(copy.problem),
    ...snapshot.documents.flatMap(sentencesWithoutSource),
    ...judged.problems,
    ...unknownDocuments(judged.questions, snapshot.documents),
  ];
  for (const one of found) print(one);
  print(
    found.length > 0
      ? copy.check.failed(found.length)
      : copy.check.passed(snapshot.documents.length, judged.questions.length),
  );
  return found.length > 0 ? 1 : 0;
}

/** The judged questions of a file; none where there is no such file. */
export async function readJudgedQuestions(
  path: string,
): Promise<{ questions: readonly JudgedQuestion[]; problems: readonly string[] }> {
  let value: unknown;
  try {
    value = parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { questions: [], problems: [] };
    const detail = error instanceof Error ? error.message : String(error);
    return { questions: [], problems: [copy.check.invalid('questions.yaml', detail)] };
  }
  const parsed = judgedQuestions.safeParse(value);
  if (parsed.success) return { questions: parsed.data, problems: [] };
  const problems = parsed.error.issues.map(({ path: place, message }) =>
    copy.check.invalid('questions.yaml', `${questionAt(value, place)}: ${message}`),
  );
  return { questions: [], problems };
}

/** The question that an issue is about, in its own words where it has some. */
function questionAt(value: unknown, [position, ...field]: readonly PropertyKey[]): string {
  const entry: unknown = Array.isArray(value) ? value[Number(position)] : undefined;
  const question = typeof entry === 'object' && entry && 'question' in entry ? entry.question : undefined;
  const name = typeof question === 'string' ? `“${question}”` : `entry ${Number(position) + 1}`;
  return [name, ...field.map(String)].join(', ');
}

/** A reader must be able to follow each statement: by its own footnote, or by the address of the whole document. */
function sentencesWithoutSource(document: Document): string[] {
  if (document.source?.url) return [];
  return document.paragraphs
    .flatMap(({ sentences }) => sentences)
    .filter(({ references }) => references.length === 0)
    .map(({ start, end }) => copy.check.noSource(document.id, document.text.slice(start, end)));
}

function unknownDocuments(questions: readonly JudgedQuestion[], documents: readonly Document[]): string[] {
  const ids = new Set(documents.map(({ id }) => id));
  return questions.flatMap(({ question, document }) =>
    document === undefined || ids.has(document) ? [] : [copy.check.unknownDocument(question, document)],
  );
}
