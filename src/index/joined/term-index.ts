import { PARAMETERS } from '../parameters.js';
import { inverseFrequency } from '../ranking/bm25.js';
import {
  byScore,
  type MeasuredIndex,
  type TermHit,
  type TermSearch,
  type TermSpread,
  type WeightedTerm,
} from '../term-index.js';

/** An index within a joined one. */
export interface Part {
  readonly measured: MeasuredIndex;
  /** The number of an item in the joined index. */
  numberOf(item: number): number;
}

/** Sums in another order differ by less than this. */
const EXACTNESS = 1e-9;

/**
 * Asks several indexes as if all of their items were in one: each scores by how terms are spread over all.
 * @param spreads Over all items, by field.
 */
export function joinTermIndexes(
  parts: readonly Part[],
  spreads: Readonly<Record<string, TermSpread>>,
): Pick<MeasuredIndex, 'search'> {
  return Object.freeze({
    search(terms: readonly WeightedTerm[], how: TermSearch) {
      const found = new Map<number, { score: number; readonly terms: Set<string> }>();
      for (const part of parts) {
        for (const [field, spread] of Object.entries(spreads)) {
          for (const match of matchesIn(part, field, spread, terms, how)) {
            const one = found.get(match.id) ?? { score: 0, terms: new Set() };
            one.score += match.score;
            for (const term of match.terms) one.terms.add(term);
            found.set(match.id, one);
          }
        }
      }
      return [...found]
        .filter(([, one]) => !how.all || one.terms.size === terms.length)
        .map(([id, { score }]): TermHit => ({ id, score: Math.round(score / EXACTNESS) * EXACTNESS }))
        .sort(byScore)
        .slice(0, how.limit);
    },
  });
}

/** What a part has in a field, scored as in one index of all. */
function matchesIn(
  { measured, numberOf }: Part,
  field: string,
  to: TermSpread,
  terms: readonly WeightedTerm[],
  { boost = {}, mayBeAmong = () => true, isLastPrefix, fuzzy }: TermSearch,
) {
  const from = measured.spreads[field];
  if (!from || from.length === 0) return [];
  const { bm25, scale } = byLengthOf(from, to);
  const share = (boost[field] ?? 1) * scale;
  const boosts = new Map<string, number>();
  const boostOf = (term: string) => {
    const known = boosts.get(term) ?? (share * rarityIn(to, term)) / rarityIn(from, term);
    boosts.set(term, known);
    return known;
  };
  return measured
    .matches(terms, {
      field,
      bm25,
      boostOf,
      mayBeAmong: (item) => mayBeAmong(numberOf(item)),
      ...(isLastPrefix !== undefined && { isLastPrefix }),
      ...(fuzzy && { fuzzy }),
    })
    .map(({ id, ...match }) => ({ ...match, id: numberOf(id) }));
}

function rarityIn({ items, frequency }: TermSpread, term: string): number {
  return inverseFrequency(items, frequency(term));
}

/**
 * The parameters by which BM25+ with one mean length gives what it gives with another, but for a factor: `k` and `b` such
 * that what is added to the count of a term is the same, and `d` and the factor such that the rest is.
 */
function byLengthOf(from: TermSpread, to: TermSpread) {
  const { k, b, d } = PARAMETERS.words.bm25;
  const longer = (k * b * (from.length / from.items)) / (to.length / to.items);
  const otherK = k * (1 - b) + longer;
  const scale = (k + 1) / (otherK + 1);
  return { bm25: { k: otherK, b: longer / otherK, d: d / scale }, scale };
}
