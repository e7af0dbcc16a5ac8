import type { StoredDocument } from '../store/store.js';
import type { SourcedDocument } from './sources.js';

/** Of the files that are held at the same time on their way into the store, in bytes; a larger one is held alone. */
const MAX_HELD_BYTES = 4_000_000;

/**
 * The documents with the bytes of their files, some at a time, as those of all may be more than there is memory for.
 * Rejects where the bytes of a file are not there any more.
 */
export async function* withBytes(
  documents: readonly Pick<SourcedDocument, 'document' | 'original'>[],
): AsyncGenerator<StoredDocument[]> {
  let held: StoredDocument[] = [];
  let size = 0;
  for (const { document, original } of documents) {
    const bytes = await original.bytes();
    if (held.length > 0 && size + bytes.byteLength > MAX_HELD_BYTES) {
      yield held;
      held = [];
      size = 0;
    }
    held.push({ document, original: { path: original.path, bytes } });
    size += bytes.byteLength;
  }
  if (held.length > 0) yield held;
}
