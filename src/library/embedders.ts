import { readFile } from 'node:fs/promises';
import type { Embedder } from '../index/embedding/embedder.js';
import { readTable, tableEmbedder } from '../index/embedding/embedding-table.js';

export interface EmbedderOptions {
  /** The setting `SEMANTIC`: off, ranking looks at words alone. */
  readonly semantic?: boolean;
  /** The setting `EMBEDDING_MODEL`: a folder with a model for `@huggingface/transformers`. */
  readonly modelDir?: string | undefined;
  /** Where to keep the vectors of a model; without it they are worked out anew at each start. */
  readonly cacheDir?: string | undefined;
}

/** The table that ships, from where this file is compiled to. */
export const TABLE_FILE = new URL('../../../src/index/data/embeddings.en.bin', import.meta.url);

/**
 * What ranking looks at beyond words: nothing, a model of the host's own, or else the table that ships.
 *
 * @throws {ModelError} if there is no usable model in the folder, or the library to run it is not installed
 */
export async function openEmbedder({
  semantic = true,
  modelDir,
  cacheDir,
}: EmbedderOptions = {}): Promise<Embedder | undefined> {
  if (!semantic) return undefined;
  if (modelDir === undefined) return tableEmbedder(readTable(await readFile(TABLE_FILE)));
  const { openModel } = await import('./model-embedder.js');
  return openModel({ modelDir, cacheDir });
}
