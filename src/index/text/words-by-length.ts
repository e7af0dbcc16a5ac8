import { editsApart, letterSet } from './letter-set.js';

/** Words by length and letters: those that others may be mistyped for are soon found without looking at all. */
export interface WordsByLength {
  /** The letters of a word, whatever their order: see {@link letterSet}. */
  lettersOf(number: number): number;
  /**
   * The numbers of all words that are so many edits away from any of the given ones, in order, and of some that are more:
   * length and letters alone are compared.
   */
  mayBeNear(words: readonly string[], edits: number): number[];
}

/** Signature hashing (Boytsov, "Indexing methods for approximate dictionary searching", 2011), by length first. */
export function wordsByLength(words: readonly string[]): WordsByLength {
  const letterSets = Uint32Array.from(words, letterSet);
  const ofLength = numbersByLength(words);
  const lettersOf = (number: number) => letterSets[number] ?? 0;
  const addNear = (near: Set<number>, word: string, edits: number) => {
    const letters = letterSet(word);
    for (let length = Math.max(0, word.length - edits); length <= word.length + edits; length++)
      for (const number of ofLength[length] ?? [])
        if (editsApart(letters, lettersOf(number)) <= edits) near.add(number);
  };
  return Object.freeze({
    lettersOf,
    mayBeNear(words: readonly string[], edits: number) {
      const near = new Set<number>();
      for (const word of words) addNear(near, word, edits);
      return [...near].sort((a, b) => a - b);
    },
  });
}

/** The numbers of the words of each length, in order. */
function numbersByLength(words: readonly string[]): readonly Uint32Array[] {
  const ofLength: number[][] = [];
  words.forEach(({ length }, number) => {
    ofLength[length] ??= [];
    ofLength[length]?.push(number);
  });
  // Half the memory of lists that may still grow.
  return ofLength.map((numbers) => Uint32Array.from(numbers));
}
