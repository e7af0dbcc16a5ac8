import { type ReadQuestion, readQuestion } from '../index/query/question.js';
import { type Retrieved, retrieve } from '../index/ranking/retrieve.js';
import type { Snapshot } from '../index/snapshot.js';
import { type Excerpt, excerptOf } from './excerpt.js';
import { probability, type Verdict, verdictOf } from './gate.js';
import { isOnSubject } from './on-subject.js';
import { selectSentences } from './select-excerpts.js';
import { type Signals, signalsOf } from './signals.js';

/** What the documents have for a question, and what is to be made of it. */
export interface Answer {
  readonly verdict: Verdict;
  /** The estimated probability, 0 to 1, that an excerpt answers the question. */
  readonly confidence: number;
  /** One to three, best first: with `answered` they answer, else they come closest. Empty where nothing was found. */
  readonly excerpts: readonly Excerpt[];
  /** What the question names and the documents do not have. */
  readonly missing: readonly MissingDetail[];
  /** For a question on the current state: the date of the newest source among the excerpts, `YYYY[-MM[-DD]]`. */
  readonly asOf?: string;
  /** Whether what was found is at least on the subject of the question. */
  readonly isOnSubject: boolean;
}

/** A number, date or name of a question that the documents do not have. */
export interface MissingDetail {
  readonly asked: string;
  /** The nearest thing that they have. */
  readonly nearest?: string;
}

export interface AnswerOptions {
  /** `false` takes whatever was found for an answer. */
  readonly gate?: boolean;
}

/**
 * The answer of the documents to a question: verbatim excerpts, and whether they are one. Any text is a question. Waits
 * for nothing but a model that embeds the question, where the host has one; never rejects.
 */
export async function answerQuestion(
  snapshot: Snapshot,
  question: string,
  options: AnswerOptions = {},
): Promise<Answer> {
  return decide(await consider(snapshot, question), options);
}

/** Whether the excerpts are an answer: what the gate says of them, where it is asked. */
export function decide(
  { excerpts, signals, isOnSubject }: Considered,
  { gate = true }: AnswerOptions,
): Answer {
  const confidence = probability(signals);
  const verdict = gate ? verdictOf(confidence) : 'answered';
  return {
    verdict: excerpts.length === 0 ? 'none' : verdict,
    confidence,
    excerpts,
    missing: [],
    isOnSubject,
  };
}

/** What is known of a question before the gate decides. */
export interface Considered {
  readonly question: ReadQuestion;
  readonly retrieved: Retrieved;
  /** One to three excerpts, best first; none where no word of the question was found. */
  readonly excerpts: readonly Excerpt[];
  readonly signals: Signals | undefined;
  readonly isOnSubject: boolean;
}

/** The best excerpts for a question and the signals for and against their being an answer. */
export async function consider(snapshot: Snapshot, text: string): Promise<Considered> {
  const question = await readQuestion(snapshot, text);
  const retrieved = retrieve(snapshot, question);
  const { sentences, forParts } = retrieved;
  const matched = wordsToHighlight(question);
  return {
    question,
    retrieved,
    excerpts: selectSentences(snapshot, [...forParts, ...sentences]).map((selected) =>
      excerptOf(snapshot, selected, matched),
    ),
    signals: signalsOf(snapshot, question, retrieved),
    isOnSubject: isOnSubject(snapshot, question, retrieved),
  };
}

/** What was asked and other ways to say it; words that are merely related are not marked. */
function wordsToHighlight({ groups }: ReadQuestion): Set<string> {
  const variants = groups.flatMap((group) => group.variants.filter(({ origin }) => origin !== 'related'));
  return new Set(variants.flatMap(({ terms }) => terms));
}
