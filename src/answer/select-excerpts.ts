import type { Sentence } from '../documents/document.js';
import { PARAMETERS } from '../index/parameters.js';
import type { SentenceHit } from '../index/ranking/hits.js';
import { type Snapshot, sentenceText } from '../index/snapshot.js';

/** Sentences of one passage that follow each other, to be shown as one excerpt. */
export interface SelectedSentences {
  readonly passage: number;
  readonly sentences: readonly Sentence[];
  readonly score: number;
}

/** One to three stretches of text to show, best first: no near-duplicates, neighbours joined to two sentences. */
export function selectSentences(snapshot: Snapshot, ranked: readonly SentenceHit[]): SelectedSentences[] {
  const { max, maxWords, nearDuplicate } = PARAMETERS.excerpts;
  const chosen: { hits: SentenceHit[]; terms: ReadonlySet<number> }[] = [];
  let words = 0;
  for (const hit of ranked) {
    const terms = termNumbers(snapshot, hit);
    if (chosen.some((other) => overlap(terms, other.terms) >= nearDuplicate)) continue;
    const length = wordsIn(sentenceText(snapshot, hit));
    if (chosen.length > 0 && words + length > maxWords) continue;
    const neighbour = chosen.find(
      ({ hits }) => hits.length === 1 && hits[0] && followEachOther(hits[0], hit),
    );
    if (neighbour) neighbour.hits.push(hit);
    else if (chosen.length < max) chosen.push({ hits: [hit], terms });
    else break;
    words += length;
  }
  return chosen.map(({ hits }) => inReadingOrder(snapshot, hits));
}

function inReadingOrder(snapshot: Snapshot, hits: readonly SentenceHit[]): SelectedSentences {
  const ordered = [...hits].sort((a, b) => a.sentence - b.sentence);
  return {
    passage: hits[0]?.passage ?? 0,
    sentences: ordered.flatMap(
      ({ passage, sentence }) => snapshot.passages[passage]?.sentences[sentence] ?? [],
    ),
    score: Math.max(...hits.map(({ score }) => score)),
  };
}

function followEachOther(a: SentenceHit, b: SentenceHit): boolean {
  return a.passage === b.passage && Math.abs(a.sentence - b.sentence) === 1;
}

function termNumbers(snapshot: Snapshot, { passage, sentence }: SentenceHit): ReadonlySet<number> {
  return new Set(snapshot.terms.row(snapshot.terms.headingRow(passage) + 1 + sentence));
}

/** Share of the smaller set's terms that the other has too. */
function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let common = 0;
  for (const term of small) if (large.has(term)) common++;
  return common / small.size;
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).length;
}
