import table from '../data/thesaurus.json' with { type: 'json' };
import { PARAMETERS } from '../parameters.js';
import type { PassageTerms } from '../passage-terms.js';
import type { TermGroup, Variant } from './term-group.js';

/** Words and what is related to them; made by tools/thesaurus.ts, which says how. */
interface ThesaurusTable {
  readonly source: string;
  readonly licence: string;
  /** `term: phrase, phrase`, in terms of the analyzer. */
  readonly related: readonly string[];
}

const related: ReadonlyMap<string, string> = new Map(
  (table as ThesaurusTable).related.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 2)];
  }),
);

/**
 * Adds to a word what the thesaurus has for it, as far as the passages have that. These words take part in ranking
 * what was found, not in finding: there are many, and few of them are meant.
 */
export function withRelated(group: TermGroup, passages: PassageTerms): TermGroup {
  const [own] = group.variants;
  const [term, ...more] = own?.terms ?? [];
  if (!own || term === undefined || more.length > 0) return group;
  const known = new Set(group.variants.map(({ terms }) => terms.join(' ')));
  const added = relatedTo(term)
    .filter((terms) => !known.has(terms.join(' ')))
    .filter((terms) => terms.every((one) => passages.numberOf(one) !== undefined))
    .map(
      (terms): Variant => ({
        terms,
        weight: PARAMETERS.originWeight.related * own.weight,
        origin: 'related',
      }),
    );
  return added.length === 0 ? group : { ...group, variants: [...group.variants, ...added] };
}

/** Phrases that may say what a term says, each as its terms. */
function relatedTo(term: string): string[][] {
  const phrases = related.get(term);
  return phrases === undefined ? [] : phrases.split(', ').map((phrase) => phrase.split(' '));
}
