/** Numbers by some keys. */
export class NumberLists {
  readonly #lists = new Map<string, number[]>();

  add(key: string, number: number): void {
    const list = this.#lists.get(key);
    if (list) list.push(number);
    else this.#lists.set(key, [number]);
  }

  /** In the order in which they were added. */
  of(key: string): readonly number[] {
    return this.#lists.get(key) ?? [];
  }
}
