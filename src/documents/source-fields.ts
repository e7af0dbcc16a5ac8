import { z } from 'zod';
import type { Source } from './document.js';
import type { FieldFault } from './problem.js';

// The rules for what may be said of a source, whether in front matter, in a page or by a moderator.

// The message of every rule is a fault's name.

export const text = z
  .string('text' satisfies FieldFault)
  .trim()
  .min(1, 'not-empty' satisfies FieldFault);
export const date = text.refine(isPartialDate, 'date' satisfies FieldFault);
export const url = z
  .url({ protocol: /^https?$/, error: 'address' satisfies FieldFault })
  .refine((address) => !namesUser(address), 'user-name' satisfies FieldFault);
export const language = text.refine(isLanguageTag, 'language' satisfies FieldFault);

/**
 * Has the address a user name or password? `https://www.reuters.com@example.org/` reads as another site than it leads
 * to.
 */
export function namesUser(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  return username !== '' || password !== '';
}

/** Is this a date of the calendar, written `YYYY`, `YYYY-MM` or `YYYY-MM-DD`? */
export function isPartialDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  const iso = `${year}-${month}-${day}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  // `Date.parse` takes 30 February for 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The object without the fields that are `undefined`. */
export function present<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/**
 * A source with what is known, its fields always in the same order, so that equal ones are equal as JSON;
 * `undefined` where nothing is known, or only the language.
 */
export function sourceOf(fields: { [K in keyof Source]: Source[K] | undefined }): Source | undefined {
  const { publisher, title, author, published, retrieved, asOf, url, archiveUrl, language } = fields;
  const origin = present({ publisher, title, author, published, retrieved, asOf, url, archiveUrl });
  return Object.keys(origin).length > 0 ? { ...origin, ...present({ language }) } : undefined;
}
