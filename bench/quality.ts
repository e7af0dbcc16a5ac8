import { parseArgs } from 'node:util';
import { rankCollection } from './collection.js';

const usage = `usage:
  bench:quality -- --corpus FILE --queries FILE [--qrels FILE] [--run FILE] [--glossary FILE]`;

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    queries: { type: 'string' },
    qrels: { type: 'string' },
    run: { type: 'string' },
    glossary: { type: 'string' },
  },
});

const { corpus, queries } = values;
if (corpus && queries) await rankCollection({ ...values, corpus, queries });
else {
  console.error(usage);
  process.exitCode = 2;
}
