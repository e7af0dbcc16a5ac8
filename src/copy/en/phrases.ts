import { createPhrases } from '../phrases.js';

export const { number, date, shortDate, moment, weekday, megabytes, list } = createPhrases('en-GB');
const { counted } = createPhrases('en-GB');

/** `1 page`, `1,000 pages`. */
export function plural(count: number, noun: string): string {
  return counted(count, { one: noun, other: `${noun}s` });
}
