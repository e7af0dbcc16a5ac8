import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { consider } from '../../src/answer/answer.js';
import type { Passage } from '../../src/documents/passage.js';
import { makePassages } from '../../src/documents/passages.js';
import { readDocument } from '../../src/documents/read.js';
import type { Embedder } from '../../src/index/embedder.js';
import { emptyGlossary, type Glossary, parseGlossary } from '../../src/index/glossary.js';
import { searchPassages } from '../../src/index/ranking.js';
import { type Snapshot, snapshotOf } from '../../src/index/snapshot.js';
import { openEmbedder } from '../../src/library/embedders.js';
import { judge, questionLine, report as scoresOf } from '../answer-scores.js';
import { type QueryLine, readCorpus, readJudgements, readLines, readQueries } from '../corpus.js';
import { meanOf, measure } from '../measures.js';
import { askArticles } from './paraphrases.js';
import { meanOf as meanRow, normalized } from './rows.js';
import { teacherVectors } from './teacher.js';

/*
 * Ranks the test collections and answers the questions on the article without embeddings, with the table that ships and
 * with the encoder that it imitates:
 *
 *   node dist/bench/embeddings/compare.js --eval FOLDER [--encoder FILE]
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
const article = await readArticle();
const questions = await readLines(join(folder, 'seed-questions.dev.jsonl'), questionLine);
const { glossary } = parseGlossary(await readFile('knowledge/glossary.yaml', 'utf8'), 'glossary.yaml');

await report('none', undefined);
await report('table', await openEmbedder());
if (values.encoder) await report('encoder', await encoder(values.encoder));

async function report(name: string, embedder: Embedder | undefined): Promise<void> {
  for (const { name: collection, passages, queries, judgements } of collections) {
    const started = performance.now();
    const snapshot = await build(passages, emptyGlossary, embedder);
    const buildSeconds = (performance.now() - started) / 1000;
    const times: number[] = [];
    const measured = queries.map(({ id, text }) => {
      const start = performance.now();
      const hits = searchPassages(snapshot, text, 100);
      times.push(performance.now() - start);
      const ranking = hits.map(({ passage }) => passages[passage]?.document.id ?? '');
      return measure(ranking, judgements.get(id) ?? new Map());
    });
    times.sort((a, b) => a - b);
    const { 'nDCG@10': ndcg, 'MRR@10': mrr, 'recall@10': recall } = meanOf(measured);
    const scores = `nDCG@10 ${ndcg.toFixed(4)}, MRR@10 ${mrr.toFixed(4)}, recall@10 ${recall.toFixed(4)}`;
    const median = times[Math.floor(times.length / 2)] ?? 0;
    console.log(
      `${name} ${collection}: ${scores}, built in ${buildSeconds.toFixed(1)} s, ${median.toFixed(1)} ms`,
    );
  }
  const squad = collections.find((one) => one.name === 'squad2')?.passages ?? [];
  const { all, paraphrased } = await askArticles(join(folder, 'ir', 'squad2'), squad, embedder);
  console.log(`${name} SQuAD by article: ${all.toFixed(3)}, of paraphrases ${paraphrased.toFixed(3)}`);
  const snapshot = await build(article, glossary, embedder);
  const outcomes = questions.map((one) => judge(snapshot, one, consider(snapshot, one.question)));
  console.log(`${name} article:\n${scoresOf(outcomes)}`);
}

function build(
  passages: readonly Passage[],
  words: Glossary,
  embedder: Embedder | undefined,
): Promise<Snapshot> {
  const documents = [...new Set(passages.map(({ document }) => document))];
  return snapshotOf({ shared: 1 }, documents, passages, words, { embedder });
}

async function readCollection(name: string): Promise<Collection> {
  const file = (part: string) => join(folder, 'ir', name, part);
  const judgements = await readJudgements(file('qrels.tsv'));
  const queries = (await readQueries(file('queries.jsonl'))).filter(({ id }) => judgements.has(id));
  return { name, passages: await readCorpus(file('corpus.jsonl')), queries, judgements };
}

async function readArticle(): Promise<Passage[]> {
  const path = 'emerging-alliances-in-chinas-ai-sector.txt';
  const bytes = await readFile(join(folder, '..', 'seed', path));
  const { document } = await readDocument({ path, bytes });
  return document ? makePassages([document]) : [];
}

/** The encoder, with all vectors worked out beforehand, about their mean. */
async function encoder(file: string): Promise<Embedder> {
  const passages = [...collections.flatMap((one) => one.passages), ...article];
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
