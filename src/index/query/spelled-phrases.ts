import type { Span } from '../../documents/document.js';

/** Words that begin with some letters, one after the other but for small words and the ends of compounds. */
export interface SpelledPhrase {
  readonly text: string;
  /** Whether the letters stand behind it in brackets. */
  readonly isExplained: boolean;
}

/** A text with its words. */
interface Words {
  readonly text: string;
  readonly spans: readonly Span[];
}

const word = /[\p{L}\p{N}]+|&/gu;
const smallWords: ReadonlySet<string> = new Set(['and', 'of', 'for', 'the', 'in', 'on', 'to', '&']);
const MOST_SMALL_WORDS = 2;

/**
 * The phrases of a text whose words begin with these small letters, from left to right. Not by a pattern made of the
 * letters: to compile one takes longer than to read hundreds of sentences.
 */
export function phrasesSpelling(letters: string, text: string): SpelledPhrase[] {
  const words = wordsOf(text);
  const lastWord = lastWordFinder(words, [...letters]);
  const phrases: SpelledPhrase[] = [];
  for (let first = 0; first < words.spans.length; first++) {
    const start = words.spans[first]?.start ?? 0;
    const last = text[start - 1] === '-' ? undefined : lastWord(first);
    if (last === undefined) continue;
    const end = words.spans[last]?.end;
    phrases.push({ text: text.slice(start, end), isExplained: areInBrackets(letters, text.slice(end)) });
    first = last;
  }
  return phrases;
}

/** Finds the last word of the phrase that begins with a word, if one does. */
function lastWordFinder(words: Words, letters: readonly string[]): (first: number) => number | undefined {
  const spellNothing = new Set<number>();

  /** The same of the part of the phrase from a letter on. What spells nothing is looked at once. */
  function lastFrom(first: number, letter: number): number | undefined {
    if (!beginsWith(words, first, letters[letter])) return undefined;
    const place = first * letters.length + letter;
    if (spellNothing.has(place)) return undefined;
    for (const end of endsOfCompound(words, first)) {
      if (letter < letters.length - 1) {
        for (const next of nextWords(words, end)) {
          const last = lastFrom(next, letter + 1);
          if (last !== undefined) return last;
        }
      } else if (!between(words, end).startsWith('-')) return end;
    }
    spellNothing.add(place);
    return undefined;
  }
  return (first) => lastFrom(first, 0);
}

function wordsOf(text: string): Words {
  const spans: Span[] = [];
  // Not matchAll, which compiles the pattern anew for each text.
  word.lastIndex = 0;
  for (let found = word.exec(text); found; found = word.exec(text))
    spans.push({ start: found.index, end: word.lastIndex });
  return { text, spans };
}

/** A word of one letter stands for nothing. */
function beginsWith({ text, spans }: Words, at: number, initial: string | undefined): boolean {
  if (initial === undefined) return false;
  const { start, end } = spans[at] ?? { start: text.length, end: text.length };
  const second = start + initial.length;
  return second < end && text.slice(start, second).toLowerCase() === initial;
}

/** Where a word ends: with the second half of a compound, as in "medium-sized", or else without it. */
function endsOfCompound(words: Words, at: number): number[] {
  const isCompound = between(words, at) === '-' && /^\p{Ll}+$/iu.test(wordAt(words, at + 1));
  return isCompound ? [at + 1, at] : [at];
}

/** The words that a phrase may go on with behind one, first those over as many small words as there are. */
function nextWords(words: Words, end: number): number[] {
  if (!/^[ -]$/.test(between(words, end))) return [];
  const next = [end + 1];
  while (next.length <= MOST_SMALL_WORDS && isSmall(words, end + next.length))
    next.unshift(end + next.length + 1);
  return next;
}

function isSmall(words: Words, at: number): boolean {
  return between(words, at) === ' ' && smallWords.has(wordAt(words, at).toLowerCase());
}

function wordAt({ text, spans }: Words, at: number): string {
  return text.slice(spans[at]?.start ?? text.length, spans[at]?.end);
}

/** What stands between a word and the next one. */
function between({ text, spans }: Words, at: number): string {
  return text.slice(spans[at]?.end ?? text.length, spans[at + 1]?.start);
}

function areInBrackets(letters: string, behind: string): boolean {
  const beginning = behind.slice(0, letters.length + 4).toLowerCase();
  return beginning.startsWith(` (${letters})`) || beginning.startsWith(` (${letters}s)`);
}
