import { PARAMETERS } from '../parameters.js';
import { termsOf } from '../text/analyzer.js';
import { areNeighbours } from './spelling.js';
import type { Variant, Vocabulary } from './term-group.js';

/** Where letters and figures meet in a word: 7|nm, H|20, Qwen|2.5. */
const seam = /^(?:(?<letters>\p{L}+)(?<figures>\d+(?:\.\d+)*)|(?<number>\d+(?:\.\d+)*)(?<unit>\p{L}+))$/u;

/** A name of letters and figures written apart, where documents have it so: `7 nm` for "7nm", `Step 3` for "Step3". */
export function apartAtSeam(term: string, vocabulary: Vocabulary): Variant[] {
  const { letters, figures, number, unit } = seam.exec(term)?.groups ?? {};
  const [first, second, ...more] = termsOf(`${letters ?? number ?? ''} ${figures ?? unit ?? ''}`);
  if (first === undefined || second === undefined || more.length > 0) return [];
  if (!areNeighbours(first, second, vocabulary)) return [];
  return [{ terms: [first, second], weight: PARAMETERS.originWeight.own, origin: 'alias' }];
}

/** Whether a word is letters with figures before or behind, which are written together or apart alike. */
export function hasSeam(word: string): boolean {
  return seam.test(word);
}
