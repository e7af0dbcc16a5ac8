import { areNeighboursIn, type PassageTerms, rarityAmong } from '../passage-terms.js';
import type { Postings } from '../postings.js';

/**
 * The terms of passages and, behind them, of a few others: as if all were built together, to the last digit. What is known
 * of the first stays as it is, and what is made here is of the size of the others.
 * @param own By numbers of their own, of passages, rows and terms.
 */
export function joinTerms(base: PassageTerms, own: PassageTerms): PassageTerms {
  const size = base.size + own.size;
  const rows = base.rows + own.rows;
  const terms = joinVocabularies(base, own);
  const ownRows = renumbered(own, terms.numbers);
  const frequency = (number: number) => base.frequency(number) + own.frequency(terms.ownNumber(number));
  const passage = (passage: number) =>
    passage < base.size ? base.passage(passage) : ownRows.passage(passage - base.size);
  const postingsOf = (ask: 'passagesWith' | 'passagesHeaded') => (number: number) => {
    const ofOwn = own[ask](terms.ownNumber(number));
    // Of a number that they do not have, the first know nothing.
    return joinPostings(base[ask](number < terms.ofBase ? number : -1), ofOwn, base.size);
  };
  const passagesWith = postingsOf('passagesWith');
  return Object.freeze({
    size,
    rows,
    numberOf: terms.numberOf,
    termOf: terms.termOf,
    lettersOf: (number: number) =>
      number < terms.ofBase ? base.lettersOf(number) : own.lettersOf(terms.ownNumber(number)),
    frequency,
    // As exact as where they are kept in an array.
    rarity: (number: number) => Math.fround(rarityAmong(size, terms.termOf(number), frequency(number))),
    lengthOf: (passage: number) =>
      passage < base.size ? base.lengthOf(passage) : own.lengthOf(passage - base.size),
    averageLength: joinMeans(base.averageLength, base.size, own.averageLength, own.size),
    headingLengthOf: (passage: number) =>
      passage < base.size ? base.headingLengthOf(passage) : own.headingLengthOf(passage - base.size),
    averageHeadingLength: joinMeans(base.averageHeadingLength, base.size, own.averageHeadingLength, own.size),
    headingRow: (passage: number) =>
      passage < base.size ? base.headingRow(passage) : base.rows + own.headingRow(passage - base.size),
    passageOf: (row: number) =>
      row < base.rows ? base.passageOf(row) : base.size + own.passageOf(row - base.rows),
    row: (row: number) => (row < base.rows ? base.row(row) : ownRows.row(row - base.rows)),
    passage,
    passagesWith,
    passagesHeaded: postingsOf('passagesHeaded'),
    areNeighbours: (first: number, second: number) =>
      areNeighboursIn({ passagesWith, passage }, first, second),
    placesOfInitials(letters: string, limit: number) {
      const places = base.placesOfInitials(letters, limit);
      const more = own.placesOfInitials(letters, limit - places.length);
      return [...places, ...more.map(({ passage, row }) => ({ passage: base.size + passage, row }))];
    },
    mayBeNear: (words: readonly string[], edits: number) => [
      ...base.mayBeNear(words, edits),
      ...terms.addedAmong(own.mayBeNear(words, edits)),
    ],
    vocabulary: () => [...base.vocabulary(), ...terms.added],
  });
}

/** The terms of both, by numbers that go on where those of the first end. */
function joinVocabularies(base: PassageTerms, own: PassageTerms) {
  const ofBase = base.vocabulary().length;
  const added: string[] = [];
  const numbers = Uint32Array.from(
    own.vocabulary(),
    (term) => base.numberOf(term) ?? ofBase + added.push(term) - 1,
  );
  const ownNumbers = new Map<number, number>();
  numbers.forEach((number, own) => {
    ownNumbers.set(number, own);
  });
  return {
    ofBase,
    added,
    /** By the own number of a term. */
    numbers,
    /** Of own numbers, in order, those of terms that the first do not have, as numbers of all. */
    addedAmong: (own: readonly number[]) =>
      own.flatMap((number) => ((numbers[number] ?? 0) < ofBase ? [] : [numbers[number] ?? 0])),
    /** -1 for a term that only the first have. */
    ownNumber: (number: number) => ownNumbers.get(number) ?? -1,
    numberOf: (term: string) => base.numberOf(term) ?? numbers[own.numberOf(term) ?? -1],
    termOf: (number: number) => (number < ofBase ? base.termOf(number) : (added[number - ofBase] ?? '')),
  };
}

/** The rows of passages in other numbers of terms. */
function renumbered(own: PassageTerms, numbers: Uint32Array): Pick<PassageTerms, 'row' | 'passage'> {
  const starts = new Uint32Array(own.rows + 1);
  for (let row = 0; row < own.rows; row++) starts[row + 1] = (starts[row] ?? 0) + own.row(row).length;
  const sequence = new Uint32Array(starts[own.rows] ?? 0);
  for (let row = 0; row < own.rows; row++)
    sequence.set(
      own.row(row).map((term) => numbers[term] ?? 0),
      starts[row],
    );
  return {
    row: (row) => sequence.subarray(starts[row], starts[row + 1]),
    passage: (passage) =>
      sequence.subarray(starts[own.headingRow(passage)], starts[own.headingRow(passage + 1)]),
  };
}

function joinPostings(base: Postings, own: Postings, basePassages: number): Postings {
  if (own.passages.length === 0) return base;
  const passages = own.passages.map((passage) => basePassages + passage);
  return {
    passages: joinNumbers(base.passages, passages),
    counts: joinNumbers(base.counts, own.counts),
  };
}

export function joinNumbers(first: Uint32Array, second: Uint32Array): Uint32Array {
  const both = new Uint32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** The mean of numbers of which two means are known; they are whole, and so are their sums. */
function joinMeans(mean: number, count: number, otherMean: number, otherCount: number): number {
  const sum = Math.round(mean * count) + Math.round(otherMean * otherCount);
  return sum === 0 ? 0 : sum / (count + otherCount);
}
