import { date, number } from './phrases.js';

/** What filters leave of the documents. */
export interface Filters {
  readonly document?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** The words of /search. */
export const search = {
  description: 'Find passages by their words, or by exact words in quotation marks',
  query: 'Words to find; “in quotation marks” as they are',
  document: 'Search in one document only',
  private: 'Show the results only to you',
  searched: 'Search: ',
  filtered: ({ document, since, until }: Filters) =>
    [
      ...(document === undefined ? [] : [`in “${document}”`]),
      ...(since === undefined ? [] : [`since ${date(since)}`]),
      ...(until === undefined ? [] : [`until ${date(until)}`]),
    ].join(' · '),
  results: (first: number, last: number, count: number) =>
    count === 1 ? 'One result' : `Results ${number(first)}–${number(last)} of ${number(count)}`,
  most: (count: number) => `Only the best ${number(count)} are shown; more words narrow them down.`,
  none: 'Nothing was found.',
  withoutQuotes:
    'Words in quotation marks are looked for exactly as they are. Leave the marks out to find more.',
  withoutFilters: 'Leave out the document or the dates to search more.',
  otherWords: 'Try fewer or other words; suggestions appear as you type. /sources lists what there is.',
  gone: 'The document that was searched is no longer there. Please use /search again.',
} as const;

/** What is said of the dates that members type. */
export const dates = {
  since: 'From this date on: 2025, 2025-07, 28 July 2025',
  until: 'Up to this date: 2025, 2025-07, 28 July 2025',
  wrong: (text: string) =>
    `I can’t read “${text}” as a date. Write for instance 2025, 2025-07, 2025-07-28, July 2025, 28 July 2025 or 2025年7月.`,
  reversed: (since: string, until: string) =>
    `${date(since)} is after ${date(until)}. Put the earlier date in since and the later one in until.`,
} as const;
