import type { Span } from '../../documents/document.js';
import type { PassageTerms } from '../passage-terms.js';
import type { Dictionary } from '../translate/dictionary.js';
import type { Names } from './glossary-match.js';

/** How a term came into the query. */
export type Origin = 'own' | 'repair' | 'alias' | 'synonym' | 'translated' | 'related';

/** Terms that together say what a concept says; a match of all of them counts `weight` of a match of the words asked. */
export interface Alternative {
  readonly terms: readonly string[];
  readonly weight: number;
  readonly origin: Origin;
}

/** A word or name of the question and the ways in which a document may say it, its own words first. */
export interface Concept extends Span {
  readonly alternatives: readonly Alternative[];
}

/** What a match counts by how its term came into the query; the asker's own words count 1. */
export const weights: Readonly<Record<Origin, number>> = Object.freeze({
  own: 1,
  repair: 0.8,
  alias: 0.8,
  translated: 1,
  synonym: 0.4,
  related: 0.3,
});

/** Whether a term says what the asker said; other terms only come close to it. */
export function isAsked(origin: Origin): boolean {
  return origin === 'own' || origin === 'repair' || origin === 'translated';
}

/** What a question is read with: the parts of a snapshot that know words. */
export interface Vocabulary {
  readonly names: Names;
  readonly terms: PassageTerms;
  readonly dictionary?: Dictionary;
}

export function overlapsAny(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => span.start < other.end && other.start < span.end);
}

export function inOrder(a: Span, b: Span): number {
  return a.start - b.start;
}
