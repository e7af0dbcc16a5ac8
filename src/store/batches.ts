/** What is read, parsed, written or deleted at a time, in bytes: a few milliseconds of work. */
const BATCH_SIZE = 256 * 1_024;
/** Both databases allow far more parameters in a statement: SQLite 32,766, PostgreSQL 65,535. */
const MAX_ITEMS = 500;

/** Neighbours together up to {@link BATCH_SIZE}; a larger item is a batch by itself. */
export function* batches<T>(items: Iterable<T>, sizeOf: (item: T) => number): Generator<T[]> {
  let batch: T[] = [];
  let size = 0;
  for (const item of items) {
    const full = size + sizeOf(item) > BATCH_SIZE || batch.length === MAX_ITEMS;
    if (batch.length > 0 && full) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(item);
    size += sizeOf(item);
  }
  if (batch.length > 0) yield batch;
}
