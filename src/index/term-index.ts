import MiniSearch from 'minisearch';
import { PARAMETERS } from './parameters.js';

/** A term to search for and how much a match counts; 1 is a word of the question itself. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** An item that matches, by its number. */
export interface TermHit {
  readonly id: number;
  readonly score: number;
}

export interface TermSearch {
  /** At most so many hits. */
  readonly limit: number;
  /** What a match in a field counts, where that is not 1. */
  readonly boost?: Readonly<Record<string, number>>;
  /** Which items are scored at all. */
  readonly mayBeAmong?: (id: number) => boolean;
  /** Whether every term must match. */
  readonly all?: boolean;
  /** Whether the last term may be the beginning of a word. */
  readonly isLastPrefix?: boolean;
  /** Which share of the letters of a term may be others; none by default. */
  readonly fuzzy?: (term: string) => number;
}

/** Which items have some terms? Built once and never edited. */
export interface TermIndex {
  /** Best first, ties by number: the sum of the terms' BM25+ scores. */
  search(terms: readonly WeightedTerm[], how: TermSearch): readonly TermHit[];
}

type Item = { readonly id: number } & Readonly<Record<string, unknown>>;

/** Terms have no spaces, so that analyzed texts travel through MiniSearch as text. */
const splitTerms = (text: string) => (text === '' ? [] : text.split(' '));

/** Collects items, numbered in the order in which they come, into a {@link TermIndex}. */
export class TermIndexBuilder<Field extends string> {
  readonly #index: MiniSearch<Item>;
  #next = 0;

  constructor(fields: readonly Field[]) {
    this.#index = new MiniSearch<Item>({
      fields: [...fields],
      tokenize: splitTerms,
      processTerm: (term) => term,
      autoVacuum: false,
    });
  }

  /** Adds an item by the terms that it has in each field. */
  add(terms: Readonly<Record<Field, readonly string[]>>): void {
    const texts = Object.entries<readonly string[]>(terms).map(([field, some]) => [field, some.join(' ')]);
    this.#index.add({ ...Object.fromEntries(texts), id: this.#next++ });
  }

  build(): TermIndex {
    const index = this.#index;
    return Object.freeze({
      search: (terms: readonly WeightedTerm[], how: TermSearch) => search(index, terms, how),
    });
  }
}

function search(
  index: MiniSearch<Item>,
  terms: readonly WeightedTerm[],
  { limit, boost = {}, mayBeAmong, all = false, isLastPrefix = false, fuzzy }: TermSearch,
): TermHit[] {
  if (terms.length === 0) return [];
  const weights = terms.map(({ weight }) => weight);
  const results = index.search(terms.map(({ term }) => term).join(' '), {
    combineWith: all ? 'AND' : 'OR',
    prefix: (_term, position) => isLastPrefix && position === terms.length - 1,
    fuzzy: fuzzy ?? false,
    bm25: PARAMETERS.words.bm25,
    boost,
    // An item that counts nothing is not scored.
    ...(mayBeAmong && { boostDocument: (id: number) => (mayBeAmong(id) ? 1 : 0) }),
    boostTerm: (_term, position) => weights[position] ?? 1,
  });
  // MiniSearch multiplies the sum by the number of matched terms, which ranks worse than the plain sum.
  return results
    .map(({ id, score, queryTerms }): TermHit => ({ id, score: score / (queryTerms.length || 1) }))
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, limit);
}
