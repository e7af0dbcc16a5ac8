import { isDeepStrictEqual } from 'node:util';
import { joinKnownQuestions, type KnownQuestion, wordingOf } from '../../documents/known-questions.js';
import type { Passage } from '../../documents/passages.js';
import type { Embedder } from '../embedding/embedder.js';
import type { AskedTerms } from '../known/asked-terms.js';
import { completeAll, type KnownQuestionIndex, type WholeKnownIndex } from '../known/known-index.js';
import { NumberLists } from '../known/number-lists.js';
import {
  type AnsweringSentence,
  answersByPassage,
  type PlacedQuestion,
  passagesByDocument,
  placedQuestion,
  placeFinder,
} from '../known/placed-questions.js';
import { closenessTo, once, readKnownQuestion, termsToFind } from '../known/read-questions.js';
import { countIn, createWordings, type Wordings, WordingsBuilder } from '../known/wordings.js';
import type { PassageTerms } from '../passage-terms.js';
import type { Vocabulary } from '../query/term-group.js';
import { disturbs } from '../query/watched-vocabulary.js';
import type { TermSpread } from '../term-index.js';
import { joinTermIndexes } from './term-index.js';

/** What is joined to known questions and the passages in which their answers stand. */
export interface OwnQuestions {
  readonly questions: readonly KnownQuestion[];
  readonly passages: readonly Passage[];
  readonly terms: PassageTerms;
}

/** A known question that may have to be indexed anew: one that is added, or one that what is added may change. */
interface Changed {
  readonly id: number;
  readonly known: KnownQuestion;
}

/** One that has to be, with the terms by which it is found. */
interface Anew {
  readonly id: number;
  readonly placed: PlacedQuestion;
  readonly asked: readonly string[];
}

/**
 * Known questions and, behind them, others: those of one wording are one, and what the added passages change of the first is
 * indexed anew beside these. `vocabulary` is that of all passages. Fails only with what `giveWay` rejects with.
 */
export async function joinKnownIndex(
  base: WholeKnownIndex,
  own: OwnQuestions,
  vocabulary: Vocabulary,
  embedder: Embedder | undefined,
  giveWay: () => Promise<void>,
): Promise<KnownQuestionIndex> {
  const anew = await questionsAnew(base, own, vocabulary, giveWay);
  const added = anew.filter(({ id }) => id >= base.questions.length);
  const questions = [...base.questions];
  for (const { id, placed } of anew) questions[id] = placed;
  const isAnew = new Set(anew.map(({ id }) => id));
  const readAnew = once((id) => {
    const placed = questions[id];
    return placed && readKnownQuestion(placed.known.question, vocabulary);
  });
  const readAsBefore = (id: number) => {
    const known = isAnew.has(id) ? undefined : base.read(id);
    return known && !disturbs(own.terms, known.reliance) ? known : undefined;
  };
  const vectorAnew = once((id) => embedder?.vector(readAnew(id)?.english ?? ''));
  const answersAnew = answersByPassage(anew.map(({ id, placed }) => [id, placed]));
  const wordingsAdded = new Map(added.map(({ id, placed }) => [placed.wording, id]));
  return Object.freeze({
    questions: Object.freeze(questions),
    terms: joinTerms(base, anew),
    read: (id: number) => readAsBefore(id) ?? readAnew(id),
    closenessTo(english: string) {
      const [toBase, toAnew] = [base.closenessTo(english), closenessTo(english, embedder, vectorAnew)];
      return toBase && toAnew && ((id: number) => (readAsBefore(id) ? toBase(id) : toAnew(id)));
    },
    answersIn(passage: number) {
      const before = base.answersIn(passage);
      if (isAnew.size === 0 || before.length + answersAnew(passage).length === 0) return before;
      const asBefore = before.filter(({ question }) => !isAnew.has(question));
      return [...asBefore, ...answersAnew(passage)].sort(byQuestion);
    },
    withWording: (wording: string) => base.withWording(wording) ?? wordingsAdded.get(wording),
    wordings: await joinWordings(base, added, vocabulary, giveWay),
    complete: (pause: () => Promise<void>) => completeAll(isAnew, readAnew, embedder, pause),
  });
}

function byQuestion(a: AnsweringSentence, b: AnsweringSentence): number {
  return a.question - b.question;
}

/** What has to be indexed, in the order of its numbers. */
async function questionsAnew(
  base: WholeKnownIndex,
  own: OwnQuestions,
  vocabulary: Vocabulary,
  giveWay: () => Promise<void>,
): Promise<readonly Anew[]> {
  const ownPassages = passagesByDocument(own.passages);
  const placesOf = placeFinder((document) => [...base.passagesOf(document), ...ownPassages(document)]);
  const anew: Anew[] = [];
  for (const { id, known } of changedQuestions(base, own)) {
    const placed = placedQuestion(known, placesOf, vocabulary);
    const asked = termsToFind(known.question, vocabulary);
    // Most of what may be changed is as it was.
    const isAsBefore =
      isDeepStrictEqual(placed, base.questions[id]) && isDeepStrictEqual(asked, base.terms.of(id));
    if (!isAsBefore) anew.push({ id, placed, asked });
    await giveWay();
  }
  return anew;
}

function changedQuestions(base: WholeKnownIndex, { questions, passages, terms }: OwnQuestions): Changed[] {
  const known = new Map<number, KnownQuestion>();
  const documents = new Set(passages.map(({ document }) => document.id));
  const changed = [
    ...[...documents].flatMap((document) => base.answeredIn(document)),
    ...terms.vocabulary().flatMap((term) => base.restingOn(term)),
  ];
  for (const id of changed) {
    const placed = base.questions[id];
    if (placed) known.set(id, placed.known);
  }
  let next = base.questions.length;
  for (const one of joinKnownQuestions(questions)) {
    const id = base.withWording(wordingOf(one.question));
    const same = id === undefined ? undefined : base.questions[id];
    const [joined = one] = same ? joinKnownQuestions([same.known, one]) : [one];
    known.set(id ?? next++, joined);
  }
  return [...known].map(([id, known]) => ({ id, known })).sort((a, b) => a.id - b.id);
}

/** The terms of the known questions, in place of those that are indexed anew and behind the others. */
function joinTerms({ terms }: WholeKnownIndex, anew: readonly Anew[]): AskedTerms {
  if (anew.length === 0) return terms;
  const askedAnew = new Map(anew.map(({ id, asked }) => [id, asked]));
  const having = new NumberLists();
  for (const { id, asked } of anew) for (const term of asked) having.add(term, id);
  const lengthen = (total: number, { id, asked }: Anew) => total + asked.length - terms.of(id).length;
  return Object.freeze({
    size: Math.max(terms.size, ...anew.map(({ id }) => id + 1)),
    total: anew.reduce(lengthen, terms.total),
    of: (id: number) => askedAnew.get(id) ?? terms.of(id),
    having: (term: string) => [...terms.having(term).filter((id) => !askedAnew.has(id)), ...having.of(term)],
  });
}

async function joinWordings(
  { questions, wordings: base }: WholeKnownIndex,
  added: readonly Anew[],
  { names }: Vocabulary,
  giveWay: () => Promise<void>,
): Promise<Wordings> {
  if (added.length === 0) return base;
  const builder = new WordingsBuilder();
  for (const { placed } of added) {
    builder.add(placed.known.question, names);
    await giveWay();
  }
  const own = builder.build();
  const spreads = Object.fromEntries(
    Object.keys(base.index.spreads).map((field) => [
      field,
      sumOf([base.index.spreads[field], own.index.spreads[field]]),
    ]),
  );
  const index = joinTermIndexes(
    [
      { measured: base.index, numberOf: (item) => item },
      { measured: own.index, numberOf: (item) => questions.length + item },
    ],
    spreads,
  );
  return createWordings(index, [...base.said, ...own.said], countIn(spreads));
}

/** How terms are spread over some items together. */
function sumOf(spreads: readonly (TermSpread | undefined)[]): TermSpread {
  const sum = (count: (spread: TermSpread) => number) =>
    spreads.reduce((total, one) => total + (one ? count(one) : 0), 0);
  return {
    items: sum(({ items }) => items),
    length: sum(({ length }) => length),
    frequency: (term) => sum(({ frequency }) => frequency(term)),
  };
}
