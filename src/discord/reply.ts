import type { Span } from '../documents/document.js';

/**
 * What a command answers: plain data without a word of Discord's Markdown. Rendering alone knows how it looks,
 * what has to be escaped and what fits.
 */
export interface Reply {
  readonly blocks: readonly Block[];
  /** Colours the edge of the message, so that "no" does not look like "yes". */
  readonly tone: Tone;
  readonly buttons?: readonly Button[];
}

export type Tone = 'answer' | 'neutral' | 'trouble';

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly line: Line }
  | { readonly kind: 'small'; readonly line: Line }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | Quotation
  | { readonly kind: 'divider' };

/** A slice of a document with where it stands. The two are shown together or not at all. */
export interface Quotation {
  readonly kind: 'quotation';
  readonly text: string;
  /** Ranges of `text` to be set in bold, in order, not overlapping. */
  readonly highlights: readonly Span[];
  /** The slice begins, or ends, inside a sentence: an ellipsis is shown there, outside of the slice. */
  readonly cut: { readonly before: boolean; readonly after: boolean };
  readonly citation: Line;
}

export interface Item {
  readonly line: Line;
  /** 0 (when absent) for the outermost level. */
  readonly depth?: number;
}

/** Text of one line; line breaks in it are shown as spaces. */
export type Line = string | readonly Run[];
export type Run =
  | string
  | { readonly bold: string }
  | { readonly code: string }
  | { readonly link: string; readonly label: string };

/** A button that asks for another reply; see `customId` for what it may carry. */
export interface Button {
  readonly label: string;
  readonly customId: string;
}
