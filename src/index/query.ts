import type { Span } from '../documents/document.js';
import { analyze, type Term } from './analyzer.js';
import { isHan, simplify } from './chinese.js';
import type { Dictionary } from './dictionary.js';
import type { Form, Names } from './names.js';
import type { WeightedTerm } from './passage-index.js';
import type { PassageTerms } from './passage-terms.js';
import { repairTerm } from './repair.js';
import { type Stretch, translateQuery } from './translate.js';

/** How a term came into the query. */
export type Origin = 'own' | 'repair' | 'alias' | 'synonym' | 'translated' | 'related';

/** Terms that together say what a concept says; a match of all of them counts `weight` of a match of the words asked. */
export interface Alternative {
  readonly terms: readonly string[];
  readonly weight: number;
  readonly origin: Origin;
}

/** A word or name of the question and the ways in which a document may say it, its own words first. */
export interface Concept extends Span {
  readonly alternatives: readonly Alternative[];
}

/** A question, understood as far as words go. */
export interface Query {
  readonly question: string;
  /** The question in English, word by word, where it was asked in another language. */
  readonly english?: string;
  readonly concepts: readonly Concept[];
}

/** What a match counts by how its term came into the query; the asker's own words count 1. */
export const weights: Readonly<Record<Origin, number>> = Object.freeze({
  own: 1,
  repair: 0.8,
  alias: 0.8,
  translated: 1,
  synonym: 0.4,
  related: 0.3,
});

/** Whether a term says what the asker said; other terms only come close to it. */
export function isAsked(origin: Origin): boolean {
  return origin === 'own' || origin === 'repair' || origin === 'translated';
}

/** What a match counts of a way to translate a word that is not the likeliest. */
const otherWay = 0.6;

/** What a question is read with: the parts of a snapshot that know words. */
export interface Vocabulary {
  readonly names: Names;
  readonly terms: PassageTerms;
  readonly dictionary?: Dictionary;
}

/**
 * Reads a question: its terms, put into English where it is not, with misspelled ones repaired, joined to names
 * where the glossary knows them.
 */
export function analyzeQuery(question: string, vocabulary: Vocabulary): Query {
  const { names, terms: passages } = vocabulary;
  const found = chineseNames(question, vocabulary);
  const translation = translateQuery(question, {
    names: isHan(question) ? found : longNames(question, names),
    inDocuments: (english) => everyTerm(english, (term) => passages.numberOf(term) !== undefined),
    isKnown: (english) =>
      everyTerm(english, (term) => passages.numberOf(term) !== undefined || names.vocabulary.has(term)),
    dictionary: vocabulary.dictionary,
  });
  const stretches = translation?.stretches ?? [];
  const own = analyze(question)
    .filter((term) => !overlapsAny(term, found) && !overlapsAny(term, stretches))
    .map((term) => ({ ...term, ...repaired(term.term) }));
  const terms = [...own, ...stretches.flatMap(englishTerms)].sort(inOrder);
  const concepts = phrases(terms, names).map((concept) => withOtherWays(concept, stretches));
  return {
    question,
    ...(translation ? { english: readInEnglish(question, stretches) } : {}),
    concepts: [...found, ...concepts].sort(inOrder),
  };

  /** A word that was not translated is close to an English one by chance, unless that is a name. */
  function repaired(term: string): { term: string; repaired: boolean } {
    const repair = repairTerm(term, passages, names.vocabulary);
    return !translation || names.vocabulary.has(repair.term) ? repair : { term, repaired: false };
  }
}

/** The Chinese names in a question, the longest at each place; they do not overlap. */
function chineseNames(question: string, { names, terms: passages }: Vocabulary): Concept[] {
  if (!isHan(question)) return [];
  const simplified = simplify(question);
  const concepts: Concept[] = [];
  for (let offset = 0; offset < simplified.length; offset++) {
    const known = names.chineseAt(simplified, offset);
    if (!known) continue;
    const end = offset + known.length;
    const own = analyze(question.slice(offset, end)).map(({ term }) => term);
    const english = others(known.forms, own, 'translated');
    const chinese: Alternative = { terms: own, weight: weights.own, origin: 'alias' };
    const isWritten = own.every((term) => passages.numberOf(term) !== undefined);
    concepts.push({
      start: offset,
      end,
      alternatives: isWritten || english.length === 0 ? [...english, chinese] : english,
    });
    offset = end - 1;
  }
  return concepts;
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

/** Whether every term of a phrase is of a kind; a phrase of nothing but stop words is of none. */
function everyTerm(english: string, isOfKind: (term: string) => boolean): boolean {
  const terms = analyze(english);
  return terms.length > 0 && terms.every(({ term }) => isOfKind(term));
}

/** The terms of the likeliest English for a stretch; they all stand where the stretch stands. */
function englishTerms({ start, end, english }: Stretch): RepairedTerm[] {
  return analyze(english[0] ?? '').map(({ term }) => ({ term, start, end, repaired: false }));
}

/** A concept that is the translation of one stretch, with the other ways to translate it. */
function withOtherWays(concept: Concept, stretches: readonly Stretch[]): Concept {
  const stretch = stretches.find(({ start, end }) => start === concept.start && end === concept.end);
  if (!stretch) return concept;
  const ways = stretch.english.slice(1).map((english) => analyze(english).map(({ term }) => term));
  const alternatives = ways
    .filter((terms) => terms.length > 0)
    .map((terms): Alternative => ({ terms, weight: otherWay, origin: 'translated' }));
  return { ...concept, alternatives: [...concept.alternatives, ...alternatives] };
}

/** The question with each stretch replaced by its likeliest English. */
function readInEnglish(question: string, stretches: readonly Stretch[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, english } of stretches) {
    pieces.push(question.slice(at, start), ` ${english[0] ?? ''} `);
    at = end;
  }
  return [...pieces, question.slice(at)].join('').replaceAll(/\s+/g, ' ').trim();
}

function overlapsAny(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => span.start < other.end && other.start < span.end);
}

function inOrder(a: Span, b: Span): number {
  return a.start - b.start;
}

type RepairedTerm = Term & { readonly repaired: boolean };

function phrases(terms: readonly RepairedTerm[], names: Names): Concept[] {
  const sequence = terms.map(({ term }) => term);
  const concepts: Concept[] = [];
  for (let position = 0; position < terms.length; ) {
    const known = names.phraseAt(sequence, position);
    // Terms that stand in one place translate one word together.
    const together = terms.slice(position).findIndex(({ start }) => start !== terms[position]?.start);
    const length = Math.max(known?.length ?? 1, together < 0 ? terms.length - position : together);
    const stretch = terms.slice(position, position + length);
    const own = stretch.map(({ term }) => term);
    const origin = stretch.some(({ repaired }) => repaired) ? 'repair' : 'own';
    concepts.push({
      start: stretch[0]?.start ?? 0,
      end: stretch.at(-1)?.end ?? 0,
      alternatives: [{ terms: own, weight: weights[origin], origin }, ...others(known?.forms ?? [], own)],
    });
    position += stretch.length;
  }
  return concepts;
}

function others(forms: readonly Form[], own: readonly string[], origin?: Origin): Alternative[] {
  const text = own.join(' ');
  return forms
    .filter(({ terms }) => terms.join(' ') !== text)
    .map((form) => ({
      terms: form.terms,
      origin: origin ?? form.origin,
      weight: weights[origin ?? form.origin],
    }));
}

/** The query as a bag of terms; a term of several counts a part, and one that comes in twice the larger weight. */
export function weightedTerms(query: Query): WeightedTerm[] {
  const bag = new Map<string, number>();
  for (const { alternatives } of query.concepts) {
    for (const { terms, weight, origin } of alternatives) {
      const share = isAsked(origin) ? weight : weight / terms.length;
      for (const term of terms) bag.set(term, Math.max(bag.get(term) ?? 0, share));
    }
  }
  return [...bag].map(([term, weight]) => ({ term, weight }));
}
