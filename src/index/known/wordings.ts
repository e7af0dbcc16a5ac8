import { MeasuredIndexBuilder } from '../measured-index.js';
import { PARAMETERS } from '../parameters.js';
import type { GlossaryMatcher } from '../query/glossary-match.js';
import type { MeasuredIndex, TermIndex, TermSearch } from '../term-index.js';
import { termsOf } from '../text/analyzer.js';
import { isHan, simplify } from '../text/chinese.js';
import { fold } from '../text/stem.js';
import { stopWords } from '../text/stop-words.js';

/** The wordings of known questions, by what somebody has typed so far. */
export interface Wordings {
  /**
   * Finds the wordings that have what was typed: the last word may be the beginning of one, a word may have a slip or be of
   * another name of what is named, and the commonest words are looked for only in what begins with what was typed or contains
   * it. `undefined` where there is no word in it.
   */
  find(typed: string): FoundWordings | undefined;
}

/** Wordings that can be joined with others. */
export interface MeasuredWordings extends Wordings {
  readonly index: MeasuredIndex;
  readonly said: readonly string[];
}

/** Wordings by their numbers. */
export interface FoundWordings {
  readonly begin: readonly number[];
  readonly contain: readonly number[];
  readonly others: readonly number[];
  /** Whether they are in the order of their scores, best first; else in their own, as only common words were typed. */
  readonly isByScore: boolean;
}

/** Collects wordings, numbered in the order in which they come. */
export class WordingsBuilder {
  readonly #index = new MeasuredIndexBuilder(['said', 'named']);
  readonly #said: string[] = [];

  /** @param names Knows the other names of what a wording names. */
  add(wording: string, names: GlossaryMatcher): void {
    const said = wordsOf(wording);
    const named = otherNames(wording, names).flatMap(wordsOf);
    this.#said.push(inOneLine(said));
    this.#index.add({ said, named: [...new Set(named)].filter((word) => !said.includes(word)) });
  }

  build(): MeasuredWordings {
    const index = this.#index.build();
    return Object.freeze({
      ...createWordings(index, this.#said, countIn(index.spreads)),
      index,
      said: this.#said,
    });
  }
}

/**
 * @param index The words of each wording, in the field `said`, and those of other names in `named`.
 * @param said Each wording as {@link inOneLine} writes it.
 * @param countOf How many wordings have one of these words.
 */
export function createWordings(
  index: TermIndex,
  said: readonly string[],
  countOf: (word: string) => number,
): Wordings {
  return Object.freeze({
    find(typed: string) {
      const words = wordsOf(typed);
      if (words.length === 0) return undefined;
      const telling = tellingWords(words);
      const isByScore = telling.length > 0;
      const found = isByScore
        ? search(telling, words, { index, said, countOf })
        : lookThrough(words.at(-1) ?? '', said);
      const sorted = sortedBy(inOneLine(words), found, said);
      return { ...(isByScore ? sorted : withoutNoise(sorted, words)), isByScore };
    },
  });
}

/** How many wordings have a word, said or in another name: none has it as both. */
export function countIn({ said, named }: MeasuredIndex['spreads']): (word: string) => number {
  return (word) => (said?.frequency(word) ?? 0) + (named?.frequency(word) ?? 0);
}

/** All wordings with a word that begins so. */
function lookThrough(beginning: string, said: readonly string[]): number[] {
  return [...said.keys()].filter((number) => said[number]?.includes(` ${beginning}`));
}

/** Where only common words were typed, others are of interest for a word that begins, and if nothing else is there. */
function withoutNoise<T extends Omit<FoundWordings, 'isByScore'>>(sorted: T, words: readonly string[]): T {
  const isNoise = sorted.begin.length + sorted.contain.length > 0 || stopWords.has(words.at(-1) ?? '');
  return isNoise ? { ...sorted, others: [] } : sorted;
}

/** What the index is asked for: the last of the words that tell something. */
function tellingWords(words: readonly string[]): string[] {
  const { maxWords, minBeginning } = PARAMETERS.typing;
  const isTelling = (one: string, at: number) =>
    at < words.length - 1
      ? !stopWords.has(one)
      : isHan(one) || (one.length >= minBeginning && !isCommon(one));
  return [...new Set(words.filter(isTelling).reverse())].slice(0, maxWords).reverse();
}

/** Whether a common word is, or begins with, this one. */
function isCommon(beginning: string): boolean {
  for (const common of stopWords) if (common.startsWith(beginning)) return true;
  return false;
}

interface Indexed {
  readonly index: TermIndex;
  readonly said: readonly string[];
  readonly countOf: (word: string) => number;
}

/**
 * Wordings by score, as it was typed; where few have that, with slips after these; where nothing has that either, without the
 * word that was typed last.
 */
function search(
  telling: readonly string[],
  words: readonly string[],
  { index, said, countOf }: Indexed,
): number[] {
  const { enough, ordinary, maxSlips, otherNameBoost } = PARAMETERS.typing;
  const last = words.at(-1) ?? '';
  const isLastTelling = telling.at(-1) === last;
  const find = (some: readonly string[], more: Pick<TermSearch, 'fuzzy' | 'isLastPrefix'>) =>
    index
      .search(
        some.map((term) => ({ term, weight: 1 })),
        { limit: Number.POSITIVE_INFINITY, all: true, boost: { named: otherNameBoost }, ...more },
      )
      .map(({ id }) => id);
  /** What ends in too common a word, or in one that has hardly begun, is looked through for that. */
  const withLast = (found: readonly number[]) =>
    isLastTelling ? found : found.filter((number) => said[number]?.includes(` ${last}`));

  const found = withLast(find(telling, { isLastPrefix: isLastTelling }));
  if (found.length >= enough) return [...found];
  // People also make slips in what is known to be asked.
  const isSlip = (one: string) => countOf(one) < ordinary && slipsIn(one) > 0;
  const slips = new Set(telling.filter(isSlip));
  if (slips.size > maxSlips) return [...found];
  const fuzzy = (one: string) => (slips.has(one) ? slipsIn(one) / one.length : 0);
  const mistyped = slips.size > 0 ? find(telling, { isLastPrefix: isLastTelling, fuzzy }) : [];
  const all = [...new Set([...found, ...mistyped])];
  return all.length > 0 ? all : find(telling.slice(0, -1), { fuzzy });
}

/** Those that begin with what was typed, those that contain it, and the others. */
function sortedBy(typed: string, found: readonly number[], said: readonly string[]) {
  const begin: number[] = [];
  const contain: number[] = [];
  const others: number[] = [];
  for (const number of found) {
    const line = said[number] ?? '';
    if (line.startsWith(typed)) begin.push(number);
    else if (line.includes(typed)) contain.push(number);
    else others.push(number);
  }
  return { begin, contain, others };
}

/** Letters that may be wrong in a word of this length. Two that are swapped are two. */
function slipsIn(word: string): number {
  const { minLetters, minLettersForTwoSlips } = PARAMETERS.typing;
  if (word.length < minLetters) return 0;
  return word.length < minLettersForTwoSlips ? 1 : 2;
}

const word = /[\p{L}\p{N}\p{M}'’ʼ＇]+/gu;
const character =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]|[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+/gu;

/** The words of a text as they are compared while typing: whole, as half of one has no stem; Chinese by characters. */
function wordsOf(text: string): string[] {
  return (text.match(word) ?? [])
    .flatMap((run) => (isHan(run) ? (simplify(run).match(character) ?? []) : [run]))
    .map(fold)
    .filter((folded) => folded !== '');
}

/** A space stands before each word, so that a part of a line begins where a word does. */
function inOneLine(words: readonly string[]): string {
  return words.map((one) => ` ${one}`).join('');
}

/** The other names of what a text names. */
function otherNames(text: string, names: GlossaryMatcher): string[] {
  const terms = termsOf(text);
  const found: string[] = [];
  for (let at = 0; at < terms.length; ) {
    const match = names.phraseAt(terms, at);
    for (const { origin, text: name } of match?.forms ?? []) if (origin === 'alias') found.push(name);
    at += match?.termCount ?? 1;
  }
  return found;
}
