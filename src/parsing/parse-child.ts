import { constants, setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { loadReader } from '../documents/read.js';
import type { Job } from './parser.js';
import { readHere } from './readers.js';

// The program of a process that parses (parse-process.ts starts it, so it is a file of its own). For each job that it is
// sent it answers twice: `'loaded'` once the reader is loaded, and then the result. The next job is sent only after that.

try {
  // Where processors are few, members' questions go first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
} catch {
  // Some systems do not allow it; then parsing competes with the questions.
}

const watch = new Worker(new URL('./parse-watch.js', import.meta.url), {
  workerData: { megabytes: Number(process.argv[2]), parent: process.ppid },
});
watch.unref();

process.on('message', async (job: Job) => {
  if (job.kind === 'document') await loadReader(job.file);
  process.send?.('loaded');
  process.send?.(await readHere(job.kind, job.file));
});
