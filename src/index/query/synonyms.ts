import type { PassageTerms } from '../passage-terms.js';
import type { Query } from './question.js';
import { type Concept, weights } from './term-group.js';
import { relatedTo } from './thesaurus.js';

/**
 * Adds to each word of a query what the thesaurus has for it, as far as the passages have that. These words take
 * part in ranking what was found, not in finding: there are many, and few of them are meant.
 */
export function withRelated(query: Query, passages: PassageTerms): Query {
  return { ...query, concepts: query.concepts.map((concept) => related(concept, passages)) };
}

function related(concept: Concept, passages: PassageTerms): Concept {
  const [own] = concept.alternatives;
  const [term, ...more] = own?.terms ?? [];
  if (!own || term === undefined || more.length > 0) return concept;
  const known = new Set(concept.alternatives.map(({ terms }) => terms.join(' ')));
  const added = relatedTo(term)
    .filter((terms) => !known.has(terms.join(' ')))
    .filter((terms) => terms.every((one) => passages.numberOf(one) !== undefined))
    .map((terms) => ({ terms, weight: weights.related * own.weight, origin: 'related' as const }));
  return added.length === 0 ? concept : { ...concept, alternatives: [...concept.alternatives, ...added] };
}
