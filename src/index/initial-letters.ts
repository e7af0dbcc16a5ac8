import type { CollectedTerms } from './collected-terms.js';
import { forEachBelow } from './in-turns.js';
import { letterBit } from './text/letter-set.js';

/** What terms of rows begin with. */
export interface InitialLetters {
  /**
   * The rows in which terms that begin with these letters follow each other, in order; between two there may be another
   * term. A row is there once for each place, and there are at most `limit`.
   */
  rowsSpelling(letters: string, limit: number): number[];
}

/** Of each row is known with which letters its terms begin: few have all that are asked for, and only these are read. */
export async function initialLetters(
  { vocabulary, sequence, rowStarts }: Pick<CollectedTerms, 'vocabulary' | 'sequence' | 'rowStarts'>,
  giveWay: () => Promise<void>,
): Promise<InitialLetters> {
  const rows = rowStarts.length - 1;
  const initialsOfTerms = Uint8Array.from(vocabulary, initialOf);
  const initials = new Uint8Array(sequence.length);
  const letterSets = new Int32Array(rows);
  await forEachBelow(rows, giveWay, (row) => {
    const end = rowStarts[row + 1] ?? 0;
    let letters = 0;
    for (let position = rowStarts[row] ?? 0; position < end; position++) {
      const initial = initialsOfTerms[sequence[position] ?? -1] ?? 0;
      initials[position] = initial;
      letters |= letterBit(initial);
    }
    letterSets[row] = letters;
  });

  /** Whether the letters are those of a position and the ones after it, up to the end of its row. */
  function isSpelledAt(position: number, end: number, letters: readonly number[]): boolean {
    let at = position;
    for (let i = 1; i < letters.length; i++) {
      at += initials[at + 1] === letters[i] ? 1 : 2;
      if (at >= end || initials[at] !== letters[i]) return false;
    }
    return true;
  }

  return Object.freeze({
    rowsSpelling(text: string, limit: number) {
      const letters = Array.from(text, initialOf);
      const [first] = letters;
      const found: number[] = [];
      // With what is not Latin nothing begins: one such letter is not told from another.
      if (!first) return found;
      const all = letters.reduce((set, letter) => set | letterBit(letter), 0);
      for (let row = 0; row < rows && found.length < limit; row++) {
        if (((letterSets[row] ?? 0) & all) !== all) continue;
        const end = rowStarts[row + 1] ?? 0;
        for (let position = rowStarts[row] ?? 0; position < end && found.length < limit; position++)
          if (initials[position] === first && isSpelledAt(position, end, letters)) found.push(row);
      }
      return found;
    },
  });
}

/** The first letter of a term as a byte, 0 for one that is not of the Latin alphabet. */
function initialOf(term: string): number {
  const code = term.charCodeAt(0);
  return code < 128 ? code : 0;
}
