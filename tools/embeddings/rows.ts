/** A vector. */
export type Row = Float32Array;

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Adds `factor` times `b` to `a`. */
export function add(a: Row, b: Row, factor: number): void {
  for (let i = 0; i < a.length; i++) a[i] = (a[i] ?? 0) + factor * (b[i] ?? 0);
}

export function scaled(row: Row, factor: number): Row {
  return row.map((value) => value * factor);
}

/** The vector of length 1 with the same direction. */
export function normalized<T extends Row | number[]>(row: T): T {
  const length = Math.sqrt(dot(row, row)) || 1;
  return row.map((value) => value / length) as T;
}

export function meanOf(rows: readonly Row[]): Row {
  const mean = new Float32Array(rows[0]?.length ?? 0);
  for (const row of rows) add(mean, row, 1 / rows.length);
  return mean;
}
