import type { z } from 'zod';
import type { Json } from '../store/store.js';

/** What the database has in the place of our own data was written by no release of this product. */
export class StoredDataError extends Error {
  override readonly name = 'StoredDataError';

  constructor(
    /** What it should be, and where it is kept. */
    readonly what: string,
    detail: string,
  ) {
    super(`The database holds ${what} in a form that cannot be read: ${detail}`);
  }
}

/**
 * Reads what the library once gave the store to keep. An older release may have left out what it did not know of:
 * the schema says what that stands for.
 *
 * @param what For the message: what it is and where it is kept.
 * @throws {StoredDataError} where the value does not fit the schema
 */
export function readStored<T>(schema: z.ZodType<T>, value: Json, what: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new StoredDataError(what, issues.join('; '));
}
