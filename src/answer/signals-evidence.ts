import { PARAMETERS } from '../index/parameters.js';
import type { PassageTerms } from '../index/passage-terms.js';
import type { AskedGroup } from '../index/query/asked-group.js';
import type { ReadQuestion } from '../index/query/question.js';
import type { PassageHit, SentenceHit } from '../index/ranking/hits.js';
import type { Retrieved } from '../index/ranking/retrieve.js';
import { type Snapshot, sentenceText } from '../index/snapshot.js';
import { subjectsOf } from './signals-question.js';

/** What the gate looks at: a question beside the best that was found for it. Term numbers are the snapshot's. */
export interface Evidence {
  /** At least one. */
  readonly asked: readonly AskedGroup[];
  /** The best sentences, best first, at least one. */
  readonly sentences: readonly FoundSentence[];
  /** Scores of the best passages, best first, up to the one that the best is compared with. */
  readonly passageScores: readonly number[];
}

export interface FoundSentence {
  readonly text: string;
  /** Term numbers, in order. */
  readonly row: Uint32Array;
  /** Terms of the sentence and of the title and headings above it. */
  readonly terms: ReadonlySet<number>;
  /** Those, and of the sentences before and behind. */
  readonly around: readonly ReadonlySet<number>[];
  /** Terms of its passage, with title and headings. */
  readonly passageTerms: ReadonlySet<number>;
}

/** Undefined where nothing is asked or nothing was found: then there is no answer. */
export function gatherEvidence(
  snapshot: Snapshot,
  question: ReadQuestion,
  { passages, sentences }: Retrieved,
): Evidence | undefined {
  if (question.groups.length === 0 || sentences.length === 0) return undefined;
  return {
    asked: subjectsOf(question),
    sentences: sentences.slice(0, PARAMETERS.gate.sentences).map((hit) => foundSentence(snapshot, hit)),
    passageScores: scoresOf(passages, snapshot.terms.size),
  };
}

/**
 * The scores of the best passage and its rivals; 0 for those that have not been found. Where the documents have fewer
 * passages, a rival that is not there gets half of the best score, which speaks neither for an answer nor against one.
 */
function scoresOf(found: readonly PassageHit[], size: number): number[] {
  const best = found[0]?.score ?? 0;
  return Array.from(
    { length: PARAMETERS.gate.rivals },
    (_, i) => found[i]?.score ?? (i < size ? 0 : best / 2),
  );
}

function foundSentence(snapshot: Snapshot, hit: SentenceHit): FoundSentence {
  const { terms } = snapshot;
  const heading = terms.headingRow(hit.passage);
  const end = terms.headingRow(hit.passage + 1);
  const at = heading + 1 + hit.sentence;
  const rowsOf = (from: number, to: number) =>
    termsOfRows(terms, heading, Math.max(from, heading + 1), Math.min(to, end));
  return {
    text: sentenceText(snapshot, hit),
    row: terms.row(at),
    terms: rowsOf(at, at + 1),
    around: [rowsOf(at - 1, at + 1), rowsOf(at, at + 2)],
    passageTerms: rowsOf(heading + 1, end),
  };
}

/** The terms of the heading row and of the rows `[from, to)`. */
function termsOfRows(terms: PassageTerms, heading: number, from: number, to: number): ReadonlySet<number> {
  const all = new Set(terms.row(heading));
  for (let row = from; row < to; row++) for (const number of terms.row(row)) all.add(number);
  return all;
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
function placeOf({ variants }: AskedGroup, row: Uint32Array): number | undefined {
  for (const { numbers } of variants) {
    const places = numbers.map((number) => row.indexOf(number)).filter((place) => place >= 0);
    if (places[0] !== undefined) return places[0];
  }
  return undefined;
}

/**
 * The share of the pairs of words that follow each other in a question, stop words included, that follow each other
 * in a text too: 0 to 1, and 0 where the question has one word only. People who half know the answer ask in its words.
 */
export function sharedPairs(question: string, text: string): number {
  const asked = wordPairs(question);
  const there = new Set(wordPairs(text));
  return asked.length === 0 ? 0 : asked.filter((pair) => there.has(pair)).length / asked.length;
}

function wordPairs(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}']+/gu) ?? [];
  return words.slice(1).map((word, i) => `${words[i]} ${word}`);
}
