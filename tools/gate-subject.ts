import type { Condition, Example } from '../bench/gate-examples.js';
import type { Weights } from '../src/answer/gate.js';
import { meanings, type Signals, signalNames } from '../src/answer/signals.js';
import { fitLogistic, type Model } from './logistic.js';

/*
 * The part of the gate that tells what the documents treat, whether or not they answer, from other things.
 */

/** How much an example of a condition counts: mostly those of the field, beside what is asked of an encyclopedia. */
const onSubject: Partial<Record<Condition, number>> = {
  field: 4,
  'field, one document': 4,
  typed: 1,
  eight: 0.3,
  article: 0.3,
  whole: 0.3,
};
const offSubject: Partial<Record<Condition, number>> = {
  'field, off topic': 6,
  'hundred, other article': 0.3,
  'whole, article removed': 0.3,
  'eight, other article': 0.3,
};

/** The most of what documents of the field answer that is taken for something else. */
const MOST_LOST = 0.03;

export function fitSubject(examples: readonly Example[]): Model {
  const rows = examples.flatMap(({ condition, signals }) => {
    const weight = onSubject[condition] ?? offSubject[condition];
    const yes = onSubject[condition] !== undefined;
    return weight !== undefined && signals ? [{ values: valuesOf(signals), yes, weight }] : [];
  });
  return fitLogistic(
    rows,
    signalNames.map((name) => meanings[name][0]),
  );
}

/** The highest bound below which few enough questions lie that documents of the field answer. */
export function subjectBound(examples: readonly Example[], probabilities: readonly number[]): number {
  const ofField = examples.flatMap(({ condition }, i) =>
    isAnsweredInField(condition) ? [probabilities[i] ?? 0] : [],
  );
  const at = ofField.sort((a, b) => a - b)[Math.floor(MOST_LOST * ofField.length)] ?? 0;
  return Math.floor(100 * at) / 100;
}

export function subjectWeights({ bias, weights }: Model, bound: number): Weights['subject'] {
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  const named = signalNames.map((name, i): [string, number] => [name, rounded(weights[i] ?? 0)]);
  return {
    bound,
    bias: rounded(bias),
    weights: Object.fromEntries(named.filter(([, weight]) => weight !== 0)),
  };
}

/** Whether documents of the field have the answer, found or not. */
export function isAnsweredInField(condition: Condition): boolean {
  return condition === 'field' || condition === 'field, one document';
}

export function valuesOf(signals: Signals): number[] {
  return signalNames.map((name) => signals[name]);
}
