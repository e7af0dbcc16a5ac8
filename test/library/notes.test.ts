import { expect, test } from 'vitest';
import { createNotes } from '../../src/library/notes.js';

// What is kept of questions while nobody waits for it.

function notesOf(most?: number) {
  const failures: unknown[] = [];
  const lost: number[] = [];
  const notes = createNotes({
    ...(most !== undefined && { most }),
    onFailure: (error) => failures.push(error),
    onLost: (count) => lost.push(count),
  });
  return { notes, failures, lost };
}

/** A database that another process holds until it is let go. */
function lock() {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { letGo, held };
}

test('those that wait are written together, when the one before them is', async () => {
  const { notes } = notesOf();
  const { letGo, held } = lock();
  const begun: number[] = [];
  const first = notes.add(() => held);
  const later = [1, 2, 3].map((number) => notes.add(async () => void begun.push(number)));
  await new Promise(setImmediate);
  expect(begun).toEqual([]);
  letGo();
  await first;
  // There is a pause, in which more may come; who wants to read what was noted does not wait for its end.
  expect(begun).toEqual([]);
  await notes.written();
  expect(begun).toEqual([1, 2, 3]);
  await Promise.all(later);
});

test('those that find no room are lost at once, and their number is told when there is room again', async () => {
  const { notes, lost, failures } = notesOf(2);
  const { letGo, held } = lock();
  const first = notes.add(() => held);
  const written: number[] = [];
  const later = [1, 2, 3, 4].map((number) => notes.add(async () => void written.push(number)));
  await Promise.all(later.slice(2));
  expect(lost).toEqual([]);
  letGo();
  await Promise.all([first, ...later]);
  expect(written).toEqual([1, 2]);
  expect(lost).toEqual([2]);
  expect(failures).toEqual([]);
});

test('a fault is told once until a note is written again, with how many were lost', async () => {
  const { notes, failures, lost } = notesOf();
  const fails = async () => {
    throw new Error('no database');
  };
  for (const write of [fails, fails, fails, async () => {}, fails]) await notes.add(write);
  expect(failures).toHaveLength(2);
  expect(lost).toEqual([3]);
});

test('what waits at the end is written, and what comes after is not', async () => {
  const { notes, lost } = notesOf();
  const { letGo, held } = lock();
  let isWritten = false;
  void notes.add(async () => {
    await held;
    isWritten = true;
  });
  const closed = notes.close();
  await notes.add(() => expect.fail('written after the end'));
  letGo();
  await closed;
  expect(isWritten).toBe(true);
  expect(lost).toEqual([1]);
});
