import type { Hit } from '../index/passage-index.js';
import type { PassageTerms } from '../index/passage-terms.js';
import type { Query } from '../index/query/question.js';
import { withRelated } from '../index/query/synonyms.js';
import type { SentenceHit } from '../index/ranking/sentences.js';
import type { Snapshot } from '../index/snapshot.js';
import { type Asked, askedIn } from './signals-asked.js';
import { closenessTo } from './signals-closeness.js';

/** What the gate looks at: a question beside the best that was found for it. Term numbers are the snapshot's. */
export interface Evidence {
  /** In English, word by word where it was asked in another language. */
  readonly question: string;
  /** At least one. */
  readonly asked: readonly Asked[];
  /** The best sentences, best first, at most three, at least one. */
  readonly sentences: readonly FoundSentence[];
  /** Scores of the best passages, best first, up to the one that the best is compared with. */
  readonly passageScores: readonly number[];
}

export interface FoundSentence {
  readonly text: string;
  /** For each thing asked, how far the sentence's nearest word in meaning stands in for it, 0 to 1. */
  readonly closeness: readonly number[];
  /** Term numbers, in order. */
  readonly row: Uint32Array;
  /** Terms of the sentence and of the title and headings above it. */
  readonly terms: ReadonlySet<number>;
  /** Those, and of the sentences before and behind. */
  readonly around: readonly ReadonlySet<number>[];
  /** Terms of its passage, with title and headings. */
  readonly passageTerms: ReadonlySet<number>;
}

const mostSentences = 3;
/** The best passage is compared with the last of so many. */
const rivals = 4;

/** Undefined where nothing is asked or nothing was found: then there is no answer. */
export function gather(
  snapshot: Snapshot,
  query: Query,
  hits: readonly Hit[],
  ranked: readonly SentenceHit[],
): Evidence | undefined {
  if (query.concepts.length === 0 || ranked.length === 0) return undefined;
  const { question, english = question } = query;
  const asked = askedIn(withRelated(query, snapshot.terms), snapshot.terms);
  const words = asked.map(({ text }) => text);
  const closeness = closenessTo(words, snapshot.meaning?.embedder);
  return {
    question: english,
    asked,
    sentences: ranked.slice(0, mostSentences).map((hit) => foundSentence(snapshot, closeness, hit)),
    passageScores: scoresOf(hits, snapshot.terms.size),
  };
}

/**
 * The scores of the best passage and its rivals; 0 for those that have not been found. Where the documents have fewer
 * passages, a rival that is not there gets half of the best score, which speaks neither for an answer nor against one.
 */
function scoresOf(found: readonly Hit[], size: number): number[] {
  const best = found[0]?.score ?? 0;
  return Array.from({ length: rivals }, (_, i) => found[i]?.score ?? (i < size ? 0 : best / 2));
}

function foundSentence(
  { passages, terms }: Snapshot,
  closeness: (text: string) => readonly number[],
  { passage, sentence }: SentenceHit,
): FoundSentence {
  const heading = terms.headingRow(passage);
  const end = terms.headingRow(passage + 1);
  const at = heading + 1 + sentence;
  const rowsOf = (from: number, to: number) =>
    setOf(terms, heading, Math.max(from, heading + 1), Math.min(to, end));
  const { document, sentences } = passages[passage] ?? {};
  const text = document?.text.slice(sentences?.[sentence]?.start, sentences?.[sentence]?.end) ?? '';
  return {
    text,
    closeness: closeness(text),
    row: terms.row(at),
    terms: rowsOf(at, at + 1),
    around: [rowsOf(at - 1, at + 1), rowsOf(at, at + 2)],
    passageTerms: rowsOf(heading + 1, end),
  };
}

/** The terms of the heading row and of the rows `[from, to)`. */
function setOf(terms: PassageTerms, heading: number, from: number, to: number): ReadonlySet<number> {
  const all = new Set(terms.row(heading));
  for (let row = from; row < to; row++) for (const number of terms.row(row)) all.add(number);
  return all;
}
