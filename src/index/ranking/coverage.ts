import { PARAMETERS } from '../parameters.js';
import type { AskedGroup } from '../query/asked-group.js';
import type { ReadQuestion } from '../query/question.js';
import { saysWhatWasAsked } from '../query/term-group.js';
import { notRemembered } from '../remembered.js';

/** Numbers of terms, as far as it is asked which are among them. */
export type TermSet = Pick<ReadonlySet<number>, 'has'>;

/** What a sentence would have to say, in the order of the question; where it is about nothing, all its words. */
export function subjectsOf({ groups }: ReadQuestion): readonly AskedGroup[] {
  const subjects = groups.filter(({ isSubject }) => isSubject);
  return subjects.length > 0 ? subjects : groups;
}

/**
 * How far a set of terms says something asked, 0 to 1: by the share of the words that were asked, or by another variant
 * that is there in full.
 */
function degreeOf({ variants }: AskedGroup, terms: TermSet): number {
  let best = 0;
  for (const { numbers, origin } of variants) {
    const share = shareOf(numbers, terms);
    if (saysWhatWasAsked(origin) || share === 1) best = Math.max(best, share * PARAMETERS.gate.faith[origin]);
  }
  return best;
}

function shareOf(numbers: readonly number[], terms: TermSet): number {
  let there = 0;
  for (const number of numbers) if (terms.has(number)) there++;
  return there / numbers.length;
}

/** Whether a set of terms says something asked. */
export function isThere(thing: AskedGroup, terms: TermSet): boolean {
  return degreeOf(thing, terms) >= PARAMETERS.gate.isThere;
}

/** The share of what is asked, weighted by rarity, that a set of terms says: 0 to 1. */
export function coverageOf(asked: readonly AskedGroup[], terms: TermSet): number {
  return weightedShare(asked, (each) => degreeOf(each, terms));
}

function weightedShare(asked: readonly AskedGroup[], degree: (thing: AskedGroup) => number): number {
  const total = rarityIn(asked);
  return total === 0 ? 0 : asked.reduce((sum, each) => sum + each.rarity * degree(each), 0) / total;
}

/** How much some things asked tell, together. */
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

/**
 * The share of neighbours in the question, weighted by the commoner of the two, that stand together in a sentence
 * (term numbers, in order): 0 to 1. Where one thing is asked there are no neighbours, and what counts is whether it is
 * there.
 */
export function neighboursTogether(asked: readonly AskedGroup[], row: Uint32Array): number {
  const places = asked.map((thing) => placeOf(thing, row));
  let pairs = 0;
  let together = 0;
  for (let i = 1; i < asked.length; i++) {
    const weight = Math.min(asked[i]?.rarity ?? 0, asked[i - 1]?.rarity ?? 0);
    const [before, place] = [places[i - 1], places[i]];
    pairs += weight;
    const areClose =
      before !== undefined && place !== undefined && Math.abs(place - before) <= PARAMETERS.gate.closeBy;
    if (areClose) together += weight;
  }
  if (pairs === 0) return places.some((place) => place !== undefined) ? 1 : 0;
  return together / pairs;
}

/** Where something asked stands first in a sentence, by the first of its variants that is there in part. */
export function placeOf({ variants }: AskedGroup, row: Uint32Array): number | undefined {
  for (const { numbers } of variants) {
    const places = numbers.map((number) => row.indexOf(number)).filter((place) => place >= 0);
    if (places[0] !== undefined) return places[0];
  }
  return undefined;
}

/**
 * Reads the share of the pairs of words that follow each other in a question, stop words included, that follow each other
 * in a text too: 0 to 1, and 0 where the question has one word only. People who half know the answer ask in its words. A
 * Chinese character is a word; a question that was translated counts in the language that fits the text better.
 */
export function phrasingReader(
  { text, english }: Pick<ReadQuestion, 'text' | 'english'>,
  remembered = notRemembered,
): (text: string) => number {
  const readings = [...new Set([text, english])].map(wordPairs).filter((pairs) => pairs.length > 0);
  return (sentence) => {
    const words = remembered.of(plainWords, sentence);
    const shares = readings.map(
      (pairs) => pairs.filter((pair) => words.includes(pair)).length / pairs.length,
    );
    return Math.max(0, ...shares);
  };
}

/** The words of a text that follow each other, two and two, with spaces around each. */
function wordPairs(text: string): string[] {
  const words = plainWords(text).trim().split(' ');
  return words.slice(1).map((word, i) => ` ${words[i]} ${word} `);
}

/** The words of a text in small letters, with spaces before, between and after them. */
function plainWords(text: string): string {
  const lower = text.toLowerCase();
  // The letters of all scripts take several times as long, and a question is compared with many sentences.
  const words = /[^ -~]/.test(lower)
    ? lower
        .replaceAll('’', "'")
        .replaceAll(/\p{sc=Han}/gu, ' $& ')
        .replaceAll(/[^\p{L}\p{N}']+/gu, ' ')
    : lower.replaceAll(/[^a-z0-9']+/g, ' ');
  return ` ${words} `;
}
