/** Terms that the documents write with a capital letter wherever they stand inside a sentence: names, as far as writing tells. */
export interface WrittenNames {
  has(term: string): boolean;
  /** Whether they have it with a capital letter anywhere inside a sentence, and whether anywhere with a small one. */
  isWritten(term: string, how: 'capital' | 'small'): boolean;
}

/** The terms that are written with a capital letter anywhere inside a sentence, and those with a small one. */
export interface CollectedNames {
  readonly capital: ReadonlySet<string>;
  readonly small: ReadonlySet<string>;
}

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

  collected(): CollectedNames {
    return { capital: this.#capital, small: this.#small };
  }
}

export function writtenNamesOf(collected: CollectedNames): WrittenNames {
  return writtenNames((term, how) => collected[how].has(term));
}

export function writtenNames(isWritten: WrittenNames['isWritten']): WrittenNames {
  return Object.freeze({
    has: (term: string) => isWritten(term, 'capital') && !isWritten(term, 'small'),
    isWritten,
  });
}

/** A term and whether the word begins with a capital letter. */
export interface WrittenTerm {
  readonly term: string;
  readonly hasCapital: boolean;
}
