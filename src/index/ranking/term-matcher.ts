import type { PassageTerms } from '../passage-terms.js';
import type { AskedVariant } from '../query/asked-group.js';
import type { ReadQuestion } from '../query/question.js';
import { saysWhatWasAsked } from '../query/term-group.js';
import { termWeight } from './bm25.js';
import { slotsOf } from './term-slots.js';

/** A term of the question where it stands in a row. */
export interface PlacedTerm {
  readonly term: number;
  /** Among the terms of the question. */
  readonly slot: number;
  /** Among all terms of the row. */
  readonly position: number;
}

/** The headings or a sentence of a passage, as far as they have terms of the question. */
export interface MatchedRow {
  readonly placed: readonly PlacedTerm[];
  /** All terms of the row. */
  readonly length: number;
}

/** Rows that are one text, and how long that is beside an ordinary one. */
export interface MatchedText {
  readonly rows: readonly MatchedRow[];
  readonly length: number;
  readonly ordinaryLength: number;
}

/** Where the terms of a question stand, and how well texts match it group by group. Passages are looked at once. */
export interface TermMatcher {
  /** The rows of a passage: its headings, then its sentences. */
  rows(passage: number): readonly MatchedRow[];
  /** BM25, where each group counts once, by its best variant. */
  score(text: MatchedText): number;
  /** What related words add to a text for groups that it has no other word for. */
  relatedScore(text: MatchedText): number;
}

/** A variant whose terms the passages have. */
interface KnownVariant {
  readonly terms: readonly { readonly slot: number; readonly rarity: number }[];
  readonly weight: number;
  /** What was asked counts as far as it is there; any other phrase must be there in full. */
  readonly isAsked: boolean;
}

/** What the passages have of a group: what stands for it, and what is merely related to it. */
interface KnownGroup {
  readonly variants: readonly KnownVariant[];
  readonly related: readonly KnownVariant[];
}

export function matchTerms({ groups }: ReadQuestion, passages: PassageTerms): TermMatcher {
  const terms = groups.flatMap(({ variants }) => variants.flatMap(({ numbers }) => numbers));
  const slotOf = slotsOf(terms.filter((number) => number >= 0));
  const known = groups.map(({ variants }): KnownGroup => {
    const knownOf = (some: readonly AskedVariant[]) =>
      some.flatMap((variant) => knownVariant(variant, passages, slotOf) ?? []);
    return {
      variants: knownOf(variants.filter(({ origin }) => origin !== 'related')),
      related: knownOf(variants.filter(({ origin }) => origin === 'related')),
    };
  });
  const groupsWith = groupsBySlot(known, terms.length);
  /** By slot, how often the terms are in the text that is scored; 0 before the next. */
  const counts = new Uint32Array(terms.length);

  /** The sum over the groups that a text can have: most sentences have none. */
  function sumOver(text: MatchedText, scoreOf: (group: KnownGroup, text: MatchedText) => number): number {
    let groupsThere = 0;
    for (const { placed } of text.rows)
      for (const { slot } of placed) {
        counts[slot] = (counts[slot] ?? 0) + 1;
        groupsThere |= groupsWith[slot] ?? 0;
      }
    if (groupsThere === 0) return 0;
    const sum = known.reduce(
      (sum, group, i) => (groupsThere & (1 << i) ? sum + scoreOf(group, text) : sum),
      0,
    );
    for (const { placed } of text.rows) for (const { slot } of placed) counts[slot] = 0;
    return sum;
  }

  function bestOf(variants: readonly KnownVariant[], text: MatchedText, atLeast = 0): number {
    let best = atLeast;
    for (const variant of variants) best = Math.max(best, scoreOf(variant, text, counts));
    return best;
  }

  const matched = new Map<number, readonly MatchedRow[]>();
  return {
    rows(passage) {
      const rows = matched.get(passage) ?? matchedRows(passages, passage, slotOf);
      matched.set(passage, rows);
      return rows;
    },
    score: (text) => sumOver(text, ({ variants, related }) => bestOf(variants, text, bestOf(related, text))),
    relatedScore: (text) =>
      sumOver(text, ({ variants, related }) => (bestOf(variants, text) > 0 ? 0 : bestOf(related, text))),
  };
}

/** By the slot of a term, the groups that it can stand for, a bit each. Of more than 32 two share one, and are looked at together. */
function groupsBySlot(groups: readonly KnownGroup[], slots: number): Int32Array {
  const bySlot = new Int32Array(slots);
  for (const [i, { variants, related }] of groups.entries())
    for (const { terms } of [...variants, ...related])
      for (const { slot } of terms) bySlot[slot] = (bySlot[slot] ?? 0) | (1 << i);
  return bySlot;
}

function knownVariant(
  { numbers, weight, origin }: AskedVariant,
  passages: PassageTerms,
  slotOf: (number: number) => number,
): KnownVariant | undefined {
  const terms = numbers
    .filter((number) => number >= 0)
    .map((number) => ({ slot: slotOf(number), rarity: passages.rarity(number) }));
  const isAsked = saysWhatWasAsked(origin);
  if (terms.length === 0 || (!isAsked && terms.length < numbers.length)) return undefined;
  return { terms, weight: isAsked ? weight : weight / numbers.length, isAsked };
}

function matchedRows(
  passages: PassageTerms,
  passage: number,
  slotOf: (term: number) => number,
): MatchedRow[] {
  const rows: MatchedRow[] = [];
  const end = passages.headingRow(passage + 1);
  for (let row = passages.headingRow(passage); row < end; row++)
    rows.push(matchedRow(passages.row(row), slotOf));
  return rows;
}

function matchedRow(row: Uint32Array, slotOf: (term: number) => number): MatchedRow {
  const placed: PlacedTerm[] = [];
  for (let position = 0; position < row.length; position++) {
    const term = row[position] ?? 0;
    const slot = slotOf(term);
    if (slot >= 0) placed.push({ term, slot, position });
  }
  return { placed, length: row.length };
}

function scoreOf(
  { terms, weight, isAsked }: KnownVariant,
  { length, ordinaryLength }: MatchedText,
  counts: Uint32Array,
): number {
  let score = 0;
  for (const { slot, rarity } of terms) {
    const count = counts[slot] ?? 0;
    if (count > 0) score += rarity * termWeight(count, length, ordinaryLength);
    else if (!isAsked) return 0;
  }
  return weight * score;
}
