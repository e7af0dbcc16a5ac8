import { termWeight } from './bm25.js';
import { slotsOf } from './term-slots.js';

/**
 * Scores texts (term numbers) by some terms, one after the other: each that a text has counts its weight, and the more the
 * oftener it is there.
 * @param weights By the numbers of the terms.
 */
export function bagScorer(
  weights: ReadonlyMap<number, number>,
): (text: Uint32Array, length: number, ordinaryLength: number) => number {
  const slotOf = slotsOf(weights.keys());
  const weightOf = Float64Array.from(weights.values());
  /** By slot; of the text that is looked at, and 0 before the next. */
  const counts = new Uint32Array(weightOf.length);
  return (text, length, ordinaryLength) => {
    const found: number[] = [];
    for (let i = 0; i < text.length; i++) {
      const slot = slotOf(text[i] ?? 0);
      if (slot < 0) continue;
      const before = counts[slot] ?? 0;
      if (before === 0) found.push(slot);
      counts[slot] = before + 1;
    }
    let score = 0;
    for (const slot of found) {
      score += (weightOf[slot] ?? 0) * termWeight(counts[slot] ?? 0, length, ordinaryLength);
      counts[slot] = 0;
    }
    return score;
  };
}
