import type { Document } from '../../documents/document.js';
import type { Snapshot } from '../snapshot.js';
import type { TermSet } from './coverage.js';
import type { SentenceHit } from './hits.js';
import type { MatchedRow, TermMatcher } from './term-matcher.js';

/** The terms of a question that a sentence has: by itself, and with ever more of what stands over it and before it. */
export interface SentenceReach {
  readonly own: TermSet;
  /** With the headings and the sentence before. */
  readonly context: TermSet;
  /** With the headings and all before it in its passage. */
  readonly passage: TermSet;
  /** With the title and the opening of its document. */
  readonly document: TermSet;
}

/** Reads how far sentences reach; the opening of a document is looked for once. */
export function reachReader(
  { passages }: Snapshot,
  matcher: TermMatcher,
): (hit: SentenceHit) => SentenceReach {
  const openings = new Map<Document | undefined, readonly MatchedRow[]>();
  const openingOf = (passage: number): readonly MatchedRow[] => {
    const document = passages.at(passage)?.document;
    const known = openings.get(document);
    if (known) return known;
    const opening = matcher.rows(firstOfDocument(passages, passage)).slice(0, 2);
    openings.set(document, opening);
    return opening;
  };
  return ({ passage, sentence }) => {
    const rows = matcher.rows(passage);
    const upTo = rows.slice(0, sentence + 2);
    const [own, headings] = [upTo.slice(-1), upTo.slice(0, 1)];
    return {
      own: termsOfRows(own),
      context: termsOfRows([...headings, ...upTo.slice(-2)]),
      passage: termsOfRows(upTo),
      document: termsOfRows([...openingOf(passage), ...own]),
    };
  };
}

function termsOfRows(rows: readonly MatchedRow[]): TermSet {
  const terms = new Set<number>();
  for (const { placed } of rows) for (const { term } of placed) terms.add(term);
  return terms;
}

/** The first passage of the document that a passage is of: those of a document follow each other. */
function firstOfDocument(passages: Snapshot['passages'], passage: number): number {
  const document = passages.at(passage)?.document;
  let first = passage;
  while (first > 0 && passages.at(first - 1)?.document === document) first--;
  return first;
}
