import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { buildSnapshot, type Snapshot } from '../src/index/snapshot.js';
import { openEmbedder } from '../src/library/embedders.js';
import { loadSnapshot } from '../src/library/knowledge-folder.js';
import { readLines } from './corpus.js';

const line = z.object({ question: z.string(), kind: z.string(), answers: z.array(z.string()) });

/** A question that was written for the gate and the ranking to be fitted to. */
export interface TrainingQuestion extends z.infer<typeof line> {
  /** The document that it was written for, and the only one that can answer it. */
  readonly document: string;
}

export interface TrainingQuestions {
  /** All documents together. */
  readonly snapshot: Snapshot;
  /** Each document by itself, by its id. */
  readonly alone: ReadonlyMap<string, Snapshot>;
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
  const { snapshot } = await loadSnapshot({ knowledgeDir: `${folder}documents` });
  const embedder = await openEmbedder();
  const alone = new Map<string, Snapshot>();
  for (const document of snapshot.documents)
    alone.set(document.id, await buildSnapshot({ shared: 1 }, [document], snapshot.glossary, { embedder }));
  const files = (await readdir(`${folder}questions`)).sort();
  const questions: TrainingQuestion[] = [];
  for (const file of files) {
    const document = file.replace(/\.jsonl$/, '');
    for (const read of await readLines(`${folder}questions/${file}`, line))
      questions.push({ ...read, document });
  }
  const offTopic = (await readFile(`${folder}off-topic.txt`, 'utf8')).trim().split('\n');
  return { snapshot, alone, questions, offTopic };
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
