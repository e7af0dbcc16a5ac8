import { workerData } from 'node:worker_threads';

// Ends its process when that uses too much memory, or when the process that started it is gone. It is the program of
// a thread, and so a file of its own: in the main thread, a reader that is stuck in a hostile document would let no
// timer run.

/** Between two looks the memory can grow beyond the bound, so they follow closely; each takes microseconds. */
const EVERY_MS = 20;

const { megabytes, parent } = workerData as { megabytes: number; parent: number };

setInterval(() => {
  const isTooLarge = process.memoryUsage.rss() > megabytes * 1_000_000;
  if (isTooLarge || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, EVERY_MS);
