/** A passage that matches a query, with its score; ranking ties are broken by passage id. */
export interface Hit {
  readonly passage: number;
  readonly score: number;
}

/** Which passages match? Built once for a revision and never edited. */
export interface PassageIndex {
  /** At most `limit` hits, best first. */
  search(query: string, limit: number): readonly Hit[];
}
