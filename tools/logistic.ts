/** One row to fit: values, whether it is a yes, and how much it counts. */
export interface Row {
  readonly values: readonly number[];
  readonly yes: boolean;
  readonly weight: number;
  /** What is known of the logarithm of the odds already; 0 by default. */
  readonly offset?: number;
}

/** The logarithm of the odds is `bias` plus the sum of `weights` times values. */
export interface Model {
  readonly bias: number;
  readonly weights: readonly number[];
}

const STEPS = 400;
/** Pull of the standardized weights towards 0. */
const RIDGE = 1e-3;

/**
 * Fits a logistic regression in which weights keep to given signs (1, -1, or 0 for either). Values are
 * standardized first. Projected gradient with Nesterov's momentum (Beck and Teboulle, "A fast iterative
 * shrinkage-thresholding algorithm", 2009), which needs no matrix and obeys signs by clipping.
 * @param hasBias Whether there is one; without it, values of 0 change nothing of the rows' offsets.
 */
export function fitLogistic(rows: readonly Row[], signs: readonly number[], hasBias = true): Model {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const { means: all, deviations } = scaleOf(rows, signs.length, total);
  const means = hasBias ? all : [];
  const scaled = rows.map(({ values, yes, weight, offset = 0 }) => ({
    values: values.map((value, i) => (value - (means[i] ?? 0)) / (deviations[i] ?? 1)),
    yes: yes ? 1 : 0,
    share: weight / total,
    offset,
  }));
  // The last weight is the bias. A quarter of the largest squared norm bounds the curvature.
  const rate = 4 / (1 + signs.length);
  let weights = new Array<number>(signs.length + 1).fill(0);
  let ahead = weights;
  let momentum = 1;
  for (let step = 0; step < STEPS; step++) {
    const slope = gradient(scaled, ahead);
    const next = ahead.map((weight, i) => {
      const isBias = i === signs.length;
      if (isBias && !hasBias) return 0;
      const moved = weight - rate * ((slope[i] ?? 0) + (isBias ? 0 : RIDGE * weight));
      return !isBias && moved * (signs[i] ?? 0) < 0 ? 0 : moved;
    });
    const nextMomentum = (1 + Math.sqrt(1 + 4 * momentum ** 2)) / 2;
    ahead = next.map((weight, i) => weight + ((momentum - 1) / nextMomentum) * (weight - (weights[i] ?? 0)));
    weights = next;
    momentum = nextMomentum;
  }
  const unscaled = weights.slice(0, -1).map((weight, i) => weight / (deviations[i] ?? 1));
  const shift = unscaled.reduce((sum, weight, i) => sum + weight * (means[i] ?? 0), 0);
  return { bias: (weights.at(-1) ?? 0) - shift, weights: unscaled };
}

function scaleOf(rows: readonly Row[], size: number, total: number) {
  const means = new Array<number>(size).fill(0);
  const squares = new Array<number>(size).fill(0);
  for (const { values, weight } of rows) {
    for (let i = 0; i < size; i++) {
      const value = values[i] ?? 0;
      means[i] = (means[i] ?? 0) + (weight / total) * value;
      squares[i] = (squares[i] ?? 0) + (weight / total) * value ** 2;
    }
  }
  const deviations = squares.map((square, i) => Math.sqrt(Math.max(0, square - (means[i] ?? 0) ** 2)) || 1);
  return { means, deviations };
}

function gradient(
  rows: readonly {
    readonly values: readonly number[];
    readonly yes: number;
    readonly share: number;
    readonly offset: number;
  }[],
  weights: readonly number[],
): number[] {
  const size = weights.length - 1;
  const slope = new Array<number>(size + 1).fill(0);
  for (const { values, yes, share, offset } of rows) {
    let logOdds = offset + (weights[size] ?? 0);
    for (let i = 0; i < size; i++) logOdds += (weights[i] ?? 0) * (values[i] ?? 0);
    const error = share * (sigmoid(logOdds) - yes);
    for (let i = 0; i < size; i++) slope[i] = (slope[i] ?? 0) + error * (values[i] ?? 0);
    slope[size] = (slope[size] ?? 0) + error;
  }
  return slope;
}

export function predict(model: Model, values: readonly number[]): number {
  return sigmoid(logOddsOf(model, values));
}

/** The logarithm of the odds that a model gives. */
export function logOddsOf({ bias, weights }: Model, values: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * (values[i] ?? 0), bias);
}

function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
