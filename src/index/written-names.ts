/** Terms that the documents write with a capital letter wherever they stand inside a sentence: names, as far as writing tells. */
export type WrittenNames = ReadonlySet<string>;

/** Collects how the terms of sentences are written. */
export class WrittenNamesBuilder {
  readonly #capital = new Set<string>();
  readonly #small = new Set<string>();

  /** The first term of a sentence has a capital letter whatever it is, and is left out. */
  add(sentence: readonly WrittenTerm[]): void {
    for (let i = 0; i < sentence.length; i++) {
      const { term, hasCapital } = sentence[i] as WrittenTerm;
      if (!hasCapital) this.#small.add(term);
      else if (i > 0) this.#capital.add(term);
    }
  }

  build(): WrittenNames {
    return new Set([...this.#capital].filter((term) => !this.#small.has(term)));
  }
}

/** A term and whether the word begins with a capital letter. */
export interface WrittenTerm {
  readonly term: string;
  readonly hasCapital: boolean;
}
