import type { PassageTerms } from '../passage-terms.js';
import type { Vocabulary } from './term-group.js';

/** What something that was read with a vocabulary rests on: with more passages that have none of it, it is read the same. */
export interface Reliance {
  /** Terms that no passage had, or of which it mattered where they are and how often. */
  readonly terms: readonly string[];
  /** Whether all terms or passages were looked through. */
  readonly isOnAll: boolean;
}

/** Whether passages with these terms change what rests on something. */
export function disturbs(
  { numberOf }: Pick<PassageTerms, 'numberOf'>,
  { terms, isOnAll }: Reliance,
): boolean {
  if (isOnAll) return true;
  for (const term of terms) if (numberOf(term) !== undefined) return true;
  return false;
}

/**
 * A vocabulary that notes what is asked of it. What terms tell is not noted, as that changes with every passage: it is for
 * what keeps no weights.
 */
export function watched(vocabulary: Vocabulary): { readonly vocabulary: Vocabulary; reliance(): Reliance } {
  const { names, terms } = vocabulary;
  const noted = new Set<string>();
  let isOnAll = false;
  const ofTerm =
    <T>(ask: (number: number) => T) =>
    (number: number): T => {
      noted.add(terms.termOf(number));
      return ask(number);
    };
  const ofAll =
    <Asked extends unknown[], T>(ask: (...asked: Asked) => T) =>
    (...asked: Asked): T => {
      isOnAll = true;
      return ask(...asked);
    };
  const watchedTerms: PassageTerms = {
    ...terms,
    numberOf(term) {
      const number = terms.numberOf(term);
      if (number === undefined) noted.add(term);
      return number;
    },
    frequency: ofTerm(terms.frequency),
    areNeighbours(first, second) {
      for (const number of [first, second]) noted.add(terms.termOf(number));
      return terms.areNeighbours(first, second);
    },
    passagesWith: ofAll(terms.passagesWith),
    passagesHeaded: ofAll(terms.passagesHeaded),
    placesOfInitials: ofAll(terms.placesOfInitials),
    mayBeNear: ofAll(terms.mayBeNear),
    vocabulary: ofAll(terms.vocabulary),
  };
  return {
    vocabulary: {
      names,
      terms: watchedTerms,
      get passages() {
        isOnAll = true;
        return vocabulary.passages;
      },
    },
    reliance: () => ({ terms: [...noted], isOnAll }),
  };
}
