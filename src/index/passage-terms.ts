import type { Span } from '../documents/document.js';
import type { Passage } from '../documents/passages.js';
import { GrowableUint32Array } from './growable-uint32-array.js';
import { PARAMETERS } from './parameters.js';
import { inverseFrequency } from './ranking/bm25.js';
import { termsOf } from './text/analyzer.js';
import { rarityOf } from './text/english-idf.js';

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
  /** Terms in a sentence on average. */
  readonly averageSentence: number;
  /** The number of a term, or undefined where no passage has it. */
  numberOf(term: string): number | undefined;
  termOf(number: number): string;
  /** Number of passages that have the term. */
  frequency(number: number): number;
  /** How much a term tells: its inverse document frequency, in these passages and in English at large. */
  rarity(number: number): number;
  /** Distinct terms of a passage with its headings: what MiniSearch takes for the length of a text. */
  lengthOf(passage: number): number;
  /** The mean of {@link PassageTerms.lengthOf}. */
  readonly averageLength: number;
  /** The heading row of a passage; its sentences follow, up to `headingRow(passage + 1)`. */
  headingRow(passage: number): number;
  /** Term numbers of a row, in order. */
  row(row: number): Uint32Array;
  /** Term numbers of a passage, all its rows. */
  passage(passage: number): Uint32Array;
  /** Every term, in the order of their numbers. */
  vocabulary(): readonly string[];
}

/** What an index keeps of a passage; `heading` and each of `sentences` are terms in order. */
export interface AnalyzedPassage {
  readonly heading: readonly string[];
  readonly sentences: readonly (readonly string[])[];
}

/**
 * The terms of a passage, and of what stands over it: its document's title, headings, and of a list or table the lead-in
 * and the header, as they say what its items are.
 */
export function analyzePassage({ document, paragraph, sentences, list }: Passage): AnalyzedPassage {
  const textOf = ({ start, end }: Span) => document.text.slice(start, end);
  const over = [list?.leadIn, list?.header].flatMap((sentence) => sentence ?? []);
  return {
    heading: [document.title, ...paragraph.headings, ...over.map(textOf)].flatMap(termsOf),
    sentences: sentences.map((sentence) => termsOf(textOf(sentence))),
  };
}

/** Collects passages, in the order of their ids, into a {@link PassageTerms}. */
export class PassageTermsBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #frequencies = new GrowableUint32Array();
  /** How often the terms are in English at large, as if among so many more passages. */
  readonly #atLarge: number[] = [];
  readonly #lastPassage: number[] = [];
  readonly #sequence = new GrowableUint32Array();
  readonly #rowStarts = new GrowableUint32Array(0);
  readonly #headingRows = new GrowableUint32Array(0);
  readonly #lengths = new GrowableUint32Array();

  add({ heading, sentences }: AnalyzedPassage): void {
    const passage = this.#lengths.length;
    this.#lengths.push(0);
    for (const row of [heading, ...sentences]) {
      for (const term of row) this.#sequence.push(this.#count(term, passage));
      this.#rowStarts.push(this.#sequence.length);
    }
    this.#headingRows.push(this.#rowStarts.length - 1);
  }

  #number(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.length;
    this.#numbers.set(term, number);
    this.#terms.push(term);
    this.#frequencies.push(0);
    this.#atLarge.push(PARAMETERS.words.backgroundPassages * Math.exp(-rarityOf(term)));
    this.#lastPassage.push(-1);
    return number;
  }

  #count(term: string, passage: number): number {
    const number = this.#number(term);
    if (this.#lastPassage[number] !== passage) {
      this.#lastPassage[number] = passage;
      this.#frequencies.increment(number);
      this.#lengths.increment(passage);
    }
    return number;
  }

  build(): PassageTerms {
    const numbers = this.#numbers;
    const terms = this.#terms;
    const frequencies = this.#frequencies.values();
    const sequence = this.#sequence.values();
    const rowStarts = this.#rowStarts.values();
    const headingRows = this.#headingRows.values();
    const lengths = this.#lengths.values();
    const size = lengths.length;
    const rows = rowStarts.length - 1;
    const rarities = new Float32Array(terms.length);
    for (const [number, atLarge] of this.#atLarge.entries()) {
      rarities[number] = inverseFrequency(
        size + PARAMETERS.words.backgroundPassages,
        (frequencies[number] ?? 0) + atLarge,
      );
    }
    let inHeadings = 0;
    for (let passage = 0; passage < size; passage++) {
      const row = headingRows[passage] ?? 0;
      inHeadings += (rowStarts[row + 1] ?? 0) - (rowStarts[row] ?? 0);
    }
    return Object.freeze({
      size,
      rows,
      averageSentence: rows === size ? 0 : (sequence.length - inHeadings) / (rows - size),
      lengthOf: (passage: number) => lengths[passage] ?? 0,
      averageLength: size === 0 ? 0 : lengths.reduce((sum, length) => sum + length, 0) / size,
      numberOf: (term: string) => numbers.get(term),
      termOf: (number: number) => terms[number] ?? '',
      frequency: (number: number) => frequencies[number] ?? 0,
      rarity: (number: number) => rarities[number] ?? 0,
      headingRow: (passage: number) => headingRows[passage] ?? rows,
      row: (row: number) => sequence.subarray(rowStarts[row], rowStarts[row + 1]),
      passage: (passage: number) =>
        sequence.subarray(
          rowStarts[headingRows[passage] ?? rows],
          rowStarts[headingRows[passage + 1] ?? rows],
        ),
      vocabulary: () => terms,
    });
  }
}

/** A term and its position among the terms of a row. */
export interface PlacedTerm {
  readonly term: number;
  readonly position: number;
}

/** The terms of a row that `keep` takes, in order. */
export function placedTerms(row: Uint32Array, keep: (term: number) => boolean): PlacedTerm[] {
  const placed: PlacedTerm[] = [];
  for (let position = 0; position < row.length; position++) {
    const term = row[position] ?? 0;
    if (keep(term)) placed.push({ term, position });
  }
  return placed;
}

/** How often each term is there. */
export function countTerms(terms: readonly PlacedTerm[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { term } of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
