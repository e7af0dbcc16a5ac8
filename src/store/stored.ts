import { z } from 'zod';
import type { Document, Sentence, Source } from '../documents/document.js';
import { messageOf } from '../documents/errors.js';
import type { Remark } from '../documents/problem.js';
import type { GuildSettings } from './guild-settings.js';
import type { Json } from './store.js';

/** The database has something in the place of our own data that no release of this product wrote. */
export class StoredDataError extends Error {
  override readonly name = 'StoredDataError';

  constructor(
    /** What it should be, and where it is kept. */
    readonly what: string,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(`The database holds ${what} in a form that cannot be read: ${detail}`, options);
  }
}

/**
 * Reads JSON that the store keeps for others and does not look into.
 * @param what What it is, with the table and the key of its row, for the message.
 * @throws {StoredDataError} where it is no JSON
 */
export function parseStored(text: string, what: string): Json {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new StoredDataError(what, messageOf(cause), { cause });
  }
}

/**
 * Reads JSON that must have a form. The value comes back as it was kept, field for field: a document's hash is over
 * its JSON, so nothing may be left out of it or stand in another order.
 * @param what What it is, with the table and the key of its row, for the message.
 * @throws {StoredDataError} where it is no JSON, or has another form
 */
export function parseStoredAs<T>(schema: z.ZodType<T>, text: string, what: string): T {
  const value: unknown = parseStored(text, what);
  readStored(schema, value, what);
  return value as T;
}

/**
 * Reads what {@link parseStored} gave. An older release may have left out what it did not know of: the schema says
 * what that stands for.
 * @param what What it is, with where it is kept, for the message.
 * @throws {StoredDataError} where it does not fit the schema
 */
export function readStored<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const { data, error } = schema.safeParse(value);
  if (!error) return data;
  const issues = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new StoredDataError(what, issues.join('; '));
}

const source: z.ZodType<Source> = z.object({
  publisher: z.string().exactOptional(),
  title: z.string().exactOptional(),
  author: z.string().exactOptional(),
  published: z.string().exactOptional(),
  retrieved: z.string().exactOptional(),
  asOf: z.string().exactOptional(),
  url: z.string().exactOptional(),
  archiveUrl: z.string().exactOptional(),
  language: z.string().exactOptional(),
});

// Whether they are whole numbers is not checked: it would double the time of reading a thousand documents with zod.
const span = { start: z.number(), end: z.number() };
const sentence: z.ZodType<Sentence> = z.object({ ...span, references: z.array(z.number()) });

/** Each kind has fields of its own, which nobody but the words for it looks at. */
const remark = z.custom<Remark>((value) => z.object({ kind: z.string() }).safeParse(value).success);

export const documentSchema: z.ZodType<Document> = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  source: source.exactOptional(),
  references: z.array(source),
  tags: z.array(z.string()),
  paragraphs: z.array(
    z.object({
      ...span,
      number: z.number(),
      headings: z.array(z.string()),
      page: z.number().exactOptional(),
      sentences: z.array(sentence),
    }),
  ),
  pageDifferences: z.array(z.object(span)).exactOptional(),
  remarks: z.array(remark).exactOptional(),
});

export const settingsSchema: z.ZodType<GuildSettings> = z.object({
  moderatorRole: z.string().exactOptional(),
  reportChannel: z.string().exactOptional(),
  schedule: z.string().exactOptional(),
  scheduleZone: z.string().exactOptional(),
  answersPrivate: z.boolean().exactOptional(),
  questionsPerMinute: z.number().exactOptional(),
  questionLog: z.boolean().exactOptional(),
});
