import type { Span } from '../../documents/document.js';
import type { Names } from '../query/glossary-match.js';
import { type Alternative, type Concept, type Vocabulary, weights } from '../query/term-group.js';
import { inverseFrequency } from '../ranking/bm25.js';
import { analyze, type Term } from '../text/analyzer.js';
import { isHan, simplify } from '../text/chinese.js';
import { type Stretch, translateQuery } from './translate.js';

/** What is not English in a question. */
export interface Foreign {
  /** The Chinese names that the glossary knows, the longest at each place. */
  readonly names: readonly Concept[];
  /** The other words with their English. */
  readonly stretches: readonly Stretch[];
  /** The question in English, word by word; undefined where it was asked in English. */
  readonly english?: string;
}

/** What a match counts of a way to translate a word that is not the likeliest. */
const otherWay = 0.6;

/** Finds the Chinese names of a question and translates it where it is not English. */
export function readForeign(question: string, vocabulary: Vocabulary): Foreign {
  const names = chineseNames(question, vocabulary);
  const translation = translateQuery(question, {
    names: isHan(question) ? names : longNames(question, vocabulary.names),
    inDocuments: (words) => isEverywhere(words, (term) => isWritten(term, vocabulary)),
    isKnown: (words) =>
      isEverywhere(words, (term) => isWritten(term, vocabulary) || vocabulary.names.vocabulary.has(term)),
    dictionary: vocabulary.dictionary,
  });
  const stretches = translation?.stretches ?? [];
  // A question in which nothing is foreign is English, whatever language its words are also of.
  if (stretches.length === 0 && names.length === 0) return { names, stretches };
  return { names, stretches, english: inEnglish(question, stretches) };
}

/** The terms of the likeliest English of each stretch; they all stand where the stretch stands. */
export function englishTerms({ stretches }: Foreign): Term[] {
  return stretches.flatMap(({ start, end, english }) =>
    termsOf(english[0] ?? '').map((term) => ({ term, start, end })),
  );
}

/**
 * A concept with the other ways to translate it, and in the asker's own words where documents have them. None counts
 * more than the likeliest English, however rare it is: all are one word to the one who asks (A. Pirkola, "The effects
 * of query structure and dictionary setups in dictionary-based cross-language information retrieval", 1998).
 */
export function withOtherWays(
  concept: Concept,
  { stretches }: Foreign,
  question: string,
  vocabulary: Vocabulary,
): Concept {
  const stretch = stretches.find(({ start, end }) => start === concept.start && end === concept.end);
  const likeliest = concept.alternatives[0];
  if (!stretch || !likeliest) return concept;
  const others: Alternative[] = stretch.english
    .slice(1)
    .map((english) => ({ terms: termsOf(english), weight: otherWay, origin: 'translated' }));
  const own = ownWords(question, stretch, vocabulary);
  return {
    ...concept,
    alternatives: [
      ...concept.alternatives,
      ...[...others, ...own]
        .filter(({ terms }) => terms.length > 0)
        .map((other) => noRarerThan(likeliest, other, vocabulary)),
    ],
  };
}

function chineseNames(question: string, vocabulary: Vocabulary): Concept[] {
  if (!isHan(question)) return [];
  const simplified = simplify(question);
  const concepts: Concept[] = [];
  for (let start = 0; start < simplified.length; ) {
    const known = vocabulary.names.chineseAt(simplified, start);
    const end = start + (known?.length ?? 1);
    if (known)
      concepts.push({
        start,
        end,
        alternatives: nameForms(question, { start, end }, known.forms, vocabulary),
      });
    start = end;
  }
  return concepts;
}

/** The English forms of a Chinese name, and the name itself where documents have it or nothing else stands for it. */
function nameForms(
  question: string,
  span: Span,
  forms: readonly { readonly terms: readonly string[] }[],
  vocabulary: Vocabulary,
): Alternative[] {
  const asked = termsOf(question.slice(span.start, span.end));
  const others = forms
    .filter(({ terms }) => terms.join(' ') !== asked.join(' '))
    .map(({ terms }): Alternative => ({ terms, weight: weights.translated, origin: 'translated' }));
  const [likeliest] = others;
  if (!likeliest) return [{ terms: asked, weight: weights.own, origin: 'own' }];
  return [
    ...others,
    ...ownWords(question, span, vocabulary).map((own) => noRarerThan(likeliest, own, vocabulary)),
  ];
}

/** Names of several words, which no translation may take apart. */
function longNames(question: string, names: Names): Span[] {
  const terms = analyze(question);
  const sequence = terms.map(({ term }) => term);
  return terms.flatMap(({ start }, position) => {
    const known = names.phraseAt(sequence, position);
    const isName = known && known.length > 1 && known.forms.some(({ origin }) => origin === 'alias');
    return isName ? [{ start, end: terms[position + known.length - 1]?.end ?? start }] : [];
  });
}

/** The words as asked, if documents have them: in the asker's language, or because they are the same in English. */
function ownWords(question: string, { start, end }: Span, vocabulary: Vocabulary): Alternative[] {
  const terms = termsOf(question.slice(start, end));
  const areWritten = terms.length > 0 && terms.every((term) => isWritten(term, vocabulary));
  return areWritten ? [{ terms, weight: weights.own, origin: 'own' }] : [];
}

function noRarerThan(likeliest: Alternative, other: Alternative, vocabulary: Vocabulary): Alternative {
  const share = rarity(likeliest, vocabulary) / rarity(other, vocabulary);
  return share < 1 ? { ...other, weight: other.weight * share } : other;
}

function rarity({ terms }: Alternative, { terms: passages }: Vocabulary): number {
  return terms.reduce((sum, term) => {
    const number = passages.numberOf(term);
    return sum + inverseFrequency(passages.size, number === undefined ? 0 : passages.frequency(number));
  }, 0);
}

/** Whether every term of a phrase is of a kind; a phrase of nothing but stop words is of none. */
function isEverywhere(words: string, isOfKind: (term: string) => boolean): boolean {
  const terms = termsOf(words);
  return terms.length > 0 && terms.every(isOfKind);
}

function isWritten(term: string, { terms }: Vocabulary): boolean {
  return terms.numberOf(term) !== undefined;
}

function inEnglish(question: string, stretches: readonly Stretch[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, english } of stretches) {
    pieces.push(question.slice(at, start), ` ${english[0] ?? ''} `);
    at = end;
  }
  return [...pieces, question.slice(at)].join('').replaceAll(/\s+/g, ' ').trim();
}

function termsOf(text: string): string[] {
  return analyze(text).map(({ term }) => term);
}
