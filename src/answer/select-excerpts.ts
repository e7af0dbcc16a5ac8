import type { Sentence } from '../documents/document.js';
import type { SentenceHit } from '../index/ranking/sentences.js';
import type { Snapshot } from '../index/snapshot.js';

/** Sentences of one passage that follow each other, to be shown as one excerpt. */
export interface Choice {
  readonly passage: number;
  readonly sentences: readonly Sentence[];
  readonly score: number;
}

const mostExcerpts = 3;
/** Words shown in all; the best excerpt is shown whatever its length. */
const mostWords = 90;
/** From this share of common terms on, two sentences say the same. */
const nearDuplicate = 0.8;

/** One to three stretches of text to show, best first: no near-duplicates, neighbours joined to two sentences. */
export function chooseSentences(snapshot: Snapshot, ranked: readonly SentenceHit[]): Choice[] {
  const chosen: { hits: SentenceHit[]; terms: ReadonlySet<number> }[] = [];
  let words = 0;
  for (const hit of ranked) {
    const terms = termsOf(snapshot, hit);
    if (chosen.some((other) => overlap(terms, other.terms) >= nearDuplicate)) continue;
    const length = wordsIn(textOf(snapshot, hit));
    if (chosen.length > 0 && words + length > mostWords) continue;
    const neighbour = chosen.find(
      ({ hits }) => hits.length === 1 && hits[0] && followEachOther(hits[0], hit),
    );
    if (neighbour) neighbour.hits.push(hit);
    else if (chosen.length < mostExcerpts) chosen.push({ hits: [hit], terms });
    else break;
    words += length;
  }
  return chosen.map(({ hits }) => choiceOf(snapshot, hits));
}

function choiceOf(snapshot: Snapshot, hits: readonly SentenceHit[]): Choice {
  const inOrder = [...hits].sort((a, b) => a.sentence - b.sentence);
  return {
    passage: hits[0]?.passage ?? 0,
    sentences: inOrder.flatMap((hit) => sentenceOf(snapshot, hit) ?? []),
    score: Math.max(...hits.map(({ score }) => score)),
  };
}

function followEachOther(a: SentenceHit, b: SentenceHit): boolean {
  return a.passage === b.passage && Math.abs(a.sentence - b.sentence) === 1;
}

function sentenceOf(snapshot: Snapshot, { passage, sentence }: SentenceHit): Sentence | undefined {
  return snapshot.passages[passage]?.sentences[sentence];
}

function textOf(snapshot: Snapshot, hit: SentenceHit): string {
  const sentence = sentenceOf(snapshot, hit);
  return snapshot.passages[hit.passage]?.document.text.slice(sentence?.start, sentence?.end) ?? '';
}

function termsOf(snapshot: Snapshot, { passage, sentence }: SentenceHit): ReadonlySet<number> {
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
