import { z } from 'zod';
import type { Document } from '../documents/document.js';
import type { Glossary } from '../documents/glossary.js';
import type { KnownQuestion } from '../documents/known-questions.js';
import type { OriginalFile } from '../documents/original-file.js';
import type { Problem } from '../documents/problem.js';
import type { Entry } from '../store/store.js';
import { readStored } from '../store/stored.js';

// What was read from the places where documents come from.

const origin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('folder') }).readonly(),
  z.object({ kind: z.literal('file'), name: z.string() }).readonly(),
  z
    .object({
      kind: z.literal('url'),
      url: z.string(),
      etag: z.string().exactOptional(),
      lastModified: z.string().exactOptional(),
    })
    .readonly(),
  /** Written by a moderator. */
  z.object({ kind: z.literal('note'), by: z.string() }).readonly(),
]);

/** Where a document comes from, and is fetched again from. Kept as JSON beside the document. */
export type DocumentOrigin = z.infer<typeof origin>;

/** A document as it was read, with the file that it stands in. The store may not have it yet. */
export interface SourcedDocument {
  readonly document: Document;
  /** The file it was read from. */
  readonly original: OriginalFile;
  readonly origin: DocumentOrigin;
}

/** What the sources of a collection hold now. */
export interface SourceContent {
  readonly documents: readonly SourcedDocument[];
  readonly glossary: Glossary;
  readonly knownQuestions: readonly KnownQuestion[];
  readonly problems: readonly Problem[];
}

/**
 * Where a document that was published comes from.
 * @throws {StoredDataError} where what is stored is damaged
 */
export function originOf({ id, origin: stored }: Entry): DocumentOrigin {
  return readStored(origin, stored, `the origin of document “${id}”`);
}
