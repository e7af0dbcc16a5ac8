import { PARAMETERS } from '../parameters.js';

/**
 * How much a term tells: the inverse document frequency of BM25 as Lucene and MiniSearch have it. A term that no
 * passage has counts as the rarest.
 */
export function inverseFrequency(size: number, frequency: number): number {
  return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
}

/**
 * What a match of a term counts beyond its rarity: grows with its count in the text, less in one that is longer than
 * ordinary. BM25+ (Lv and Zhai, "Lower-bounding term frequency normalization", 2011), as MiniSearch computes it, which
 * takes the mean for ordinary.
 */
export function termWeight(count: number, length: number, ordinaryLength: number): number {
  const { k, b, d } = PARAMETERS.words.bm25;
  return d + (count * (k + 1)) / (count + k * (1 - b + (b * length) / ordinaryLength));
}
