import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Document } from '../src/documents/document.js';
import { messageOf } from '../src/documents/errors.js';
import type { Passage } from '../src/documents/passages.js';
import { splitSentences } from '../src/documents/sentences.js';

const corpusLine = z.object({ id: z.string(), title: z.string().default(''), text: z.string() });
const queryLine = z.object({ id: z.string(), text: z.string() });

export type QueryLine = z.infer<typeof queryLine>;

/** One line of a corpus, as a document of one passage: a test collection is ranked as it is judged. */
export function passageOf({ id, title, text }: z.infer<typeof corpusLine>, position: number): Passage {
  const spans = splitSentences(text);
  const sentences = (spans.length > 0 ? spans : [{ start: 0, end: text.length }]).map((span) => ({
    ...span,
    references: [],
  }));
  const paragraph = { number: 1, headings: [], start: 0, end: text.length, sentences };
  const document: Document = { id, title, text, references: [], tags: [], paragraphs: [paragraph] };
  return { id: position, document, paragraph, sentences, start: 0, end: text.length };
}

export async function readCorpus(file: string): Promise<Passage[]> {
  return (await readLines(file, corpusLine)).map(passageOf);
}

export function readQueries(file: string): Promise<QueryLine[]> {
  return readLines(file, queryLine);
}

/** Judgements by query, then by document: above 0 is relevant. */
export async function readJudgements(file: string): Promise<Map<string, Map<string, number>>> {
  const judgements = new Map<string, Map<string, number>>();
  for (const line of (await readFile(file, 'utf8')).split(/\r?\n/)) {
    const [query, document, grade] = line.split('\t');
    if (!query || !document) continue;
    const judged = judgements.get(query) ?? new Map<string, number>();
    judgements.set(query, judged.set(document, Number(grade)));
  }
  return judgements;
}

/** The lines of a JSONL file; an error names the file and the line. */
export async function readLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const lines = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '').split(/\r?\n/);
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      return [schema.parse(JSON.parse(line))];
    } catch (error) {
      throw new Error(`${file}:${i + 1}: ${messageOf(error)}`);
    }
  });
}
