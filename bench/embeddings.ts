import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { consider } from '../src/answer/answer.js';
import { emptyGlossary } from '../src/documents/glossary.js';
import type { Passage } from '../src/documents/passages.js';
import type { Embedder } from '../src/index/embedding/embedder.js';
import { searchPassages } from '../src/index/ranking/passages.js';
import { type Snapshot, snapshotOf } from '../src/index/snapshot.js';
import { openEmbedder } from '../src/library/embedders.js';
import { meanOf as meanRow, normalized } from '../tools/embeddings/rows.js';
import { teacherVectors } from '../tools/embeddings/teacher.js';
import { type Hits, judge, report as scoresOf } from './answer-scores.js';
import { type QueryLine, readCorpus, readJudgements, readQueries } from './corpus.js';
import { meanOf, measure } from './measures.js';
import {
  type Asked,
  articleQuestions,
  paraphrases,
  squadArticles,
  wikiqaSentences,
} from './sentence-sets.js';

/*
 * Ranks the test collections and answers the questions on the article without embeddings, with the table that ships and
 * with the encoder that it imitates:
 *
 *   node dist/bench/embeddings.js --eval FOLDER [--encoder FILE]
 *
 * FILE keeps the encoder's vectors (17,000 texts, five minutes at the first run).
 */

const { values } = parseArgs({ options: { eval: { type: 'string' }, encoder: { type: 'string' } } });
if (!values.eval) throw new Error('--eval FOLDER');
const folder = values.eval;

interface Collection {
  readonly name: string;
  readonly passages: readonly Passage[];
  readonly queries: readonly QueryLine[];
  readonly judgements: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const collections = await Promise.all(['cranfield', 'wikiqa', 'squad2'].map(readCollection));

await report('none', undefined);
await report('table', await openEmbedder());
if (values.encoder) await report('encoder', await encoder(values.encoder));

async function report(name: string, embedder: Embedder | undefined): Promise<void> {
  for (const { name: collection, passages, queries, judgements } of collections) {
    const started = performance.now();
    const snapshot = await build(passages, embedder);
    const buildSeconds = (performance.now() - started) / 1000;
    const times: number[] = [];
    const measured = [];
    for (const { id, text } of queries) {
      const start = performance.now();
      const hits = await searchPassages(snapshot, text, 100);
      times.push(performance.now() - start);
      const ranking = hits.map(({ passage }) => passages[passage]?.document.id ?? '');
      measured.push(measure(ranking, judgements.get(id) ?? new Map()));
    }
    times.sort((a, b) => a - b);
    const { 'nDCG@10': ndcg, 'MRR@10': mrr, 'recall@10': recall } = meanOf(measured);
    const scores = `nDCG@10 ${ndcg.toFixed(4)}, MRR@10 ${mrr.toFixed(4)}, recall@10 ${recall.toFixed(4)}`;
    const median = times[Math.floor(times.length / 2)] ?? 0;
    console.log(
      `${name} ${collection}: ${scores}, built in ${buildSeconds.toFixed(1)} s, ${median.toFixed(1)} ms`,
    );
  }
  for (const [set, asked] of await sentenceSets(embedder))
    console.log(`${name} ${set}: ${await shares(asked)}`);
  const { snapshot, questions } = await articleQuestions(folder, embedder);
  const outcomes = await Promise.all(
    questions.map(async (one) => judge(snapshot, one, await consider(snapshot, one.question))),
  );
  console.log(`${name} article:\n${scoresOf(outcomes)}`);
}

/** Questions on sentences, which no other measure has. */
async function sentenceSets(
  embedder: Embedder | undefined,
): Promise<[name: string, asked: readonly Asked[]][]> {
  const squad = await squadArticles(join(folder, 'ir', 'squad2'), embedder);
  return [
    ['SQuAD by article', squad],
    ['SQuAD by article, fewest words in common', paraphrases(squad)],
    ['WikiQA by groups of articles', await wikiqaSentences(join(folder, 'ir', 'wikiqa'), embedder)],
  ];
}

async function shares(asked: readonly Asked[]): Promise<string> {
  const hits = await Promise.all(
    asked.map(async ({ snapshot, question, judge: judged }) =>
      judged((await consider(snapshot, question)).excerpts),
    ),
  );
  const share = (key: keyof Hits) => (hits.filter((one) => one[key]).length / hits.length).toFixed(3);
  return `first ${share('first')}, first three ${share('firstThree')} of ${asked.length}`;
}

function build(passages: readonly Passage[], embedder: Embedder | undefined): Promise<Snapshot> {
  const documents = passages.map(({ document }) => document);
  return snapshotOf({ shared: 1 }, documents, passages, emptyGlossary, { embedder });
}

async function readCollection(name: string): Promise<Collection> {
  const file = (part: string) => join(folder, 'ir', name, part);
  const judgements = await readJudgements(file('qrels.tsv'));
  const queries = (await readQueries(file('queries.jsonl'))).filter(({ id }) => judgements.has(id));
  return { name, passages: await readCorpus(file('corpus.jsonl')), queries, judgements };
}

/** The encoder, with all vectors worked out beforehand, about their mean. */
async function encoder(file: string): Promise<Embedder> {
  const { snapshot: article, questions } = await articleQuestions(folder, undefined);
  const passages = [...collections.flatMap((one) => one.passages), ...article.passages];
  const texts = [
    ...new Set([
      ...passages.flatMap(({ document, sentences }) =>
        sentences.map(({ start, end }) => document.text.slice(start, end)),
      ),
      ...collections.flatMap(({ queries }) => queries.map(({ text }) => text)),
      ...questions.map((one) => one.question),
    ]),
  ];
  const rows = await teacherVectors(texts, file);
  const mean = meanRow(rows);
  const vectors = new Map(
    texts.map((text, i) => [text, normalized((rows[i] ?? mean).map((value, j) => value - (mean[j] ?? 0)))]),
  );
  const nothing = new Float32Array(mean.length);
  return {
    id: 'encoder',
    dimensions: mean.length,
    vector: (text) => vectors.get(text) ?? nothing,
    prepare: async () => {},
  };
}
