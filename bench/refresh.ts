// What members feel while the knowledge base is refreshed: `node dist/bench/refresh.js [PASSAGES] [QUESTIONS]`. Asks
// questions one after the other, first alone and then beside the refresh and publishing of a folder in which every
// tenth document has changed. Prints the times of the answers, and for each step the longest time that the event loop
// did not turn.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import { answerQuestion } from '../src/answer/answer.js';
import { buildSnapshot } from '../src/index/snapshot.js';
import { openEmbedder } from '../src/library/embedders.js';
import { readSources } from '../src/library/knowledge-folder.js';
import type { Library } from '../src/library/library.js';
import { openLibrary } from '../src/library/open.js';
import { openPageReader } from '../src/library/pages.js';
import { cachedParser } from '../src/parsing/cached-parser.js';
import { createParsers } from '../src/parsing/parsers.js';
import { openStore } from '../src/store/open.js';
import { type InventedFile, inventedDocuments, inventedQuestions } from './invented.js';
import { type Stall, stallMeter } from './stalls.js';

/** As often as a busy server asks. */
const PAUSE_MS = 20;
/** About as many as are judged for the documents that ship; every preview asks them of the old and the new ones. */
const JUDGED = 150;

const passages = Number(process.argv[2] ?? 20_000);
const questions = Number(process.argv[3] ?? 200);

/** Asks until `isEnough`, and gives the times from the moment that a question came to that of its answer. */
async function ask(library: Library, asked: readonly string[], isEnough: (count: number) => boolean) {
  const times: number[] = [];
  while (!isEnough(times.length)) {
    await delay(PAUSE_MS);
    const begun = performance.now();
    // It waits for its turn, like a question that comes in from the network.
    await nextTurn();
    await answerQuestion(await library.current(null), asked[times.length % asked.length] ?? '');
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b);
}

function summaryOf(sorted: readonly number[]): string {
  const quantile = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  const [middle, high] = [quantile(0.5) ?? 0, quantile(0.99) ?? 0];
  return `${sorted.length} questions answered, p50 ${middle.toFixed(1)} ms, p99 ${high.toFixed(1)} ms`;
}

function said({ waited, worked }: Stall): string {
  return `longest stall ${waited.toFixed(0)} ms (${worked.toFixed(0)} ms of work)`;
}

/** Says what a step took when it is over. */
function stepMeter(longestStall: () => Stall): (next: string) => void {
  let [step, since] = ['', performance.now()];
  return (next) => {
    const now = performance.now();
    const stall = said(longestStall());
    if (step) console.log(`  ${step}: ${((now - since) / 1_000).toFixed(1)} s, ${stall}`);
    [step, since] = [next, now];
  };
}

const home = await mkdtemp(join(tmpdir(), 'bench-refresh-'));
const folder = join(home, 'knowledge');
await mkdir(folder);
const first = inventedDocuments(passages, 1);
const second = inventedDocuments(passages, 2);
const asked = inventedQuestions(first, questions);
const judged = inventedQuestions(first, JUDGED);

console.log('Reading and publishing the first edition …');
await write(first);
const embedder = await openEmbedder();
const parsers = createParsers();
const parser = cachedParser(parsers.ofHost(), join(home, 'cache'));
const store = await openStore(`file:${join(home, 'bot.db')}`);
const library = await openLibrary({
  store,
  readFolder: () => readSources(folder, parser),
  openPageReader: () => openPageReader('bench', parser),
  parser,
  buildSnapshot: (name, { documents, glossary, knownQuestions }, giveWay) =>
    buildSnapshot(name, documents, glossary, { embedder, knownQuestions, giveWay }),
  limits: { documents: 100, bytes: 1_000_000, passages: 1_000, storage: 100_000_000 },
  judgedQuestions: async () => judged,
  onEvent: () => {},
});
console.log(`${(await library.current(null)).passages.length} passages`);
await write(second);

// The first ones compile the code.
await ask(library, asked, (count) => count === questions);
const longestStall = stallMeter();
const alone = await ask(library, asked, (count) => count === questions);
console.log(`alone: ${summaryOf(alone)}, ${said(longestStall())}`);

console.log('beside a refresh:');
const enter = stepMeter(longestStall);
let isDone = false;
const changing = refreshAndPublish().finally(() => {
  isDone = true;
});
const beside = await ask(library, asked, (count) => isDone && count >= questions);
await changing;
console.log(`  ${summaryOf(beside)}`);
await library.close();
await parsers.close();
await store.close();
await rm(home, { recursive: true });

async function refreshAndPublish(): Promise<void> {
  const proposal = await library.refresh({
    collection: 'shared',
    by: 'host',
    onProgress: ({ kind }) => enter(kind),
  });
  if (proposal.kind !== 'draft') throw new Error(`The refresh came to ${proposal.kind}`);
  enter('publishing');
  const published = await library.publish(proposal, 'host');
  if (published.kind !== 'published') throw new Error(`The publishing came to ${published.kind}`);
  enter('done');
}

async function write(files: readonly InventedFile[]): Promise<void> {
  for (const { path, text } of files) await writeFile(join(folder, path), text);
}
