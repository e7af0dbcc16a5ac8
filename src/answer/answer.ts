import { type ReadQuestion, readQuestion } from '../index/query/question.js';
import { type Retrieved, retrieve } from '../index/ranking/retrieve.js';
import type { Snapshot } from '../index/snapshot.js';
import { type Excerpt, excerptOf } from './excerpt.js';
import { probability, threshold } from './gate.js';
import { selectExcerpts } from './select-excerpts.js';
import { type Signals, signalsOf } from './signals.js';

/** `confidence` is the estimated probability, 0 to 1, that an excerpt answers the question. */
export type Answer =
  | { readonly kind: 'cited'; readonly confidence: number; readonly excerpts: readonly Excerpt[] }
  | { readonly kind: 'none'; readonly confidence: number; readonly closest: readonly Excerpt[] };

export interface AnswerOptions {
  /** `false` never declines where anything was found. */
  readonly gate?: boolean;
}

/**
 * The answer of the documents to a question: verbatim excerpts, or that there is none. Any text is a question. Waits for
 * nothing but a model that embeds the question, where the host has one; never rejects.
 */
export async function answerQuestion(
  snapshot: Snapshot,
  question: string,
  options: AnswerOptions = {},
): Promise<Answer> {
  return decide(await consider(snapshot, question), options);
}

/** Whether the excerpts are an answer: what the gate says of them, where it is asked. */
export function decide({ excerpts, signals }: Considered, { gate = true }: AnswerOptions): Answer {
  const confidence = probability(signals);
  if (excerpts.length === 0 || (gate && confidence < threshold))
    return { kind: 'none', confidence, closest: excerpts };
  return { kind: 'cited', confidence, excerpts };
}

/** What is known of a question before the gate decides. */
export interface Considered {
  readonly question: ReadQuestion;
  readonly retrieved: Retrieved;
  /** One to three excerpts, best first; none where no word of the question was found. */
  readonly excerpts: readonly Excerpt[];
  readonly signals: Signals | undefined;
}

/** The best excerpts for a question and the signals for and against their being an answer. */
export async function consider(snapshot: Snapshot, text: string): Promise<Considered> {
  const question = await readQuestion(snapshot, text);
  const retrieved = retrieve(snapshot, question);
  const matched = wordsToHighlight(question);
  return {
    question,
    retrieved,
    excerpts: selectExcerpts(snapshot, question, retrieved).map((selected) => excerptOf(selected, matched)),
    signals: signalsOf(snapshot, question, retrieved),
  };
}

/** What was asked and other ways to say it; words that are merely related are not marked. */
function wordsToHighlight({ groups }: ReadQuestion): Set<string> {
  const variants = groups.flatMap((group) => group.variants.filter(({ origin }) => origin !== 'related'));
  return new Set(variants.flatMap(({ terms }) => terms));
}
