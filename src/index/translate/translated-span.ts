import type { Span } from '../../documents/document.js';

/** A stretch of a question and ways to say it in English, likeliest first; none for words that carry no subject. */
export interface TranslatedSpan extends Span {
  readonly english: readonly string[];
}

/** What translation needs to know of the collection that is asked. */
export interface CollectionWords {
  /** Stretches that the glossary knows as names: they are left alone. */
  names(): readonly Span[];
  /** Whether the documents have every term of an English phrase. */
  inDocuments(english: string): boolean;
  /** Whether the documents or the glossary have every term of an English phrase. */
  isKnown(english: string): boolean;
}
