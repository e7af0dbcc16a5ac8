import type { Span } from '../../documents/document.js';
import { PARAMETERS } from '../parameters.js';
import { analyze, type Term } from '../text/analyzer.js';
import { isHan, simplify } from '../text/chinese.js';
import { isEnglish } from '../text/english-idf.js';
import { inOrder, overlapsAny } from '../text/span.js';
import type { QuestionTranslation, TranslatedWord } from '../translate/question-translation.js';
import type { GlossaryMatcher, GlossaryTerms } from './glossary-match.js';
import { withPairsOfCharacters } from './han-characters.js';
import { areInitials, initialsOf, longForms } from './initials.js';
import { questionWordAt } from './question-words.js';
import { apartAtSeam, hasSeam } from './seams.js';
import { isKnown, type ReadTerm, repairTerms } from './spelling.js';
import { withRelated } from './synonyms.js';
import type { TermGroup, Variant, Vocabulary } from './term-group.js';

/**
 * The words and names of a question in order: its terms, in English where it was translated, with misspelled ones
 * repaired, joined to names where the glossary knows them, each with other ways to say it. Of a text that is no question
 * any more the first words.
 */
export function readTerms(
  question: string,
  translation: QuestionTranslation,
  vocabulary: Vocabulary,
): TermGroup[] {
  const translated = translation.words.flatMap(({ start, end, terms }) =>
    terms.map((term) => ({ term, start, end, repaired: false })),
  );
  const terms = [...ownTerms(question, translation, vocabulary), ...translated].sort(inOrder);
  const groups = groupTerms(terms, question, vocabulary).map((group) =>
    withOtherTranslations(group, translation.words),
  );
  const all = [...translation.names.map(({ group }) => group), ...groups]
    .sort(inOrder)
    .slice(0, PARAMETERS.question.maxGroups);
  return withPairsOfCharacters(all, question, vocabulary).map((group) =>
    withRelated(group, vocabulary.terms),
  );
}

/** The terms that stay as they were asked. One that could not be translated is close to an English one by chance, unless that is a name. */
function ownTerms(
  question: string,
  { names, words, english }: QuestionTranslation,
  vocabulary: Vocabulary,
): ReadTerm[] {
  const elsewhere = [...names.map(({ group }) => group), ...words];
  const particles = words.filter(({ terms }) => terms.length === 0);
  const isLeft = (term: Term) =>
    !overlapsAny(term, elsewhere) ||
    (isUnlistedPair(term, elsewhere, particles) && isKnown(term.term, vocabulary));
  const inPlace = contentTerms(question, vocabulary).filter(isLeft);
  const terms = [...inPlace, ...loneCharacters(question, [...elsewhere, ...inPlace])].sort(inOrder);
  if (english === undefined) return repairTerms(terms, question, vocabulary);
  let unknown = 0;
  return terms.flatMap((term) => {
    if (!isKnown(term.term, vocabulary) && ++unknown > PARAMETERS.spelling.maxRepaired)
      return { ...term, repaired: false };
    const read = repairTerms([term], question, vocabulary);
    const isName = read.every((one) => vocabulary.names.nameTerms.has(one.term) && !isEnglish(one.term));
    return isName ? read : { ...term, repaired: false };
  });
}

/** Chinese characters that no word, name or pair has: what they say is asked, too, and documents may not have it. */
function loneCharacters(question: string, elsewhere: readonly Span[]): Term[] {
  return [...question.matchAll(/\p{sc=Han}/gu)]
    .map(({ 0: character, index }) => ({
      term: simplify(character),
      start: index,
      end: index + character.length,
    }))
    .filter((one) => !overlapsAny(one, elsewhere));
}

/** Whether a pair of characters is a word of which the list has only the one, as a particle: 会费 (fee), 会 (can). */
function isUnlistedPair(pair: Term, listed: readonly Span[], particles: readonly Span[]): boolean {
  const inside = listed.filter((span) => overlapsAny(pair, [span]));
  return (
    [...pair.term].length === 2 &&
    isHan(pair.term) &&
    inside.length === 1 &&
    inside.every((span) => particles.includes(span))
  );
}

/** The terms of a question without words that were meant to be question words. */
function contentTerms(question: string, vocabulary: Vocabulary): Term[] {
  return analyze(question).filter(
    (term) => questionWordAt(question, term, () => isKnown(term.term, vocabulary)) === undefined,
  );
}

/** A word that was translated with the other ways to say it. */
function withOtherTranslations(group: TermGroup, words: readonly TranslatedWord[]): TermGroup {
  const word = words.find(({ start, end }) => start === group.start && end === group.end);
  return word ? { ...group, variants: [...group.variants, ...word.others] } : group;
}

/** Joins terms to the names that are known and the words that are written in two; others stand alone. */
function groupTerms(terms: readonly ReadTerm[], question: string, vocabulary: Vocabulary): TermGroup[] {
  const groups: TermGroup[] = [];
  let initialsAsked = 0;
  for (let position = 0; position < terms.length; ) {
    const { length, others } = readName(terms, position, question, vocabulary);
    const stretch = terms.slice(position, position + length);
    const span = { start: stretch[0]?.start ?? 0, end: stretch.at(-1)?.end ?? 0 };
    const typed = question.slice(span.start, span.end);
    const variants = [writtenVariant(stretch), ...others];
    if (
      length === 1 &&
      others.length === 0 &&
      initialsAsked < PARAMETERS.initials.maxAsked &&
      areInitials(typed, vocabulary)
    ) {
      initialsAsked++;
      variants.push(...longForms(typed, vocabulary));
    }
    groups.push({ ...span, variants });
    position += stretch.length;
  }
  return groups;
}

/** How many terms from a position on are one name or word, and the other ways to write it. */
function readName(
  terms: readonly ReadTerm[],
  position: number,
  question: string,
  vocabulary: Vocabulary,
): { readonly length: number; readonly others: readonly Variant[] } {
  const sequence = terms.map(({ term }) => term);
  const { names } = vocabulary;
  const { joined } = terms[position] ?? {};
  const known = names.phraseAt(sequence, position);
  const inPlace = termsInPlace(terms, position);
  const length = Math.max(known?.termCount ?? 1, joined === undefined ? 1 : 2, inPlace);
  if (known)
    return { length, others: otherVariants(known.forms, sequence.slice(position, position + length)) };
  if (joined !== undefined && length <= 2) return { length, others: joinedVariants(joined, names) };
  const name = capitalizedName(question, terms, position);
  const initials = name && initialsOf(name.text, vocabulary);
  if (initials?.length) return { length: name?.length ?? 1, others: initials };
  return { length, others: length === 1 ? apartAtSeam(sequence[position] ?? '', vocabulary) : [] };
}

const capitalized = /\p{Lu}[\p{L}\p{M}]*(?:[ -](?:(?:of|and|for|the) ){0,2}\p{Lu}[\p{L}\p{M}]*){1,6}/uy;

/** The name in capital letters that begins at a term, and how many terms it has. */
function capitalizedName(
  question: string,
  terms: readonly ReadTerm[],
  position: number,
): { readonly text: string; readonly length: number } | undefined {
  capitalized.lastIndex = terms[position]?.start ?? 0;
  const text = capitalized.exec(question)?.[0];
  if (text === undefined) return undefined;
  const end = capitalized.lastIndex;
  return { text, length: terms.slice(position).filter((term) => term.end <= end).length };
}

/** Terms that stand in one place translate one word together. */
function termsInPlace(terms: readonly Term[], position: number): number {
  const length = terms.slice(position).findIndex(({ start }) => start !== terms[position]?.start);
  return length < 0 ? terms.length - position : length;
}

function writtenVariant(stretch: readonly ReadTerm[]): Variant {
  const origin = stretch.some(({ repaired }) => repaired) ? 'repair' : 'own';
  return { terms: stretch.map(({ term }) => term), weight: PARAMETERS.originWeight[origin], origin };
}

/** Two words as the one that they are elsewhere, and what the glossary has for that. */
function joinedVariants(joined: string, names: GlossaryMatcher): Variant[] {
  const known = names.phraseAt([joined], 0);
  const origin = hasSeam(joined) ? 'own' : 'repair';
  return [
    { terms: [joined], weight: PARAMETERS.originWeight[origin], origin },
    ...otherVariants(known?.forms ?? [], [joined]),
  ];
}

function otherVariants(forms: readonly GlossaryTerms[], own: readonly string[]): Variant[] {
  const text = own.join(' ');
  return forms
    .filter(({ terms }) => terms.join(' ') !== text)
    .map(({ terms, origin }) => ({ terms, origin, weight: PARAMETERS.originWeight[origin] }));
}
