import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Library } from '../src/library/library.js';
import type { Store } from '../src/store/store.js';
import { inventedDocuments, inventedQuestions } from './invented.js';
import { quantile } from './quantile.js';

/*
 * What servers with documents of their own cost beside a shared collection: their first questions one after the other, all
 * at once, the memory of each, and what a publish of the shared documents takes while all of them are in memory.
 *
 *   node --expose-gc dist/bench/own-documents.js [--servers 200] [--own 50] [--passages 10000] [--checkout FOLDER]
 *
 * The shared documents are those that ship, with their known questions, and invented ones. Another checkout of the product,
 * which must be built, is measured in the same way: its own code runs on the same documents.
 */

const { values } = parseArgs({
  options: {
    servers: { type: 'string', default: '200' },
    own: { type: 'string', default: '50' },
    passages: { type: 'string', default: '10000' },
    checkout: { type: 'string', default: '.' },
  },
});
const { gc } = globalThis;
if (!gc) throw new Error('node --expose-gc');
const servers = Number(values.servers);
const own = Number(values.own);
const passages = Number(values.passages);
const WARM_UP = 30;

/** A module of the version that is measured. */
const load = (path: string) => import(resolve(values.checkout, 'dist/src', path));
const { answerQuestion } = (await load('answer/answer.js')) as typeof import('../src/answer/answer.js');
const snapshots = (await load('index/snapshot.js')) as typeof import('../src/index/snapshot.js');
const { openEmbedder } = (await load('library/embedders.js')) as typeof import('../src/library/embedders.js');
const { readSources } = (await load(
  'library/knowledge-folder.js',
)) as typeof import('../src/library/knowledge-folder.js');
const { openLibrary } = (await load('library/open.js')) as typeof import('../src/library/open.js');
const { openPageReader } = (await load('library/pages.js')) as typeof import('../src/library/pages.js');
const { cachedParser } = (await load(
  'parsing/cached-parser.js',
)) as typeof import('../src/parsing/cached-parser.js');
const { createParsers } = (await load('parsing/parsers.js')) as typeof import('../src/parsing/parsers.js');
const { openStore } = (await load('store/open.js')) as typeof import('../src/store/open.js');

const home = await mkdtemp(join(tmpdir(), 'bench-own-documents-'));
const [folder, ofServers] = [join(home, 'knowledge'), join(home, 'servers')];
await cp('knowledge', folder, { recursive: true });
await mkdir(ofServers);
const shared = inventedDocuments(passages, 1);
for (const { path, text } of shared) await writeFile(join(folder, path), text);
const sharedQuestions = inventedQuestions(shared, servers + WARM_UP);
const ownQuestions = await writeServers();

const parsers = createParsers();
const parser = cachedParser(parsers.ofHost(), join(home, 'cache'));
const store: Store = await openStore(`file:${join(home, 'bot.db')}`);
const embedder = await openEmbedder();
await publishServers();
const library: Library = await openLibrary({
  store,
  readFolder: () => readSources(folder, parser),
  openPageReader: () => openPageReader('bench', parser),
  parser,
  buildSnapshot: (name, { documents, glossary, knownQuestions }, giveWay) =>
    snapshots.buildSnapshot(name, documents, glossary, { embedder, knownQuestions, giveWay }),
  limits: { documents: 100, bytes: 1_000_000, passages: 1_000, storage: 100_000_000 },
  judgedQuestions: async () => [],
  patience: () => new AbortController().signal,
  onEvent: () => {},
});
console.log(
  `${(await library.current(null)).passages.length} shared passages, ${servers} servers with ${own}`,
);
for (const question of sharedQuestions.slice(0, WARM_UP)) await ask(null, question);

console.log('Milliseconds until the answer: of processor time, and by the clock');
console.log('| | n | p50 | p95 | most | p50 | p95 | most |\n|---|---|---|---|---|---|---|---|');
report('without own documents', await inTurn(() => null, sharedQuestions.slice(WARM_UP)));
const before = memory();
report('first question', await inTurn(String, ownQuestions));
const each = (memory() - before) / servers;
report('second question', await inTurn(String, ownQuestions));
report('third, on what is shared', await inTurn(String, sharedQuestions.slice(WARM_UP)));
console.log(`memory of each that was asked: ${(each / 1024).toFixed(0)} KB`);
await publishShared();
const used = process.cpuUsage();
const waits = (await Promise.all(ownQuestions.map((one, id) => ask(String(id), one)))).map(
  ({ waited }) => waited,
);
const { user, system } = process.cpuUsage(used);
console.log(
  `all asked at once then: ${seconds((user + system) / 1_000)} of processor time; half are answered after ${seconds(quantile(waits, 0.5))}, the last after ${seconds(quantile(waits, 1))}`,
);
await library.close();
await parsers.close();
await store.close();
await rm(home, { recursive: true });

/** Writes a document for each server, and gives a question on each. */
async function writeServers(): Promise<string[]> {
  const all = inventedDocuments(passages + servers * own + own, 1).slice(shared.length);
  const paragraphs = all.flatMap(({ text }) => text.trim().split('\n\n').slice(1));
  const files = Array.from({ length: servers }, (_, id) => {
    const some = paragraphs.slice(id * own, (id + 1) * own);
    return { path: `server-${id}.md`, text: `# Notes of server ${id}\n\n${some.join('\n\n')}\n` };
  });
  for (const { path, text } of files) await writeFile(join(ofServers, path), text);
  // The first of a file would be mistyped.
  return files.flatMap((file) => inventedQuestions([file], 2).slice(1));
}

/** Publishes them straight into the store: previews are not what is measured. */
async function publishServers(): Promise<void> {
  const { documents } = await readSources(ofServers, parser);
  for (const { document, original } of documents) {
    const collection = `guild:${document.id.replace('server-', '')}` as const;
    const id = `server/${document.id}`;
    const stored = { path: original.path, bytes: await original.bytes() };
    const [key] = await store.putDocuments([{ document: { ...document, id }, original: stored }]);
    if (!key) throw new Error('not stored');
    const entry = { id, ...key, passages: document.paragraphs.length, origin: { kind: 'file', name: id } };
    const draft = { collection, base: 0, author: 'mod', preview: {}, glossary: null, knownQuestions: null };
    await store.publish((await store.saveDraft(draft, [entry])).id, 'mod', {});
  }
}

interface Took {
  readonly worked: number;
  readonly waited: number;
}

/** The milliseconds until a question is answered. */
async function ask(guildId: string | null, question: string): Promise<Took> {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  await answerQuestion(await library.current(guildId), question);
  const { user, system } = process.cpuUsage(used);
  return { worked: (user + system) / 1_000, waited: performance.now() - begun };
}

async function inTurn(guildOf: (id: number) => string | null, questions: readonly string[]) {
  const times: Took[] = [];
  for (const [id, question] of questions.entries()) times.push(await ask(guildOf(id), question));
  return times;
}

function memory(): number {
  gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function publishShared(): Promise<void> {
  gc?.();
  const rest = process.memoryUsage.rss();
  let peak = rest;
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const proposal = await refreshed();
  const begun = performance.now();
  await library.publish(proposal, 'host', true);
  const took = performance.now() - begun;
  clearInterval(sampling);
  const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
  console.log(
    `publish of the shared documents: ${seconds(took)}; resident ${megabytes(rest)} MB before its preview, ${megabytes(peak)} at most`,
  );
}

async function refreshed() {
  await writeFile(join(folder, 'news.md'), '# News\n\nThe harbour has news.\n');
  const proposal = await library.refresh({ collection: 'shared', by: 'host' });
  if (proposal.kind !== 'draft') throw new Error(`The refresh came to ${proposal.kind}`);
  return proposal;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}

function report(name: string, times: readonly Took[]): void {
  const shares = [0.5, 0.95, 1];
  const cells = [times.map(({ worked }) => worked), times.map(({ waited }) => waited)].flatMap((each) =>
    shares.map((share) => quantile(each, share).toFixed(1)),
  );
  console.log(`| ${name} | ${times.length} | ${cells.join(' | ')} |`);
}
