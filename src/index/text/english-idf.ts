import table from '../data/english-idf.json' with { type: 'json' };
import { isHan } from './chinese.js';

/** How rare terms are in English at large; made by tools/english-idf.ts, which says from what. */
export interface BackgroundTable {
  readonly source: string;
  readonly licence: string;
  /** The rarity of a term that the table does not have. */
  readonly rarest: number;
  /** Terms of the analyzer by rarity, each list separated by spaces and in order. */
  readonly terms: Readonly<Record<string, string>>;
}

const rarities: ReadonlyMap<string, number> = new Map(
  Object.entries((table as BackgroundTable).terms).flatMap(([rarity, terms]) =>
    terms.split(' ').map((term): [string, number] => [term, Number(rarity)]),
  ),
);

/** Of a pair of Han characters nothing is known. Most of those in a question are parts of common words. */
const ofHanPair = 1;

/**
 * The inverse document frequency of a term in a background collection, natural logarithm: 0 for a term of every
 * entry, about 12 for one of none. Other than the frequency in a knowledge base, it says the same of a word in
 * eight paragraphs as in a thousand.
 */
export function rarityOf(term: string): number {
  return rarities.get(term) ?? (isHan(term) ? ofHanPair : table.rarest);
}

/** Whether a term is an English word as far as the table knows, rather than a name, a number or a misspelling. */
export function isEnglish(term: string): boolean {
  return rarities.has(term);
}
