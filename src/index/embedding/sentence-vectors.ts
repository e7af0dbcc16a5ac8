import type { Passage } from '../../documents/passages.js';
import type { Embedder } from './embedder.js';

/** The cosine, -1 to 1, between a question and the sentence in a row; 0 where one of them has no vector. */
export type Closeness = (row: number) => number;

/**
 * What the sentences of a snapshot mean, by the rows of `PassageTerms`: first one for the headings of a passage,
 * which has no vector, then one for each of its sentences. One byte a number.
 */
export interface SentenceVectors {
  readonly embedder: Embedder;
  /** Compares a question with sentences; `undefined` while the question has no vector. */
  closenessTo(question: string): Closeness | undefined;
  /** Sees to it that every sentence has its vector, as far as it can be had. */
  complete(): Promise<void>;
}

/** The vectors of all rows, in blocks. */
export type CollectedVectors = readonly Int8Array[];

/** Those with what they are made of. */
export interface WholeVectors extends SentenceVectors {
  /** `undefined` while a sentence is still without its vector. */
  collected(): CollectedVectors | undefined;
}

/** A number of a unit vector in a byte. */
const SCALE = 127;
/** Not more, as a server's own passages often fill no block. */
const ROWS_IN_BLOCK = 512;

/** Collects passages, in the order of their ids, into {@link SentenceVectors}. */
export class SentenceVectorsBuilder {
  readonly #embedder: Embedder;
  #rows = 0;
  /** Filled with each passage, in blocks, so that there is never much to do at once. */
  readonly #blocks: Int8Array[] = [];
  readonly #waiting = new Map<number, string>();

  constructor(embedder: Embedder) {
    this.#embedder = embedder;
  }

  add({ document, sentences }: Passage): void {
    const first = this.#rows + 1;
    this.#rows = first + sentences.length;
    while (this.#blocks.length * ROWS_IN_BLOCK < this.#rows) {
      this.#blocks.push(new Int8Array(ROWS_IN_BLOCK * this.#embedder.dimensions));
    }
    for (const [position, { start, end }] of sentences.entries()) {
      const text = document.text.slice(start, end);
      const vector = this.#embedder.vector(text);
      if (vector) put(vector, this.#blocks, first + position);
      else this.#waiting.set(first + position, text);
    }
  }

  build(): WholeVectors {
    const blocks = withoutEmptyEnd(this.#blocks, this.#rows * this.#embedder.dimensions);
    return sentenceVectorsOf(this.#embedder, blocks, this.#waiting);
  }
}

/** @param waiting By their rows, the texts of sentences that have no vector yet. */
export function sentenceVectorsOf(
  embedder: Embedder,
  blocks: CollectedVectors,
  waiting = new Map<number, string>(),
): WholeVectors {
  /** A model works in the background: what it has got to since counts from now on. */
  function takeWhatIsThere(): void {
    for (const [row, text] of waiting) {
      const vector = embedder.vector(text);
      if (!vector) continue;
      put(vector, blocks, row);
      waiting.delete(row);
    }
  }

  return {
    embedder,
    closenessTo(question) {
      takeWhatIsThere();
      const asked = embedder.vector(question);
      return asked && rememberedByRow((row) => dot(asked, blocks, row) / SCALE);
    },
    complete: () => embedder.prepare([...waiting.values()], 'documents'),
    collected() {
      takeWhatIsThere();
      return waiting.size === 0 ? blocks : undefined;
    },
  };
}

/** A sentence is compared by itself, as the one after another, and as the nearest of its passage. */
function rememberedByRow(closeness: Closeness): Closeness {
  const known = new Map<number, number>();
  return (row) => {
    let close = known.get(row);
    if (close === undefined) {
      close = closeness(row);
      known.set(row, close);
    }
    return close;
  };
}

/** The same numbers without those of the last block that nothing was put into: of a few passages it is nearly all. */
function withoutEmptyEnd(blocks: readonly Int8Array[], numbers: number): readonly Int8Array[] {
  const full = blocks.slice(0, -1);
  const before = full.reduce((sum, { length }) => sum + length, 0);
  return [...full, ...blocks.slice(-1).map((last) => last.slice(0, numbers - before))];
}

function put(vector: Float32Array, blocks: readonly Int8Array[], row: number): void {
  const block = blocks[Math.floor(row / ROWS_IN_BLOCK)];
  const start = (row % ROWS_IN_BLOCK) * vector.length;
  if (block)
    for (let at = 0; at < vector.length; at++) block[start + at] = Math.round((vector[at] ?? 0) * SCALE);
}

/** Four sums do not wait for each other; the numbers of a vector are a multiple of four, or the rest is added after them. */
function dot(vector: Float32Array, blocks: readonly Int8Array[], row: number): number {
  const block = blocks[Math.floor(row / ROWS_IN_BLOCK)];
  if (!block) return 0;
  const start = (row % ROWS_IN_BLOCK) * vector.length;
  const whole = vector.length - (vector.length % 4);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0, at = start; i < whole; i += 4, at += 4) {
    a += (vector[i] as number) * (block[at] as number);
    b += (vector[i + 1] as number) * (block[at + 1] as number);
    c += (vector[i + 2] as number) * (block[at + 2] as number);
    d += (vector[i + 3] as number) * (block[at + 3] as number);
  }
  for (let i = whole; i < vector.length; i++) a += (vector[i] ?? 0) * (block[start + i] ?? 0);
  return a + b + (c + d);
}
