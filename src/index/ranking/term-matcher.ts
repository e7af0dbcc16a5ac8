import { countTerms, type PassageTerms, type PlacedTerm, placedTerms } from '../passage-terms.js';
import type { AskedVariant } from '../query/asked-group.js';
import type { ReadQuestion } from '../query/question.js';
import { saysWhatWasAsked } from '../query/term-group.js';
import { termWeight } from './bm25.js';

/** How often terms stand in a text, by number, and how long the text is beside an ordinary one. */
export interface TermCounts {
  readonly counts: ReadonlyMap<number, number>;
  readonly length: number;
  readonly ordinaryLength: number;
}

/** The headings or a sentence of a passage, as far as they have terms of the question. */
export interface MatchedRow {
  readonly placed: readonly PlacedTerm[];
  readonly counts: ReadonlyMap<number, number>;
  /** All terms of the row. */
  readonly length: number;
}

/** Where the terms of a question stand, and how well texts match it group by group. Passages are looked at once. */
export interface TermMatcher {
  /** The rows of a passage: its headings, then its sentences. */
  rows(passage: number): readonly MatchedRow[];
  /** BM25, where each group counts once, by its best variant. */
  score(text: TermCounts): number;
  /** What related words add to a text for groups that it has no other word for. */
  relatedScore(text: TermCounts): number;
}

/** A variant whose terms the passages have. */
interface KnownVariant {
  readonly terms: readonly { readonly number: number; readonly rarity: number }[];
  readonly weight: number;
  /** What was asked counts as far as it is there; any other phrase must be there in full. */
  readonly isAsked: boolean;
}

/** What the passages have of a group: what stands for it, and what is merely related to it. */
interface KnownGroup {
  readonly variants: readonly KnownVariant[];
  readonly related: readonly KnownVariant[];
}

const NONE: readonly KnownGroup[] = [];

export function matchTerms({ groups }: ReadQuestion, passages: PassageTerms): TermMatcher {
  const known = groups.map(({ variants }): KnownGroup => {
    const knownOf = (some: readonly AskedVariant[]) =>
      some.flatMap((variant) => knownVariant(variant, passages) ?? []);
    return {
      variants: knownOf(variants.filter(({ origin }) => origin !== 'related')),
      related: knownOf(variants.filter(({ origin }) => origin === 'related')),
    };
  });
  const groupsWith = groupsByTerm(known);
  /** In the order of the question. Most sentences have none. */
  const groupsIn = ({ counts }: TermCounts): readonly KnownGroup[] => {
    if (counts.size === 0) return NONE;
    const found = new Set<KnownGroup>();
    for (const number of counts.keys()) for (const group of groupsWith.get(number) ?? NONE) found.add(group);
    return known.filter((group) => found.has(group));
  };
  const has = (number: number) => groupsWith.has(number);
  const matched = new Map<number, readonly MatchedRow[]>();
  return {
    rows(passage) {
      const rows = matched.get(passage) ?? matchedRows(passages, passage, has);
      matched.set(passage, rows);
      return rows;
    },
    score: (text) =>
      groupsIn(text).reduce(
        (sum, { variants, related }) => sum + bestOf(variants, text, bestOf(related, text)),
        0,
      ),
    relatedScore: (text) =>
      groupsIn(text).reduce(
        (sum, { variants, related }) => (bestOf(variants, text) > 0 ? sum : sum + bestOf(related, text)),
        0,
      ),
  };
}

/** The groups that a term can stand for, by its number. */
function groupsByTerm(groups: readonly KnownGroup[]): ReadonlyMap<number, readonly KnownGroup[]> {
  const byTerm = new Map<number, KnownGroup[]>();
  for (const group of groups) {
    for (const { number } of [...group.variants, ...group.related].flatMap(({ terms }) => terms))
      byTerm.set(number, [...(byTerm.get(number) ?? []), group]);
  }
  return byTerm;
}

function knownVariant(
  { numbers, weight, origin }: AskedVariant,
  passages: PassageTerms,
): KnownVariant | undefined {
  const terms = numbers
    .filter((number) => number >= 0)
    .map((number) => ({ number, rarity: passages.rarity(number) }));
  const isAsked = saysWhatWasAsked(origin);
  if (terms.length === 0 || (!isAsked && terms.length < numbers.length)) return undefined;
  return { terms, weight: isAsked ? weight : weight / numbers.length, isAsked };
}

function matchedRows(
  passages: PassageTerms,
  passage: number,
  has: (number: number) => boolean,
): MatchedRow[] {
  const first = passages.headingRow(passage);
  return Array.from({ length: passages.headingRow(passage + 1) - first }, (_, i) => {
    const row = passages.row(first + i);
    const placed = placedTerms(row, has);
    return { placed, counts: placed.length === 0 ? NOTHING : countTerms(placed), length: row.length };
  });
}

function bestOf(variants: readonly KnownVariant[], text: TermCounts, atLeast = 0): number {
  let best = atLeast;
  for (const variant of variants) best = Math.max(best, scoreOf(variant, text));
  return best;
}

function scoreOf(
  { terms, weight, isAsked }: KnownVariant,
  { counts, length, ordinaryLength }: TermCounts,
): number {
  let score = 0;
  for (const { number, rarity } of terms) {
    const count = counts.get(number);
    if (count !== undefined) score += rarity * termWeight(count, length, ordinaryLength);
    else if (!isAsked) return 0;
  }
  return weight * score;
}

/** How often terms stand in rows together. Where one row alone has any, these are its own. */
export function countsTogether(rows: readonly MatchedRow[]): ReadonlyMap<number, number> {
  const [first, ...others] = rows.filter(({ counts }) => counts.size > 0);
  if (!first || others.length === 0) return first?.counts ?? NOTHING;
  const counts = new Map(first.counts);
  for (const row of others) {
    for (const [term, count] of row.counts) counts.set(term, (counts.get(term) ?? 0) + count);
  }
  return counts;
}

const NOTHING: ReadonlyMap<number, number> = new Map();
