import type { AskedGroup, AskedVariant } from '../index/query/asked-group.js';
import type { ReadQuestion } from '../index/query/question.js';
import type { TermOrigin } from '../index/query/term-group.js';
import { type EvidenceName, evidenceNames } from '../index/ranking/evidence.js';
import type { PassageHit, PassageParts } from '../index/ranking/hits.js';
import { evidenceShare, type RankedSentence } from '../index/ranking/rerank.js';
import { type Snapshot, sentenceText } from '../index/snapshot.js';
import { termsOf } from '../index/text/analyzer.js';
import { type Answer, type AnswerOptions, type Considered, consider, decide } from './answer.js';
import { contribution, probability, subjectProbability, type Verdict, verdictOf, weights } from './gate.js';
import { type Objection, objectionsTo } from './mismatch.js';
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
  readonly origin: TermOrigin;
  /** What a match counts; 1 is a word of the question itself. */
  readonly weight: number;
  /** Whether the documents have every one of the terms. */
  readonly isKnown: boolean;
}

/** Where a candidate stands. */
export interface PassagePlace {
  readonly title: string;
  readonly headings: readonly string[];
  readonly paragraph: number;
  readonly page?: number;
}

export interface ExplainedPassage {
  readonly place: PassagePlace;
  readonly score: number;
  /** They add up to the score. */
  readonly parts: ScoreParts<keyof PassageParts>;
}

export interface ExplainedSentence {
  readonly place: PassagePlace;
  readonly text: string;
  readonly score: number;
  /** They add up to the score. */
  readonly parts: ScoreParts<EvidenceName>;
  /** The known question that led to it, and how like the one at hand that is, 0 to 1. */
  readonly known?: { readonly question: string; readonly likeness: number };
}

export type ScoreParts<Name extends string> = readonly { readonly name: Name; readonly amount: number }[];

export interface ExplainedGate {
  /** Whether it was asked at all. */
  readonly isOn: boolean;
  /** Strongest first; none where nothing was found. */
  readonly signals: readonly ExplainedSignal[];
  readonly bias: number;
  /** The bias and all contributions. `undefined` where nothing was found. */
  readonly logOdds: number | undefined;
  /** The probability that the documents treat what is asked: with the logistic of the former it makes the probability. */
  readonly subject: number;
  readonly probability: number;
  /** What it says by that probability alone. */
  readonly verdict: Verdict;
  /** Why an answer is not sure, however probable. */
  readonly objections: readonly Objection[];
  /** From the first probability on it says `answered`, below the second `none`. */
  readonly bounds: { readonly answered: number; readonly none: number };
}

export interface ExplainedSignal {
  readonly name: string;
  readonly meaning: string;
  readonly value: number;
  readonly weight: number;
  /** Value times weight: what it adds to the logarithm of the odds. */
  readonly contribution: number;
}

const MAX_PASSAGES = 5;
const MAX_SENTENCES = 8;

/** Answers a question as `answerQuestion` does and says how: what the pipeline kept on its way, for a person. */
export async function explain(
  snapshot: Snapshot,
  text: string,
  options: AnswerOptions = {},
): Promise<Explanation> {
  const considered = await consider(snapshot, text);
  const { question, retrieved } = considered;
  const { passages, sentences, forParts } = retrieved;
  return {
    question: text,
    ...(question.isTranslated ? { english: question.english } : {}),
    terms: question.groups.map((group) => explainedTerm(question, group)),
    passages: passages.slice(0, MAX_PASSAGES).map((hit) => explainedPassage(snapshot, hit)),
    sentences: sentences.slice(0, MAX_SENTENCES).map((hit) => explainedSentence(snapshot, hit)),
    found: { passages: passages.length, sentences: sentences.length, parts: forParts.length },
    answer: decide(considered, options),
    gate: explainedGate(considered, options.gate ?? true),
  };
}

function explainedTerm(question: ReadQuestion, { asked, variants }: AskedGroup): ExplainedTerm {
  const ways = variants.map((variant) => ({
    terms: variant.terms,
    weight: variant.weight,
    origin: originOf(question, asked, variant),
    isKnown: variant.numbers.every((number) => number >= 0),
  }));
  return { asked, ways };
}

/** A translated word stands in a question as if it had been asked; here it is told apart. */
function originOf(
  { isTranslated }: ReadQuestion,
  asked: string,
  { terms, origin }: AskedVariant,
): TermOrigin {
  if (!isTranslated || origin !== 'own') return origin;
  const own = new Set(termsOf(asked));
  return terms.every((term) => own.has(term)) ? 'own' : 'translated';
}

function explainedPassage(snapshot: Snapshot, { passage, score, parts }: PassageHit): ExplainedPassage {
  return { place: placeOf(snapshot, passage), score, parts: listed(parts) };
}

function explainedSentence(snapshot: Snapshot, hit: RankedSentence): ExplainedSentence {
  return {
    place: placeOf(snapshot, hit.passage),
    text: sentenceText(snapshot, hit),
    score: hit.score,
    parts: evidenceNames
      .map((name) => ({ name, amount: evidenceShare(hit.evidence, name) }))
      .filter(({ amount }) => amount !== 0),
    ...(hit.known && {
      known: { question: hit.known.question.known.question, likeness: hit.known.likeness },
    }),
  };
}

function listed<Name extends string>(parts: Readonly<Partial<Record<Name, number>>>): ScoreParts<Name> {
  const entries = Object.entries(parts) as [Name, number][];
  return entries.map(([name, amount]) => ({ name, amount }));
}

function placeOf({ passages }: Snapshot, id: number): PassagePlace {
  const passage = passages.at(id);
  if (!passage) throw new Error(`no passage ${id}`);
  const { headings, number, page } = passage.paragraph;
  return {
    title: passage.document.title,
    headings,
    paragraph: number,
    ...(page === undefined ? {} : { page }),
  };
}

function explainedGate({ signals, bounds, mismatch }: Considered, isOn: boolean): ExplainedGate {
  const explained = signals ? signalNames.map((name) => explainedSignal(signals, name)) : [];
  const sum = explained.reduce((total, signal) => total + signal.contribution, weights.bias);
  return {
    isOn,
    signals: explained.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution)),
    bias: weights.bias,
    logOdds: signals && sum,
    subject: signals ? subjectProbability(signals) : 0,
    probability: probability(signals),
    verdict: verdictOf(probability(signals), bounds),
    objections: objectionsTo(mismatch),
    bounds,
  };
}

function explainedSignal(signals: Signals, name: (typeof signalNames)[number]): ExplainedSignal {
  const { meaning = '', weight = 0 } = weights.signals.find((signal) => signal.name === name) ?? {};
  return { name, meaning, value: signals[name], weight, contribution: contribution(signals, name) };
}
