import { inverseFrequency } from '../index/bm25.js';
import { isAsked } from '../index/concept.js';
import type { Query } from '../index/query.js';
import type { SentenceHit } from '../index/sentence-ranking.js';
import type { Snapshot } from '../index/snapshot.js';

/** What the gate looks at, each between 0 and 1. */
export interface Signals {
  /** Share of the question's concepts, weighted by rarity, that the two best sentences cover. */
  readonly coverage: number;
  /** The same for the passage of the best sentence with its headings. */
  readonly passageCoverage: number;
}

/** Below this probability the answer is `none`. */
export const threshold = 0.5;

export function signalsOf(snapshot: Snapshot, query: Query, ranked: readonly SentenceHit[]): Signals {
  const best = ranked[0];
  if (!best) return { coverage: 0, passageCoverage: 0 };
  const { terms } = snapshot;
  const rows = ranked.slice(0, 2).map((hit) => terms.row(terms.headingRow(hit.passage) + 1 + hit.sentence));
  const passageRows: Uint32Array[] = [];
  for (let row = terms.headingRow(best.passage); row < terms.headingRow(best.passage + 1); row++) {
    passageRows.push(terms.row(row));
  }
  return {
    coverage: coverage(snapshot, query, rows),
    passageCoverage: coverage(snapshot, query, passageRows),
  };
}

function coverage({ terms: passages }: Snapshot, query: Query, rows: readonly Uint32Array[]): number {
  const present = new Set(rows.flatMap((row) => [...row]));
  let covered = 0;
  let total = 0;
  for (const { alternatives } of query.concepts) {
    const own = alternatives[0]?.terms ?? [];
    const rarity = own.reduce((sum, term) => sum + rarityOf(term), 0);
    const best = alternatives.map(({ terms, weight, origin }) => {
      const share = terms.filter((term) => present.has(passages.numberOf(term) ?? -1)).length / terms.length;
      if (isAsked(origin)) return share * weight;
      return share === 1 ? Math.sqrt(weight) : 0;
    });
    covered += rarity * Math.max(0, ...best);
    total += rarity;
  }
  return total === 0 ? 0 : covered / total;

  function rarityOf(term: string): number {
    const number = passages.numberOf(term);
    return inverseFrequency(passages.size, number === undefined ? 0 : passages.frequency(number));
  }
}

/** The estimated probability that the best sentences answer the question. */
export function probability({ coverage, passageCoverage }: Signals): number {
  return 1 / (1 + Math.exp(-(-3 + 3 * coverage + 4 * passageCoverage)));
}
