import { dot, normalized, type Row } from './rows.js';

/** Texts that the axes are worked out from. */
const SAMPLE = 20_000;
const ROUNDS = 30;

/**
 * The directions in which vectors differ most, by subspace iteration on their covariance.
 *
 * @param rows vectors about 0
 * @returns `count` orthogonal unit vectors, the main one first
 */
export function principalAxes(rows: readonly Row[], count: number): Row[] {
  const covariance = covarianceOf(rows.filter((_, i) => i % Math.ceil(rows.length / SAMPLE) === 0));
  let axes = Array.from({ length: count }, (_, axis) =>
    covariance.map((_, i) => Math.cos((axis + 1) * (i + 1))),
  );
  for (let round = 0; round < ROUNDS; round++) {
    axes = orthogonal(axes.map((axis) => covariance.map((row) => dot(row, axis))));
  }
  return axes.map((axis) => Float32Array.from(axis));
}

function covarianceOf(rows: readonly Row[]): Float64Array[] {
  const size = rows[0]?.length ?? 0;
  const covariance = Array.from({ length: size }, () => new Float64Array(size));
  for (const row of rows) {
    covariance.forEach((sums, i) => {
      const value = row[i] ?? 0;
      for (let j = 0; j < size; j++) sums[j] = (sums[j] ?? 0) + value * (row[j] ?? 0);
    });
  }
  return covariance;
}

/** Gram–Schmidt. */
function orthogonal(vectors: readonly number[][]): number[][] {
  const done: number[][] = [];
  for (const vector of vectors) {
    for (const other of done) {
      const share = dot(vector, other);
      other.forEach((value, i) => {
        vector[i] = (vector[i] ?? 0) - share * value;
      });
    }
    done.push(normalized(vector));
  }
  return done;
}
