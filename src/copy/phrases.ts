// What sentences are put together from.

/** A sentence around what a client shows in its own way, such as a member's name or a time. */
export type Words<T> = readonly (string | T)[];

/** `2025-07-28` → `28 July 2025`, `2025-07` → `July 2025`, `2025` → `2025`; anything else as it is. */
export function date(published: string): string {
  const [year = '', month, day] = published.split('-');
  if (month === undefined) return year;
  const moment = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  const parts = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return Number.isNaN(moment.getTime())
    ? published
    : moment.toLocaleDateString('en-GB', day ? { ...parts, day: 'numeric' } : parts);
}

/** `1 page`, `1,000 pages`. */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** Millions of bytes, with one decimal at most: `2.5 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
}
