/**
 * Puts texts as directions in a space where those that mean the same lie close together: what ranking looks at
 * beyond words. A port: ranking works the same with none, with a table in memory or with a model that takes its time.
 */
export interface Embedder {
  /** Names the model and its version; vectors of two ids cannot be compared. */
  readonly id: string;
  readonly dimensions: number;
  /**
   * A vector of length 1, or of length 0 where the text says nothing that the model knows; `undefined` while it is
   * still to be worked out. Never waits.
   */
  vector(text: string): Float32Array | undefined;
  /**
   * Works out the vectors that {@link vector} cannot give yet; a table has nothing to do. Texts of documents are worth
   * keeping between starts, questions are nobody's business after they are answered. For a question somebody waits: it
   * resolves after a moment at most, whether the vectors are there or not, and never rejects.
   */
  prepare(texts: readonly string[], kind: 'documents' | 'question'): Promise<void>;
}

/** Brings a vector to length 1, in place; one of length 0 stays as it is. */
export function normalize(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square < 1e-12) return vector.fill(0);
  const scale = 1 / Math.sqrt(square);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) * scale;
  return vector;
}
