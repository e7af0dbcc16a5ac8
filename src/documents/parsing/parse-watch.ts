import { workerData } from 'node:worker_threads';

// Ends its process when that uses too much memory, or when the one that started it is gone. A thread of its own,
// as a reader that is caught in a hostile document runs no timers.

const EVERY_MS = 20;

const { megabytes, parent } = workerData as { megabytes: number; parent: number };

setInterval(() => {
  const isTooLarge = process.memoryUsage.rss() > megabytes * 1_000_000;
  if (isTooLarge || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, EVERY_MS);
