import type { PassageTerms } from '../index/passage-terms.js';
import type { Query } from '../index/query/question.js';
import { expectedKind } from '../index/query/question-kind.js';
import { editDistanceFrom } from '../index/query/spelling.js';
import type { Alternative, Concept, Origin } from '../index/query/term-group.js';
import { analyze } from '../index/text/analyzer.js';
import { isHan } from '../index/text/chinese.js';
import { isEnglish, rarityOf } from '../index/text/english-idf.js';

/** A word or name of the question. */
export interface Asked {
  /** As written. */
  readonly text: string;
  /** Whether it is the first word of the question, which has a capital letter whatever it is. */
  readonly isFirst: boolean;
  /** How much it tells, by the background table: the sum over its words, with a bound for names of many. */
  readonly rarity: number;
  /** Whether the whole of one of its forms stands anywhere in the documents. */
  readonly isKnown: boolean;
  readonly forms: readonly AskedForm[];
}

/** A way of saying what is asked: numbers of its terms (-1 for one that no document has). */
export interface AskedForm {
  readonly numbers: readonly number[];
  readonly origin: Origin;
}

/** A name of several words counts at most so many times its rarest word. */
const nameBound = 1.3;

/** Words that say what kind of thing is asked for ("how many", "in what year"): an answer has a number instead. */
const kindTerms: ReadonlySet<string> = new Set(
  analyze('many much long old far often year day month date').map(({ term }) => term),
);
const questionWords = ['what', 'when', 'where', 'which', 'who', 'whose', 'why', 'how'];

/**
 * What a sentence would have to say, in the order of the question: its words and names but those that only tell what
 * kind of thing is asked for. Where it has nothing else, these.
 */
export function askedIn({ question, english = question, concepts }: Query, terms: PassageTerms): Asked[] {
  const asksForKind = expectedKind(english) !== undefined;
  const isAsked = (concept: Concept) =>
    !(asksForKind && saysKind(concept)) && !isSlip(question, concept, terms);
  const asked = concepts.filter(isAsked);
  return (asked.length > 0 ? asked : concepts).map((concept) => askedOf(question, concept, terms));
}

function saysKind({ alternatives }: Concept): boolean {
  return alternatives[0]?.terms.every((term) => kindTerms.has(term)) === true;
}

/** Whether a word that nothing knows begins the question and is a letter away from a question word: "wen", "waht". */
function isSlip(question: string, { start, end, alternatives }: Concept, terms: PassageTerms): boolean {
  const word = question.slice(start, end);
  const [term = '', ...more] = alternatives[0]?.terms ?? [];
  if (more.length > 0 || terms.numberOf(term) !== undefined || isEnglish(term)) return false;
  if (question.slice(0, start).trim() !== '' || word === word.toUpperCase()) return false;
  const edits = editDistanceFrom(word.toLowerCase(), 1);
  return questionWords.some((one) => edits(one) <= 1);
}

function askedOf(question: string, { start, end, alternatives }: Concept, terms: PassageTerms): Asked {
  const forms = alternatives.map((alternative) => formOf(alternative, terms));
  return {
    text: question.slice(start, end),
    isFirst: question.slice(0, start).trim() === '',
    rarity: rarityOfAll(wordsToWeigh(alternatives)),
    isKnown: forms.some(
      ({ numbers, origin }) => origin !== 'related' && numbers.every((number) => number >= 0),
    ),
    forms,
  };
}

/** The asker's own words, or where they are Chinese those that documents in English have: the table is of English. */
function wordsToWeigh(alternatives: readonly Alternative[]): readonly string[] {
  const inEnglish = alternatives.find(({ terms }) => !terms.some(isHan));
  return (inEnglish ?? alternatives[0])?.terms ?? [];
}

function formOf({ terms, origin }: Alternative, passages: PassageTerms): AskedForm {
  return { numbers: terms.map((term) => passages.numberOf(term) ?? -1), origin };
}

function rarityOfAll(terms: readonly string[]): number {
  const rarities = terms.map(rarityOf);
  const sum = rarities.reduce((total, rarity) => total + rarity, 0);
  return Math.min(sum, nameBound * Math.max(0, ...rarities));
}
