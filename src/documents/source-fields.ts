import { z } from 'zod';
import type { Source } from './document.js';
import { isPartialDate } from './partial-date.js';

// The rules for what is said of a source, whoever says it: front matter, a page, a moderator.

export const text = z.string('must be text').trim().min(1, 'must not be empty');
export const date = text.refine(isPartialDate, 'must be a date: YYYY, YYYY-MM or YYYY-MM-DD');
export const url = z.url({
  protocol: /^https?$/,
  error: 'must be an address that begins with http:// or https://',
});
export const language = text.refine(isLanguageTag, 'must be a language tag such as en or zh-Hans');

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

/** A source with what is known; `undefined` where that is nothing, or only the language. */
export function sourceOf({
  language,
  ...origin
}: { [K in keyof Source]: Source[K] | undefined }): Source | undefined {
  const known = present(origin);
  return Object.keys(known).length > 0 ? { ...known, ...present({ language }) } : undefined;
}
