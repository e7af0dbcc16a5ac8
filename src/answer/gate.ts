import file from '../index/data/gate.json' with { type: 'json' };
import type { SignalName, Signals } from './signals.js';
import { signalNames } from './signals.js';

/** From the first probability on the documents answer; below the second they do not. */
export interface Bounds {
  readonly answered: number;
  readonly none: number;
}

/** What tools/fit-gate.ts writes: two logistic regressions over the signals, fitted to questions with known answers. */
export interface Weights {
  readonly bounds: Bounds;
  /** Where the best sentence has known questions: these say more of what it answers, so more is asked of an answer. */
  readonly knownBounds: Bounds;
  readonly bias: number;
  readonly signals: readonly WeighedSignal[];
  /** Tells what the documents treat, whether or not they answer, from other things: below the bound what was found is on none of it. */
  readonly subject: {
    readonly bound: number;
    readonly bias: number;
    /** Signals that weigh nothing are left out. */
    readonly weights: Readonly<Partial<Record<string, number>>>;
  };
}

export interface WeighedSignal {
  readonly name: string;
  readonly meaning: string;
  /** The sign that the fit may give the weight: 1 or -1, or 0 for either. */
  readonly sign: number;
  /** What one unit of the signal adds to the logarithm of the odds. */
  readonly weight: number;
}

export const weights: Weights = file;

const weightOf: ReadonlyMap<string, number> = new Map(
  weights.signals.map(({ name, weight }) => [name, weight]),
);

/** The bounds for a best sentence that has known questions, or has none. */
export function boundsFor(hasQuestions: boolean): Bounds {
  return hasQuestions ? weights.knownBounds : weights.bounds;
}

/** Whether excerpts answer a question; `unsure`: they come closest, and the reader has to see. */
export type Verdict = 'answered' | 'unsure' | 'none';

/** What the gate says of excerpts that answer with this probability. */
export function verdictOf(confidence: number, bounds: Bounds): Verdict {
  if (confidence >= bounds.answered) return 'answered';
  return confidence < bounds.none ? 'none' : 'unsure';
}

/**
 * The estimated probability, 0 to 1, that the best sentences answer the question: that the documents treat it, times that
 * these are an answer. How far the best of them stands above the rest speaks for the second; of what the documents have
 * nothing on, something stands above the rest as well, by chance. 0 without signals.
 */
export function probability(signals: Signals | undefined): number {
  return signals ? subjectProbability(signals) * logistic(logOdds(signals)) : 0;
}

/** Whether what was found is at least on the subject of the question. */
export function isOnSubject(signals: Signals | undefined): boolean {
  return signals !== undefined && subjectProbability(signals) >= weights.subject.bound;
}

/** The estimated probability, 0 to 1, that the documents treat what is asked, whether or not they answer. */
export function subjectProbability(signals: Signals): number {
  const { bias, weights: ofSubject } = weights.subject;
  return logistic(signalNames.reduce((sum, name) => sum + (ofSubject[name] ?? 0) * signals[name], bias));
}

function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function logOdds(signals: Signals): number {
  return signalNames.reduce((sum, name) => sum + contribution(signals, name), weights.bias);
}

/** What a signal adds to the logarithm of the odds: for the explanation of an answer. */
export function contribution(signals: Signals, name: SignalName): number {
  return (weightOf.get(name) ?? 0) * signals[name];
}
