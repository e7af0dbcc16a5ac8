import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildSnapshot } from '../../src/index/snapshot.js';
import { openLibrary } from '../../src/library/open.js';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/store.js';
import { NOTES_OF_AN_ATTEMPT, textsOf } from './notes.js';
import { parserHere } from './parser-here.js';

/** What was found after a process was killed. */
export interface AfterCrash {
  /** The live revision. */
  readonly live: number;
  /** The last revision that the process had told of. */
  readonly told: number;
}

/**
 * Lets a process refresh and publish, kills it with SIGKILL after `ms` milliseconds, starts again and checks all
 * that came after revision `before`.
 * @throws AssertionError where something published is lost, or a revision is not whole.
 */
export async function crashRound(url: string, before: number, ms: number): Promise<AfterCrash> {
  const told = await refreshUntilKilled(url, ms);
  const store = await openStore(url);
  try {
    const live = await store.liveRevision('shared');
    assert.ok(told >= before, `revision ${before} was live, then ${told}`);
    assert.ok(live === told || live === told + 1, `revision ${told} was told of, ${live} is live`);
    const attempts = new Set<string>();
    for (let number = before + 1; number <= live; number += 1) attempts.add(await attemptOf(store, number));
    assert.equal(attempts.size, live - before, 'each revision has an attempt of its own');
    const numbers = (await store.revisions('shared', live + 1)).map(({ number }) => number);
    assert.deepEqual(
      numbers,
      Array.from({ length: live }, (_, position) => live - position),
    );
    const history = await store.history('shared', 10 * live + 10);
    const published = history.filter(({ action }) => action === 'publish');
    assert.equal(published.length, live, 'one entry of the history for each revision');
    assert.deepEqual(await answeredFrom(store), { revision: live, attempt: await attemptOf(store, live) });
    return { live, told };
  } finally {
    await store.close();
  }
}

/** The last revision that the process had told of when it was killed. */
async function refreshUntilKilled(url: string, ms: number): Promise<number> {
  const program = fileURLToPath(new URL('./refresh-forever.js', import.meta.url));
  const child = spawn(process.execPath, [program, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const lines = createInterface({ input: child.stdout });
  let told = 0;
  lines.on('line', (line) => {
    told = Number(line);
  });
  await Promise.race([once(lines, 'line'), closed.then(() => assert.fail('it ended before it was killed'))]);
  await delay(ms);
  child.kill('SIGKILL');
  await closed;
  return told;
}

/** What all documents of a revision speak of, which must be one attempt. */
async function attemptOf(store: Store, number: number): Promise<string> {
  return onlyOne(await textsOf(store, 'shared', number), `revision ${number}`);
}

/** What the next process answers from, without the folder. */
async function answeredFrom(store: Store): Promise<{ revision: number; attempt: string }> {
  const library = await openLibrary({
    store,
    readFolder: () => assert.fail('the folder is not needed'),
    openPageReader: () => assert.fail('no page is needed'),
    parser: parserHere,
    buildSnapshot: (name, { documents, glossary }) => buildSnapshot(name, documents, glossary),
    limits: { documents: 100, bytes: 1_000_000, passages: 1_000, storage: 100_000_000 },
    judgedQuestions: async () => [],
    onEvent: () => {},
  });
  const { name, documents } = await library.current(null);
  await library.close();
  return {
    revision: name.shared,
    attempt: onlyOne(
      documents.map(({ text }) => text),
      'the snapshot',
    ),
  };
}

function onlyOne(texts: readonly string[], where: string): string {
  assert.equal(texts.length, NOTES_OF_AN_ATTEMPT, `${where} has all documents`);
  const [only = '', ...others] = new Set(texts);
  assert.deepEqual(others, [], `${where} is of one attempt`);
  return only;
}
