import { PARAMETERS } from '../index/parameters.js';
import type { PassageTerms } from '../index/passage-terms.js';
import type { AskedGroup } from '../index/query/asked-group.js';
import type { ReadQuestion } from '../index/query/question.js';
import type { Expectation } from '../index/query/question-kind.js';
import { isThere, phrasingReader, subjectsOf } from '../index/ranking/coverage.js';
import type { Evidence } from '../index/ranking/evidence.js';
import type { PassageHit } from '../index/ranking/hits.js';
import type { KnownMatch } from '../index/ranking/known-match.js';
import type { RankedSentence } from '../index/ranking/rerank.js';
import type { Retrieved } from '../index/ranking/retrieve.js';
import { type Snapshot, sentenceText } from '../index/snapshot.js';

/** What the gate looks at: a question beside the best that was found for it. Term numbers are the snapshot's. */
export interface Findings {
  /** At least one. */
  readonly asked: readonly AskedGroup[];
  /** The best sentences, best first, at least one. */
  readonly sentences: readonly FoundSentence[];
  /** What the parts of a question that asks several things ask for, each with the best sentence for it. */
  readonly forParts: readonly { readonly expects: Expectation; readonly sentence: FoundSentence }[];
  /** The share of the exponentials of all scores that the best sentence has: how far it stands above the others. */
  readonly certainty: number;
  /** Scores of the best passages, best first, up to the one that the best is compared with. */
  readonly passageScores: readonly number[];
}

export interface FoundSentence {
  readonly text: string;
  /** Term numbers, in order. */
  readonly row: Uint32Array;
  /** Terms of the sentence and of the title and headings above it. */
  readonly terms: ReadonlySet<number>;
  /** Those, and of the sentences before and behind. */
  readonly around: readonly ReadonlySet<number>[];
  /** Terms of its passage, with title and headings. */
  readonly passageTerms: ReadonlySet<number>;
  /** What speaks for its being the answer. */
  readonly evidence: Evidence;
  /** The share of the pairs of words in the question that it has. */
  readonly phrasing: number;
  /** How close it is to the question in meaning, -1 to 1; 0 where nothing is known of that. */
  readonly closeness: number;
  /** The known question that led to it. */
  readonly known: FoundKnown | undefined;
}

export interface FoundKnown {
  readonly match: KnownMatch;
  /** What is asked, and neither the known question says nor the sentence with what stands around it. */
  readonly unsaid: readonly AskedGroup[];
}

/** Undefined where nothing is asked or nothing was found: then there is no answer. */
export function gatherFindings(
  snapshot: Snapshot,
  question: ReadQuestion,
  { passages, sentences, forParts }: Retrieved,
): Findings | undefined {
  if (question.groups.length === 0 || sentences.length === 0) return undefined;
  const phrasingOf = phrasingReader(question, snapshot.remembered);
  const found = (hit: RankedSentence) => foundSentence(snapshot, question, phrasingOf, hit);
  const best = sentences.slice(0, PARAMETERS.gate.sentences).map(found);
  const ofParts = forParts.map((hit) => ({ expects: hit.part.expects, sentence: found(hit) }));
  const isInSeveral = question.expects.kind === 'comparison' || ofParts.length > 0;
  return {
    asked: subjectsOf(question),
    sentences: isInSeveral
      ? together(
          best,
          ofParts.map(({ sentence }) => sentence),
        )
      : best,
    forParts: ofParts,
    certainty: certaintyOf(sentences),
    passageScores: scoresOf(passages, snapshot.terms.size),
  };
}

/**
 * The scores of the best passage and its rivals; 0 for those that have not been found. Where the documents have fewer
 * passages, a rival that is not there gets what is half of the greatest lead, which speaks neither for an answer nor against one.
 */
function scoresOf(found: readonly PassageHit[], size: number): number[] {
  const best = found[0]?.score ?? 0;
  const absent = best * (1 - PARAMETERS.gate.maxLead / 2);
  return Array.from({ length: PARAMETERS.gate.rivals }, (_, i) => found[i]?.score ?? (i < size ? 0 : absent));
}

function foundSentence(
  snapshot: Snapshot,
  question: ReadQuestion,
  phrasingOf: (text: string) => number,
  hit: RankedSentence,
): FoundSentence {
  const { terms } = snapshot;
  const heading = terms.headingRow(hit.passage);
  const end = terms.headingRow(hit.passage + 1);
  const at = heading + 1 + hit.sentence;
  const rowsOf = (from: number, to: number) =>
    termsOfRows(terms, heading, Math.max(from, heading + 1), Math.min(to, end));
  const around = [rowsOf(at - 1, at + 1), rowsOf(at, at + 2)];
  const text = sentenceText(snapshot, hit);
  return {
    text,
    row: terms.row(at),
    terms: rowsOf(at, at + 1),
    around,
    passageTerms: rowsOf(heading + 1, end),
    evidence: hit.evidence,
    phrasing: phrasingOf(text),
    closeness: question.closeness?.(at) ?? 0,
    known: hit.known && foundKnown(hit.known, around),
  };
}

function foundKnown(match: KnownMatch, around: readonly ReadonlySet<number>[]): FoundKnown {
  const unsaid = match.unsaid.filter((thing) => !around.some((terms) => isThere(thing, terms)));
  return { match, unsaid };
}

/**
 * The sides of a comparison, or what is asked in several parts, may be spoken of in a sentence each: all that is shown says
 * what the first does not.
 */
function together(sentences: readonly FoundSentence[], forParts: readonly FoundSentence[]): FoundSentence[] {
  const all = (of: (sentence: FoundSentence) => ReadonlySet<number>) =>
    new Set([...sentences, ...forParts].flatMap((sentence) => [...of(sentence)]));
  const [terms, passageTerms] = [all((one) => one.terms), all((one) => one.passageTerms)];
  return sentences.map((sentence, i) => (i > 0 ? sentence : { ...sentence, around: [terms], passageTerms }));
}

function certaintyOf(sentences: readonly RankedSentence[]): number {
  const best = sentences[0]?.score ?? 0;
  return 1 / sentences.reduce((sum, { score }) => sum + Math.exp(score - best), 0);
}

/** The terms of the heading row and of the rows `[from, to)`. */
function termsOfRows(terms: PassageTerms, heading: number, from: number, to: number): ReadonlySet<number> {
  const all = new Set(terms.row(heading));
  for (let row = from; row < to; row++) for (const number of terms.row(row)) all.add(number);
  return all;
}
