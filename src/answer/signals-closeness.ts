import type { Embedder } from '../index/embedding/embedder.js';
import { tableWords } from '../index/embedding/embedding-table.js';
import { PARAMETERS } from '../index/parameters.js';

/**
 * For each word asked, how far the word of a text that is nearest in meaning stands in for it: 0 to 0.8, and 0 for all
 * where words have no vectors. Unlike the meaning of a whole sentence, this tells what of the question is said.
 */
export function standInsFor(
  asked: readonly string[],
  embedder: Embedder | undefined,
): (text: string) => readonly number[] {
  const none = asked.map(() => 0);
  if (!embedder) return () => none;
  const vectors = asked.map((word) => embedder.vector(word));
  return (text) => {
    const there = [...new Set(tableWords(text))].flatMap((word) => embedder.vector(word) ?? []);
    return vectors.map((vector) => (vector ? standIn(nearest(vector, there)) : 0));
  };
}

/** The cosine to the nearest of some vectors, at least 0. */
function nearest(vector: Float32Array, others: readonly Float32Array[]): number {
  return others.reduce((best, other) => Math.max(best, dot(vector, other)), 0);
}

function standIn(cosine: number): number {
  const { unrelatedCosine, maxStandIn } = PARAMETERS.gate;
  return Math.min(maxStandIn, Math.max(0, (cosine - unrelatedCosine) / (1 - unrelatedCosine)));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
