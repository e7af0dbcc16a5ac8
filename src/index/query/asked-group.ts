import { PARAMETERS } from '../parameters.js';
import type { PassageTerms } from '../passage-terms.js';
import { isHan } from '../text/chinese.js';
import { rarityOf } from '../text/english-idf.js';
import type { Expectation } from './question-kind.js';
import type { TermGroup, Variant } from './term-group.js';

/** A word or name of a question, as the documents that are asked know it. */
export interface AskedGroup extends TermGroup {
  /** As it stands in the question. */
  readonly asked: string;
  readonly variants: readonly AskedVariant[];
  /** Whether it is the first word of the question, which has a capital letter whatever it is. */
  readonly isFirst: boolean;
  /** Whether it is what the question is about, and not a word that only tells what kind of thing is asked for. */
  readonly isSubject: boolean;
  /** How much it tells, by the table of English: the sum over its words, with a bound for names of many. */
  readonly rarity: number;
  /** Whether the whole of one of its variants stands anywhere in the documents; related words do not count. */
  readonly isKnown: boolean;
}

export interface AskedVariant extends Variant {
  /** A number for each of the terms, -1 for one that no passage has. */
  readonly numbers: readonly number[];
}

/** Looks a group up in the passages that are asked. */
export function askedGroup(
  group: TermGroup,
  text: string,
  expects: Expectation,
  passages: PassageTerms,
): AskedGroup {
  const asked = text.slice(group.start, group.end);
  const variants = group.variants.map((variant) => ({
    ...variant,
    numbers: variant.terms.map((term) => passages.numberOf(term) ?? -1),
  }));
  const isFirst = text.slice(0, group.start).trim() === '';
  const saysKind =
    group.variants[0]?.terms.every((term) => expects.kindTerms.has(term)) === true &&
    // "List the members" asks for a list; "the listed members" are those on a stock exchange.
    (!/[^e]ed$/i.test(asked) || expects.kindTerms.has(asked.toLowerCase()));
  return {
    ...group,
    asked,
    variants,
    isFirst,
    isSubject: !saysKind,
    rarity: rarityOfAll(wordsToWeigh(variants)),
    isKnown: variants.some(
      ({ numbers, origin }) => origin !== 'related' && numbers.every((number) => number >= 0),
    ),
  };
}

/** The asker's own words, or where they are Chinese those that documents in English have: the table is of English. */
function wordsToWeigh(variants: readonly Variant[]): readonly string[] {
  const inEnglish = variants.find(({ terms }) => !terms.some(isHan));
  return (inEnglish ?? variants[0])?.terms ?? [];
}

function rarityOfAll(terms: readonly string[]): number {
  const rarities = terms.map(rarityOf);
  const sum = rarities.reduce((total, rarity) => total + rarity, 0);
  return Math.min(sum, PARAMETERS.gate.nameBound * Math.max(0, ...rarities));
}
