import { constants, setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Answer } from './parse-process.js';
import type { Job } from './parser.js';
import { loadReader, readHere } from './readers.js';

// The program of a process that parses (parse-process.ts starts it, so it is a file of its own). For each job that it
// is sent it answers twice: `'loaded'` once the reader is loaded, and then the {@link Answer}. The next job is sent
// only after that.

const megabytes = Number(process.argv[2]);

try {
  // Where processors are few, members' questions go first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
} catch {
  // Some systems do not allow it; then parsing competes with the questions.
}

const watch = new Worker(new URL('./parse-watch.js', import.meta.url), {
  workerData: { megabytes, parent: process.ppid },
});
watch.unref();

process.on('message', async (job: Job) => {
  await loadReader(job.kind, job.file);
  process.send?.('loaded');
  const result = await readHere(job.kind, job.file);
  const isWorn = process.memoryUsage.rss() > (megabytes * 1_000_000) / 2;
  process.send?.({ result, isWorn } satisfies Answer);
});
