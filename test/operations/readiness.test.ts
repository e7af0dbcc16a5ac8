import { expect, test } from 'vitest';
import { emptyGlossary } from '../../src/documents/glossary.js';
import { buildSnapshot } from '../../src/index/snapshot.js';
import { createReadiness, type Readied } from '../../src/operations/readiness.js';
import { snapshotOfParagraphs } from '../support/corpus.js';

const snapshot = await snapshotOfParagraphs(['The ferry leaves at noon.']);
const ready = { id: 0, state: 'ready', isReady: true };
const away = { id: 1, state: 'reconnecting', isReady: false };
const all: Readied = {
  shards: () => [ready],
  pingDatabase: async () => {},
  snapshot: async () => snapshot,
};

test('ready where all three are there', async () => {
  expect(await createReadiness(() => all)()).toMatchObject({
    ready: true,
    gateway: { ok: true },
    database: { ok: true },
    snapshot: { ok: true, detail: '1 document of revision 1' },
  });
});

test('a process whose shards others have all is ready to take them over', async () => {
  const spare = { ...all, shards: () => [], othersHaveShards: true };
  expect(await createReadiness(() => spare)()).toMatchObject({ ready: true, gateway: { ok: true } });
  const leaving = { ...spare, shards: () => [away] };
  expect(await createReadiness(() => leaving)()).toMatchObject({ ready: false, gateway: { ok: false } });
});

test.each([
  ['nothing is open yet', { shards: undefined, pingDatabase: undefined, snapshot: undefined }, []],
  ['one of two connections is away', { shards: () => [ready, away] }, ['database', 'snapshot']],
  ['there is no connection', { shards: () => [] }, ['database', 'snapshot']],
  ['the database refuses', { pingDatabase: () => Promise.reject(new Error('no')) }, ['gateway', 'snapshot']],
  [
    'nothing was published',
    { snapshot: () => buildSnapshot({ shared: 0 }, [], emptyGlossary) },
    ['gateway', 'database'],
  ],
])('not ready where %s, and what is there is told apart', async (_, changed, there) => {
  const readied = { ...all, ...changed } as Readied;
  const { ready: isReady, ...parts } = await createReadiness(() => readied)();
  expect(isReady).toBe(false);
  expect(Object.entries(parts).flatMap(([part, { ok }]) => (ok ? part : []))).toEqual(there);
});

test('a silent database is asked once, however many look, and again when it has answered', async () => {
  let pings = 0;
  let answer = () => {};
  const pingDatabase = () => {
    pings++;
    return new Promise<void>((resolve) => {
      answer = resolve;
    });
  };
  const deadline = () => AbortSignal.abort();
  const readiness = createReadiness(() => ({ ...all, pingDatabase }), deadline);
  for (const { database } of [...(await Promise.all([readiness(), readiness()])), await readiness()])
    expect(database).toMatchObject({ ok: false, detail: 'no answer in time' });
  expect(pings).toBe(1);
  answer();
  await new Promise(setImmediate);
  await readiness();
  expect(pings).toBe(2);
});
