import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Problem } from '../documents/problem.js';
import { type Dictionary, openDictionary } from '../index/translate/dictionary.js';

/** Raised when {@link packDictionary} or what is packed changes, so that an older file is not read. */
const FORMAT = 1;

/** Beside the product, whatever folder is served: the dictionary is part of it. */
const ownCache = fileURLToPath(new URL('../../../data/cache/', import.meta.url));

/** What the worker is told: the package's data, and where to leave the packed form. */
export interface PackingTask {
  readonly source: string;
  readonly target: string;
}

/** The dictionary, or why there is none. */
export interface LoadedDictionary {
  readonly dictionary?: Dictionary;
  readonly problems: readonly Problem[];
}

/**
 * The Chinese dictionary that questions are read with. The package ships it as a module that takes seconds and
 * hundreds of megabytes to import; so it is packed once, in a worker, into a file of 3 MB in `cacheDir`, which later
 * starts read in milliseconds. Where that folder cannot be written, every start packs anew.
 *
 * Never rejects: without the dictionary, questions in Chinese are read by the glossary and a short word list.
 */
export async function loadDictionary(cacheDir = ownCache, source = packageData): Promise<LoadedDictionary> {
  try {
    return { dictionary: await openOrPack(source(), cacheDir), problems: [] };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { problems: [{ kind: 'unreadable', file: 'cc-cedict', detail }] };
  }
}

/** A dictionary that has no words until they are loaded. */
export interface LateDictionary {
  readonly dictionary: Dictionary;
  /** Loads the words, and tells why there are none. Never rejects. */
  load(): Promise<readonly Problem[]>;
}

/**
 * For a bot that starts: packing takes a processor for a second, which the documents need more. Until it is done,
 * questions in Chinese are read as without the dictionary.
 */
export function lateDictionary(load: () => Promise<LoadedDictionary> = loadDictionary): LateDictionary {
  let loaded: Dictionary | undefined;
  return {
    dictionary: Object.freeze({
      wordsAt: (simplified: string, offset: number) => loaded?.wordsAt(simplified, offset) ?? [],
    }),
    async load() {
      const { dictionary, problems } = await load();
      loaded = dictionary;
      return problems;
    },
  };
}

/** Throws where the package is not installed. */
function packageData(): string {
  return fileURLToPath(new URL('../data/all.js', import.meta.resolve('cc-cedict')));
}

async function openOrPack(source: string, cacheDir: string): Promise<Dictionary> {
  // The package may fetch newer data when it is installed, under the same version.
  const { size } = await stat(source);
  const target = join(cacheDir, `cc-cedict-${FORMAT}-${size}.bin`);
  try {
    return openDictionary(await readFile(target));
  } catch {
    // Not there yet, or damaged.
  }
  await mkdir(cacheDir, { recursive: true }).catch(() => undefined);
  return openDictionary(await pack({ source, target }));
}

function pack(workerData: PackingTask): Promise<Uint8Array> {
  const worker = new Worker(new URL('./dictionary-worker.js', import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the dictionary was not packed (exit code ${code})`)));
  });
}
