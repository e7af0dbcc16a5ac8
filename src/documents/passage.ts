import type { Document, Paragraph, Sentence, Span } from './document.js';

/** The unit that is indexed: one paragraph, or a window of sentences of a long one. */
export interface Passage extends Span {
  /** A number within a revision (its position in the list of passages), so that custom ids stay short. */
  readonly id: number;
  readonly document: Document;
  readonly paragraph: Paragraph;
  /** The sentences of the paragraph that lie in `[start, end)`; at least one. */
  readonly sentences: readonly Sentence[];
}
