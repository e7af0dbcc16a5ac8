import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import { forEachBelow } from './in-turns.js';
import { PARAMETERS } from './parameters.js';
import type { Postings } from './postings.js';

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

/** How terms are spread over some items in a field: what BM25 asks of them beside the item that it scores. */
export interface TermSpread {
  readonly items: number;
  /** How many terms the items have, each term of an item counted once. */
  readonly length: number;
  /** How many items have a term. */
  frequency(term: string): number;
}

/** An index that knows how its terms are spread, so that it can be joined with another. */
export interface MeasuredIndex extends TermIndex {
  /** By field. */
  readonly spreads: Readonly<Record<string, TermSpread>>;
  /** Every item that has any of the terms in a field; in no order. */
  matches(terms: readonly WeightedTerm[], how: FieldSearch): readonly TermMatch[];
}

/** A search in one field by other statistics than those of the index. */
export interface FieldSearch extends Pick<TermSearch, 'isLastPrefix' | 'fuzzy' | 'mayBeAmong'> {
  readonly field: string;
  readonly bm25: { readonly k: number; readonly b: number; readonly d: number };
  /** By how much a term of the index counts more. */
  readonly boostOf: (term: string) => number;
}

export interface TermMatch extends TermHit {
  /** The terms that were searched for and are there, in whatever form. */
  readonly terms: readonly string[];
}

type Item = { readonly id: number } & Readonly<Record<string, unknown>>;

/** Terms have no spaces, so that analyzed texts travel through MiniSearch as text. */
const splitTerms = (text: string) => (text === '' ? [] : text.split(' '));

function optionsFor(fields: readonly string[]): Options<Item> {
  return { fields: [...fields], tokenize: splitTerms, processTerm: (term) => term, autoVacuum: false };
}

/** Collects items, numbered in the order in which they come, into a {@link TermIndex}. */
export class TermIndexBuilder<Field extends string> {
  readonly #index: MiniSearch<Item>;
  #next = 0;

  constructor(fields: readonly Field[]) {
    this.#index = new MiniSearch<Item>(optionsFor(fields));
  }

  /** Adds an item by the terms that it has in each field. */
  add(terms: Readonly<Record<Field, readonly string[]>>): void {
    const texts = Object.entries<readonly string[]>(terms).map(([field, some]) => [field, some.join(' ')]);
    this.#index.add({ ...Object.fromEntries(texts), id: this.#next++ });
  }

  build(): TermIndex {
    return searching(this.#index);
  }

  buildMeasured(spreads: MeasuredIndex['spreads']): MeasuredIndex {
    const index = this.#index;
    return Object.freeze({
      ...this.build(),
      spreads,
      matches: (terms: readonly WeightedTerm[], how: FieldSearch) => matches(index, terms, how),
    });
  }
}

/** What a field of all items holds. */
export interface IndexedField {
  /** The items that have a term of a number. */
  itemsWith(term: number): Postings;
  /** How many terms an item has in it, each counted once. */
  lengthOf(item: number): number;
  /** The mean of {@link IndexedField.lengthOf}. */
  readonly averageLength: number;
}

/**
 * The index that {@link TermIndexBuilder} makes of items, from their counted terms: each term is looked up once, and not
 * wherever it stands, which takes a fifth of the time.
 * @param terms By their numbers.
 */
export async function indexOfFields(
  fields: Readonly<Record<string, IndexedField>>,
  terms: readonly string[],
  items: number,
  giveWay: () => Promise<void>,
): Promise<TermIndex> {
  const index = new FilledIndex(optionsFor(Object.keys(fields)));
  await index.fill(Object.values(fields), terms, items, giveWay);
  return searching(index);
}

/** MiniSearch whose postings are put in as they are; it can only count what it is given as text. */
class FilledIndex extends MiniSearch<Item> {
  /** Fields are numbered in their order, as MiniSearch does it. */
  async fill(
    fields: readonly IndexedField[],
    terms: readonly string[],
    items: number,
    giveWay: () => Promise<void>,
  ): Promise<void> {
    await forEachBelow(items, giveWay, (item) => {
      this._documentIds.set(item, item);
      this._idToShortId.set(item, item);
      this._fieldLength.set(
        item,
        fields.map((field) => field.lengthOf(item)),
      );
    });
    this._avgFieldLength = fields.map(({ averageLength }) => averageLength);
    this._documentCount = items;
    this._nextId = items;
    for (const [number, term] of terms.entries()) {
      const found = fields.map((field, at) => [at, countsByItem(field.itemsWith(number))] as const);
      this._index.set(term, new Map(found.filter(([, counts]) => counts.size > 0)));
      await giveWay();
    }
  }
}

function countsByItem({ passages, counts }: Postings): Map<number, number> {
  const byItem = new Map<number, number>();
  for (let i = 0; i < passages.length; i++) byItem.set(passages[i] ?? 0, counts[i] ?? 0);
  return byItem;
}

function searching(index: MiniSearch<Item>): TermIndex {
  return Object.freeze({
    search: (terms: readonly WeightedTerm[], how: TermSearch) => search(index, terms, how),
  });
}

function search(
  index: MiniSearch<Item>,
  terms: readonly WeightedTerm[],
  { limit, boost = {}, mayBeAmong, all = false, ...how }: TermSearch,
): TermHit[] {
  return ask(index, terms, how, {
    combineWith: all ? 'AND' : 'OR',
    bm25: PARAMETERS.words.bm25,
    boost,
    // An item that counts nothing is not scored.
    ...(mayBeAmong && { boostDocument: (id: number) => (mayBeAmong(id) ? 1 : 0) }),
  })
    .map(({ id, score }): TermHit => ({ id, score }))
    .sort(byScore)
    .slice(0, limit);
}

function matches(
  index: MiniSearch<Item>,
  terms: readonly WeightedTerm[],
  { field, bm25, boostOf, mayBeAmong = () => true, ...how }: FieldSearch,
): TermMatch[] {
  return ask(index, terms, how, {
    fields: [field],
    bm25,
    boostDocument: (id: number, term: string) => (mayBeAmong(id) ? boostOf(term) : 0),
  });
}

/** Best first; ties by number. */
export function byScore(a: TermHit, b: TermHit): number {
  return b.score - a.score || a.id - b.id;
}

function ask(
  index: MiniSearch<Item>,
  terms: readonly WeightedTerm[],
  { isLastPrefix = false, fuzzy }: Pick<TermSearch, 'isLastPrefix' | 'fuzzy'>,
  options: SearchOptions,
): TermMatch[] {
  if (terms.length === 0) return [];
  const weights = terms.map(({ weight }) => weight);
  const results = index.search(terms.map(({ term }) => term).join(' '), {
    prefix: (_term, position) => isLastPrefix && position === terms.length - 1,
    fuzzy: fuzzy ?? false,
    boostTerm: (_term, position) => weights[position] ?? 1,
    ...options,
  });
  // MiniSearch multiplies the sum by the number of matched terms, which ranks worse than the plain sum.
  return results.map(
    ({ id, score, queryTerms }): TermMatch => ({
      id,
      score: score / (queryTerms.length || 1),
      terms: queryTerms,
    }),
  );
}
