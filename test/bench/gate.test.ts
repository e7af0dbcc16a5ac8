import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaUnderCurve, keptAt, reliability } from '../../bench/separation.js';
import { fitLogistic, predict } from '../../tools/logistic.js';

test('the area under the curve is the share of pairs in the right order, ties half', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(scores, scores, (yes, no) => {
      const pairs = yes.flatMap((a) => no.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
      const expected = pairs.reduce<number>((sum, pair) => sum + pair, 0) / pairs.length;
      expect(areaUnderCurve(yes, no)).toBeCloseTo(expected, 9);
    }),
  );
});

test('what is kept at a share of false answers is what scores above that share of the unanswerable', () => {
  const no = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
  // One in ten may pass: the threshold is the second best of them.
  expect(keptAt(0.1, [0.95, 0.91, 0.5, 0.2], no)).toBe(0.5);
});

test('predictions that come true as often as they say are on the line', () => {
  const predictions = Array.from({ length: 10 }, (_, i) => ({ probability: 0.72, isTrue: i < 7, weight: 1 }));
  const seventies = reliability(predictions)[7];
  expect(seventies).toMatchObject({ from: 0.7, share: 1, observed: 0.7 });
  expect(seventies?.predicted).toBeCloseTo(0.72);
});

const line = Array.from({ length: 200 }, (_, i) => i / 100 - 1);

test('the fit finds the odds that the rows were made with', () => {
  // Odds e^(2x - 1), as weights of a yes and a no at each point.
  const rows = line.flatMap((x) => {
    const chance = 1 / (1 + Math.exp(-(2 * x - 1)));
    return [
      { values: [x], yes: true, weight: chance },
      { values: [x], yes: false, weight: 1 - chance },
    ];
  });
  const model = fitLogistic(rows, [1]);
  // The pull towards 0 takes a little off.
  expect(model.weights[0]).toBeCloseTo(2, 1);
  expect(model.bias).toBeCloseTo(-1, 1);
  expect(predict(model, [0.5])).toBeCloseTo(0.5, 1);
});

test('a weight that would go against its sign is 0', () => {
  const rows = line.map((x) => ({ values: [x], yes: x < 0, weight: 1 }));
  expect(fitLogistic(rows, [1]).weights).toEqual([0]);
  expect(fitLogistic(rows, [-1]).weights[0]).toBeLessThan(0);
});
