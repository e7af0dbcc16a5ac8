import { readFile, writeFile } from 'node:fs/promises';
import { emptyGlossary, readGlossary } from '../src/documents/glossary.js';
import { searchPassages } from '../src/index/ranking/passages.js';
import { snapshotOf } from '../src/index/snapshot.js';
import { openEmbedder } from '../src/library/embedders.js';
import { readCorpus, readJudgements, readQueries } from './corpus.js';
import { meanOf, measure } from './measures.js';

export interface CollectionArguments {
  readonly corpus: string;
  readonly queries: string;
  readonly qrels?: string | undefined;
  readonly run?: string | undefined;
  readonly glossary?: string | undefined;
  /** Whether meaning counts beside words, as the setting SEMANTIC has it. */
  readonly semantic: boolean;
}

/** Ranked passages a query in the run file. */
const DEPTH = 100;

/** Ranks a test collection as the product ranks passages; prints measures, writes a TREC run. */
export async function rankCollection({
  corpus,
  queries,
  qrels,
  run,
  glossary,
  semantic,
}: CollectionArguments): Promise<void> {
  const passages = await readCorpus(corpus);
  const named = glossary && readGlossary({ path: glossary, bytes: await readFile(glossary) }).glossary;
  const snapshot = await snapshotOf(
    { shared: 1 },
    passages.map(({ document }) => document),
    passages,
    named || emptyGlossary,
    { embedder: await openEmbedder({ semantic }) },
  );
  const judgements = qrels ? await readJudgements(qrels) : undefined;
  const measured = [];
  const runLines: string[] = [];
  const times: number[] = [];
  for (const { id, text } of await readQueries(queries)) {
    const grades = judgements?.get(id);
    const judged = grades !== undefined && [...grades.values()].some((grade) => grade > 0);
    if (!judged && !run) continue;
    const start = performance.now();
    const hits = await searchPassages(snapshot, text, DEPTH);
    times.push(performance.now() - start);
    const ranking = hits.map(({ passage }) => passages[passage]?.document.id ?? '');
    if (judged) measured.push(measure(ranking, grades));
    hits.forEach(({ score }, i) => {
      runLines.push(`${id} Q0 ${ranking[i]} ${i + 1} ${score.toFixed(6)} china-ai-alliances-bot`);
    });
  }
  if (run) await writeFile(run, `${runLines.join('\n')}\n`);
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  console.log(
    `passages ${passages.length}, queries ${times.length}, query p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
  );
  if (measured.length > 0) {
    const means = Object.entries(meanOf(measured)).map(([name, value]) => `${name} ${value.toFixed(4)}`);
    console.log(`judged queries ${measured.length}: ${means.join(', ')}`);
  }
}
