import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { type Embedder, normalize } from '../index/embedding/embedder.js';
import { openVectorFile, type VectorFile } from './vector-file.js';

/** What this file uses of `@huggingface/transformers`, which is not among the project's packages. */
interface Transformers {
  readonly env: { allowRemoteModels: boolean };
  pipeline(task: 'feature-extraction', model: string, options: object): Promise<Extractor>;
}

type Extractor = (
  text: string,
  options: { pooling: 'mean'; normalize: true },
) => Promise<{ readonly data: Float32Array }>;

/** Why a model of the host's own cannot be used; `copy` has the words. */
export class ModelError extends Error {
  override readonly name = 'ModelError';

  constructor(
    readonly reason: 'no-library' | 'no-folder' | 'unusable',
    readonly modelDir: string,
    options?: ErrorOptions,
  ) {
    super(`${reason}: ${modelDir}`, options);
  }
}

/** Questions whose vectors are kept in memory. */
const MAX_QUESTIONS = 1000;
/** How long a question waits for its vector; then it is ranked by its words. */
const PATIENCE_MS = 150;

/**
 * Embeds with a model that the host has put into a folder (for instance a multilingual E5 as ONNX). Sentences are
 * worked out in {@link Embedder.prepare}, one after the other on the threads of the runtime, and kept in a file.
 *
 * @throws {ModelError}
 */
export async function openModel({
  modelDir,
  cacheDir,
}: {
  readonly modelDir: string;
  readonly cacheDir?: string | undefined;
}): Promise<Embedder> {
  const extract = await loadModel(modelDir);
  const embed = async (text: string) =>
    normalize((await extract(asked(modelDir, text), { pooling: 'mean', normalize: true })).data);
  const { length: dimensions } = await embed('a');
  const id = await idOf(modelDir);
  const file = cacheDir === undefined ? undefined : await openVectorFile(cacheDir, id, dimensions);
  return embedderOf({ id, dimensions, embed, ...(file && { file }) });
}

interface Parts {
  readonly id: string;
  readonly dimensions: number;
  readonly embed: (text: string) => Promise<Float32Array>;
  readonly file?: VectorFile;
}

function embedderOf({ id, dimensions, embed, file }: Parts): Embedder {
  const sentences = file ?? inMemory();
  const questions = new LRUCache<string, Float32Array>({ max: MAX_QUESTIONS });
  const vector = (text: string) => questions.get(text) ?? sentences.get(text);
  let queue = Promise.resolve();

  async function embedQuestions(texts: readonly string[]): Promise<void> {
    for (const text of texts) questions.set(text, await embed(text));
  }

  return {
    id,
    dimensions,
    vector,
    async prepare(texts, kind) {
      const missing = texts.filter((text) => !vector(text));
      if (kind === 'question') {
        if (missing.length === 0) return;
        const work = embedQuestions(missing).catch(() => {});
        return Promise.race([work, wait(PATIENCE_MS, undefined, { ref: false })]);
      }
      queue = queue
        .catch(() => {})
        .then(async () => {
          for (const text of missing) if (!sentences.get(text)) await sentences.put(text, await embed(text));
        });
      await queue;
    },
  };
}

function inMemory(): VectorFile {
  const vectors = new Map<string, Float32Array>();
  return { get: (text) => vectors.get(text), put: async (text, vector) => void vectors.set(text, vector) };
}

/** E5 wants to be told that a text is to be compared with others of its kind. */
function asked(modelDir: string, text: string): string {
  return /e5/i.test(basename(resolve(modelDir))) ? `query: ${text}` : text;
}

async function loadModel(modelDir: string): Promise<Extractor> {
  const config = await stat(join(modelDir, 'config.json')).catch(() => undefined);
  if (!config) throw new ModelError('no-folder', modelDir);
  const { env, pipeline } = await loadLibrary(modelDir);
  env.allowRemoteModels = false;
  try {
    return await pipeline('feature-extraction', resolve(modelDir), { local_files_only: true });
  } catch (cause) {
    throw new ModelError('unusable', modelDir, { cause });
  }
}

async function loadLibrary(modelDir: string): Promise<Transformers> {
  // A name that the compiler cannot see: the package is for those who have chosen a model.
  const library: string = '@huggingface/transformers';
  try {
    return await import(library);
  } catch (cause) {
    throw new ModelError('no-library', modelDir, { cause });
  }
}

/** The folder's name and when its model was put there: another model has other vectors. */
async function idOf(modelDir: string): Promise<string> {
  const { mtimeMs } = await stat(join(modelDir, 'config.json'));
  return `${basename(resolve(modelDir))}-${Math.round(mtimeMs).toString(36)}`;
}
