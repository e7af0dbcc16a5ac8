import MiniSearch from 'minisearch';
import { PARAMETERS } from './parameters.js';
import type { AnalyzedPassage } from './passage-terms.js';

/** A passage that matches a query, with its score; ranking ties are broken by passage id. */
export interface Hit {
  readonly passage: number;
  readonly score: number;
}

/** A term to search for and how much a match counts; 1 is a word of the question itself. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** Which passages match? Built once for a revision and never edited. */
export interface PassageIndex {
  /**
   * At most `limit` hits, best first: the sum of the terms' BM25 scores in text and headings. Only passages that may be
   * among these are scored.
   */
  search(
    terms: readonly WeightedTerm[],
    limit: number,
    mayBeAmong?: (passage: number) => boolean,
  ): readonly Hit[];
}

interface IndexedPassage {
  readonly id: number;
  readonly all: string;
  readonly title: string;
}

/** Terms have no spaces, so that analyzed passages travel through MiniSearch as text. */
const splitTerms = (text: string) => (text === '' ? [] : text.split(' '));

/** Collects analyzed passages, in the order of their ids, into a {@link PassageIndex}. */
export class PassageIndexBuilder {
  readonly #index = new MiniSearch<IndexedPassage>({
    fields: ['all', 'title'],
    tokenize: splitTerms,
    processTerm: (term) => term,
    autoVacuum: false,
  });
  #next = 0;

  add(passage: AnalyzedPassage): void {
    this.#index.add(asText(this.#next++, passage));
  }

  build(): PassageIndex {
    const index = this.#index;
    return Object.freeze({
      search: (
        terms: readonly WeightedTerm[],
        limit: number,
        mayBeAmong: (passage: number) => boolean = () => true,
      ) => search(index, terms, limit, mayBeAmong),
    });
  }
}

function asText(id: number, { heading, sentences }: AnalyzedPassage): IndexedPassage {
  return { id, all: [...heading, ...sentences.flat()].join(' '), title: heading.join(' ') };
}

function search(
  index: MiniSearch<IndexedPassage>,
  terms: readonly WeightedTerm[],
  limit: number,
  mayBeAmong: (passage: number) => boolean,
): Hit[] {
  if (terms.length === 0) return [];
  const weights = terms.map(({ weight }) => weight);
  const results = index.search(terms.map(({ term }) => term).join(' '), {
    combineWith: 'OR',
    prefix: false,
    fuzzy: false,
    bm25: PARAMETERS.words.bm25,
    boost: { title: PARAMETERS.words.titleBoost },
    // A passage that counts nothing is not scored.
    boostDocument: (id: number) => (mayBeAmong(id) ? 1 : 0),
    boostTerm: (_term, position) => weights[position] ?? 1,
  });
  // MiniSearch multiplies the sum by the number of matched terms, which ranks worse than the plain sum.
  return results
    .map(({ id, score, queryTerms }): Hit => ({ passage: id, score: score / (queryTerms.length || 1) }))
    .sort(byScore)
    .slice(0, limit);
}

/** Best first; ties by passage id, so that the same question always gets the same answer. */
export function byScore(a: Hit, b: Hit): number {
  return b.score - a.score || a.passage - b.passage;
}
