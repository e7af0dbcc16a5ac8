/** Measures of one ranking, each 0 to 1; the mean over the judged queries is what is reported. */
export interface Measures {
  readonly 'nDCG@10': number;
  readonly 'MRR@10': number;
  readonly 'recall@10': number;
  readonly 'recall@100': number;
  readonly 'success@1': number;
}

/**
 * Scores a ranking of document ids against grades. nDCG has linear gain (the grade itself), as in trec_eval.
 */
export function measure(ranking: readonly string[], grades: ReadonlyMap<string, number>): Measures {
  const gains = ranking.map((id) => Math.max(0, grades.get(id) ?? 0));
  const ideal = [...grades.values()].filter((grade) => grade > 0).sort((a, b) => b - a);
  const first = gains.slice(0, 10).findIndex((gain) => gain > 0);
  const recall = (depth: number) => gains.slice(0, depth).filter((gain) => gain > 0).length / ideal.length;
  return {
    'nDCG@10': discounted(gains) / discounted(ideal),
    'MRR@10': first === -1 ? 0 : 1 / (first + 1),
    'recall@10': recall(10),
    'recall@100': recall(100),
    'success@1': (gains[0] ?? 0) > 0 ? 1 : 0,
  };
}

function discounted(gains: readonly number[]): number {
  return gains.slice(0, 10).reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
}

/** The mean of each measure. */
export function meanOf(all: readonly Measures[]): Measures {
  const mean = (name: keyof Measures) => all.reduce((sum, one) => sum + one[name], 0) / all.length;
  return {
    'nDCG@10': mean('nDCG@10'),
    'MRR@10': mean('MRR@10'),
    'recall@10': mean('recall@10'),
    'recall@100': mean('recall@100'),
    'success@1': mean('success@1'),
  };
}
