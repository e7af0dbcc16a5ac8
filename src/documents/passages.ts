import type { Document, Paragraph, Sentence, Span } from './document.js';
import { type ItemList, listOf } from './lists.js';

/** The unit that is indexed: one paragraph, or a window of sentences of a long one. */
export interface Passage extends Span {
  /** A number within a revision (its position in the list of passages), so that custom ids stay short. */
  readonly id: number;
  readonly document: Document;
  readonly paragraph: Paragraph;
  /** The sentences of the paragraph that lie in `[start, end)`; at least one. */
  readonly sentences: readonly Sentence[];
  /** The list or table that the paragraph is; absent for prose. */
  readonly list?: ItemList;
}

/** Passages by their ids, from 0 on: an array, or the passages of several in one row. */
export interface Passages extends Iterable<Passage> {
  readonly length: number;
  at(id: number): Passage | undefined;
}

/** Where a sentence stands: the seams of the windows of a long paragraph have the same sentence twice. */
export interface SentencePlace {
  /** Id of the passage. */
  readonly passage: number;
  /** Its position among the sentences of the passage. */
  readonly sentence: number;
}

/**
 * A paragraph of up to this many characters (about 200 words) is one passage. So ordinary paragraphs stay whole, as
 * their author thought of them; longer ones hold several thoughts, and the frequency of a word in all of them says
 * little about any one.
 */
const MAX_PASSAGE_LENGTH = 1_200;

/** The length of the windows of a longer paragraph, in characters: they compete with ordinary paragraphs. */
const WINDOW_LENGTH = 900;

/** Two windows share at most so many characters, so that a thought at their seam is whole in one of them. */
const MAX_OVERLAP = 250;

/** The passages of all documents, in order; the id of each is its position. */
export function makePassages(documents: readonly Document[]): Passage[] {
  const passages: Passage[] = [];
  for (const document of documents) addPassages(passages, document);
  return passages;
}

/**
 * Adds the passages of one document, so that a caller with many can give way to other work in between.
 * @param firstId Of the first of all these passages.
 */
export function addPassages(passages: Passage[], document: Document, firstId = 0): void {
  for (const paragraph of document.paragraphs) {
    const list = listOf(document, paragraph);
    for (const sentences of windows(paragraph)) {
      passages.push({
        id: firstId + passages.length,
        document,
        paragraph,
        sentences,
        start: sentences[0]?.start ?? paragraph.start,
        end: sentences.at(-1)?.end ?? paragraph.end,
        ...(list && { list }),
      });
    }
  }
}

/** The sentences of a paragraph: all of them, or overlapping runs of whole sentences where it is long. */
function windows({ start, end, sentences }: Paragraph): (readonly Sentence[])[] {
  if (end - start <= MAX_PASSAGE_LENGTH) return [sentences];
  const runs: Sentence[][] = [];
  let first = 0;
  for (;;) {
    const next = runEnd(sentences, first);
    runs.push(sentences.slice(first, next));
    if (next === sentences.length) return runs;
    first = overlapStart(sentences, first, next);
  }
}

/** The end, exclusive, of the run from `first` that fits into a window; a run has at least one sentence. */
function runEnd(sentences: readonly Sentence[], first: number): number {
  const limit = (sentences[first]?.start ?? 0) + WINDOW_LENGTH;
  let next = first + 1;
  while ((sentences[next]?.end ?? Infinity) <= limit) next++;
  return next;
}

/** Where the run after `[first, next)` begins: as far back as the overlap allows if the next sentence still fits. */
function overlapStart(sentences: readonly Sentence[], first: number, next: number): number {
  const seam = sentences[next - 1]?.end ?? 0;
  const earliest = Math.max(seam - MAX_OVERLAP, (sentences[next]?.end ?? 0) - WINDOW_LENGTH);
  let start = next;
  while (start > first + 1 && (sentences[start - 1]?.start ?? 0) >= earliest) start--;
  return start;
}
