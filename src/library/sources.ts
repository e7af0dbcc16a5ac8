import type { Document } from '../documents/document.js';
import type { InputFile } from '../documents/formats/reader.js';
import type { Problem } from '../documents/problem.js';
import type { Glossary } from '../index/query/glossary.js';
import type { Entry } from '../store/store.js';

// What is read from where documents come from, before the store has it.

/** Where a document comes from, and is fetched again from. */
export type DocumentOrigin =
  | { readonly kind: 'folder' }
  | { readonly kind: 'file'; readonly name: string }
  | {
      readonly kind: 'url';
      readonly url: string;
      readonly etag?: string;
      readonly lastModified?: string;
    }
  /** Written by a moderator. */
  | { readonly kind: 'note'; readonly by: string };

/** A document as it was read, with the file that it stands in. The store may not have it yet. */
export interface SourcedDocument {
  readonly document: Document;
  /** The file it was read from. */
  readonly original: InputFile;
  readonly origin: DocumentOrigin;
}

/** What the sources of a collection hold now. */
export interface SourceContent {
  readonly documents: readonly SourcedDocument[];
  readonly glossary: Glossary;
  readonly problems: readonly Problem[];
}

/** Where a document that was published comes from. */
export function originOf({ origin }: Entry): DocumentOrigin {
  return origin as unknown as DocumentOrigin;
}
