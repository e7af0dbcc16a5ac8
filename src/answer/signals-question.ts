import { PARAMETERS } from '../index/parameters.js';
import type { AskedGroup } from '../index/query/asked-group.js';
import type { ReadQuestion } from '../index/query/question.js';
import { saysWhatWasAsked } from '../index/query/term-group.js';

/** What a sentence would have to say, in the order of the question; where it is about nothing, all its words. */
export function subjectsOf({ groups }: ReadQuestion): readonly AskedGroup[] {
  const subjects = groups.filter(({ isSubject }) => isSubject);
  return subjects.length > 0 ? subjects : groups;
}

/**
 * How far a set of terms says something asked, 0 to 1: by the share of the words that were asked, or by another variant
 * that is there in full.
 */
function degreeOf({ variants }: AskedGroup, terms: ReadonlySet<number>): number {
  let best = 0;
  for (const { numbers, origin } of variants) {
    const share = numbers.filter((number) => terms.has(number)).length / numbers.length;
    if (saysWhatWasAsked(origin) || share === 1) best = Math.max(best, share * PARAMETERS.gate.faith[origin]);
  }
  return best;
}

export function isThere(thing: AskedGroup, terms: ReadonlySet<number>): boolean {
  return degreeOf(thing, terms) >= PARAMETERS.gate.isThere;
}

/** The share of what is asked, weighted by rarity, that a set of terms says: 0 to 1. */
export function coverageOf(asked: readonly AskedGroup[], terms: ReadonlySet<number>): number {
  return weightedShare(asked, (each) => degreeOf(each, terms));
}

/** The share of what is asked, weighted by rarity, that stands anywhere in the documents. */
export function knownShare(asked: readonly AskedGroup[]): number {
  return weightedShare(asked, ({ isKnown }) => (isKnown ? 1 : 0));
}

function weightedShare(asked: readonly AskedGroup[], degree: (thing: AskedGroup) => number): number {
  const total = rarityIn(asked);
  return total === 0 ? 0 : asked.reduce((sum, each) => sum + each.rarity * degree(each), 0) / total;
}

export function rarityIn(asked: readonly AskedGroup[]): number {
  return asked.reduce((sum, { rarity }) => sum + rarity, 0);
}

/** Names and numbers: what has a capital letter inside the question, a digit, or an entry in the glossary. */
export function namesIn(asked: readonly AskedGroup[]): AskedGroup[] {
  return asked.filter(
    ({ asked: text, isFirst, variants }) =>
      /\d/.test(text) ||
      (!isFirst && /^\p{Lu}/u.test(text)) ||
      variants.some(({ origin }) => origin === 'alias'),
  );
}
