import { type Document, type Source, sourcesOf } from '../documents/document.js';
import { MAX_SENTENCE, sentenceFinder } from '../documents/known-questions.js';
import { readQuestion } from '../index/query/question.js';
import { matchFinder } from '../index/ranking/known-match.js';
import { retrieve } from '../index/ranking/retrieve.js';
import { rankSentences } from '../index/ranking/sentences.js';
import { matchTerms } from '../index/ranking/term-matcher.js';
import { type Snapshot, sentenceText } from '../index/snapshot.js';

/** A sentence that a known question can name as its answer. */
export interface ClosestSentence {
  readonly document: Document;
  readonly text: string;
  /** What it rests on. */
  readonly sources: readonly Source[];
}

/**
 * The passages that come closest to a text, best first, each with its best sentence. The first one is what an answer
 * shows first. A sentence that its document has twice, or that is as long as a page, cannot be named by its words, and the
 * next one stands for it.
 */
export async function closestSentences(
  snapshot: Snapshot,
  text: string,
  most: number,
): Promise<ClosestSentence[]> {
  const question = await readQuestion(snapshot, text);
  const { passages, sentences, known, forParts } = await retrieve(snapshot, question);
  const matcher = matchTerms(question, snapshot.terms);
  const others = rankSentences(snapshot, question, matcher, passages, matchFinder(known));
  const { find } = sentenceFinder(snapshot.documents);
  const closest = new Map<number, ClosestSentence>();
  const taken = new Set<string>();
  for (const hit of [...forParts, ...sentences, ...others]) {
    if (closest.size === most) break;
    const passage = snapshot.passages.at(hit.passage);
    const sentence = passage?.sentences[hit.sentence];
    // Two passages of a long paragraph have the sentences at their seam in common.
    const place = `${sentence?.start} ${passage?.document.id}`;
    if (!passage || !sentence || closest.has(hit.passage) || taken.has(place)) continue;
    const { document } = passage;
    const words = sentenceText(snapshot, hit);
    if (words.length > MAX_SENTENCE || 'fault' in find({ document: document.id, text: words })) continue;
    taken.add(place);
    closest.set(hit.passage, { document, text: words, sources: sourcesOf(document, [sentence]) });
  }
  return [...closest.values()];
}
