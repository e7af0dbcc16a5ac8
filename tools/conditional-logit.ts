/** The candidates of one question: their values, which of them are right, and how much the question counts. */
export interface Choice {
  readonly candidates: readonly { readonly values: readonly number[]; readonly isRight: boolean }[];
  readonly weight: number;
}

const STEPS = 300;
/** Pull of the standardized weights towards 0. */
const RIDGE = 1e-3;

/**
 * Fits weights with which the right candidates of each question win: a conditional logit (McFadden, "Conditional logit
 * analysis of qualitative choice behavior", 1974), the probability of a candidate being its share of the exponentials of
 * the weighted sums. Weights keep to given signs (1 or -1). Projected gradient with momentum, as in logistic.ts.
 * @param held Weights that are known already and stay as they are; the others, `undefined`, are fitted beside them.
 */
export function fitConditionalLogit(
  choices: readonly Choice[],
  signs: readonly number[],
  held: readonly (number | undefined)[] = [],
): number[] {
  const scales = scalesOf(choices, signs.length);
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  const scaled = choices
    .filter(({ candidates }) => candidates.some(({ isRight }) => isRight))
    .map(({ candidates, weight }) => ({
      share: weight / total,
      rows: candidates.map(({ values }) => Float64Array.from(values, (value, i) => value / (scales[i] ?? 1))),
      right: candidates.map(({ isRight }) => isRight),
    }));
  const start = held.map((weight, i) => (weight === undefined ? undefined : weight * (scales[i] ?? 1)));
  let weights = Float64Array.from(signs, (_, i) => start[i] ?? 0);
  let ahead = weights;
  let momentum = 1;
  for (let step = 0; step < STEPS; step++) {
    const slope = new Float64Array(signs.length);
    for (const { rows, right, share } of scaled) addSlope(slope, rows, right, share, ahead);
    const next = ahead.map((weight, i) => {
      if (start[i] !== undefined) return weight;
      const moved = weight - 0.5 * ((slope[i] ?? 0) + RIDGE * weight);
      return moved * (signs[i] ?? 0) < 0 ? 0 : moved;
    });
    const nextMomentum = (1 + Math.sqrt(1 + 4 * momentum ** 2)) / 2;
    ahead = next.map((weight, i) => weight + ((momentum - 1) / nextMomentum) * (weight - (weights[i] ?? 0)));
    weights = next;
    momentum = nextMomentum;
  }
  return [...weights].map((weight, i) => weight / (scales[i] ?? 1));
}

/** How much the values of each kind differ among the candidates of a question. */
function scalesOf(choices: readonly Choice[], size: number): number[] {
  const squares = new Float64Array(size);
  let count = 0;
  for (const { candidates } of choices) {
    const means = new Float64Array(size);
    for (const { values } of candidates)
      values.forEach((value, i) => {
        means[i] = (means[i] ?? 0) + value / candidates.length;
      });
    for (const { values } of candidates) {
      count++;
      values.forEach((value, i) => {
        squares[i] = (squares[i] ?? 0) + (value - (means[i] ?? 0)) ** 2;
      });
    }
  }
  return [...squares].map((square) => Math.sqrt(square / (count || 1)) || 1);
}

/** Adds the slope of the loss of one question: what is expected of all candidates less what is of the right ones. */
function addSlope(
  slope: Float64Array,
  rows: readonly Float64Array[],
  right: readonly boolean[],
  share: number,
  weights: Float64Array,
): void {
  const sums = rows.map((row) => row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0));
  const most = Math.max(...sums);
  const exponentials = sums.map((sum) => Math.exp(sum - most));
  const all = exponentials.reduce((sum, one) => sum + one, 0);
  const ofRight = exponentials.reduce((sum, one, i) => sum + (right[i] ? one : 0), 0) || 1;
  rows.forEach((row, at) => {
    const pull = (exponentials[at] ?? 0) * (1 / all - (right[at] ? 1 / ofRight : 0));
    row.forEach((value, i) => {
      slope[i] = (slope[i] ?? 0) + share * pull * value;
    });
  });
}
