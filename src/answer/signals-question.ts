import { PARAMETERS } from '../index/parameters.js';
import type { PassageTerms } from '../index/passage-terms.js';
import type { AskedGroup, AskedVariant, ReadQuestion } from '../index/query/question.js';
import { editDistanceFrom } from '../index/query/spelling.js';
import { saysWhatWasAsked } from '../index/query/term-group.js';
import { termsOf } from '../index/text/analyzer.js';
import { isHan } from '../index/text/chinese.js';
import { isEnglish, rarityOf } from '../index/text/english-idf.js';

/** A word or name of the question that a sentence would have to say, to be weighed. */
export interface AskedThing extends AskedGroup {
  /** Whether it is the first word of the question, which has a capital letter whatever it is. */
  readonly isFirst: boolean;
  /** How much it tells, by the table of English: the sum over its words, with a bound for names of many. */
  readonly rarity: number;
  /** Whether the whole of one of its variants stands anywhere in the documents. */
  readonly isKnown: boolean;
}

/** Words that say what kind of thing is asked for ("how many", "in what year"): an answer has a number instead. */
const kindTerms: ReadonlySet<string> = new Set(termsOf('many much long old far often year day month date'));
const questionWords = ['what', 'when', 'where', 'which', 'who', 'whose', 'why', 'how'];

/**
 * What a sentence would have to say, in the order of the question: its words and names but those that only tell what
 * kind of thing is asked for. Where it has nothing else, these.
 */
export function askedThings({ text, groups, expects }: ReadQuestion, passages: PassageTerms): AskedThing[] {
  const isAsked = (group: AskedGroup) =>
    !(expects.kind !== undefined && saysKind(group)) && !isSlip(text, group, passages);
  const asked = groups.filter(isAsked);
  return (asked.length > 0 ? asked : groups).map((group) => ({
    ...group,
    isFirst: text.slice(0, group.start).trim() === '',
    rarity: rarityOfAll(wordsToWeigh(group.variants)),
    isKnown: group.variants.some(
      ({ numbers, origin }) => origin !== 'related' && numbers.every((number) => number >= 0),
    ),
  }));
}

function saysKind({ variants }: AskedGroup): boolean {
  return variants[0]?.terms.every((term) => kindTerms.has(term)) === true;
}

/** Whether a word that nothing knows begins the question and is a letter away from a question word: "wen", "waht". */
function isSlip(text: string, { start, asked, variants }: AskedGroup, passages: PassageTerms): boolean {
  const [term = '', ...more] = variants[0]?.terms ?? [];
  if (more.length > 0 || passages.numberOf(term) !== undefined || isEnglish(term)) return false;
  if (text.slice(0, start).trim() !== '' || asked === asked.toUpperCase()) return false;
  const edits = editDistanceFrom(asked.toLowerCase(), 1);
  return questionWords.some((one) => edits(one) <= 1);
}

/** The asker's own words, or where they are Chinese those that documents in English have: the table is of English. */
function wordsToWeigh(variants: readonly AskedVariant[]): readonly string[] {
  const inEnglish = variants.find(({ terms }) => !terms.some(isHan));
  return (inEnglish ?? variants[0])?.terms ?? [];
}

function rarityOfAll(terms: readonly string[]): number {
  const rarities = terms.map(rarityOf);
  const sum = rarities.reduce((total, rarity) => total + rarity, 0);
  return Math.min(sum, PARAMETERS.gate.nameBound * Math.max(0, ...rarities));
}

/**
 * How far a set of terms says something asked, 0 to 1: by the share of the words that were asked, or by another variant
 * that is there in full.
 */
function degreeOf({ variants }: AskedThing, terms: ReadonlySet<number>): number {
  let best = 0;
  for (const { numbers, origin } of variants) {
    const share = numbers.filter((number) => terms.has(number)).length / numbers.length;
    if (saysWhatWasAsked(origin) || share === 1) best = Math.max(best, share * PARAMETERS.gate.faith[origin]);
  }
  return best;
}

export function isThere(thing: AskedThing, terms: ReadonlySet<number>): boolean {
  return degreeOf(thing, terms) >= PARAMETERS.gate.isThere;
}

/** The share of what is asked, weighted by rarity, that a set of terms says: 0 to 1. */
export function coverageOf(asked: readonly AskedThing[], terms: ReadonlySet<number>): number {
  return weightedShare(asked, (each) => degreeOf(each, terms));
}

/** The share of what is asked, weighted by rarity, that stands anywhere in the documents. */
export function knownShare(asked: readonly AskedThing[]): number {
  return weightedShare(asked, ({ isKnown }) => (isKnown ? 1 : 0));
}

function weightedShare(asked: readonly AskedThing[], degree: (thing: AskedThing) => number): number {
  const total = rarityIn(asked);
  return total === 0 ? 0 : asked.reduce((sum, each) => sum + each.rarity * degree(each), 0) / total;
}

export function rarityIn(asked: readonly AskedThing[]): number {
  return asked.reduce((sum, { rarity }) => sum + rarity, 0);
}

/** Names and numbers: what has a capital letter inside the question, a digit, or an entry in the glossary. */
export function namesIn(asked: readonly AskedThing[]): AskedThing[] {
  return asked.filter(
    ({ asked: text, isFirst, variants }) =>
      /\d/.test(text) ||
      (!isFirst && /^\p{Lu}/u.test(text)) ||
      variants.some(({ origin }) => origin === 'alias'),
  );
}
