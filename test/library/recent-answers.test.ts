import { expect, test } from 'vitest';
import type { Snapshot } from '../../src/index/snapshot.js';
import { createRecentAnswers, type FoundAnswer } from '../../src/library/recent-answers.js';

// Nothing of a snapshot is looked at but which one it is, and whether a server has it for itself.
const shared = { name: { shared: 1 } } as Snapshot;
const later = { name: { shared: 2 } } as Snapshot;
const ofServer = { name: { shared: 1, guild: 1 } } as Snapshot;

/** Finds answers, and counts how often. */
function finder() {
  const found: string[] = [];
  const recent = createRecentAnswers();
  const ask = (snapshot: Snapshot, question: string) =>
    recent.of(snapshot, question, async () => {
      found.push(question);
      return { related: [] } as unknown as FoundAnswer;
    });
  return { ask, found, recent };
}

test('a question that is asked again, or by several at once, is answered once in a snapshot', async () => {
  const { ask, found } = finder();
  const [first, second] = await Promise.all([ask(shared, 'Who?'), ask(shared, 'Who?')]);
  expect(second).toBe(first);
  expect(await ask(shared, 'Who?')).toBe(first);
  expect(found).toEqual(['Who?']);
});

test('another question, another revision and a server with documents of its own have answers of their own', async () => {
  const { ask, found } = finder();
  for (const snapshot of [shared, later, ofServer]) await ask(snapshot, 'Who?');
  await ask(shared, 'who?');
  expect(found).toEqual(['Who?', 'Who?', 'Who?', 'who?']);
});

test('what could not be found is looked for again', async () => {
  const { ask, found, recent } = finder();
  const fails = recent.of(shared, 'Who?', async () => Promise.reject(new Error('busy')));
  await expect(fails).rejects.toThrow('busy');
  await ask(shared, 'Who?');
  expect(found).toEqual(['Who?']);
});

test('no more are kept than there is room for, and fewer of a server', async () => {
  const { ask, found } = finder();
  const all = Array.from({ length: 400 }, (_, nth) => `Who is ${nth}?`);
  for (const question of [...all, ...all]) await ask(shared, question);
  expect(found).toHaveLength(400);
  for (const question of [...all, ...all]) await ask(ofServer, question);
  expect(found).toHaveLength(1_200);
});

test('an answer is at hand once it was found, and not while it still may have to wait', async () => {
  const { recent } = finder();
  let end = (_: FoundAnswer) => {};
  const found = recent.of(shared, 'Who?', () => new Promise((resolve) => (end = resolve)));
  expect(recent.has(shared, 'Who?')).toBe(false);
  end({ related: [] } as unknown as FoundAnswer);
  await found;
  expect(recent.has(shared, 'Who?')).toBe(true);
  expect(recent.has(later, 'Who?')).toBe(false);
});
