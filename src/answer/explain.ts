import type { Query } from '../index/query/question.js';
import { withRelated } from '../index/query/synonyms.js';
import type { Alternative, Concept, Origin } from '../index/query/term-group.js';
import type { PassagePart, ScoreListener, SentencePart } from '../index/ranking/explanation.js';
import type { Found } from '../index/ranking/retrieve.js';
import type { Snapshot } from '../index/snapshot.js';
import { analyze } from '../index/text/analyzer.js';
import { type Answer, type AnswerOptions, consider, decide } from './answer.js';
import { contribution, probability, threshold, weights } from './gate.js';
import { type Signals, signalNames } from './signals.js';

/** How an answer came about, from the words of the question to the verdict of the gate. */
export interface Explanation {
  readonly question: string;
  /** The question in English, word by word, where it was asked in another language. */
  readonly english?: string;
  readonly terms: readonly ExplainedTerm[];
  /** The first passages, best first; `found.passages` is how many there were. */
  readonly passages: readonly ExplainedPassage[];
  /** The first sentences, best first. */
  readonly sentences: readonly ExplainedSentence[];
  /** How many were ranked in all; `parts` is how many things were asked, if more than one. */
  readonly found: { readonly passages: number; readonly sentences: number; readonly parts: number };
  readonly answer: Answer;
  readonly gate: ExplainedGate;
}

/** A word or name of the question and what was looked for in its stead or beside it. */
export interface ExplainedTerm {
  /** As it stands in the question. */
  readonly asked: string;
  readonly ways: readonly ExplainedWay[];
}

export interface ExplainedWay {
  readonly terms: readonly string[];
  readonly origin: Origin;
  /** What a match counts; 1 is a word of the question itself. */
  readonly weight: number;
  /** Whether the documents have every one of the terms. */
  readonly isKnown: boolean;
}

/** Where a candidate stands. */
export interface Place {
  readonly title: string;
  readonly headings: readonly string[];
  readonly paragraph: number;
  readonly page?: number;
}

export interface ExplainedPassage {
  readonly place: Place;
  readonly score: number;
  /** They add up to the score. */
  readonly parts: Parts<PassagePart>;
}

export interface ExplainedSentence {
  readonly place: Place;
  readonly text: string;
  readonly score: number;
  /** They add up to the score. */
  readonly parts: Parts<SentencePart>;
}

export type Parts<Name extends string> = readonly { readonly name: Name; readonly amount: number }[];

export interface ExplainedGate {
  /** Whether it was asked at all. */
  readonly isOn: boolean;
  /** Strongest first; none where nothing was found. */
  readonly signals: readonly ExplainedSignal[];
  readonly bias: number;
  /** The bias and all contributions; its logistic is the probability. `undefined` where nothing was found. */
  readonly logOdds: number | undefined;
  readonly probability: number;
  /** Below this probability the gate is closed. */
  readonly threshold: number;
}

export interface ExplainedSignal {
  readonly name: string;
  readonly meaning: string;
  readonly value: number;
  readonly weight: number;
  /** Value times weight: what it adds to the logarithm of the odds. */
  readonly contribution: number;
}

const mostPassages = 5;
const mostSentences = 8;

/** Answers a question as `answerQuestion` does and keeps account of how. */
export function explain(snapshot: Snapshot, question: string, options: AnswerOptions = {}): Explanation {
  const account = new Account();
  const considered = consider(snapshot, question, account);
  const { query, found, signals } = considered;
  return {
    question,
    ...(query.english === undefined ? {} : { english: query.english }),
    terms: withRelated(query, snapshot.terms).concepts.map((concept) => termOf(snapshot, query, concept)),
    ...candidatesOf(snapshot, found, account),
    found: {
      passages: found.hits.length,
      sentences: found.ranked.length,
      parts: found.forParts.length,
    },
    answer: decide(considered, options),
    gate: gateOf(signals, options.gate ?? true),
  };
}

/** Writes down the parts of the scores as they are added. */
class Account implements ScoreListener {
  readonly #passages = new Map<number, { name: PassagePart; amount: number }[]>();
  readonly #sentences = new Map<string, { name: SentencePart; amount: number }[]>();

  passage(passage: number, name: PassagePart, amount: number): void {
    this.#passages.set(passage, [...this.ofPassage(passage), { name, amount }]);
  }

  sentence(passage: number, sentence: number, name: SentencePart, amount: number): void {
    this.#sentences.set(`${passage} ${sentence}`, [...this.ofSentence(passage, sentence), { name, amount }]);
  }

  ofPassage(passage: number): Parts<PassagePart> {
    return this.#passages.get(passage) ?? [];
  }

  ofSentence(passage: number, sentence: number): Parts<SentencePart> {
    return this.#sentences.get(`${passage} ${sentence}`) ?? [];
  }
}

function termOf({ terms }: Snapshot, query: Query, { start, end, alternatives }: Concept): ExplainedTerm {
  const asked = query.question.slice(start, end);
  const ways = alternatives.map((alternative) => ({
    ...alternative,
    origin: originOf(query, asked, alternative),
    isKnown: alternative.terms.every((term) => terms.numberOf(term) !== undefined),
  }));
  return { asked, ways };
}

/** A translated word stands in a query as if it had been asked; here it is told apart. */
function originOf({ english }: Query, asked: string, { terms, origin }: Alternative): Origin {
  if (english === undefined || origin !== 'own') return origin;
  const own = new Set(analyze(asked).map(({ term }) => term));
  return terms.every((term) => own.has(term)) ? 'own' : 'translated';
}

function candidatesOf(snapshot: Snapshot, { hits, ranked }: Found, account: Account) {
  return {
    passages: hits.slice(0, mostPassages).map(({ passage, score }) => ({
      place: placeOf(snapshot, passage),
      score,
      parts: account.ofPassage(passage),
    })),
    sentences: ranked.slice(0, mostSentences).map(({ passage, sentence, score }) => ({
      place: placeOf(snapshot, passage),
      text: textOf(snapshot, passage, sentence),
      score,
      parts: account.ofSentence(passage, sentence),
    })),
  };
}

function placeOf({ passages }: Snapshot, id: number): Place {
  const passage = passages[id];
  if (!passage) throw new Error(`no passage ${id}`);
  const { headings, number, page } = passage.paragraph;
  return {
    title: passage.document.title,
    headings,
    paragraph: number,
    ...(page === undefined ? {} : { page }),
  };
}

function textOf({ passages }: Snapshot, passage: number, sentence: number): string {
  const { document, sentences } = passages[passage] ?? {};
  const { start, end } = sentences?.[sentence] ?? {};
  return document?.text.slice(start, end) ?? '';
}

function gateOf(signals: Signals | undefined, isOn: boolean): ExplainedGate {
  const explained = signals ? signalNames.map((name) => signalOf(signals, name)) : [];
  const sum = explained.reduce((total, signal) => total + signal.contribution, weights.bias);
  return {
    isOn,
    signals: explained.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution)),
    bias: weights.bias,
    logOdds: signals && sum,
    probability: probability(signals),
    threshold,
  };
}

function signalOf(signals: Signals, name: (typeof signalNames)[number]): ExplainedSignal {
  const { meaning = '', weight = 0 } = weights.signals.find((signal) => signal.name === name) ?? {};
  return { name, meaning, value: signals[name], weight, contribution: contribution(signals, name) };
}
