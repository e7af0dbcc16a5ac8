import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStore } from '../src/store/open.js';
import type { Store } from '../src/store/store.js';
import { textsOf } from './notes.js';

/**
 * Lets a process publish, kills it with SIGKILL after `ms` milliseconds, opens the database again and checks
 * what came after revision `before`. Gives the live revision.
 * @throws AssertionError where something published is lost, or a revision is not whole.
 */
export async function crashRound(url: string, before: number, ms: number): Promise<number> {
  const answered = await publishUntilKilled(url, ms);
  const store = await openStore(url);
  try {
    const live = await store.liveRevision('shared');
    assert.ok(live >= Math.max(before, answered), `revision ${answered} was answered, ${live} is live`);
    assert.ok(live <= Math.max(before, answered) + 1, `${live} is live, but only ${answered} was answered`);
    for (let number = before + 1; number <= live; number += 1) await checkWhole(store, number);
    const history = await store.history('shared', live + 1);
    const published = history.filter(({ action }) => action === 'publish').map(({ detail }) => detail);
    assert.equal(new Set(published.map((detail) => JSON.stringify(detail))).size, live);
    assert.equal(published.length, live, 'one entry of the history for each revision');
    return live;
  } finally {
    await store.close();
  }
}

/** The last revision that the process reported before it was killed; 0 when it reported none. */
async function publishUntilKilled(url: string, ms: number): Promise<number> {
  const program = fileURLToPath(new URL('./publish-forever.js', import.meta.url));
  const child = spawn(process.execPath, [program, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const lines = createInterface({ input: child.stdout });
  await once(lines, 'line');
  let answered = 0;
  lines.on('line', (line) => {
    answered = Number(line);
  });
  await delay(ms);
  child.kill('SIGKILL');
  await closed;
  return answered;
}

/** All documents of the revision are there and speak of one attempt, the one that its report names. */
async function checkWhole(store: Store, number: number): Promise<void> {
  const revision = await store.revision('shared', number);
  assert.ok(revision, `revision ${number} is there`);
  const { attempt } = revision.report as { attempt: string };
  const expected = ['a', 'b', 'c'].map((id) => `${id} of ${attempt}.`);
  assert.deepEqual(await textsOf(store, 'shared', number), expected);
}
