import { expect, test } from 'vitest';
import { DatabaseFault } from '../../src/store/database-fault.js';
import { together } from '../../src/store/together.js';

// What makes one transaction of several.

function writer(fault: (one: string) => Error | undefined = () => undefined) {
  const written: string[][] = [];
  const write = together<string>(async (all) => {
    for (const one of all) {
      const found = fault(one);
      if (found) throw found;
    }
    written.push([...all]);
  });
  return { write, written };
}

test('what is asked for in the same turn is done at once, what comes later by itself', async () => {
  const { write, written } = writer();
  await Promise.all(['a', 'b', 'c'].map(write));
  await write('d');
  expect(written).toEqual([['a', 'b', 'c'], ['d']]);
});

test('each is given what came of all', async () => {
  const lengths = together(async (all: readonly string[]) => new Map(all.map((one) => [one, one.length])));
  const [of, other] = await Promise.all([lengths('of'), lengths('other')]);
  expect([of.get('of'), other.get('other')]).toEqual([2, 5]);
  expect(await lengths('later')).toEqual(new Map([['later', 5]]));
});

test('where one is at fault the others are done, and it alone is told', async () => {
  const { write, written } = writer((one) => (one === 'b' ? new Error('no form for b') : undefined));
  const outcomes = await Promise.allSettled(['a', 'b', 'c'].map(write));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(written).toEqual([['a'], ['c']]);
});

test('where the database is at fault it is not asked again for each', async () => {
  let asked = 0;
  const { write } = writer(() => {
    asked += 1;
    return new DatabaseFault('full');
  });
  const outcomes = await Promise.allSettled(['a', 'b', 'c'].map(write));
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(asked).toBe(1);
});
