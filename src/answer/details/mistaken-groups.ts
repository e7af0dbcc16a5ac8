import { PARAMETERS } from '../../index/parameters.js';
import type { AskedGroup, AskedVariant } from '../../index/query/asked-group.js';
import { notRemembered, type Remembered } from '../../index/remembered.js';
import { analyze } from '../../index/text/analyzer.js';
import { areInflections } from '../../index/text/inflections.js';

/** The words of a text by their terms, as they are written. */
type WrittenWords = ReadonlyMap<string, readonly string[]>;

/**
 * The things asked that a sentence seems to say, as it has a word with the same stem, but that neither it nor the texts around
 * it say: universe, where it has university. Own words count where a text has an inflection of them; other ways to say it
 * count as they are.
 */
export function mistakenGroups(
  groups: readonly AskedGroup[],
  sentence: string,
  around: readonly string[] = [],
  remembered = notRemembered,
): AskedGroup[] {
  const wordsOf = (text: string) => wordsByTerm(text, remembered);
  const own = wordsOf(sentence);
  const hasStem = ({ variants }: AskedGroup) =>
    variants.some(({ terms, origin }) => origin === 'own' && terms.some((term) => own.has(term)));
  const doubtful = groups.filter((group) => hasStem(group) && !isSaid(group, own));
  if (doubtful.length === 0) return [];
  const others = around.map(wordsOf);
  return doubtful.filter((group) => !others.some((words) => isSaid(group, words)));
}

/** The things asked that none of some texts says in any way. */
export function unsaidGroups(
  groups: readonly AskedGroup[],
  texts: readonly string[],
  remembered: Remembered,
): AskedGroup[] {
  const written = texts.map((text) => wordsByTerm(text, remembered));
  return groups.filter((group) => !written.some((words) => isSaid(group, words)));
}

/** Whether a text says one of some variants of a group: at least half of the words asked, or all of another variant. */
function isSaid({ asked, variants }: AskedGroup, written: WrittenWords): boolean {
  const typed = wordsByTerm(asked);
  return variants.some((variant) => {
    if (variant.origin === 'related') return false;
    const there = variant.terms.filter((term) => isWritten(term, variant, typed, written));
    const least = variant.origin === 'own' ? PARAMETERS.gate.isThere : 1;
    return variant.terms.length > 0 && there.length >= least * variant.terms.length;
  });
}

function isWritten(
  term: string,
  { origin }: AskedVariant,
  typed: WrittenWords,
  written: WrittenWords,
): boolean {
  const words = written.get(term);
  const own = origin === 'own' ? typed.get(term) : undefined;
  if (!words || !own) return words !== undefined;
  return own.some((word) => words.some((other) => !isStemOf(term, other) || areInflections(word, other)));
}

/** Whether a term is the stem of a word; that of a number, of initials or of an irregular form is another word. */
function isStemOf(term: string, word: string): boolean {
  return /^\p{L}+$/u.test(word) && word.toLowerCase().startsWith(term.slice(0, 3));
}

function wordsByTerm(text: string, remembered = notRemembered): WrittenWords {
  const words = new Map<string, string[]>();
  for (const { term, start, end } of remembered.of(analyze, text)) {
    const word = text.slice(start, end);
    const same = words.get(term);
    if (same) same.push(word);
    else words.set(term, [word]);
  }
  return words;
}
