import table from '../../documents/english-idf.json' with { type: 'json' };
import { PARAMETERS } from '../parameters.js';
import { isHan } from './chinese.js';

/** How rare terms are in English at large; made by tools/english-idf.ts, which says from what. */
export interface EnglishIdfTable {
  readonly source: string;
  readonly licence: string;
  /** The rarity of a term that the table does not have. */
  readonly rarest: number;
  /** Terms of the analyzer by rarity, each list separated by spaces and in order. */
  readonly terms: Readonly<Record<string, string>>;
}

const rarities: ReadonlyMap<string, number> = new Map(
  Object.entries((table as EnglishIdfTable).terms).flatMap(([rarity, terms]) =>
    terms.split(' ').map((term): [string, number] => [term, Number(rarity)]),
  ),
);

/**
 * The inverse document frequency of a term in a background collection, natural logarithm: 0 for a term of every
 * entry, about 12 for one of none. Unlike the frequency in a knowledge base, it
 * does not depend on whether that has eight paragraphs or a thousand. Of a pair of Han characters nothing is known.
 */
export function rarityOf(term: string): number {
  return rarities.get(term) ?? (isHan(term) ? PARAMETERS.words.hanPairRarity : table.rarest);
}

/**
 * How many of some passages of English at large have a term: each is as long as several entries of the dictionary, and
 * no word is in more than half of them.
 */
export function frequencyAtLarge(term: string, passages: number): number {
  const { entriesInPassage, hanPairShare } = PARAMETERS.words;
  const share = isHan(term) ? hanPairShare : entriesInPassage * Math.exp(-rarityOf(term));
  return passages * Math.min(0.5, share);
}

/** Whether a term is an English word as far as the table knows, rather than a name, a number or a misspelling. */
export function isEnglish(term: string): boolean {
  return rarities.has(term);
}
