import { expect, test } from 'vitest';
import { Busy, createQuestionLine } from '../../src/discord/question-line.js';

/** Work that ends when it is told to. */
function held() {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const work = (number: number) => () => {
    begun.push(number);
    return new Promise<number>((resolve) => ends.push(() => resolve(number)));
  };
  return { begun, work, endFirst: () => ends.shift()?.() };
}

const turn = () => new Promise(setImmediate);

/** Questions that come one after the other; those that are refused give `busy`. */
function ask(
  line: ReturnType<typeof createQuestionLine>,
  work: (number: number) => () => Promise<number>,
  count: number,
) {
  return Array.from({ length: count }, (_, number) =>
    line.take(work(number)).catch((error: unknown) => {
      if (error instanceof Busy) return 'busy' as const;
      throw error;
    }),
  );
}

test('few are answered at a time, the others in the order in which they came', async () => {
  const { begun, work, endFirst } = held();
  const answers = ask(
    createQuestionLine(() => 0),
    work,
    10,
  );
  await turn();
  expect(begun).toEqual([0, 1, 2, 3]);
  for (const _ of answers) {
    endFirst();
    await turn();
    await turn();
  }
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(await Promise.all(answers)).toEqual(begun);
});

test('where more wait than can be answered in time, the next is refused at once', async () => {
  const { work, endFirst } = held();
  const line = createQuestionLine(() => 0);
  const answers = ask(line, work, 400);
  expect(() => line.admit(false)).toThrow(Busy);
  for (const _ of answers) {
    endFirst();
    await turn();
    await turn();
  }
  const given = await Promise.all(answers);
  expect(given.filter((one) => one === 'busy')).toHaveLength(400 - 64);
  expect(given.slice(0, 64)).not.toContain('busy');
  expect(() => line.admit(false)).not.toThrow();
});

test('where the first in line has waited for long, none is taken until it has its turn', async () => {
  let now = 0;
  const { work, endFirst } = held();
  const line = createQuestionLine(() => now);
  void ask(line, work, 5);
  now = 1_001;
  expect(() => line.admit(false)).toThrow(Busy);
  endFirst();
  await turn();
  await turn();
  expect(() => line.admit(false)).not.toThrow();
});

test('what is at hand waits for what is shown alone, and is refused where that is too much as well', async () => {
  let now = 0;
  const { work } = held();
  const line = createQuestionLine(() => now);
  void ask(line, work, 5);
  now = 1_001;
  expect(() => line.admit(false)).toThrow(Busy);
  expect(() => line.admit(true)).not.toThrow();
  for (let number = 0; number < 13; number++) void line.show(work(number));
  now = 2_002;
  expect(() => line.admit(true)).toThrow(Busy);
  await expect(line.show(work(13))).rejects.toThrow(Busy);
});

test('in a turn in which a few are ranked three times as many are shown, as to show one takes so much less', async () => {
  const line = createQuestionLine();
  const events: string[] = [];
  const other = turn().then(() => events.push('other'));
  const many = Array.from({ length: 20 }, () => [
    line.take(async () => void events.push('ranked')),
    line.show(async () => void events.push('shown')),
  ]);
  await Promise.all([other, ...many.flat()]);
  const first = events.slice(0, events.indexOf('other'));
  expect(first.filter((event) => event === 'ranked')).toHaveLength(4);
  expect(first.filter((event) => event === 'shown')).toHaveLength(12);
});

test('a question that fails gives its place free, too', async () => {
  const line = createQuestionLine();
  const failing = Array.from({ length: 20 }, () => line.take(() => Promise.reject(new Error('no'))));
  const outcomes = await Promise.allSettled(failing);
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
  await expect(line.take(async () => 'yes')).resolves.toBe('yes');
});

test('it is idle when the last question has ended, and where there is none', async () => {
  const { work, endFirst } = held();
  const line = createQuestionLine(() => 0);
  await line.idle();
  void ask(line, work, 6);
  let isIdle = false;
  void line.idle().then(() => {
    isIdle = true;
  });
  for (let left = 6; left > 0; left--) {
    expect(isIdle).toBe(false);
    endFirst();
    await turn();
    await turn();
  }
  expect(isIdle).toBe(true);
});

test('between two questions everything else has its turn', async () => {
  const line = createQuestionLine();
  const events: string[] = [];
  const answers = Array.from({ length: 12 }, () => line.take(async () => void events.push('question')));
  const others = (async () => {
    for (let number = 0; number < 3; number++) {
      await turn();
      events.push('other');
    }
  })();
  await Promise.all([...answers, others]);
  expect(events.slice(0, 5)).toEqual(['question', 'question', 'question', 'question', 'other']);
});
