import { setImmediate as nextRound } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurns, type Urgency } from '../../src/library/turns.js';

/** Runs pieces of work beside each other on a clock of their own, and gives whose turn it was, in order. */
async function run(
  ...works: readonly (readonly [name: string, urgency: Urgency, turns: number, ms?: number])[]
): Promise<string> {
  let now = 0;
  const turns = createTurns(() => now);
  const order: string[] = [];
  await Promise.all(
    works.map(async ([name, urgency, count, ms = 5]) => {
      const giveWay = turns.begin(urgency);
      for (let turn = 0; turn < count; turn += 1) {
        now += ms;
        await giveWay();
        order.push(name);
      }
    }),
  );
  return order.join('');
}

test('little work is done as if the large work that began before it were not there', async () => {
  expect(await run(['L', 'answers', 9], ['s', 'answers', 3])).toMatch(/^[Ls]{5,7}L{5,}$/);
  // Two that are large share what is left.
  expect(await run(['A', 'answers', 40], ['B', 'answers', 40], ['s', 'answers', 2])).toMatch(
    /^[ABs]{6}(?:AB|BA)+[AB]*$/,
  );
});

test('the shared documents go before members’ answers, and what nobody waits for comes last', async () => {
  const order = await run(['n', 'ahead', 3], ['p', 'preview', 3], ['a', 'answers', 3], ['s', 'shared', 3]);
  // All have begun when the first turn is given.
  expect(order).toBe('sssaaapppnnn');
});

test('in a round of the event loop one piece of work has its turn, however much is under way', async () => {
  let now = 0;
  const turns = createTurns(() => now);
  let hadTurns = 0;
  const works = Array.from({ length: 20 }, async () => {
    const giveWay = turns.begin('answers');
    now += 5;
    await giveWay();
    hadTurns += 1;
  });
  for (let round = 1; round <= 20; round += 1) {
    await nextRound();
    expect(hadTurns).toBeLessThanOrEqual(round + 1);
  }
  await Promise.all(works);
});

test('work that is ended while others go before it ends at once', async () => {
  let now = 0;
  const turns = createTurns(() => now);
  const end = new AbortController();
  const preview = turns.begin('preview', end.signal);
  const answers = turns.begin('answers');
  const order: string[] = [];
  const going = (async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      now += 5;
      await answers();
      order.push('answers');
      if (turn === 3) end.abort(new Error('ended'));
    }
  })();
  now += 5;
  await expect(preview().catch((error: Error) => order.push(error.message))).resolves.toBeDefined();
  await going;
  expect(order.indexOf('ended')).toBeGreaterThan(2);
  expect(order.indexOf('ended')).toBeLessThan(7);
});
