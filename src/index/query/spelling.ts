import { PARAMETERS } from '../parameters.js';
import { analyze, type Term, termOfWord } from '../text/analyzer.js';
import { isEnglish } from '../text/english-idf.js';
import type { Vocabulary } from './term-group.js';

/** A term of a question as documents may write it. */
export interface ReadTerm extends Term {
  /** Whether it stands for what was typed instead. */
  readonly repaired: boolean;
  /** The one term that this and the next one are, written together: `cloudmatrix` for "cloud matrix". */
  readonly joined?: string;
}

/**
 * Reads the terms of a question where people type words wrong: with wrong letters, written together or apart. Only what
 * neither documents nor the glossary have is repaired, and no English word: it is what was meant. Of a question that is
 * full of such words, the first few are repaired.
 */
export function repairTerms(terms: readonly Term[], question: string, vocabulary: Vocabulary): ReadTerm[] {
  let unknown = 0;
  return terms.flatMap((term, i): ReadTerm[] => {
    const joined = joinedTerm(term, terms[i + 1], question, vocabulary);
    if (joined !== undefined) return [{ ...term, repaired: false, joined }];
    const before = terms[i - 1];
    const isEndOfJoined = before && joinedTerm(before, term, question, vocabulary) !== undefined;
    const isTooLong = term.end - term.start > PARAMETERS.spelling.maxLetters;
    if (isEndOfJoined || isTooLong || isKnown(term.term, vocabulary) || isEnglish(term.term))
      return [{ ...term, repaired: false }];
    if (++unknown > PARAMETERS.spelling.maxRepaired) return [{ ...term, repaired: false }];
    return splitTerm(term, question, vocabulary) ?? [repairTerm(term, question, vocabulary)];
  });
}

/** Whether documents or the glossary have a term. */
export function isKnown(term: string, { terms, names }: Vocabulary): boolean {
  return terms.numberOf(term) !== undefined || names.vocabulary.has(term);
}

/** What two neighbours of the question are as one word, where documents or the glossary have that. */
function joinedTerm(
  first: Term,
  second: Term | undefined,
  question: string,
  vocabulary: Vocabulary,
): string | undefined {
  if (!second || !/^[ -]$/.test(question.slice(first.end, second.start))) return undefined;
  const word = question.slice(first.start, first.end) + question.slice(second.start, second.end);
  const [joined, ...more] = analyze(word);
  return joined && more.length === 0 && isKnown(joined.term, vocabulary) ? joined.term : undefined;
}

/**
 * The two words that a word is made of, where documents or the glossary have them side by side. Of several such pairs
 * the one whose parts are closest in length: the longer the shorter part, the less it is there by chance.
 */
function splitTerm({ start, end }: Term, question: string, vocabulary: Vocabulary): ReadTerm[] | undefined {
  const word = question.slice(start, end);
  const { minPart } = PARAMETERS.spelling;
  const cuts = Array.from({ length: Math.max(0, word.length - 2 * minPart + 1) }, (_, i) => i + minPart);
  const fromTheMiddle = cuts.sort((a, b) => Math.abs(a - word.length / 2) - Math.abs(b - word.length / 2));
  for (const cut of fromTheMiddle) {
    const [first, ...more] = analyze(word.slice(0, cut));
    const [second, ...others] = analyze(word.slice(cut));
    if (!first || !second || more.length > 0 || others.length > 0) continue;
    if (!areNeighbours(first.term, second.term, vocabulary)) continue;
    return [
      { term: first.term, start, end: start + cut, repaired: true },
      { term: second.term, start: start + cut, end, repaired: true },
    ];
  }
  return undefined;
}

/** Whether two terms follow each other anywhere in the documents, or are a name of the glossary. */
export function areNeighbours(first: string, second: string, { terms, names }: Vocabulary): boolean {
  if (names.phraseAt([first, second], 0)?.termCount === 2) return true;
  const [a, b] = [terms.numberOf(first), terms.numberOf(second)];
  return a !== undefined && b !== undefined && terms.areNeighbours(a, b);
}

/**
 * The term that a misspelled one most likely stands for: of the terms that documents or the glossary have, one that is
 * closest by edits, then most frequent. A term that is too short or too far from all stays, or that begins otherwise:
 * few misspelled words do (K. Kukich, "Techniques for automatically correcting words in text", 1992).
 */
function repairTerm(typed: Term, question: string, vocabulary: Vocabulary): ReadTerm {
  const isLong = [...typed.term].length >= PARAMETERS.spelling.minLetters;
  if (!isLong || !/^\p{L}+$/u.test(typed.term)) return { ...typed, repaired: false };
  const word = question.slice(typed.start, typed.end).toLowerCase();
  const closest = closestTerm(typed.term, word, vocabulary);
  const isNear = closest !== undefined && closest.edits <= 1;
  const term = isNear ? closest.term : (slipNearTheEnd(word, vocabulary) ?? closest?.term);
  return { ...typed, term: term ?? typed.term, repaired: term !== undefined };
}

/** Of the known terms at most one edit away (two, of a long word), the closest, then most frequent. */
function closestTerm(
  term: string,
  word: string,
  { terms: passages, names }: Vocabulary,
): { readonly term: string; readonly edits: number } | undefined {
  const { minLettersForTwoEdits, minLettersForFirst } = PARAMETERS.spelling;
  const most = term.length < minLettersForTwoEdits ? 1 : 2;
  const mostAtFirst = term.length < minLettersForFirst ? 0 : 1;
  const forms = [...new Set([term, word])];
  const distances = forms.map((form) => ({
    first: form.charAt(0),
    distanceTo: editDistanceFrom(form, most),
  }));
  let best = { term, edits: most + 1, frequency: -1 };
  const consider = (candidate: string, frequency: number) => {
    if (candidate.length < PARAMETERS.spelling.minCandidate) return;
    let edits = most + 1;
    for (const { first, distanceTo } of distances) {
      const distance = distanceTo(candidate);
      // The first letter is seldom wrong, and more than that hardly ever: "JPMorgan" is not Morgan, nor "lmao" Mao.
      if (distance <= mostAtFirst || candidate.startsWith(first)) edits = Math.min(edits, distance);
    }
    if (edits > most || edits > best.edits) return;
    if (edits < best.edits || frequency > best.frequency) best = { term: candidate, edits, frequency };
  };
  for (const number of passages.mayBeNear(forms, most))
    consider(passages.termOf(number), passages.frequency(number));
  for (const name of names.mayBeNear(forms, most)) consider(name, 0);
  return best.edits <= most ? best : undefined;
}

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/**
 * The known term that a word has with one letter of its end missing, too many, wrong or in the wrong place: the stem of
 * "cultivaton" is far from that of "cultivation", the words are not. Written as P. Norvig's "How to write a spelling
 * corrector" (2007) has it, as all ways to write the end are few.
 */
function slipNearTheEnd(word: string, vocabulary: Vocabulary): string | undefined {
  const { endLetters, minLettersWithEnd } = PARAMETERS.spelling;
  if (word.length < minLettersWithEnd || !/^[a-z]+$/.test(word)) return undefined;
  let best: { term: string; frequency: number } | undefined;
  for (let at = word.length - endLetters; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    const written = [
      before + after.slice(1),
      before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2),
      ...letters.flatMap((letter) => [before + letter + after, before + letter + after.slice(1)]),
    ];
    for (const form of written) {
      const term = termOfWord(form);
      if (!isKnown(term, vocabulary)) continue;
      const number = vocabulary.terms.numberOf(term);
      const frequency = number === undefined ? 0 : vocabulary.terms.frequency(number);
      if (!best || frequency > best.frequency) best = { term, frequency };
    }
  }
  return best?.term;
}

/**
 * Counts the edits (insertion, deletion, substitution, swap of neighbours) from `word` to others, or gives `most + 1`
 * where there are more. Optimal string alignment (Boytsov, "Indexing methods for approximate dictionary searching",
 * 2011), of which only the cells that `most` edits can reach are worked out (Ukkonen, "Algorithms for approximate string
 * matching", 1985), in rows that are used again for the next word: one mistyped word is compared with a whole vocabulary.
 */
export function editDistanceFrom(word: string, most: number): (other: string) => number {
  const tooMany = most + 1;
  const newRow = () => new Int32Array(word.length + 1);
  let [before, previous, current] = [newRow(), newRow(), newRow()];

  /** Fills the row of `other` up to its letter `i`, and gives the least number in it. */
  function fillRow(other: string, i: number): number {
    const from = Math.max(1, i - most);
    const to = Math.min(word.length, i + most);
    const letter = other.charCodeAt(i - 1);
    let last = from === 1 ? Math.min(i, tooMany) : tooMany;
    current[from - 1] = last;
    let least = last;
    for (let j = from; j <= to; j++) {
      const isSame = letter === word.charCodeAt(j - 1);
      last = Math.min((previous[j] ?? 0) + 1, last + 1, (previous[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (
        i > 1 &&
        j > 1 &&
        letter === word.charCodeAt(j - 2) &&
        other.charCodeAt(i - 2) === word.charCodeAt(j - 1)
      )
        last = Math.min(last, (before[j - 2] ?? 0) + 1);
      current[j] = last;
      least = Math.min(least, last);
    }
    if (to < word.length) current[to + 1] = tooMany;
    return least;
  }

  return (other) => {
    if (Math.abs(word.length - other.length) > most) return tooMany;
    if (most === 1 && differingLetters(word, other) > 2) return tooMany;
    for (let j = 0; j <= word.length; j++) previous[j] = Math.min(j, tooMany);
    for (let i = 1; i <= other.length; i++) {
      if (fillRow(other, i) > most) return tooMany;
      [before, previous, current] = [previous, current, before];
    }
    return Math.min(previous[word.length] ?? 0, tooMany);
  };
}

/** How many letters of the longer word lie between what two words begin and end with alike: one edit changes two at most. */
function differingLetters(word: string, other: string): number {
  const shorter = Math.min(word.length, other.length);
  let before = 0;
  while (before < shorter && word.charCodeAt(before) === other.charCodeAt(before)) before++;
  let behind = 0;
  while (
    behind < shorter - before &&
    word.charCodeAt(word.length - 1 - behind) === other.charCodeAt(other.length - 1 - behind)
  )
    behind++;
  return Math.max(word.length, other.length) - before - behind;
}
