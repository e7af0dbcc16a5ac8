import { expect, test } from 'vitest';
import { createRemembered } from '../../src/index/remembered.js';

/** Readings that count how often they read. */
function readings() {
  const read: string[] = [];
  const reading = (name: string) => (text: string) => {
    read.push(`${name} ${text}`);
    return `${name} of ${text}`;
  };
  return { read, first: reading('words'), second: reading('dates') };
}

test('a text is read once by each reading', () => {
  const { read, first, second } = readings();
  const remembered = createRemembered();
  for (const _ of [1, 2]) {
    expect(remembered.of(first, 'a')).toBe('words of a');
    expect(remembered.of(second, 'a')).toBe('dates of a');
  }
  expect(read).toEqual(['words a', 'dates a']);
});

test('what was not found for long is forgotten, and what is found again and again is not', () => {
  const { read, first } = readings();
  const remembered = createRemembered();
  for (let other = 0; other < 10_000; other++) {
    remembered.of(first, 'often');
    remembered.of(first, `other ${other}`);
  }
  remembered.of(first, 'other 0');
  expect(read.filter((one) => one === 'words often')).toHaveLength(1);
  expect(read.filter((one) => one === 'words other 0')).toHaveLength(2);
});
