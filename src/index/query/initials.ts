import { PARAMETERS } from '../parameters.js';
import { termsOf } from '../text/analyzer.js';
import { isEnglish } from '../text/english-idf.js';
import { phrasesSpelling, type SpelledPhrase } from './spelled-phrases.js';
import { areNeighbours } from './spelling.js';
import type { Variant, Vocabulary } from './term-group.js';

const initialsOfName = /^(?:\p{Lu}{2,}s?|\p{L}&\p{L})$/u;

/** A phrase of the documents that initials may stand for. */
interface LongForm {
  readonly terms: readonly string[];
  readonly isName: boolean;
  readonly count: number;
  /** Whether the initials stand behind it in brackets. */
  readonly isExplained: boolean;
}

/** Whether a word of a question, as it was typed, is made of the first letters of others. */
export function areInitials(typed: string, { terms }: Vocabulary): boolean {
  if (initialsOfName.test(typed)) return true;
  if (!/^[a-z]{3,5}$/.test(typed)) return false;
  return !termsOf(typed).some((term) => isEnglish(term) || terms.numberOf(term) !== undefined);
}

/**
 * What initials stand for in the documents: names with capital letters, or else the one phrase without that they can be
 * of. Initials that the documents have need it only where they are explained there.
 */
export function longForms(typed: string, vocabulary: Vocabulary): Variant[] {
  const letters = lettersOf(typed);
  if (letters.length < PARAMETERS.initials.minLetters || letters.length > PARAMETERS.initials.maxLetters)
    return [];
  const isWritten = termsOf(typed).every((term) => vocabulary.terms.numberOf(term) !== undefined);
  if (isWritten && !areExplained(typed, letters, vocabulary)) return [];
  const sentences = sentencesSpelling(letters, vocabulary);
  const all = [...formsIn(sentences, letters).values()].sort((a, b) => b.count - a.count);
  const explained = all.filter(({ isExplained }) => isExplained);
  const meant = isWritten || explained.length > 0 ? explained : likeliest(all, letters);
  return meant.slice(0, PARAMETERS.initials.maxForms).map(({ terms }) => asAlias(terms));
}

/** The initials of a name that was asked in full, where the documents have only these. */
export function initialsOf(name: string, vocabulary: Vocabulary): Variant[] {
  const words = name.split(/[ -]/).filter((word) => /^\p{Lu}/u.test(word));
  const initials = words
    .map((word) => word[0])
    .join('')
    .toLowerCase();
  const terms = termsOf(name);
  const isInFull = terms.every((term, i) => i === 0 || areNeighbours(terms[i - 1] ?? '', term, vocabulary));
  const isKnown = vocabulary.terms.numberOf(initials) !== undefined && !isEnglish(initials);
  return words.length >= PARAMETERS.initials.minLetters && isKnown && !isInFull ? [asAlias([initials])] : [];
}

function asAlias(terms: readonly string[]): Variant {
  return { terms, weight: PARAMETERS.originWeight.alias, origin: 'alias' };
}

function lettersOf(typed: string): string {
  return typed
    .replace(/(?<=\p{Lu})s$/u, '')
    .replaceAll('&', '')
    .toLowerCase();
}

function likeliest(all: readonly LongForm[], letters: string): LongForm[] {
  const names = all.filter(({ isName }) => isName);
  if (names.length > 0) return names;
  const [first, second] = all;
  const isAlone =
    first !== undefined && first.count >= PARAMETERS.initials.leadOverOthers * (second?.count ?? 0);
  return isAlone && letters.length >= PARAMETERS.initials.minSmallLetters ? [first] : [];
}

/** Whether initials stand in brackets anywhere in the documents. */
function areExplained(typed: string, letters: string, { terms, passages }: Vocabulary): boolean {
  const [rarest = -1] = termsOf(typed)
    .map((term) => terms.numberOf(term) ?? -1)
    .sort((a, b) => terms.frequency(a) - terms.frequency(b));
  return terms.passagesWith(rarest).passages.some((passage) => {
    const { document, start, end } = passages.at(passage) ?? {};
    return document?.text.slice(start, end).toLowerCase().includes(`(${letters}`) === true;
  });
}

/** Sentences in which words that begin with some letters follow each other, one for each place where they do. */
function sentencesSpelling(letters: string, { terms, passages }: Vocabulary): string[] {
  return terms.placesOfInitials(letters, PARAMETERS.initials.maxPlaces).flatMap(({ passage, row }) => {
    const { document, sentences } = passages.at(passage) ?? {};
    const span = sentences?.[row - 1];
    return document && span ? document.text.slice(span.start, span.end) : [];
  });
}

function formsIn(sentences: readonly string[], letters: string): Map<string, LongForm> {
  const forms = new Map<string, LongForm>();
  for (const sentence of sentences)
    for (const phrase of phrasesSpelling(letters, sentence)) addForm(forms, phrase);
  return forms;
}

function addForm(forms: Map<string, LongForm>, { text, isExplained }: SpelledPhrase): void {
  const terms = termsOf(text);
  const known = forms.get(terms.join(' '));
  const words = text.split(/[ -]/);
  forms.set(terms.join(' '), {
    terms,
    isName: known?.isName || words.every((word) => /^(?:\p{Lu}|and|of|for|the|in|on|to|&)/u.test(word)),
    count: (known?.count ?? 0) + 1,
    isExplained: known?.isExplained || isExplained,
  });
}
