import type { Passage } from '../documents/passage.js';
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

/** A number of a unit vector in a byte. */
const scale = 127;

/** Collects passages, in the order of their ids, into {@link SentenceVectors}. */
export class SentenceVectorsBuilder {
  readonly #embedder: Embedder;
  readonly #rows: (Float32Array | undefined)[] = [];
  readonly #waiting = new Map<number, string>();

  constructor(embedder: Embedder) {
    this.#embedder = embedder;
  }

  add({ document, sentences }: Passage): void {
    this.#rows.push(undefined);
    for (const { start, end } of sentences) {
      const text = document.text.slice(start, end);
      const vector = this.#embedder.vector(text);
      if (!vector) this.#waiting.set(this.#rows.length, text);
      this.#rows.push(vector);
    }
  }

  build(): SentenceVectors {
    const embedder = this.#embedder;
    const { dimensions } = embedder;
    const waiting = this.#waiting;
    const values = new Int8Array(this.#rows.length * dimensions);
    const put = (vector: Float32Array, row: number) =>
      values.set(
        vector.map((value) => Math.round(value * scale)),
        row * dimensions,
      );
    this.#rows.forEach((vector, row) => {
      if (vector) put(vector, row);
    });
    return {
      embedder,
      closenessTo(question) {
        // A model works in the background: what it has got to since the last question counts from now on.
        for (const [row, text] of waiting) {
          const vector = embedder.vector(text);
          if (!vector) continue;
          put(vector, row);
          waiting.delete(row);
        }
        const asked = embedder.vector(question);
        return asked && ((row) => dot(asked, values, row * dimensions) / scale);
      },
      complete: () => embedder.prepare([...waiting.values()], 'documents'),
    };
  }
}

function dot(a: Float32Array, b: Int8Array, start: number): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[start + i] ?? 0);
  return sum;
}
