// What sentences of any language are put together from.

/** A sentence around what a client shows in its own way, such as a member's name or a time. */
export type Words<T> = readonly (string | T)[];

/** The forms of a noun by the plural rules of its language; `other` where it has no form of its own. */
export type Forms = { readonly other: string } & Partial<Readonly<Record<Intl.LDMLPluralRule, string>>>;

/** How a language writes numbers, dates and enumerations. */
export interface Phrases {
  number(value: number): string;
  /** The form of a noun, or of a whole sentence, that goes with a number; the number is not in it. */
  form(count: number, forms: Forms): string;
  /** `1 page`, `1,000 pages`. */
  counted(count: number, forms: Forms): string;
  /** `2025-07-28` → `28 July 2025`, `2025-07` → `July 2025`, `2025` → `2025`; anything else as it is. */
  date(published: string): string;
  /** As {@link date}, with the month in short. */
  shortDate(published: string): string;
  /** A time in a time zone of IANA's names, with what the zone is called: `28 Nov 2026, 15:04 CET`. */
  moment(at: Date, zone: string): string;
  /** A day of the week, from 0 for Sunday: `Monday`. */
  weekday(day: number): string;
  /** Millions of bytes, with one decimal at most: `2.5 MB`. */
  megabytes(bytes: number): string;
  /** `a, b and c`. */
  list(items: readonly string[]): string;
}

/** @param locale A language tag of BCP 47, such as `en-GB`. */
export function createPhrases(locale: string): Phrases {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const sizes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  const enumerations = new Intl.ListFormat(locale, { type: 'conjunction' });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const formats = { long: dateFormats(locale, 'long'), short: dateFormats(locale, 'short') };
  const number = (value: number) => numbers.format(value);
  const form = (count: number, forms: Forms) => forms[rules.select(count)] ?? forms.other;
  return {
    number,
    form,
    counted: (count, forms) => `${number(count)} ${form(count, forms)}`,
    date: (published) => writtenDate(published, formats.long),
    shortDate: (published) => writtenDate(published, formats.short),
    moment: (at, zone) => momentFormat(locale, zone).format(at),
    weekday: (day) => weekdays.format(new Date(Date.UTC(2026, 1, 1 + day))),
    megabytes: (bytes) => sizes.format(bytes / 1_000_000),
    list: (items) => enumerations.format(items),
  };
}

function momentFormat(locale: string, timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'short',
  });
}

interface DateFormats {
  readonly year: Intl.DateTimeFormat;
  readonly month: Intl.DateTimeFormat;
  readonly day: Intl.DateTimeFormat;
}

function dateFormats(locale: string, month: 'long' | 'short'): DateFormats {
  const format = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' });
  return {
    year: format({ year: 'numeric' }),
    month: format({ year: 'numeric', month }),
    day: format({ year: 'numeric', month, day: 'numeric' }),
  };
}

function writtenDate(published: string, formats: DateFormats): string {
  const [year = '', month = '01', day = '01', ...more] = published.split('-');
  const moment = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (more.length > 0 || !/^\d{4}$/.test(year) || Number.isNaN(moment.getTime())) return published;
  const precision = published.length > 7 ? 'day' : published.length > 4 ? 'month' : 'year';
  return formats[precision].format(moment);
}
