/** Room that is added when there is none left: little is wasted, and copying stays far below the work of filling it. */
const GROWTH = 1.25;

/** Numbers that are counted on the way: at the end nothing has to be copied, however many there are. */
export class GrowableUint32Array {
  #values = new Uint32Array(1_024);
  #length = 0;

  constructor(...first: readonly number[]) {
    for (const value of first) this.push(value);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Uint32Array(Math.ceil(this.#length * GROWTH));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  at(position: number): number {
    return this.#values[position] ?? 0;
  }

  /** One more at a position that has a number. */
  increment(position: number): void {
    this.#values[position] = (this.#values[position] ?? 0) + 1;
  }

  /** All of them; what is pushed later is not among them. */
  values(): Uint32Array {
    return this.#values.subarray(0, this.#length);
  }
}
