import type { Span } from '../documents/document.js';
import type { Snapshot } from '../index/snapshot.js';
import type { Excerpt } from './excerpt.js';
import { NO_WORDS } from './highlight.js';
import { excerptAt } from './place.js';

/** A slice of a document as it was quoted at some revision. */
export interface Quoted extends Span {
  /** Id of the document. */
  readonly document: string;
  readonly text: string;
}

/** The same words in the documents of today, wherever they stand there; `undefined` where they are gone. */
export function quotedAgain(
  { documents, passages }: Snapshot,
  { document: id, start: before, text }: Quoted,
): Excerpt | undefined {
  const position = documents.findIndex((document) => document.id === id);
  const document = documents[position];
  if (!document || text === '') return undefined;
  const start = document.text.startsWith(text, before) ? before : document.text.indexOf(text);
  if (start === -1) return undefined;
  const texts = { documents: new Map([[position, document]]), passages };
  return excerptAt(texts, { document: position, start, end: start + text.length, copies: [] }, NO_WORDS);
}
