import type { SentenceVectors } from '../embedding/sentence-vectors.js';

/** The vectors of sentences and, behind them, of others by the same embedder. */
export function joinVectors(base: SentenceVectors, own: SentenceVectors, baseRows: number): SentenceVectors {
  return {
    embedder: base.embedder,
    closenessTo(question) {
      const [toBase, toOwn] = [base.closenessTo(question), own.closenessTo(question)];
      return toBase && toOwn && ((row) => (row < baseRows ? toBase(row) : toOwn(row - baseRows)));
    },
    // The first are seen to where they were built.
    complete: () => own.complete(),
  };
}
