import type { Document } from './document.js';
import { date, present, sourceOf, text, url } from './source-fields.js';

/** What a moderator may correct of what a document says of itself. */
export type CorrectableField = 'title' | 'publisher' | 'author' | 'published' | 'url';

/** What a field should be; an empty text takes it away. Fields that are absent stay as they are. */
export type Corrections = { readonly [K in CorrectableField]?: string };

const RULES = { title: text, publisher: text, author: text, published: date, url } as const;

/** The document with another title or source, or the fields that break a rule. */
export function withSource(
  document: Document,
  corrections: Corrections,
): { readonly document: Document } | { readonly invalid: readonly CorrectableField[] } {
  const given = Object.entries(corrections).map(([name, value]) => [name, value.trim()] as const);
  const invalid = given.filter(([name, value]) => !isAllowed(name as CorrectableField, value));
  if (invalid.length > 0) return { invalid: invalid.map(([name]) => name as CorrectableField) };
  const values = given.map(([name, value]) => [name, value === '' ? undefined : value] as const);
  const { title = document.title, ...changes } = Object.fromEntries(values) as Partial<Corrections>;
  const { source: before, ...rest } = document;
  const source = sourceOf({ ...before, ...changes });
  return { document: { ...rest, title, ...present({ source }) } };
}

function isAllowed(name: CorrectableField, value: string): boolean {
  // A document without a title could not be cited.
  if (value === '') return name !== 'title';
  return RULES[name].safeParse(value).success;
}
