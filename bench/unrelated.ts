import { parseArgs } from 'node:util';
import { consider, decide } from '../src/answer/answer.js';
import type { Verdict } from '../src/answer/gate.js';
import type { Document } from '../src/documents/document.js';
import { buildSnapshot, type Snapshot } from '../src/index/snapshot.js';
import { openEmbedder } from '../src/library/embedders.js';
import { knowledgeQuestions } from './development-sets.js';
import { articlesOfCollections } from './sentence-sets.js';
import { setParameters } from './set-parameters.js';

/*
 * Whether documents on other things change the answers: asks the questions on the knowledge that ships of that alone, and
 * of that with passages of SQuAD, Cranfield and WikiQA that are of nothing in it, and counts what differs.
 *
 *   node dist/bench/unrelated.js --eval FOLDER [--passages 100,3500] [--changes] [--set PATH=VALUE …]
 */

const { values } = parseArgs({
  options: {
    eval: { type: 'string' },
    passages: { type: 'string', default: '100,3500' },
    changes: { type: 'boolean', default: false },
    set: { type: 'string', multiple: true, default: [] },
  },
});
if (!values.eval) {
  console.error(
    'usage: node dist/bench/unrelated.js --eval FOLDER [--passages N,…] [--changes] [--set PATH=VALUE …]',
  );
  process.exit(2);
}

/** What the knowledge that ships is of: an article or abstract with one of these words is left out. */
const onSubject =
  /\b(?:chin(?:a|ese)|beijing|shanghai|hong kong|huawei|alibaba|tencent|nvidia|intel|microchips?|chips?|semiconductors?|artificial intelligence|machine learning|neural|robots?|comput(?:ers?|ing))\b/i;

interface Reply {
  readonly verdict: Verdict;
  readonly confidence: number;
  /** Where the first excerpt stands; empty where nothing was found. */
  readonly place: string;
  readonly first: string;
}

setParameters(values.set);
const { snapshot: shipped, questions } = await knowledgeQuestions(values.eval);
const unrelated = await unrelatedDocuments(values.eval);
const before = await repliesOf(shipped);
const answerable = questions.filter((asked) => asked.answerable).length;
console.log(
  `Of ${answerable} questions that the documents answer, and of ${questions.length - answerable} others:`,
);
console.log('| unrelated passages | other verdict | other first excerpt | either | either, of the others |');
console.log('|---|---|---|---|---|');
for (const size of values.passages.split(',').map(Number)) {
  const some = evenly(unrelated, size);
  const after = await repliesOf(await withDocuments(shipped, some));
  report(some.length, after);
}

function report(size: number, after: readonly Reply[]): void {
  const changes = questions.flatMap((asked, i) => {
    const [old, now] = [before[i], after[i]];
    if (!old || !now) return [];
    const isOtherVerdict = old.verdict !== now.verdict;
    const isOtherFirst = old.place !== now.place;
    return isOtherVerdict || isOtherFirst ? [{ asked, old, now, isOtherVerdict, isOtherFirst }] : [];
  });
  const answerable = changes.filter(({ asked }) => asked.answerable);
  const row = [
    size,
    answerable.filter(({ isOtherVerdict }) => isOtherVerdict).length,
    answerable.filter(({ isOtherFirst }) => isOtherFirst).length,
    answerable.length,
    changes.length - answerable.length,
  ];
  console.log(`| ${row.join(' | ')} |`);
  if (!values.changes) return;
  for (const { asked, old, now, isOtherFirst } of changes) {
    console.log(`\n${asked.answerable ? '' : '(not in the documents) '}${asked.question}`);
    console.log(
      `  ${old.verdict} ${old.confidence.toFixed(3)} → ${now.verdict} ${now.confidence.toFixed(3)}`,
    );
    if (isOtherFirst) console.log(`  ${old.first}\n  → ${now.first}`);
  }
}

async function repliesOf(snapshot: Snapshot): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (const { question } of questions) {
    const considered = await consider(snapshot, question);
    const { verdict, confidence, excerpts } = decide(considered, {});
    const [first] = excerpts;
    const place = first ? `${first.citation.document} ${first.start} ${first.end}` : '';
    replies.push({ verdict, confidence, place, first: first?.text.slice(0, 160) ?? '' });
  }
  return replies;
}

async function withDocuments(
  { documents, glossary, known }: Snapshot,
  added: readonly Document[],
): Promise<Snapshot> {
  const embedder = await openEmbedder();
  return buildSnapshot({ shared: 1 }, [...documents, ...added], glossary, {
    embedder,
    knownQuestions: known.questions.map((question) => question.known),
  });
}

/** Passages of articles and abstracts that are of nothing in the knowledge that ships, each a document. */
async function unrelatedDocuments(folder: string): Promise<Document[]> {
  return (await articlesOfCollections(folder))
    .filter((article) => !article.some(({ text }) => onSubject.test(text)))
    .flat()
    .map((document, i) => ({ ...document, id: `unrelated ${i}` }));
}

/** So many of all, from beginning to end. */
function evenly<T>(all: readonly T[], size: number): T[] {
  const number = Math.min(size, all.length);
  return Array.from({ length: number }, (_, i) => all[Math.floor((i * all.length) / number)]).filter(
    (one) => one !== undefined,
  );
}
