import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import type { Copy } from '../copy/copy.js';
import { described, named } from '../discord/localised.js';
import type { Reply } from '../discord/reply.js';
import { daysOfDate } from '../index/dates/calendar.js';
import { type DateRange, daysOfRange, sinceDate, typedDays, untilDate } from '../index/dates/typed-dates.js';
import { refused } from './aside.js';

const MAX_DATE_LENGTH = 60;

/** The options with which a member narrows something down to a time. */
export const dateOptions = [
  {
    ...named('since'),
    ...described((copy) => copy.dates.since),
    type: ApplicationCommandOptionType.String,
    max_length: MAX_DATE_LENGTH,
  },
  {
    ...named('until'),
    ...described((copy) => copy.dates.until),
    type: ApplicationCommandOptionType.String,
    max_length: MAX_DATE_LENGTH,
  },
] as const;

/** The range that a member typed; or what is said of a date that is none. */
export function readRange(
  { since, until }: { readonly since: string | undefined; readonly until: string | undefined },
  copy: Copy,
): { readonly range: DateRange } | { readonly refusal: Reply } {
  const [first, last] = [since, until].map((text) => (text === undefined ? undefined : typedDays(text)));
  if (since !== undefined && !first) return { refusal: refused(copy.dates.wrong(since)) };
  if (until !== undefined && !last) return { refusal: refused(copy.dates.wrong(until)) };
  const range = { ...(first && { since: sinceDate(first) }), ...(last && { until: untilDate(last) }) };
  const days = daysOfRange(range);
  if (days && days.from > days.to)
    return { refusal: refused(copy.dates.reversed(range.since ?? '', range.until ?? '')) };
  return { range };
}

/** One end of a range as a custom id carries it: empty where it is open. */
export const rangeEnd = z.union([
  z.literal('').transform(() => undefined),
  z.string().refine((text) => daysOfDate(text) !== undefined),
]);
