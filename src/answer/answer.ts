import type { Source, Span } from '../documents/document.js';

/** Where an excerpt stands and what it rests on: enough for a reader to check it. */
export interface Citation {
  readonly document: string;
  readonly title: string;
  /** Headings above the excerpt, outermost first, without the title; empty before the first heading. */
  readonly headings: readonly string[];
  readonly paragraph: number;
  readonly page?: number;
  readonly sources: readonly Source[];
}

/** Whole sentences of one passage: `document.text.slice(start, end) === text`. */
export interface Excerpt extends Span {
  /** Id of the passage within the snapshot. */
  readonly passage: number;
  readonly text: string;
  /** Ranges of matched words, relative to `text`, in order, not overlapping. */
  readonly highlights: readonly Span[];
  readonly score: number;
  readonly citation: Citation;
}

/** `confidence` is the estimated probability, 0 to 1, that an excerpt answers the question. */
export type Answer =
  | { readonly kind: 'cited'; readonly confidence: number; readonly excerpts: readonly Excerpt[] }
  | { readonly kind: 'none'; readonly confidence: number; readonly closest: readonly Excerpt[] };
