import { parseArgs } from 'node:util';
import { rankCollection } from './collection.js';
import { measureGate } from './gate.js';

const usage = `usage:
  bench:quality -- --corpus FILE --queries FILE [--qrels FILE] [--run FILE] [--glossary FILE] [--semantic off]
  bench:quality -- --gate FOLDER                 a folder of SQuAD 2.0: corpus.jsonl and queries.jsonl`;

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    queries: { type: 'string' },
    qrels: { type: 'string' },
    run: { type: 'string' },
    glossary: { type: 'string' },
    semantic: { type: 'string', default: 'on' },
    gate: { type: 'string' },
  },
});

const { corpus, queries, gate } = values;
if (gate) await measureGate(gate);
else if (corpus && queries)
  await rankCollection({ ...values, corpus, queries, semantic: values.semantic !== 'off' });
else {
  console.error(usage);
  process.exitCode = 2;
}
