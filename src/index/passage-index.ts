import { PARAMETERS } from './parameters.js';
import type { AnalyzedPassage } from './passage-terms.js';
import { TermIndexBuilder, type WeightedTerm } from './term-index.js';

/** A passage that matches a query, with its score; ranking ties are broken by passage id. */
export interface Hit {
  readonly passage: number;
  readonly score: number;
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

/** Collects analyzed passages, in the order of their ids, into a {@link PassageIndex}. */
export class PassageIndexBuilder {
  readonly #index = new TermIndexBuilder(['all', 'title']);

  add({ heading, sentences }: AnalyzedPassage): void {
    this.#index.add({ all: [...heading, ...sentences.flat()], title: heading });
  }

  build(): PassageIndex {
    const index = this.#index.build();
    return Object.freeze({
      search: (
        terms: readonly WeightedTerm[],
        limit: number,
        mayBeAmong: (passage: number) => boolean = () => true,
      ) =>
        index
          .search(terms, { limit, mayBeAmong, boost: { title: PARAMETERS.words.titleBoost } })
          .map(({ id, score }): Hit => ({ passage: id, score })),
    });
  }
}

/** Best first; ties by passage id, so that the same question always gets the same answer. */
export function byScore(a: Hit, b: Hit): number {
  return b.score - a.score || a.passage - b.passage;
}
