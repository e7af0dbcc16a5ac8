import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readCorpus, readQueries } from './corpus.js';
import { quantile } from './quantile.js';

/*
 * How long an answer takes beside another version of the product, in one interleaved run: both answer the same questions over
 * the same documents through `ask --jsonl`, each in a process of its own, in turn.
 *
 *   node dist/bench/against.js --eval FOLDER --other CHECKOUT [--passages 10000] [--questions 300]
 *
 * The documents are the paragraphs of the three collections, again from the start where they are too few; the other checkout must
 * be built.
 */

const { values } = parseArgs({
  options: {
    eval: { type: 'string' },
    other: { type: 'string' },
    passages: { type: 'string', default: '10000' },
    questions: { type: 'string', default: '300' },
  },
});
if (!values.eval || !values.other) {
  console.error(
    'usage: node dist/bench/against.js --eval FOLDER --other CHECKOUT [--passages N] [--questions N]',
  );
  process.exit(2);
}

const COLLECTIONS = ['cranfield', 'squad2', 'wikiqa'];
const PARAGRAPHS_IN_FILE = 100;
const WARM_UP = 20;

const folder = join(values.eval, 'ir');
const questions = await readQuestions(Number(values.questions) + WARM_UP);
const knowledge = await mkdtemp(join(tmpdir(), 'against-'));
try {
  await writeDocuments(knowledge, Number(values.passages));
  const versions = [
    startVersion('other', values.other, knowledge),
    startVersion('this', process.cwd(), knowledge),
  ];
  for (const [i, question] of questions.entries()) {
    for (const version of i % 2 === 0 ? versions : versions.toReversed()) {
      const tookMs = await version.ask(question);
      if (i >= WARM_UP) version.times.push(tookMs);
    }
  }
  for (const version of versions) version.end();
  print(versions);
} finally {
  await rm(knowledge, { recursive: true, force: true });
}

interface Version {
  readonly name: string;
  readonly times: number[];
  /** Milliseconds that the answer took, by the version's own account. */
  ask(question: string): Promise<number>;
  end(): void;
}

function startVersion(name: string, checkout: string, documents: string): Version {
  const child = spawn('node', ['dist/src/main.js', 'ask', '--knowledge', documents, '--jsonl'], {
    cwd: checkout,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = z.object({ tookMs: z.number() });
  return {
    name,
    times: [],
    async ask(question) {
      child.stdin.write(`${JSON.stringify({ id: 'q', question })}\n`);
      const line = await lines.next();
      if (line.done) throw new Error(`the version in ${checkout} has ended`);
      return answer.parse(JSON.parse(line.value)).tookMs;
    },
    end: () => child.stdin.end(),
  };
}

function print(versions: readonly Version[]): void {
  const shares = [0.5, 0.95, 0.99];
  console.log(`${values.passages} passages, ${values.questions} questions, milliseconds an answer`);
  console.log('| | p50 | p95 | p99 |\n|---|---|---|---|');
  const rows = versions.map(({ times }) => shares.map((share) => quantile(times, share)));
  for (const [i, { name }] of versions.entries())
    console.log(`| ${name} | ${rows[i]?.map((time) => time.toFixed(2)).join(' | ')} |`);
  const [other = [], own = []] = rows;
  console.log(`| ratio | ${own.map((time, i) => (time / (other[i] ?? 1)).toFixed(2)).join(' | ')} |`);
}

async function writeDocuments(to: string, count: number): Promise<void> {
  const corpora = await Promise.all(
    COLLECTIONS.map((name) => readCorpus(join(folder, name, 'corpus.jsonl'))),
  );
  const texts = corpora.flat().map(({ document }) => document.text.replaceAll(/\s+/g, ' ').trim());
  const paragraphs = Array.from({ length: count }, (_, i) => texts[i % texts.length] ?? '');
  for (let start = 0; start < count; start += PARAGRAPHS_IN_FILE) {
    const some = paragraphs.slice(start, start + PARAGRAPHS_IN_FILE);
    await writeFile(join(to, `part-${start}.md`), `# Part ${start}\n\n${some.join('\n\n')}\n`);
  }
}

/** From all three collections alike. */
async function readQuestions(count: number): Promise<string[]> {
  const all = await Promise.all(COLLECTIONS.map((name) => readQueries(join(folder, name, 'queries.jsonl'))));
  return Array.from({ length: count }, (_, i) => {
    const queries = all[i % all.length] ?? [];
    return queries[Math.floor((i * queries.length) / count)]?.text ?? '';
  });
}
