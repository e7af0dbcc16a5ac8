import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Document } from '../src/documents/document.js';
import type { KnownQuestion } from '../src/documents/known-questions.js';
import type { Embedder } from '../src/index/embedding/embedder.js';
import { buildSnapshot, type Snapshot } from '../src/index/snapshot.js';
import { openEmbedder } from '../src/library/embedders.js';
import { type Knowledge, loadKnowledge } from '../src/library/knowledge-folder.js';
import { readLines } from './corpus.js';

const line = z.object({ question: z.string(), kind: z.string(), answers: z.array(z.string()) });

/** A question that was written for the gate and the ranking to be fitted to. */
export interface TrainingQuestion extends z.infer<typeof line> {
  /** The document that it was written for, and the only one that can answer it. */
  readonly document: string;
}

/** The documents, ready to be asked. */
export interface TrainingDocuments {
  /** All together. */
  readonly snapshot: Snapshot;
  /** Each by itself, by its id. */
  readonly alone: ReadonlyMap<string, Snapshot>;
}

export interface TrainingQuestions {
  /** Without known questions. */
  readonly plain: TrainingDocuments;
  /** With those that were written for two thirds of the sentences, by somebody who had not seen the questions. */
  readonly known: TrainingDocuments;
  readonly questions: readonly TrainingQuestion[];
  /** What people type that no document on the field answers. */
  readonly offTopic: readonly string[];
}

/**
 * Short documents in the style of the field about things that do not exist, with forty questions each as members put
 * them, a third of which a document does not answer though it speaks of the subject.
 */
export async function trainingQuestions(): Promise<TrainingQuestions> {
  // The compiled file stands two folders deeper than the data.
  const folder = fileURLToPath(new URL('../../bench/training/', import.meta.url));
  const knowledge = await loadKnowledge({ knowledgeDir: `${folder}documents` });
  const embedder = await openEmbedder();
  const files = (await readdir(`${folder}questions`)).sort();
  const questions: TrainingQuestion[] = [];
  for (const file of files) {
    const document = file.replace(/\.jsonl$/, '');
    for (const read of await readLines(`${folder}questions/${file}`, line))
      questions.push({ ...read, document });
  }
  const offTopic = (await readFile(`${folder}off-topic.txt`, 'utf8')).trim().split('\n');
  return {
    plain: await trainingDocuments({ ...knowledge, knownQuestions: [] }, embedder),
    known: await trainingDocuments(knowledge, embedder),
    questions,
    offTopic,
  };
}

async function trainingDocuments(
  { documents, glossary, knownQuestions }: Knowledge,
  embedder: Embedder | undefined,
): Promise<TrainingDocuments> {
  const build = (some: readonly Document[]) =>
    buildSnapshot({ shared: 1 }, some, glossary, {
      embedder,
      knownQuestions: answeredBy(some, knownQuestions),
    });
  const alone = new Map<string, Snapshot>();
  for (const document of documents) alone.set(document.id, await build([document]));
  return { snapshot: await build(documents), alone };
}

/** The known questions that some documents answer. */
export function answeredBy(
  documents: readonly Document[],
  questions: readonly KnownQuestion[],
): KnownQuestion[] {
  const ids = new Set(documents.map(({ id }) => id));
  return questions.filter(({ answers }) => answers.some(({ document }) => ids.has(document)));
}

/** Whether an excerpt of its document has one of the sentences that answer a question. */
export function answers(
  { document, answers: right }: TrainingQuestion,
  excerpt: { readonly text: string; readonly citation: { readonly document: string } },
): boolean {
  const text = plain(excerpt.text);
  return excerpt.citation.document === document && right.some((answer) => text.includes(plain(answer)));
}

/** Markup and the ways to write a table's cells aside. */
function plain(text: string): string {
  return text
    .replaceAll(/^\||\|$|\*\*|\[\^[^\]]*\]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
