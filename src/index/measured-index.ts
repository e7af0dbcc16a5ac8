import { type MeasuredIndex, TermIndexBuilder, type TermSpread } from './term-index.js';

/** Counts the terms of items. */
export class TermCounter implements TermSpread {
  readonly #frequencies = new Map<string, number>();
  items = 0;
  length = 0;

  add(terms: readonly string[]): void {
    this.items++;
    for (const term of new Set(terms)) {
      this.length++;
      this.#frequencies.set(term, (this.#frequencies.get(term) ?? 0) + 1);
    }
  }

  readonly frequency = (term: string): number => this.#frequencies.get(term) ?? 0;
}

/** As {@link TermIndexBuilder}, of an index that can be joined with another. */
export class MeasuredIndexBuilder<Field extends string> {
  readonly #index: TermIndexBuilder<Field>;
  readonly #counters: readonly (readonly [Field, TermCounter])[];

  constructor(fields: readonly Field[]) {
    this.#index = new TermIndexBuilder(fields);
    this.#counters = fields.map((field) => [field, new TermCounter()]);
  }

  add(terms: Readonly<Record<Field, readonly string[]>>): void {
    this.#index.add(terms);
    for (const [field, counter] of this.#counters) counter.add(terms[field]);
  }

  build(): MeasuredIndex {
    return this.#index.buildMeasured(Object.fromEntries(this.#counters));
  }
}
