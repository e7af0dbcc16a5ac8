import type { Passage, Passages } from '../../documents/passages.js';

/** Passages and, behind them, others whose ids go on where theirs end. */
export function joinPassages(base: Passages, own: readonly Passage[]): Passages {
  return Object.freeze({
    length: base.length + own.length,
    at: (id: number) => (id < base.length ? base.at(id) : own[id - base.length]),
    *[Symbol.iterator]() {
      yield* base;
      yield* own;
    },
  });
}
