import type { PassageTerms } from '../passage-terms.js';
import type { Query } from '../query/question.js';
import { isAsked, type Origin } from '../query/term-group.js';
import { termWeight } from './bm25.js';

/** How often terms stand in a text, by number, and how long the text is beside others. */
export interface TextTerms {
  readonly counts: ReadonlyMap<number, number>;
  readonly length: number;
  readonly averageLength: number;
}

/** How well texts match a query, concept by concept. */
export interface ConceptScorer {
  /** BM25, where each concept counts once, by its best alternative. */
  score(text: TextTerms): number;
  /** What related words add to a text for concepts that it has no other word for. */
  relatedScore(text: TextTerms): number;
  /** Whether a term has a part in the query. */
  has(number: number): boolean;
}

/** An alternative whose terms the passages have. */
interface Way {
  readonly terms: readonly { readonly number: number; readonly rarity: number }[];
  readonly weight: number;
  readonly origin: Origin;
}

export function conceptScorer(query: Query, passages: PassageTerms): ConceptScorer {
  const concepts = query.concepts.map(({ alternatives }) =>
    alternatives.flatMap((alternative) => wayOf(alternative, passages) ?? []),
  );
  const numbers = new Set(concepts.flat().flatMap(({ terms }) => terms.map(({ number }) => number)));
  return {
    has: (number) => numbers.has(number),
    score: (text) => concepts.reduce((sum, ways) => sum + bestOf(ways, text), 0),
    relatedScore: (text) =>
      concepts.reduce((sum, ways) => {
        const [found, related] = split(ways);
        return bestOf(found, text) > 0 ? sum : sum + bestOf(related, text);
      }, 0),
  };
}

/** The words of the question count as far as they are there; any other phrase must be there in full. */
function wayOf(
  { terms, weight, origin }: Query['concepts'][number]['alternatives'][number],
  passages: PassageTerms,
): Way | undefined {
  const known = terms.flatMap((term) => {
    const number = passages.numberOf(term);
    return number === undefined ? [] : [{ number, rarity: passages.rarity(number) }];
  });
  if (known.length === 0 || (!isAsked(origin) && known.length < terms.length)) return undefined;
  return { terms: known, weight: isAsked(origin) ? weight : weight / terms.length, origin };
}

function split(ways: readonly Way[]): [found: Way[], related: Way[]] {
  return [
    ways.filter(({ origin }) => origin !== 'related'),
    ways.filter(({ origin }) => origin === 'related'),
  ];
}

function bestOf(ways: readonly Way[], text: TextTerms): number {
  let best = 0;
  for (const way of ways) best = Math.max(best, wayScore(way, text));
  return best;
}

function wayScore({ terms, weight, origin }: Way, { counts, length, averageLength }: TextTerms): number {
  let score = 0;
  for (const { number, rarity } of terms) {
    const count = counts.get(number);
    if (count !== undefined) score += rarity * termWeight(count, length, averageLength);
    else if (!isAsked(origin)) return 0;
  }
  return weight * score;
}
