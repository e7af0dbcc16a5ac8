// What members feel while a refresh is prepared: `node dist/bench/refresh.js [PASSAGES] [QUESTIONS]`. Answers questions
// one after the other, first alone and then beside a refresh of the whole collection, and prints their times and the
// longest time that the event loop did not turn.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { answerQuestion } from '../src/answer/answer.js';
import { readDocument } from '../src/documents/read.js';
import { buildSnapshot } from '../src/index/snapshot.js';
import type { KnowledgeBase } from '../src/library/library.js';
import { openKnowledgeBase } from '../src/library/open.js';
import { openPageReader } from '../src/library/pages.js';
import { folderSources, type Reading, type Sourced } from '../src/library/sources.js';
import { openStore } from '../src/store/open.js';

const PASSAGES_A_DOCUMENT = 40;
/** As often as a busy server asks. */
const PAUSE_MS = 20;

const passages = Number(process.argv[2] ?? 20_000);
const questions = Number(process.argv[3] ?? 200);

/** Always the same numbers below `end`, so that runs can be compared. */
function numbers(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}

/** Documents whose paragraphs are sentences of the shipped ones in another mix. */
async function mixed(sentences: readonly string[], edition: string): Promise<Sourced[]> {
  const below = numbers(7);
  const documents: Sourced[] = [];
  for (let number = 0; number * PASSAGES_A_DOCUMENT < passages; number += 1) {
    const paragraphs = Array.from({ length: PASSAGES_A_DOCUMENT }, (_, position) => {
      const mix = Array.from({ length: 4 }, () => sentences[below(sentences.length)]);
      return `${mix.join(' ')} This is paragraph ${number * PASSAGES_A_DOCUMENT + position}${edition}.`;
    });
    const path = `document-${number}.md`;
    const original = { path, bytes: Buffer.from(`# Document ${number}\n\n${paragraphs.join('\n\n')}\n`) };
    const { document } = await readDocument(original);
    if (!document) throw new Error(`${path} was not read`);
    documents.push({ document, original, origin: { kind: 'folder' } });
  }
  return documents;
}

async function askAll(base: KnowledgeBase, asked: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < questions; turn += 1) {
    await delay(PAUSE_MS);
    // From the moment that the question came, not from that of its turn.
    const begun = performance.now();
    await new Promise((resolve) => setImmediate(resolve));
    answerQuestion(await base.current(null), asked[turn % asked.length] ?? '');
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b);
}

function quantile(sorted: readonly number[], share: number): string {
  return `${(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1)} ms`;
}

const folder = await mkdtemp(join(tmpdir(), 'bench-refresh-'));
const shipped = await folderSources(fileURLToPath(new URL('../../knowledge/', import.meta.url)), {})();
const sentences = shipped.documents.flatMap(({ document }) =>
  document.paragraphs.flatMap((paragraph) =>
    paragraph.sentences.map(({ start, end }) => document.text.slice(start, end)),
  ),
);
const asked = shipped.documents.flatMap(({ document }) => [
  `What is ${document.title}?`,
  `Who is in ${document.title}?`,
]);
let reading: Reading = { ...shipped, documents: await mixed(sentences, '') };
const store = await openStore(`file:${join(folder, 'bot.db')}`);
const base = await openKnowledgeBase({
  store,
  readFolder: async () => reading,
  openPageReader: () => openPageReader('bench'),
  buildSnapshot,
  judgedQuestions: async () => asked.slice(0, 20),
  onEvent: () => {},
});
reading = { ...shipped, documents: await mixed(sentences, ', revised') };
const { passages: built } = await base.status('shared');

await askAll(base, asked);
const delays = monitorEventLoopDelay({ resolution: 1 });
async function measured(what: string): Promise<void> {
  delays.reset();
  delays.enable();
  const times = await askAll(base, asked);
  delays.disable();
  const stall = (delays.max / 1e6).toFixed(0);
  console.log(
    `${what}: p50 ${quantile(times, 0.5)}, p99 ${quantile(times, 0.99)}, longest stall ${stall} ms`,
  );
}
console.log(`${built} passages, ${questions} questions`);
await measured('alone           ');
const begun = performance.now();
let isDone = false;
const refreshing = base.refresh({ collection: 'shared', by: 'host' }).then((proposal) => {
  isDone = true;
  return proposal;
});
while (!isDone) await measured('beside a refresh');
const proposal = await refreshing;
console.log(`refresh: ${((performance.now() - begun) / 1_000).toFixed(1)} s, ${proposal.kind}`);
await base.close();
await store.close();
await rm(folder, { recursive: true });
