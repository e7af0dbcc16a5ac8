import type { Span } from '../documents/document.js';
import type { Passage } from '../documents/passages.js';
import type { Snapshot } from '../index/snapshot.js';
import { type Excerpt, excerptOf } from './excerpt.js';

/** A slice of a document as it was quoted at some revision. */
export interface Quoted extends Span {
  /** Id of the document. */
  readonly document: string;
  readonly text: string;
}

/** The same words in the documents of today, wherever they stand there; `undefined` where they are gone. */
export function quotedAgain(snapshot: Snapshot, { document: id, start, text }: Quoted): Excerpt | undefined {
  const document = snapshot.documents.find((one) => one.id === id);
  if (!document || text === '') return undefined;
  const isThere = document.text.startsWith(text, start);
  const at = isThere ? start : document.text.indexOf(text);
  return at === -1 ? undefined : excerptIn(snapshot.passages, id, { start: at, end: at + text.length });
}

function excerptIn(passages: readonly Passage[], document: string, span: Span): Excerpt | undefined {
  const passage = passages.find((one) => one.document.id === document && overlap(one, span) > 0);
  const sentences = passage?.sentences.filter((sentence) => overlap(sentence, span) > 0) ?? [];
  if (!passage || sentences.length === 0) return undefined;
  return excerptOf({ passage, sentences, ...span, more: 0, words: 0, score: 0, copies: [] }, new Set());
}

function overlap(a: Span, b: Span): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}
