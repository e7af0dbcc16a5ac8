import { PARAMETERS } from './parameters.js';
import type { PassageTerms } from './passage-terms.js';
import { indexOfFields, type WeightedTerm } from './term-index.js';

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

/** Indexes passages by their terms. Fails only with what `giveWay` rejects with. */
export async function buildPassageIndex(
  terms: PassageTerms,
  giveWay: () => Promise<void>,
): Promise<PassageIndex> {
  const { averageLength, lengthOf, averageHeadingLength, headingLengthOf } = terms;
  const all = { itemsWith: terms.passagesWith, lengthOf, averageLength };
  const title = {
    itemsWith: terms.passagesHeaded,
    lengthOf: headingLengthOf,
    averageLength: averageHeadingLength,
  };
  const index = await indexOfFields({ all, title }, terms.vocabulary(), terms.size, giveWay);
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

/** Best first; ties by passage id, so that the same question always gets the same answer. */
export function byScore(a: Hit, b: Hit): number {
  return b.score - a.score || a.passage - b.passage;
}
