import { Worker } from 'node:worker_threads';
import { readDocument } from './read.js';
import type { InputFile } from './reader.js';

// The process that a parser starts: one file in, one result out, and the next one only after that.

const watch = new Worker(new URL('./parse-watch.js', import.meta.url), {
  workerData: { megabytes: Number(process.argv[2]), parent: process.ppid },
});
watch.unref();

// Most documents are Markdown, and loading its reader should not count against the first one.
await import('./markdown.js');

process.on('message', async (file: InputFile) => {
  process.send?.(await readDocument(file));
});
process.send?.('ready');
