import { date, list, number } from './phrases.js';
import type { Filters } from './search.js';

/** The words of /timeline. */
export const timeline = {
  description: 'What happened and when, as the documents say it, in order, with sources',
  topic: 'A company, chip, alliance, policy or person, or words; everything where you leave it out',
  of: 'Timeline: ',
  all: 'Timeline of all that the documents date',
  /** One day, month or year, or the first and last of several. */
  days: (dates: readonly string[]) => dates.map(date).join('–'),
  filtered: ({ since, until }: Filters) =>
    [
      ...(since === undefined ? [] : [`since ${date(since)}`]),
      ...(until === undefined ? [] : [`until ${date(until)}`]),
    ].join(' · '),
  statements: (first: number, last: number, count: number) =>
    count === 1
      ? 'One dated statement'
      : `Dated statements ${number(first)}–${number(last)} of ${number(count)}, the latest last`,
  earlier: (count: number) =>
    `There are more before these: only the last ${number(count)} are looked at. A date in until shows earlier ones.`,
  none: 'The documents date nothing of this.',
  otherTime: 'Leave out the dates to see all that is dated.',
  otherTopic: 'Leave out the topic, or pick one of the names that appear as you type.',
  nearest: (names: readonly string[]) => `Names that come close: ${list(names)}.`,
} as const;
