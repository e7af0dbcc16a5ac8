import { constants, setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { loadReader, readDocument } from '../formats/read.js';
import type { InputFile } from '../formats/reader.js';

// The process that a parser starts. One file in; out, that its reader is loaded, and then the result; and the next
// file only after that.

try {
  // Members who ask go first where processors are few.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
} catch {
  // Where the system does not let it, they take turns.
}

const watch = new Worker(new URL('./parse-watch.js', import.meta.url), {
  workerData: { megabytes: Number(process.argv[2]), parent: process.ppid },
});
watch.unref();

process.on('message', async (file: InputFile) => {
  await loadReader(file);
  process.send?.('loaded');
  process.send?.(await readDocument(file));
});
