import type { Sentence } from '../documents/document.js';
import type { Passage } from '../documents/passages.js';
import { PARAMETERS } from '../index/parameters.js';
import type { SentenceHit } from '../index/ranking/hits.js';
import type { RankedSentence } from '../index/ranking/rerank.js';
import { type Snapshot, sentenceText } from '../index/snapshot.js';
import { addsNoFact } from './differing-facts.js';
import { factsOf, type SentenceFacts } from './sentence-facts.js';

/** A sentence that was found and may be shown. */
export interface Candidate {
  readonly passage: Passage;
  readonly sentence: Sentence;
  readonly text: string;
  /** Term numbers. */
  readonly terms: ReadonlySet<number>;
  readonly score: number;
  /** Whether a known question like the one that was asked led to it. */
  readonly isTied: boolean;
  /** Read when they are first asked for: most candidates are like no other. */
  facts(): SentenceFacts;
}

/** A sentence that was found, by words or by a known question. */
type FoundHit = SentenceHit & Pick<RankedSentence, 'known'>;

/** The sentences of some hits. What is said word for word in several places is read once. */
export function candidatesOf(snapshot: Snapshot, hits: readonly FoundHit[]): Candidate[] {
  const read = new Map<string, SentenceFacts>();
  const factsRead = (text: string) => {
    const facts = read.get(text) ?? factsOf(text);
    read.set(text, facts);
    return facts;
  };
  return hits.map((hit) => candidateOf(snapshot, hit, factsRead));
}

/** The sentence of a hit. */
export function candidateOf(snapshot: Snapshot, hit: FoundHit, factsRead = factsOf): Candidate {
  const passage = snapshot.passages.at(hit.passage);
  const sentence = passage?.sentences[hit.sentence];
  if (!passage || !sentence) throw new Error(`no sentence ${hit.sentence} in passage ${hit.passage}`);
  const text = sentenceText(snapshot, hit);
  const row = snapshot.terms.headingRow(hit.passage) + 1 + hit.sentence;
  let facts: SentenceFacts | undefined;
  return {
    passage,
    sentence,
    text,
    terms: new Set(snapshot.terms.row(row)),
    score: hit.score,
    isTied: hit.known !== undefined,
    facts: () => {
      facts ??= factsRead(text);
      return facts;
    },
  };
}

/** Whether a sentence says what another one says, and has no number, date or name beyond it. */
export function repeats(candidate: Candidate, other: Candidate): boolean {
  return (
    termsInCommon(candidate, other) >= PARAMETERS.excerpts.nearDuplicate &&
    addsNoFact(candidate.facts(), other.facts())
  );
}

/** Whether two sentences of prose are the same word for word. */
export function isCopy(candidate: Candidate, other: Candidate): boolean {
  const wording = wordingOf(candidate);
  return wording !== undefined && wording === wordingOf(other);
}

/** The letters and digits of a sentence of prose; undefined for an item of a list, which says something else in each. */
export function wordingOf({ passage, text }: Candidate): string | undefined {
  return passage.list ? undefined : text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** The share of the terms of the shorter sentence that the other has too. */
export function termsInCommon({ terms }: Candidate, { terms: others }: Candidate): number {
  const [few, many] = terms.size <= others.size ? [terms, others] : [others, terms];
  if (few.size === 0) return 0;
  let common = 0;
  for (const term of few) if (many.has(term)) common++;
  return common / few.size;
}
