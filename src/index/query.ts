import type { Span } from '../documents/document.js';
import { analyze, type Term } from './analyzer.js';
import { isHan, simplify } from './chinese.js';
import type { Form, Names } from './names.js';
import type { WeightedTerm } from './passage-index.js';
import type { PassageTerms } from './passage-terms.js';
import { repairTerm } from './repair.js';

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

/** A question, understood as far as words go. */
export interface Query {
  readonly question: string;
  readonly concepts: readonly Concept[];
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

/** Reads a question: its terms, with misspelled ones repaired, joined to names where the glossary knows them. */
export function analyzeQuery(question: string, names: Names, passages: PassageTerms): Query {
  const found = chineseNames(question, names);
  const terms = analyze(question).filter(
    (term) => !found.some((name) => term.start < name.end && name.start < term.end),
  );
  const repaired = terms.map((term) => ({ ...term, ...repairTerm(term.term, passages, names.vocabulary) }));
  const concepts = [...found, ...phrases(repaired, names)].sort((a, b) => a.start - b.start);
  return { question, concepts };
}

/** The Chinese names in a question, the longest at each place; they do not overlap. */
function chineseNames(question: string, names: Names): Concept[] {
  if (!isHan(question)) return [];
  const simplified = simplify(question);
  const concepts: Concept[] = [];
  for (let offset = 0; offset < simplified.length; offset++) {
    const known = names.chineseAt(simplified, offset);
    if (!known) continue;
    const end = offset + known.length;
    const own = analyze(question.slice(offset, end)).map(({ term }) => term);
    concepts.push({
      start: offset,
      end,
      alternatives: [ownWords(own), ...others(known.forms, own, 'translated')],
    });
    offset = end - 1;
  }
  return concepts;
}

type RepairedTerm = Term & { readonly repaired: boolean };

function phrases(terms: readonly RepairedTerm[], names: Names): Concept[] {
  const sequence = terms.map(({ term }) => term);
  const concepts: Concept[] = [];
  for (let position = 0; position < terms.length; ) {
    const known = names.phraseAt(sequence, position);
    const stretch = terms.slice(position, position + (known?.length ?? 1));
    const own = stretch.map(({ term }) => term);
    const origin = stretch.some(({ repaired }) => repaired) ? 'repair' : 'own';
    concepts.push({
      start: stretch[0]?.start ?? 0,
      end: stretch.at(-1)?.end ?? 0,
      alternatives: [{ terms: own, weight: weights[origin], origin }, ...others(known?.forms ?? [], own)],
    });
    position += stretch.length;
  }
  return concepts;
}

function ownWords(terms: readonly string[]): Alternative {
  return { terms, weight: weights.own, origin: 'own' };
}

function others(forms: readonly Form[], own: readonly string[], origin?: Origin): Alternative[] {
  const text = own.join(' ');
  return forms
    .filter(({ terms }) => terms.join(' ') !== text)
    .map((form) => ({
      terms: form.terms,
      origin: origin ?? form.origin,
      weight: weights[origin ?? form.origin],
    }));
}

/** The query as a bag of terms; a term of several counts a part, and one that comes in twice the larger weight. */
export function weightedTerms(query: Query): WeightedTerm[] {
  const bag = new Map<string, number>();
  for (const { alternatives } of query.concepts) {
    for (const { terms, weight, origin } of alternatives) {
      const share = origin === 'own' || origin === 'repair' ? weight : weight / terms.length;
      for (const term of terms) bag.set(term, Math.max(bag.get(term) ?? 0, share));
    }
  }
  return [...bag].map(([term, weight]) => ({ term, weight }));
}
