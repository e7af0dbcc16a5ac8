import type { CollectedTerms } from './collected-terms.js';
import { forEachBelow } from './in-turns.js';
import { initialLetters } from './initial-letters.js';
import { PARAMETERS } from './parameters.js';
import { type Postings, postings } from './postings.js';
import { inverseFrequency } from './ranking/bm25.js';
import { frequencyAtLarge } from './text/english-idf.js';
import { wordsByLength } from './text/words-by-length.js';

/**
 * The passages as sequences of term numbers: what ranking looks at beyond the inverted index (word order,
 * sentences, which terms a passage has), without analyzing a text again. Four bytes a term.
 *
 * A passage is a run of rows: first one for its title and headings, then one for each of its sentences.
 */
export interface PassageTerms {
  /** Passages in all. */
  readonly size: number;
  /** Rows (sentences and heading rows) in all. */
  readonly rows: number;
  /** The number of a term, or undefined where no passage has it. */
  numberOf(term: string): number | undefined;
  termOf(number: number): string;
  /** The letters of a term, whatever their order: see {@link letterSet}. */
  lettersOf(number: number): number;
  /** Number of passages that have the term. */
  frequency(number: number): number;
  /** How much a term tells: its inverse document frequency, in these passages and in English at large. */
  rarity(number: number): number;
  /** Distinct terms of a passage with its headings: what MiniSearch takes for the length of a text. */
  lengthOf(passage: number): number;
  /** The mean of {@link PassageTerms.lengthOf}, by which the index scores. */
  readonly averageLength: number;
  /** Distinct terms of the headings of a passage. */
  headingLengthOf(passage: number): number;
  /** The mean of {@link PassageTerms.headingLengthOf}. */
  readonly averageHeadingLength: number;
  /** The heading row of a passage; its sentences follow, up to `headingRow(passage + 1)`. */
  headingRow(passage: number): number;
  /** The passage that a row is of. */
  passageOf(row: number): number;
  /** Term numbers of a row, in order. */
  row(row: number): Uint32Array;
  /** Term numbers of a passage, all its rows. */
  passage(passage: number): Uint32Array;
  /** The passages that have a term, with their headings. */
  passagesWith(number: number): Postings;
  /** Those that have it in their headings. */
  passagesHeaded(number: number): Postings;
  /** Whether the second term follows the first anywhere, as far as the passages that are looked at tell. */
  areNeighbours(first: number, second: number): boolean;
  /** Where terms of a row that begin with these letters follow each other, each or every other one; at most `limit` places. */
  placesOfInitials(letters: string, limit: number): TermPlace[];
  /** Numbers of terms that may be so many edits away from any of some words, in order: see {@link WordsByLength}. */
  mayBeNear(words: readonly string[], edits: number): number[];
  /** Every term, in the order of their numbers. */
  vocabulary(): readonly string[];
}

/** A row of a passage by its place there: 0 is the heading row. */
export interface TermPlace {
  readonly passage: number;
  readonly row: number;
}

/** Gives way while it works out what takes long over many passages. */
export async function passageTermsOf(
  collected: CollectedTerms,
  giveWay: () => Promise<void> = async () => {},
): Promise<PassageTerms> {
  const { vocabulary, frequencies, sequence, rowStarts, headingRows, lengths, headingLengths } = collected;
  const size = lengths.length;
  const rows = rowStarts.length - 1;
  const numbers = new Map<string, number>();
  await forEachBelow(vocabulary.length, giveWay, (number) => {
    numbers.set(vocabulary[number] ?? '', number);
  });
  const passage = (passage: number) =>
    sequence.subarray(rowStarts[headingRows[passage] ?? rows], rowStarts[headingRows[passage + 1] ?? rows]);
  const row = (row: number) => sequence.subarray(rowStarts[row], rowStarts[row + 1]);
  const initials = await initialLetters(collected, giveWay);
  const byLength = wordsByLength(vocabulary);
  const headings = (passage: number) => row(headingRows[passage] ?? rows);
  const passagesWith = await postings(vocabulary.length, size, passage, giveWay);
  const passagesHeaded = await postings(vocabulary.length, size, headings, giveWay);
  return Object.freeze({
    size,
    rows,
    lengthOf: (passage: number) => lengths[passage] ?? 0,
    averageLength: meanOf(lengths),
    headingLengthOf: (passage: number) => headingLengths[passage] ?? 0,
    averageHeadingLength: meanOf(headingLengths),
    numberOf: (term: string) => numbers.get(term),
    termOf: (number: number) => vocabulary[number] ?? '',
    lettersOf: byLength.lettersOf,
    frequency: (number: number) => frequencies[number] ?? 0,
    rarity: raritiesOf(collected),
    headingRow: (passage: number) => headingRows[passage] ?? rows,
    passageOf: (row: number) => lastUpTo(headingRows, row),
    row,
    passage,
    passagesWith,
    passagesHeaded,
    areNeighbours: (first: number, second: number) =>
      areNeighboursIn({ passagesWith, passage }, first, second),
    placesOfInitials: (letters: string, limit: number) =>
      initials.rowsSpelling(letters, limit).map((row): TermPlace => {
        const passage = lastUpTo(headingRows, row);
        return { passage, row: row - (headingRows[passage] ?? 0) };
      }),
    mayBeNear: byLength.mayBeNear,
    vocabulary: () => vocabulary,
  });
}

/** {@link PassageTerms.rarity}, worked out when it is first asked for: most terms are in no question. */
function raritiesOf({ vocabulary, frequencies, lengths }: CollectedTerms): (number: number) => number {
  const rarities = new Float32Array(vocabulary.length);
  return (number) => {
    if (rarities[number] === 0)
      rarities[number] = rarityAmong(lengths.length, vocabulary[number] ?? '', frequencies[number] ?? 0);
    return rarities[number] ?? 0;
  };
}

/** Two terms that stand in more passages than this are words of the language, and their being neighbours tells nothing. */
const MAX_PASSAGES_LOOKED_AT = 500;

/** {@link PassageTerms.areNeighbours} */
export function areNeighboursIn(
  { passagesWith, passage }: Pick<PassageTerms, 'passagesWith' | 'passage'>,
  first: number,
  second: number,
): boolean {
  const [some, others] = [passagesWith(first).passages, passagesWith(second).passages];
  const fewest = some.length < others.length ? some : others;
  return fewest.subarray(0, MAX_PASSAGES_LOOKED_AT).some((one) => follows(passage(one), first, second));
}

/** How much a term tells that so many of some passages have: see {@link PassageTerms.rarity}. */
export function rarityAmong(size: number, term: string, frequency: number): number {
  const { backgroundPassages } = PARAMETERS.words;
  return inverseFrequency(size + backgroundPassages, frequency + frequencyAtLarge(term, backgroundPassages));
}

function meanOf(numbers: Uint32Array): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** The last place of numbers in rising order whose number is not above a bound. */
function lastUpTo(rising: Uint32Array, bound: number): number {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((rising[middle] ?? 0) <= bound) low = middle;
    else high = middle - 1;
  }
  return low;
}

function follows(sequence: Uint32Array, first: number, second: number): boolean {
  for (let i = sequence.indexOf(first); i >= 0; i = sequence.indexOf(first, i + 1))
    if (sequence[i + 1] === second) return true;
  return false;
}
