import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupAlike } from '../../src/library/alike.js';

const giveWay = async () => {};

/** Each with each: the first group whose first list has three quarters of all terms in common with it. */
function slowly(lists: readonly ReadonlySet<string>[]): number[][] {
  const groups: number[][] = [];
  for (const [place, list] of lists.entries()) {
    const alike = groups.find(([first = -1]) => {
      const other = lists[first] ?? new Set();
      const common = [...list].filter((term) => other.has(term)).length;
      return common > 0 && common / (list.size + other.size - common) >= 0.75;
    });
    if (alike) alike.push(place);
    else groups.push([place]);
  }
  return groups;
}

describe('lists that are nearly the same stand together', () => {
  const term = fc.constantFrom(...'abcdefghij');

  test('as if each had been compared with each', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.uniqueArray(term, { maxLength: 8 }), { maxLength: 40 }), async (terms) => {
        const lists = terms.map((list) => new Set(list));
        expect(await groupAlike(lists, giveWay)).toEqual(slowly(lists));
      }),
      { numRuns: 500 },
    ));

  test('also where they are long and differ in a few terms', () => {
    const all = Array.from({ length: 60 }, (_, number) => `term ${number}`);
    const without = fc.subarray(all, { minLength: 40 });
    return fc.assert(
      fc.asyncProperty(fc.array(without, { maxLength: 30 }), async (terms) => {
        const lists = terms.map((list) => new Set(list));
        expect(await groupAlike(lists, giveWay)).toEqual(slowly(lists));
      }),
    );
  });
});

describe('a thousand questions are compared with few of each other', () => {
  async function comparisons(lists: readonly ReadonlySet<string>[]): Promise<number> {
    let compared = 0;
    await groupAlike(lists, giveWay, () => {
      compared += 1;
      return false;
    });
    return compared;
  }

  test('where none has a term of another, with none', async () => {
    const lists = Array.from(
      { length: 1_000 },
      (_, question) => new Set(Array.from({ length: 490 }, (_, term) => `${question} ${term}`)),
    );
    expect(await comparisons(lists)).toBe(0);
    expect(await groupAlike(lists, giveWay)).toHaveLength(1_000);
  });

  test('where all have the most of their terms in common, with fifty at most', async () => {
    const lists = Array.from(
      { length: 1_000 },
      (_, question) =>
        new Set(Array.from({ length: 490 }, (_, term) => (term < 350 ? `${term}` : `${question} ${term}`))),
    );
    expect(await comparisons(lists)).toBeLessThanOrEqual(50_000);
  });

  test('where each is like the one before, with fifty at most', async () => {
    const lists = Array.from(
      { length: 1_000 },
      (_, question) => new Set(Array.from({ length: 490 }, (_, term) => `${term + question * 25}`)),
    );
    expect(await comparisons(lists)).toBeLessThanOrEqual(50_000);
    expect((await groupAlike(lists, giveWay))[0]).toEqual([0, 1, 2]);
  });
});
