import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.js';
import { emptyGlossary } from '../../src/documents/glossary.js';
import { sha256 } from '../../src/documents/sha256.js';
import type { Embedder } from '../../src/index/embedding/embedder.js';
import { neverGiveWay } from '../../src/index/snapshot.js';
import { openEmbedder } from '../../src/library/embedders.js';
import { indexVersion, savedSnapshots } from '../../src/library/saved-snapshots.js';
import { documentOf } from '../support/documents-reading.js';

const table = (await openEmbedder()) ?? expect.fail('no table');

const dirs: string[] = [];
afterEach(async () => {
  for (const dir of dirs.splice(0)) await rm(dir, { recursive: true });
});

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'snapshots-'));
  dirs.push(dir);
  return dir;
}

const QUESTION = 'When does the ferry leave?';
const documents = ['The ferry leaves at noon.', 'The club meets in May. It pays.'].map((text, at) =>
  documentOf(`${at}.md`, `# Notes\n\n${text}\n`),
);
const content = { documents, hashes: ['a', 'b'], glossary: emptyGlossary, knownQuestions: [] };

/** Counts the sentences that are read. */
function counting(embedder: Embedder): Embedder & { readonly read: () => number } {
  let count = 0;
  return {
    ...embedder,
    vector(text) {
      count++;
      return embedder.vector(text);
    },
    read: () => count,
  };
}

/** What a start reads, of what it is given; it keeps it, or not. */
async function start(
  dir: string,
  { version = '1', isKept = true, changed = {}, id = 'table' } = {},
): Promise<{ read: number; verdict: string }> {
  const embedder = { ...counting(table), id };
  const saved = savedSnapshots(dir, async () => version);
  const snapshot = await saved.build({ shared: 1 }, { ...content, ...changed }, embedder, neverGiveWay);
  const read = embedder.read();
  if (isKept) await saved.keep(snapshot, neverGiveWay);
  return { read, verdict: (await answerQuestion(snapshot, QUESTION)).verdict };
}

describe('saved snapshots', () => {
  test('are built without reading a passage again', async () => {
    const dir = await folder();
    const first = await start(dir);
    expect(first).toEqual({ read: 3, verdict: 'answered' });
    expect(await start(dir)).toEqual({ ...first, read: 0 });
    expect(await start(dir, { isKept: false })).toEqual({ ...first, read: 0 });
  });

  test.each([
    ['the program', { version: '2' }],
    ['the embedder', { id: 'another' }],
    ['a document', { changed: { hashes: ['a', 'c'] } }],
    ['the order of the documents', { changed: { hashes: ['b', 'a'] } }],
    ['the glossary', { changed: { glossary: { entities: [], synonyms: [['ferry', 'boat']] } } }],
  ])('are read anew where %s is another', async (_, other) => {
    const dir = await folder();
    await start(dir);
    expect((await start(dir, other)).read).toBe(3);
    // What was kept last is there, and not the first.
    expect((await start(dir, other)).read).toBe(0);
    expect((await start(dir)).read).toBe(3);
  });

  test('are not kept as long as nobody says so', async () => {
    const dir = await folder();
    await start(dir, { isKept: false });
    expect((await start(dir)).read).toBe(3);
  });

  test('are built all the same where nobody knows the version', async () => {
    const dir = await folder();
    const saved = savedSnapshots(dir, () => Promise.reject(new Error('compiled anew')));
    const snapshot = await saved.build({ shared: 1 }, content, table, neverGiveWay);
    await saved.keep(snapshot, neverGiveWay);
    expect((await answerQuestion(snapshot, QUESTION)).verdict).toBe('answered');
    expect((await start(dir)).read).toBe(3);
  });

  test('go with a text that is withdrawn', async () => {
    const dir = await folder();
    await start(dir);
    const saved = savedSnapshots(dir, async () => '1');
    await saved.removeWithdrawn([{ textHash: sha256('another text') }]);
    expect((await start(dir)).read).toBe(0);
    await saved.removeWithdrawn([{ textHash: sha256(documents[1]?.text ?? '') }]);
    expect((await start(dir, { isKept: false })).read).toBe(3);
  });

  test('are not kept where another is live when a model is done with them', async () => {
    const dir = await folder();
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const model = { ...table, prepare: () => finished };
    const saved = savedSnapshots(dir, async () => '1');
    const build = (embedder: Embedder, hashes = content.hashes) =>
      saved.build({ shared: 1 }, { ...content, hashes }, embedder, neverGiveWay);
    const before = saved.keep(await build(model, ['old', 'b']), neverGiveWay);
    await saved.keep(await build(table), neverGiveWay);
    finish();
    await before;
    const embedder = counting(table);
    await build(embedder);
    expect(embedder.read()).toBe(0);
    await build(embedder, ['old', 'b']);
    expect(embedder.read()).toBe(3);
  });

  test('have a version that can be told', async () => {
    expect(await indexVersion()).toMatch(/^[0-9a-f]{64}$/);
  });
});
