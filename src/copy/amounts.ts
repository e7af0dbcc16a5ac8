/** `2025-07-28` → `28 July 2025`, `2025-07` → `July 2025`, `2025` → `2025`. */
export function date(published: string): string {
  const [year = '', month, day] = published.split('-');
  if (month === undefined) return year;
  const moment = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  const parts = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return Number.isNaN(moment.getTime())
    ? published
    : moment.toLocaleDateString('en-GB', day ? { ...parts, day: 'numeric' } : parts);
}

export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
}
