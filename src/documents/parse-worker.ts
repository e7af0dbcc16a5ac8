import { parentPort } from 'node:worker_threads';
import { readDocument } from './read.js';
import type { InputFile } from './reader.js';

// One file in, one result out; `createParser` sends the next one only after that.
parentPort?.on('message', (file: InputFile) => {
  parentPort?.postMessage(readDocument(file));
});
parentPort?.postMessage('ready');
