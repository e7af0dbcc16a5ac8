import type { Span } from '../../documents/document.js';
import type { Passages } from '../../documents/passages.js';
import type { PassageTerms } from '../passage-terms.js';
import type { GlossaryMatcher } from './glossary-match.js';

/** How terms came into the question. */
export type TermOrigin = 'own' | 'repair' | 'alias' | 'equal' | 'synonym' | 'translated' | 'related';

/** Terms that together say what a group says; a match of all of them counts `weight` of a match of the words asked. */
export interface Variant {
  readonly terms: readonly string[];
  readonly weight: number;
  readonly origin: TermOrigin;
}

/** A word or name of the question and the ways in which a document may say it, its own words first. */
export interface TermGroup extends Span {
  readonly variants: readonly Variant[];
}

/** Whether terms say what the asker said; others only come close to it. */
export function saysWhatWasAsked(origin: TermOrigin): boolean {
  return origin === 'own' || origin === 'repair' || origin === 'translated';
}

/** What a question is read with: the parts of a snapshot that know words. */
export interface Vocabulary {
  readonly names: GlossaryMatcher;
  readonly terms: PassageTerms;
  readonly passages: Passages;
}
