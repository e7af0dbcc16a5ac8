import { createParser } from '../documents/parsing/parser.js';
import type { Problem } from '../documents/problem.js';
import { buildSnapshot, type Snapshot } from '../index/snapshot.js';
import { readKnowledge } from './knowledge.js';
import { type AidOptions, loadAids } from './search-resources.js';

export interface FolderOptions extends AidOptions {
  readonly knowledgeDir: string;
  /** Where to keep what was parsed, and vectors; without it they are worked out each time. */
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
export async function loadFolder(options: FolderOptions): Promise<LoadedFolder> {
  const { knowledgeDir, cacheDir } = options;
  const parser = createParser(cacheDir === undefined ? {} : { cacheDir });
  try {
    const [{ documents, glossary, problems }, { aids, problems: missing }] = await Promise.all([
      readKnowledge(knowledgeDir, parser),
      loadAids(options),
    ]);
    const snapshot = await buildSnapshot({ shared: 1 }, documents, glossary, aids);
    return { snapshot, problems: [...problems, ...missing] };
  } finally {
    await parser.close();
  }
}
