import type { Asked } from './signals-asked.js';

/** Two things asked one after the other stand together when at most so many terms lie from one to the other. */
const closeBy = 3;

/**
 * The share of neighbours in the question, weighted by the commoner of the two, that stand together in a sentence
 * (term numbers, in order): 0 to 1. Where one thing is asked it has no neighbours to miss, and what counts is that it
 * is there.
 */
export function nearness(asked: readonly Asked[], row: Uint32Array): number {
  const places = asked.map((each) => placeOf(each, row));
  let pairs = 0;
  let together = 0;
  for (let i = 1; i < asked.length; i++) {
    const weight = Math.min(asked[i]?.rarity ?? 0, asked[i - 1]?.rarity ?? 0);
    const [before, place] = [places[i - 1], places[i]];
    pairs += weight;
    if (before !== undefined && place !== undefined && Math.abs(place - before) <= closeBy)
      together += weight;
  }
  if (pairs === 0) return places.some((place) => place !== undefined) ? 1 : 0;
  return together / pairs;
}

/** Where something asked stands first in a sentence, by the first of its forms that is there in part. */
function placeOf({ forms }: Asked, row: Uint32Array): number | undefined {
  for (const { numbers } of forms) {
    const places = numbers.map((number) => row.indexOf(number)).filter((place) => place >= 0);
    if (places[0] !== undefined) return places[0];
  }
  return undefined;
}

/**
 * The share of the pairs of words that follow each other in a question, stop words included, that follow each other
 * in a text too: 0 to 1, and 0 where the question has one word only. Who knows the answer often asks in its words.
 */
export function sharedPairs(question: string, text: string): number {
  const asked = pairsOf(question);
  const there = new Set(pairsOf(text));
  return asked.length === 0 ? 0 : asked.filter((pair) => there.has(pair)).length / asked.length;
}

function pairsOf(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}']+/gu) ?? [];
  return words.slice(1).map((word, i) => `${words[i]} ${word}`);
}
