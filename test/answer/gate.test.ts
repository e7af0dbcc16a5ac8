import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.js';
import {
  boundsFor,
  isOnSubject,
  probability,
  subjectProbability,
  verdictOf,
  weights,
} from '../../src/answer/gate.js';
import { meanings, type SignalName, type Signals, signalNames } from '../../src/answer/signals.js';
import { emptyGlossary } from '../../src/documents/glossary.js';
import { buildSnapshot } from '../../src/index/snapshot.js';
import { documentOf } from '../support/documents-reading.js';

test('the weights are those of the signals that are computed, in the same order and with the same meaning', () => {
  expect(weights.signals.map(({ name, meaning, sign }) => [name, sign, meaning])).toEqual(
    signalNames.map((name) => [name, ...meanings[name]]),
  );
});

test('no weight goes against the sign that its signal must have', () => {
  const wrong = weights.signals.filter(({ sign, weight }) => weight * sign < 0);
  expect(wrong).toEqual([]);
});

test('nor does one that tells what the documents treat, all of which are signals', () => {
  const signOf = new Map(signalNames.map((name): [string, number] => [name, meanings[name][0]]));
  const wrong = Object.entries(weights.subject.weights).filter(([name, weight = 0]) => {
    const sign = signOf.get(name);
    return sign === undefined || weight * sign < 0;
  });
  expect(wrong).toEqual([]);
});

test('what says more of a question is rather on its subject; where nothing was found, nothing is', () => {
  const none = Object.fromEntries(signalNames.map((name) => [name, 0])) as unknown as Signals;
  const saying = [0, 0.3, 0.6, 1].map((share) => ({
    ...none,
    coverage: share,
    aroundCoverage: share,
    aspectCoverage: share,
    nameCoverage: 1,
    matched: 3 * share,
  }));
  const probabilities = saying.map(subjectProbability);
  expect(probabilities.toSorted((a, b) => a - b)).toEqual(probabilities);
  expect(saying.map(isOnSubject)).toEqual([false, false, true, true]);
  expect(isOnSubject(undefined)).toBe(false);
});

test.each([false, true])(
  'the bounds part the probabilities in three, so that each verdict can be given (known questions: %s)',
  (hasQuestions) => {
    const bounds = boundsFor(hasQuestions);
    expect(verdictOf(0, bounds)).toBe('none');
    expect(verdictOf((bounds.answered + bounds.none) / 2, bounds)).toBe('unsure');
    expect(verdictOf(1, bounds)).toBe('answered');
  },
);

test('of a sentence whose questions are known more is asked, as these say more of what it answers', () => {
  expect(boundsFor(true).answered).toBeGreaterThan(boundsFor(false).answered);
});

test('a higher probability never gives a lower verdict', () => {
  const order = ['none', 'unsure', 'answered'];
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, fc.boolean(), (a, b, hasQuestions) => {
      const [lower = '', higher = ''] = [Math.min(a, b), Math.max(a, b)].map((confidence) =>
        verdictOf(confidence, boundsFor(hasQuestions)),
      );
      expect(order.indexOf(higher)).toBeGreaterThanOrEqual(order.indexOf(lower));
    }),
  );
});

const anySignals: fc.Arbitrary<Signals> = fc.record(
  Object.fromEntries(signalNames.map((name) => [name, fc.double({ min: 0, max: 4, noNaN: true })])) as Record<
    SignalName,
    fc.Arbitrary<number>
  >,
);

test('more of a signal that speaks for an answer never lowers the probability, and of one against never raises it', () => {
  fc.assert(
    fc.property(
      anySignals,
      fc.constantFrom(...signalNames),
      fc.double({ min: 0, max: 4, noNaN: true }),
      (signals, name, more) => {
        const raised = { ...signals, [name]: signals[name] + more };
        const change = probability(raised) - probability(signals);
        expect(change * meanings[name][0]).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test('the probability is between 0 and 1 for any signals, and 0 where nothing was asked or found', () => {
  fc.assert(
    fc.property(anySignals, (signals) => {
      expect(probability(signals)).toBeGreaterThanOrEqual(0);
      expect(probability(signals)).toBeLessThanOrEqual(1);
    }),
  );
  expect(probability(undefined)).toBe(0);
});

test('a question without a word or number is declined with no confidence, whatever the documents say', async () => {
  const document = documentOf('news.txt', 'News\nThe alliance was founded in 2025 by ten companies 🔥.');
  const snapshot = await buildSnapshot({ shared: 1 }, [document], emptyGlossary);
  for (const question of ['🔥🔥🔥', '', '?!', '   ', '​']) {
    expect(await answerQuestion(snapshot, question), question).toMatchObject({
      verdict: 'none',
      confidence: 0,
    });
  }
});
