import type { Problem } from '../documents/problem.js';
import type { Aids } from '../index/snapshot.js';
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
