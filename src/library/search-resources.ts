import { setTimeout as wait } from 'node:timers/promises';
import type { Problem } from '../documents/problem.js';
import type { Aids, Snapshot } from '../index/snapshot.js';
import { loadDictionary } from './dictionary-file.js';
import { type EmbedderOptions, openEmbedder } from './embedders.js';

export type AidOptions = EmbedderOptions;

/** What a snapshot is built with beside documents and glossary, loaded once for all of them. */
export interface LoadedAids {
  readonly aids: Aids;
  /** What is missing, and ranking does without. */
  readonly problems: readonly Problem[];
}

/** @throws {ModelError} if the host has named a model that cannot be used */
export async function loadAids(options: AidOptions = {}): Promise<LoadedAids> {
  const [{ dictionary, problems }, embedder] = await Promise.all([loadDictionary(), openEmbedder(options)]);
  return { aids: { dictionary, embedder }, problems };
}

/** How long a question waits for its vector, in milliseconds; then it is ranked by its words. */
const patience = 150;

/** Has a model look at a question before it is asked. With the table that ships there is nothing to wait for. */
export async function prepareQuestion({ meaning }: Snapshot, question: string): Promise<void> {
  if (!meaning || meaning.embedder.vector(question)) return;
  const work = meaning.embedder.prepare([question], 'question').catch(() => {});
  await Promise.race([work, wait(patience, undefined, { ref: false })]);
}
