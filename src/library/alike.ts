import type { GiveWay } from '../index/snapshot.js';

// Which of many lists of terms are nearly the same, without comparing each with each.

/** From this share of common terms on, two ask nearly the same. */
const MIN_SIMILARITY = 0.75;
/**
 * With how many groups one is compared at most. What people ask comes near this only where fifty groups share their
 * rarest words; then one that belongs to a later group may stand by itself.
 */
const MAX_COMPARED = 50;

/** Terms as numbers, the rarest first: what is rare is what two have in common least often by chance. */
type Ranked = Float64Array;

/** Whether two ask nearly the same. */
export type AreAlike = (a: Ranked, b: Ranked) => boolean;

/**
 * Puts lists of terms that are nearly the same together: each under the first group whose first list it is like. Gives
 * the places of the lists in each group, in order. The work grows with the number of terms.
 *
 * Two lists with so much in common share one of their rarest terms, so only groups that have one of these are compared
 * (Chaudhuri, Ganti and Kaushik, A Primitive Operator for Similarity Joins in Data Cleaning, ICDE 2006, call it the
 * prefix filter).
 */
export async function groupAlike(
  lists: readonly ReadonlySet<string>[],
  giveWay: GiveWay,
  areAlike: AreAlike = isSimilar,
): Promise<number[][]> {
  const rank = await rankTerms(lists, giveWay);
  const groups: { readonly first: Ranked; readonly places: number[] }[] = [];
  /** The groups whose first list has a term among its rarest, in order. */
  const byTerm = new Map<number, number[]>();
  for (const [place, list] of lists.entries()) {
    await giveWay();
    const ranked = rank(list);
    const rarest = rarestOf(ranked);
    const like = near(rarest, byTerm).find((group) => areAlike(ranked, groups[group]?.first ?? ranked));
    if (like !== undefined) {
      groups[like]?.places.push(place);
      continue;
    }
    const group = groups.push({ first: ranked, places: [place] }) - 1;
    for (const term of rarest) {
      const others = byTerm.get(term);
      if (!others) byTerm.set(term, [group]);
      else if (others.length < MAX_COMPARED) others.push(group);
    }
  }
  return groups.map(({ places }) => places);
}

/** Terms are numbered so that a rarer one has a smaller number. */
async function rankTerms(
  lists: readonly ReadonlySet<string>[],
  giveWay: GiveWay,
): Promise<(list: ReadonlySet<string>) => Ranked> {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  for (const list of lists) {
    await giveWay();
    for (const term of list) {
      const known = numbers.get(term);
      if (known === undefined) numbers.set(term, counts.push(1) - 1);
      else counts[known] = (counts[known] ?? 0) + 1;
    }
  }
  return (list) => {
    const ranked = Float64Array.from(list, (term) => {
      const number = numbers.get(term) ?? 0;
      return (counts[number] ?? 0) * counts.length + number;
    });
    return ranked.sort();
  };
}

/** As many as there are that need not be in common, and one more: of these, one is. */
function rarestOf(ranked: Ranked): Ranked {
  const common = Math.ceil(MIN_SIMILARITY * ranked.length);
  return ranked.subarray(0, ranked.length - common + (ranked.length > 0 ? 1 : 0));
}

/** The groups that have one of the terms among their rarest, the first ones first. */
function near(rarest: Ranked, byTerm: ReadonlyMap<number, readonly number[]>): number[] {
  const found = new Set<number>();
  for (const term of rarest) {
    for (const group of byTerm.get(term) ?? []) {
      if (found.size === MAX_COMPARED) break;
      found.add(group);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Common terms over all terms. */
function isSimilar(a: Ranked, b: Ranked): boolean {
  let common = 0;
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    const [one = 0, other = 0] = [a[i], b[j]];
    if (one === other) common += 1;
    if (one <= other) i += 1;
    if (other <= one) j += 1;
  }
  return common > 0 && common / (a.length + b.length - common) >= MIN_SIMILARITY;
}
