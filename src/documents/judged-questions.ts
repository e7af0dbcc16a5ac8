import { z } from 'zod';
import { decode } from './formats/decode.js';
import type { InputFile } from './formats/reader.js';
import type { Problem } from './problem.js';
import { readYaml } from './yaml-file.js';

const words = z.string().trim().min(1);

const judgedQuestion = z.strictObject({
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
});

/** A question with what the documents must answer: the document that comes first, or that they do not. */
export type JudgedQuestion = Readonly<z.infer<typeof judgedQuestion>>;

/**
 * Whether an excerpt answers a judged question: it comes from a document that does, and has the words with which it
 * does.
 */
export function isRight(
  { document, says = '', also = [] }: Pick<JudgedQuestion, 'document' | 'says' | 'also'>,
  excerpt: { readonly text: string; readonly citation: { readonly document: string } },
): boolean {
  return [{ document, says }, ...also].some(
    (place) => excerpt.citation.document === place.document && excerpt.text.includes(place.says),
  );
}

/** What a file of judged questions holds. */
export interface ReadJudged {
  /** Absent where a question in it has a mistake. */
  readonly questions?: readonly JudgedQuestion[];
  readonly problems: readonly Problem[];
}

/**
 * Reads judged questions from a YAML file, a list. Never throws: what is wrong is in `problems`, each with its line.
 */
export function readJudged({ path: file, bytes }: InputFile): ReadJudged {
  const decoded = decode(bytes);
  if ('problem' in decoded) return { problems: [{ file, ...decoded.problem }] };
  const { value: questions, faults, lineOf } = readYaml(decoded.text, z.array(judgedQuestion), []);
  if (!questions)
    return { problems: faults.map((fault): Problem => ({ kind: 'judged-questions', file, ...fault })) };
  const problems = questions.flatMap((judged, position): Problem[] => {
    const { question, document, declined } = judged;
    if ((document === undefined) !== (declined === undefined)) return [];
    const line = lineOf([position]);
    return [{ kind: 'judged-question', file, ...(line !== undefined && { line }), question }];
  });
  return problems.length > 0 ? { problems } : { questions, problems };
}
