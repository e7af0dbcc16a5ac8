import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { readCedict } from '../index/translate/cedict.js';
import { packDictionary } from '../index/translate/dictionary.js';
import type { PackingTask } from './dictionary-file.js';

const { source, target }: PackingTask = workerData;
const words = readCedict(readFileSync(source, 'utf8'));
if (words.size === 0) throw new Error(`no dictionary entries in ${source}`);
const packed = packDictionary(words);
keep();
parentPort?.postMessage(packed);

/** Another process may do the same at the same time: the file appears whole or not at all. */
function keep(): void {
  const unfinished = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(unfinished, packed);
    renameSync(unfinished, target);
  } catch {
    // A folder that cannot be written costs the next start a second, no more.
  }
}
