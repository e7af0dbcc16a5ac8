import { parseArgs } from 'node:util';
import { rankCollection } from './collection.js';
import { measureGate } from './gate.js';
import { askQuestions } from './questions.js';

const usage = `usage:
  bench:quality -- --corpus FILE --queries FILE [--qrels FILE] [--run FILE] [--glossary FILE] [--semantic off]
  bench:quality -- --questions FILE --knowledge DIR [--semantic off | --model DIR]
      lines of questions with the strings that answer them; --model as the setting EMBEDDING_MODEL
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
    questions: { type: 'string' },
    knowledge: { type: 'string' },
    model: { type: 'string' },
  },
});

const { corpus, queries, gate, questions, knowledge } = values;
const semantic = values.semantic !== 'off';
if (gate) await measureGate(gate);
else if (questions && knowledge)
  await askQuestions(questions, { knowledgeDir: knowledge, semantic, modelDir: values.model });
else if (corpus && queries) await rankCollection({ ...values, corpus, queries, semantic });
else {
  console.error(usage);
  process.exitCode = 2;
}
