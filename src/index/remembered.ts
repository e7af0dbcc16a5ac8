import { LRUCache } from 'lru-cache';

/** What was read lately in texts of the documents: what is found for one question is found for others. */
export interface Remembered {
  /** What a reading, which looks at nothing but the text, makes of one. */
  of<T>(read: (text: string) => T, text: string): T;
}

/** Of each reading so many are kept: all sentences of what ships, and those of a large collection that are found most. */
const MOST = 2_000;

/** For texts that are read once. */
export const notRemembered: Remembered = { of: (read, text) => read(text) };

export function createRemembered(): Remembered {
  const byReading = new Map<unknown, LRUCache<string, { readonly value: unknown }>>();
  return Object.freeze({
    of<T>(read: (text: string) => T, text: string): T {
      let known = byReading.get(read);
      if (!known) {
        known = new LRUCache({ max: MOST });
        byReading.set(read, known);
      }
      let one = known.get(text);
      if (!one) {
        one = { value: read(text) };
        known.set(text, one);
      }
      return one.value as T;
    },
  });
}
