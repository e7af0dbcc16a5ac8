import { createParser } from '../documents/parser.js';
import type { Problem } from '../documents/problem.js';
import { buildSnapshot, type Snapshot } from '../index/snapshot.js';
import { loadDictionary } from './dictionary-file.js';
import { readKnowledge } from './knowledge.js';

export interface FolderOptions {
  readonly knowledgeDir: string;
  /** Where to keep what was parsed; without it every document is parsed each time. */
  readonly cacheDir?: string;
}

export interface LoadedFolder {
  readonly snapshot: Snapshot;
  /** What was left out and why. */
  readonly problems: readonly Problem[];
}

/**
 * The documents of a folder as a snapshot. A document or glossary with a mistake gives a problem, and the rest
 * is served.
 *
 * @throws {FolderError} if the folder itself cannot be read
 */
export async function loadFolder({ knowledgeDir, cacheDir }: FolderOptions): Promise<LoadedFolder> {
  const parser = createParser(cacheDir === undefined ? {} : { cacheDir });
  try {
    const [{ documents, glossary, problems }, words] = await Promise.all([
      readKnowledge(knowledgeDir, parser),
      loadDictionary(),
    ]);
    const snapshot = await buildSnapshot({ shared: 1 }, documents, glossary, words.dictionary);
    return { snapshot, problems: [...problems, ...words.problems] };
  } finally {
    await parser.close();
  }
}
