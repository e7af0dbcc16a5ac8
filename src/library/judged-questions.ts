import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { isMissing, messageOf } from '../documents/errors.js';

/** The file of a knowledge folder that has the judged questions. */
export const QUESTIONS_FILE = 'questions.yaml';

const words = z.string().trim().min(1);

const judgedQuestion = z
  .strictObject({
    question: words.max(500),
    /** The language of the question, as Discord codes it. */
    locale: words.optional(),
    /** Id of the document that the first excerpt comes from. */
    document: words.optional(),
    declined: z.literal(true).optional(),
    /** Words that the first excerpt has. */
    says: words.optional(),
    /** Other documents that answer as well, and the words with which they do. */
    also: z
      .array(z.strictObject({ document: words, says: words }))
      .min(1)
      .optional(),
    /** Why that is the right answer. */
    why: words.optional(),
  })
  .refine(({ document, declined }) => (document === undefined) !== (declined === undefined), {
    params: { isEitherOr: true },
  });

/** A question with what the documents must answer: the document that comes first, or that they do not. */
export type JudgedQuestion = Readonly<z.infer<typeof judgedQuestion>>;

/** Whether an excerpt answers a judged question: it comes from a document that does, and has the words with which it does. */
export function isRight(
  { document, says = '', also = [] }: Pick<JudgedQuestion, 'document' | 'says' | 'also'>,
  excerpt: { readonly text: string; readonly citation: { readonly document: string } },
): boolean {
  return [{ document, says }, ...also].some(
    (place) => excerpt.citation.document === place.document && excerpt.text.includes(place.says),
  );
}

/** What is wrong with the file of judged questions. */
export interface QuestionProblem {
  /** The question, in its own words where it has some, and the field of it; absent where no YAML can be read. */
  readonly place?: string;
  /** What is wrong; absent where the question has both a document and `declined`, or neither. */
  readonly detail?: string;
}

/** The judged questions of a folder; none where it has no such file, or where a question in it has a mistake. */
export async function readJudgedQuestions(
  knowledgeDir: string,
): Promise<{ questions: readonly JudgedQuestion[]; problems: readonly QuestionProblem[] }> {
  let value: unknown;
  try {
    value = parse(await readFile(join(knowledgeDir, QUESTIONS_FILE), 'utf8'));
  } catch (error) {
    if (isMissing(error)) return { questions: [], problems: [] };
    const detail = messageOf(error);
    return { questions: [], problems: [{ detail }] };
  }
  const parsed = z.array(judgedQuestion).safeParse(value);
  if (parsed.success) return { questions: parsed.data, problems: [] };
  const problems = parsed.error.issues.map((issue): QuestionProblem => {
    const place = questionAt(value, issue.path);
    const isEitherOr = issue.code === 'custom' && issue.params?.isEitherOr === true;
    return isEitherOr ? { place } : { place, detail: issue.message };
  });
  return { questions: [], problems };
}

function questionAt(value: unknown, [position, ...field]: readonly PropertyKey[]): string {
  const entry: unknown = Array.isArray(value) ? value[Number(position)] : undefined;
  const question = typeof entry === 'object' && entry && 'question' in entry ? entry.question : undefined;
  const name = typeof question === 'string' ? `“${question}”` : `entry ${Number(position) + 1}`;
  return [name, ...field.map(String)].join(', ');
}
