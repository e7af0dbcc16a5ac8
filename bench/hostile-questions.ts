import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { answerQuestion } from '../src/answer/answer.js';
import type { Passage } from '../src/documents/passages.js';
import { readQuestion } from '../src/index/query/question.js';
import { type Snapshot, snapshotOf } from '../src/index/snapshot.js';
import { openEmbedder } from '../src/library/embedders.js';
import { loadOwnGlossary } from '../src/library/knowledge-folder.js';
import { readCorpus } from './corpus.js';
import { numbersFrom } from './invented.js';

/*
 * How long the longest questions take that Discord lets people send, of whatever script, at 20,000 passages:
 *
 *   node dist/bench/hostile-questions.js --eval FOLDER [--passages 20000]
 *
 * The passages are those of the three collections, from the beginning again where more are asked for.
 */

const { values } = parseArgs({
  options: { eval: { type: 'string' }, passages: { type: 'string', default: '20000' } },
});
if (!values.eval) throw new Error('--eval FOLDER');
const LENGTH = 500;
const ROUNDS = 5;

const snapshot = await snapshotOfCollections(join(values.eval, 'ir'), Number(values.passages));
await answerQuestion(snapshot, 'Who answers first?');
console.log(
  `${snapshot.passages.length} passages, ${snapshot.terms.vocabulary().length} terms; milliseconds, best of ${ROUNDS}`,
);
console.log('| question | reading | answer |\n|---|---|---|');
for (const [name, question] of hostileQuestions(snapshot.terms.vocabulary())) {
  const read = await fastest(() => readQuestion(snapshot, question));
  const answered = await fastest(() => answerQuestion(snapshot, question));
  console.log(`| ${name} | ${read.toFixed(1)} | ${answered.toFixed(1)} |`);
}

async function fastest(work: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

async function snapshotOfCollections(folder: string, size: number): Promise<Snapshot> {
  const once = (
    await Promise.all(
      ['squad2', 'wikiqa', 'cranfield'].map((name) => readCorpus(join(folder, name, 'corpus.jsonl'))),
    )
  ).flat();
  const passages = Array.from({ length: size }, (_, id) => ({ ...(once[id % once.length] as Passage), id }));
  const documents = passages.map(({ document }) => document);
  const glossary = await loadOwnGlossary();
  return snapshotOf({ shared: 1 }, documents, passages, glossary, { embedder: await openEmbedder() });
}

/** Questions of 500 UTF-16 units that make some step of reading work as hard as it can. */
function hostileQuestions(vocabulary: readonly string[]): [name: string, question: string][] {
  const below = numbersFrom(5);
  const fill = (next: () => string, between = ' ') => {
    let text = next();
    while (text.length < LENGTH) text += between + next();
    return text.slice(0, LENGTH);
  };
  const oneOf = (letters: string) => [...letters][below([...letters].length)] ?? '';
  const word = (letters: string, length: number) => Array.from({ length }, () => oneOf(letters)).join('');
  const latin = 'abcdefghijklmnopqrstuvwxyz';
  const known = vocabulary.filter((term) => /^[a-z]{4,9}$/.test(term));
  const knownWord = () => known[below(known.length)] ?? '';
  const slip = (term: string) => term.slice(0, 2) + oneOf(latin) + term.slice(2);
  return [
    ['gibberish in words of four letters', fill(() => word(latin, 4))],
    ['gibberish in words of ten', fill(() => word(latin, 10))],
    ['one word of 500', word(latin, LENGTH)],
    ['one word of 40 twelve times', fill(() => word(latin, 40))],
    ['words of one letter', fill(() => oneOf(latin))],
    ['capitals', fill(() => word(latin, 4).toUpperCase())],
    ['mistyped words of the documents', fill(() => slip(knownWord()))],
    ['two words of the documents in one', fill(() => knownWord() + knownWord())],
    ['words of the documents', fill(knownWord)],
    ['one word of the documents again and again', fill(() => 'company')],
    ['the commonest words', fill(() => (oneOf('aeiou') === 'a' ? 'first' : 'time'))],
    ['names in capitals', fill(() => `${oneOf('ABCDE')}${word(latin, 3)}`)],
    ['Han', fill(() => oneOf('的一是不了人我在有他这为之大来以个中上们联盟公司成立芯片算力模型'), '')],
    ['Han with spaces', fill(() => oneOf('联盟公司成立芯片算力模型雨卡'))],
    ['rare Han', fill(() => String.fromCodePoint(0x4e00 + below(20_000)), '')],
    ['Cyrillic', fill(() => word('абвгдежзиклмнопрстуфх', 6))],
    ['German compounds', `wann wurde die ${fill(() => word('chipherstellerverband', 24))}`.slice(0, LENGTH)],
    ['Spanish', fill(() => (oneOf('ab') === 'a' ? 'cuándo' : word('aeioulmnrst', 6)))],
    ['digits', word('0123456789', LENGTH)],
    ['digits with points', fill(() => word('0123456789', 2), '.')],
    ['letters and digits', fill(() => word(latin, 2) + word('0123456789', 2))],
    ['emoji', fill(() => oneOf('😀😁😂🤖🐉'), '')],
    ['apostrophes', fill(() => `${word(latin, 3)}'s`)],
    ['question after question', fill(() => 'who?')],
    ['questions of two letters', fill(() => `who ${knownWord()}`, '? ')],
    ['all together', fill(() => `${word(latin, 5)} 芯片 ${word('абвгде', 4)} H20 7nm UAE`)],
  ];
}
