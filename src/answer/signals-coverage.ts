import { isAsked, type Origin } from '../index/query/term-group.js';
import type { Asked } from './signals-asked.js';

/** How far a match counts as the word that was asked, by how its term came into the query. */
const faith: Readonly<Record<Origin, number>> = {
  own: 1,
  repair: 0.95,
  alias: 1,
  translated: 1,
  synonym: 0.8,
  related: 0.4,
};

/** From this degree on, something asked counts as being there. */
const there = 0.5;

/**
 * How far a set of terms says something asked, 0 to 1: by the share of the words that were asked, or by another form
 * that is there in full.
 */
export function degreeOf({ forms }: Asked, terms: ReadonlySet<number>): number {
  let best = 0;
  for (const { numbers, origin } of forms) {
    const share = numbers.filter((number) => terms.has(number)).length / numbers.length;
    if (isAsked(origin) || share === 1) best = Math.max(best, share * faith[origin]);
  }
  return best;
}

export function isThere(asked: Asked, terms: ReadonlySet<number>): boolean {
  return degreeOf(asked, terms) >= there;
}

/**
 * The share of what is asked, weighted by rarity, that a set of terms says: 0 to 1.
 * @param standIns For each thing asked, how far other words say it that mean about the same.
 */
export function coverageOf(
  asked: readonly Asked[],
  terms: ReadonlySet<number>,
  standIns: readonly number[] = [],
): number {
  return weightedShare(asked, (each, i) => Math.max(degreeOf(each, terms), standIns[i] ?? 0));
}

/** The share of what is asked, weighted by rarity, that stands anywhere in the documents. */
export function knownShare(asked: readonly Asked[]): number {
  return weightedShare(asked, ({ isKnown }) => (isKnown ? 1 : 0));
}

function weightedShare(asked: readonly Asked[], degree: (asked: Asked, i: number) => number): number {
  const total = rarityIn(asked);
  return total === 0 ? 0 : asked.reduce((sum, each, i) => sum + each.rarity * degree(each, i), 0) / total;
}

export function rarityIn(asked: readonly Asked[]): number {
  return asked.reduce((sum, { rarity }) => sum + rarity, 0);
}

/** Names and numbers: what has a capital letter inside the question, a digit, or an entry in the glossary. */
export function namesIn(asked: readonly Asked[]): Asked[] {
  return asked.filter(
    ({ text, isFirst, forms }) =>
      /\d/.test(text) ||
      (!isFirst && /^\p{Lu}/u.test(text)) ||
      forms.some(({ origin }) => origin === 'alias'),
  );
}
