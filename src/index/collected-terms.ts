import type { Span } from '../documents/document.js';
import type { Passage } from '../documents/passages.js';
import { GrowableUint32Array } from './growable-uint32-array.js';
import { analyze, termsOf } from './text/analyzer.js';
import type { WrittenTerm } from './written-names.js';

/** What `PassageTerms` are made of. */
export interface CollectedTerms {
  /** By their numbers. */
  readonly vocabulary: readonly string[];
  /** In how many passages each term is. */
  readonly frequencies: Uint32Array;
  /** The numbers of the terms of all rows, one after the other. */
  readonly sequence: Uint32Array;
  /** Where in it each row begins, and the last one ends. */
  readonly rowStarts: Uint32Array;
  /** The first row of each passage, and the number of rows. */
  readonly headingRows: Uint32Array;
  /** Distinct terms of each passage. */
  readonly lengths: Uint32Array;
  /** Distinct terms of the headings of each. */
  readonly headingLengths: Uint32Array;
}

/** What an index keeps of a passage; `heading` and each of `sentences` are terms in order. */
export interface AnalyzedPassage {
  readonly heading: readonly string[];
  readonly sentences: readonly (readonly string[])[];
}

/** A passage with how the words of its sentences are written. */
export interface WrittenPassage extends AnalyzedPassage {
  readonly written: readonly (readonly WrittenTerm[])[];
}

/**
 * Reads the terms of passages, and of what stands over each: its document's title, headings, and of a list or table the
 * lead-in and the header, as they say what its items are. Passages come in order, and what stands over a whole section is
 * read once for it.
 */
export function passageAnalyzer(): (passage: Passage) => WrittenPassage {
  let section = { name: '', terms: [] as readonly string[] };
  const termsOfSection = (headings: readonly string[]) => {
    const name = headings.join('\n');
    if (name !== section.name) section = { name, terms: headings.flatMap(termsOf) };
    return section.terms;
  };
  return ({ document, paragraph, sentences, list }) => {
    const textOf = ({ start, end }: Span) => document.text.slice(start, end);
    const over = [list?.leadIn, list?.header].flatMap((sentence) => sentence ?? []);
    const written = sentences.map((sentence) => writtenTerms(textOf(sentence)));
    return {
      heading: [
        ...termsOfSection([document.title, ...paragraph.headings]),
        ...over.map(textOf).flatMap(termsOf),
      ],
      sentences: written.map((terms) => terms.map(({ term }) => term)),
      written,
    };
  };
}

function writtenTerms(sentence: string): WrittenTerm[] {
  return analyze(sentence).map(({ term, start }) => {
    const first = sentence.charAt(start);
    return { term, hasCapital: first !== first.toLowerCase() };
  });
}

/** Collects passages, in the order of their ids. */
export class PassageTermsBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  readonly #frequencies = new GrowableUint32Array();
  readonly #lastPassage: number[] = [];
  readonly #sequence = new GrowableUint32Array();
  readonly #rowStarts = new GrowableUint32Array(0);
  readonly #headingRows = new GrowableUint32Array(0);
  readonly #lengths = new GrowableUint32Array();
  readonly #headingLengths = new GrowableUint32Array();

  add({ heading, sentences }: AnalyzedPassage): void {
    const passage = this.#lengths.length;
    this.#lengths.push(0);
    for (const row of [heading, ...sentences]) {
      for (const term of row) this.#sequence.push(this.#count(term, passage));
      this.#rowStarts.push(this.#sequence.length);
      // The headings are the first row: what has been counted until now is theirs.
      if (this.#headingLengths.length === passage) this.#headingLengths.push(this.#lengths.at(passage));
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

  collected(): CollectedTerms {
    return {
      vocabulary: this.#terms,
      frequencies: this.#frequencies.values(),
      sequence: this.#sequence.values(),
      rowStarts: this.#rowStarts.values(),
      headingRows: this.#headingRows.values(),
      lengths: this.#lengths.values(),
      headingLengths: this.#headingLengths.values(),
    };
  }
}
