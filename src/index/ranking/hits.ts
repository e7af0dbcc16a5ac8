/** What the score of a passage is the sum of; parts that do not apply are absent. */
export type PassageParts = Readonly<
  Partial<
    Record<'words' | 'related' | 'bestSentence' | 'proximity' | 'feedback' | 'meaning' | 'period', number>
  >
>;

/** A passage that matches a question. */
export interface PassageHit {
  readonly passage: number;
  readonly score: number;
  readonly parts: PassageParts;
}

/** A passage by its words. Who adds a part names all: to copy them and add one takes several times as long. */
export interface PassageByWords extends PassageHit {
  readonly parts: Readonly<Record<'words' | 'related' | 'bestSentence' | 'proximity', number>>;
}

/** And by those that go with them. */
export interface PassageWithFeedback extends PassageHit {
  readonly parts: PassageByWords['parts'] & { readonly feedback: number };
}

/**
 * What the first score of a sentence is the sum of; `context` is for its words together with headings and the sentence
 * before, `period` for its dates. Parts that do not apply are absent.
 */
export type SentenceParts = Readonly<
  Partial<Record<'words' | 'context' | 'passage' | 'meaning' | 'period', number>>
>;

/** A sentence of a passage that matches, by its place among the passage's sentences. */
export interface SentenceHit {
  readonly passage: number;
  readonly sentence: number;
  readonly score: number;
  readonly parts: SentenceParts;
}

/** A sentence by its words. */
export interface SentenceByWords extends SentenceHit {
  readonly parts: Readonly<Record<'words' | 'context' | 'passage', number>>;
}

/** Best first; ties in reading order, so that the same question always gets the same answer. */
export function bestSentenceFirst(a: SentenceHit, b: SentenceHit): number {
  return b.score - a.score || a.passage - b.passage || a.sentence - b.sentence;
}
