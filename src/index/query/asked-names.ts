import type { Span } from '../../documents/document.js';
import { type Piece, piecesOf } from '../details/pieces.js';
import { PARAMETERS } from '../parameters.js';
import type { Snapshot } from '../snapshot.js';
import { termsOf } from '../text/analyzer.js';
import { isHan } from '../text/chinese.js';
import { isEnglish, rarityOf } from '../text/english-idf.js';
import { stopWords } from '../text/stop-words.js';
import type { AskedGroup } from './asked-group.js';

/** A name in a question: words that follow each other, as pieces write them, and other ways to say it. */
export interface AskedName extends Span {
  readonly words: readonly string[];
  /** Terms of the analyzer that say it as well. */
  readonly variants: readonly (readonly string[])[];
}

/** With capitals whatever they stand for: abbreviations that are no names, and titles. */
const ordinaryCapitals = new Set(
  'ai agi api asic ceo cfo coo cpu cto ev faq gdp gpu hbm hr id iot ipo it jr llm ml mr mrs ms nlp npu ok os pc pdf pr prof rnd sme smes sr tv dr url vc vp vs'.split(
    ' ',
  ),
);

/**
 * The names of a question. What the glossary knows is one in any case; other words are by their capital letters, or where
 * the question has none to go by, by what the documents write with capital letters only and what is no English word.
 */
export function namesAsked(
  text: string,
  pieces: readonly Piece[],
  groups: readonly AskedGroup[],
  snapshot: Snapshot,
  isTranslated: boolean,
): AskedName[] {
  const known = groups.filter(isKnownName).map(knownName);
  const isFree = (piece: Piece) => !known.some(({ start, end }) => piece.start < end && start < piece.end);
  const free = pieces.filter(isFree);
  const isNamed = (piece: Piece) => !isOrdinary(piece, groups, snapshot);
  const spelled =
    hasCase(pieces) && !isTranslated
      ? runs(free.filter((piece) => isCapitalised(piece, pieces, snapshot)).filter(isNamed))
      : smallNames(
          free.filter((piece) => isLookedFor(piece, groups)),
          snapshot,
        )
          .filter(isNamed)
          .map((piece) => [piece]);
  return [...known, ...spelled.map((run) => spelledName(run, groups, text))].filter(
    (name) => !isEverywhere(name, snapshot),
  );
}

function isKnownName({ asked, variants }: AskedGroup): boolean {
  return !ordinaryCapitals.has(asked.toLowerCase()) && variants.some(({ origin }) => origin === 'alias');
}

/** A name of the glossary: as it is asked, or in any of the ways that the glossary has for it. */
function knownName(group: AskedGroup): AskedName {
  return {
    start: group.start,
    end: group.end,
    words: wordsOf(group.asked),
    variants: otherWays(group, group.asked),
  };
}

/** A name as it is asked; one of several words also with each of them inflected or put right. */
function spelledName(run: readonly Piece[], groups: readonly AskedGroup[], text: string): AskedName {
  const start = run[0]?.start ?? 0;
  const end = run.at(-1)?.end ?? 0;
  const same = groups.find((group) => group.start === start && group.end === end);
  const words = run.map((piece) => piece.text);
  const inside = groups.filter((group) => start <= group.start && group.end <= end);
  const corrected = inside.flatMap(
    ({ variants }) => variants.find(({ origin }) => origin !== 'related')?.terms ?? [],
  );
  const variants = [
    ...(same ? otherWays(same, text.slice(start, end)) : []),
    ...(run.length > 1 ? [corrected] : []),
  ];
  return { start, end, words, variants };
}

function wordsOf(text: string): string[] {
  return piecesOf(text).map((piece) => piece.text);
}

/**
 * What says a group beside the words that were typed. Those are compared as they are and not by their stems, so that "Arm"
 * is not "arms"; a repair that drops one of them, as Zhang for "Zhang Li", would take one name for another.
 */
function otherWays({ variants }: AskedGroup, asked: string): (readonly string[])[] {
  const typed = termsOf(asked);
  const isTyped = (terms: readonly string[]) => terms.length === 1 && terms[0] === typed[0];
  const keepsAll = (terms: readonly string[]) =>
    terms.length >= typed.length || terms.join('') === typed.join('');
  return variants
    .filter(({ terms, origin }) => origin !== 'related' && !(origin === 'own' && isTyped(terms)))
    .filter(({ terms, origin }) => origin !== 'repair' || keepsAll(terms))
    .map(({ terms }) => terms);
}

/** Whether a piece is looked for: function words of any language are not, and are unknown to documents in another. */
function isLookedFor(piece: Piece, groups: readonly AskedGroup[]): boolean {
  return groups.some(({ start, end }) => start <= piece.start && piece.end <= end);
}

/** Stretches of pieces that follow each other. */
function runs(pieces: readonly Piece[]): Piece[][] {
  const found: Piece[][] = [];
  for (const piece of pieces) {
    const before = found.at(-1)?.at(-1);
    if (before && piece.start - before.end <= 1) found.at(-1)?.push(piece);
    else found.push([piece]);
  }
  return found;
}

/** Whether capital letters tell anything: some words have them, and not nearly all. */
function hasCase(pieces: readonly Piece[]): boolean {
  const others = pieces
    .slice(1)
    .filter(({ text }) => /^\p{L}{2,}/u.test(text) && !ordinaryCapitals.has(text));
  const small = others.filter(({ hasCapital }) => !hasCapital);
  return small.length < others.length && (small.length > 0 || others.length < 2);
}

/** The first word has a capital letter whatever it is. */
function isCapitalised(piece: Piece, pieces: readonly Piece[], snapshot: Snapshot): boolean {
  if (!piece.hasCapital || piece.text.length < 2 || stopWords.has(piece.text)) return false;
  return piece !== pieces[0] || isWrittenAsName(piece, snapshot);
}

/** Names among words whose letters tell nothing; one beside a word that nobody knows is part of a name with it. */
function smallNames(pieces: readonly Piece[], snapshot: Snapshot): Piece[] {
  const written = pieces.map((piece) => isWrittenAsName(piece, snapshot));
  return pieces.filter(
    (piece, i) => written[i] || ((written[i - 1] || written[i + 1]) && isUnknown(piece, snapshot)),
  );
}

/** Whether a word that may have lost its capital letter is a name: the documents write it so, and it is no common word. */
function isWrittenAsName({ text }: Piece, { writtenNames }: Snapshot): boolean {
  const [term] = termsOf(text);
  if (term === undefined || text.length < 3 || !/^\p{Script=Latin}/u.test(text)) return false;
  const isCommon = isEnglish(term) && rarityOf(term) < PARAMETERS.details.minRarity;
  return !isCommon && writtenNames.has(term);
}

/** Whether a word is rare in English and in none of the documents. */
function isUnknown({ text }: Piece, { terms }: Snapshot): boolean {
  const [term] = termsOf(text);
  if (term === undefined || !/^\p{Script=Latin}{2,}$/u.test(text)) return false;
  return rarityOf(term) >= PARAMETERS.details.minRarity && terms.numberOf(term) === undefined;
}

/** Ordinary abbreviations, and words for which the glossary has synonyms that are no names. */
function isOrdinary(piece: Piece, groups: readonly AskedGroup[], { glossary }: Snapshot): boolean {
  if (ordinaryCapitals.has(piece.text)) return true;
  const group = groups.find(({ start, end }) => start <= piece.start && piece.end <= end);
  if (!group?.variants.some(({ origin }) => origin === 'synonym')) return false;
  const asked = group.asked.toLowerCase();
  const same = glossary.synonyms.filter((words) => words.some((word) => word.toLowerCase() === asked));
  return !same.some((words) => words.every((word) => /^\p{Lu}/u.test(word) || isHan(word)));
}

/** What so many passages name is what the documents are about, and tells nothing apart. */
function isEverywhere({ words, variants }: AskedName, { terms }: Snapshot): boolean {
  const ways = [termsOf(words.join(' ')), ...variants].filter((way) => way.length > 0);
  const frequencies = ways.map((way) =>
    Math.min(...way.map((term) => terms.frequency(terms.numberOf(term) ?? -1))),
  );
  const { everywhere, manyPassages } = PARAMETERS.details;
  return Math.max(0, ...frequencies) > Math.max(manyPassages, everywhere * terms.size);
}
