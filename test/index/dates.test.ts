import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type DayInterval, daysOfDate, spanning } from '../../src/index/dates/calendar.js';
import { readDates } from '../../src/index/dates/read-dates.js';

/** A sentence of the table with what its dates mean. */
interface DatedSentence {
  readonly text: string;
  readonly known: DayInterval | undefined;
  readonly days: readonly DayInterval[];
}

function dated(line: string): DatedSentence {
  const [, known, text = '', dates = ''] = /^(?:<(\S+)> )?(.*) \| (.*)$/u.exec(line) ?? [];
  return {
    text,
    known: known === undefined ? undefined : daysOf(known),
    days: dates === '-' ? [] : dates.split(', ').map(daysOf),
  };
}

function daysOf(date: string): DayInterval {
  const [first, last] = date.split('..').map((end) => daysOfDate(end));
  if (!first) throw new RangeError(`no date: ${date}`);
  return last ? spanning(first, last) : first;
}

const table = readFileSync('test/index/dated-sentences.txt', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map(dated);

test.for(table)('$text', ({ text, known, days }) => {
  expect(readDates(text, known).map(({ from, to }) => ({ from, to }))).toEqual(days);
});
