/** The probability that a yes scores above a no, ties counted half: the area under the ROC curve. */
export function areaUnderCurve(yes: readonly number[], no: readonly number[]): number {
  const all = [
    ...yes.map((score) => ({ score, isYes: true })),
    ...no.map((score) => ({ score, isYes: false })),
  ];
  all.sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    while (end < all.length && all[end]?.score === all[start]?.score) end++;
    const rank = (start + end + 1) / 2;
    for (let i = start; i < end; i++) if (all[i]?.isYes) ranks += rank;
    start = end;
  }
  return (ranks - (yes.length * (yes.length + 1)) / 2) / (yes.length * no.length);
}

/** The share of yes that scores above the threshold at which a share `falseShare` of no does. */
export function keptAt(falseShare: number, yes: readonly number[], no: readonly number[]): number {
  const descending = [...no].sort((a, b) => b - a);
  const threshold = descending[Math.floor(falseShare * no.length)] ?? Number.NEGATIVE_INFINITY;
  return shareOf(yes, (score) => score > threshold);
}

export function shareOf<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}

export interface Prediction {
  readonly probability: number;
  readonly isTrue: boolean;
  /** How much it counts. */
  readonly weight: number;
}

/** Predictions by tenths: the share of all, the mean of what was predicted, and the share that came true. */
export function reliability(
  predictions: readonly Prediction[],
): { from: number; share: number; predicted: number; observed: number }[] {
  const all = weightIn(predictions);
  return Array.from({ length: 10 }, (_, tenth) => {
    const inside = predictions.filter(
      ({ probability }) => Math.min(9, Math.floor(probability * 10)) === tenth,
    );
    const total = weightIn(inside) || 1;
    const predicted = inside.reduce((sum, { probability, weight }) => sum + weight * probability, 0) / total;
    const observed = weightIn(inside.filter(({ isTrue }) => isTrue)) / total;
    return { from: tenth / 10, share: weightIn(inside) / all, predicted, observed };
  });
}

function weightIn(predictions: readonly Prediction[]): number {
  return predictions.reduce((sum, { weight }) => sum + weight, 0);
}
