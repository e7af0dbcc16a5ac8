import type { Span } from '../documents/document.js';

/**
 * What a command answers: plain data without a word of Discord's Markdown. Rendering alone knows how it looks,
 * what has to be escaped and what fits.
 */
export interface Reply {
  readonly blocks: readonly ReplyBlock[];
  /** Colours the edge of the message, so that "no" does not look like "yes". */
  readonly tone: Tone;
  readonly buttons?: readonly Button[];
  /** A second row of buttons, of another kind. */
  readonly moreButtons?: readonly Button[];
  /** Shown only to the one who asked; the message that a button stands on is left as it is. */
  readonly isAside?: boolean;
  /** A message below the one before, which stays: of a private command it is private, too. */
  readonly isFurther?: boolean;
  /** A message of its own that all in the channel see, whoever sees the one that a button stands on. */
  readonly isForAll?: boolean;
  readonly file?: File;
}

/** A text file to download. */
export interface File {
  readonly name: string;
  readonly text: string;
}

export type Tone = 'answer' | 'neutral' | 'trouble';

export type ReplyBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly line: ReplyLine }
  | { readonly kind: 'small'; readonly line: ReplyLine }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | Quotation
  | Code
  | Diff
  /** Buttons that belong to what stands above them. */
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | Select
  | { readonly kind: 'divider' };

/** Text to be copied as it is. */
export interface Code {
  readonly kind: 'code';
  readonly text: string;
  /** Says what it is. */
  readonly label: string;
}

/** Lines that went and came. */
export interface Diff {
  readonly kind: 'diff';
  readonly lines: readonly { readonly sign: '-' | '+'; readonly text: string }[];
}

/** A list that something is chosen from, which asks for another reply. */
export interface Select {
  readonly kind: 'select';
  readonly customId: string;
  /** What stands there until something is chosen. */
  readonly placeholder: string;
  /** At least one; Discord shows the first 25. No two have the same value. */
  readonly options: readonly SelectOption[];
  /** How many can be chosen at once; one where nothing is said. */
  readonly most?: number;
}

export interface SelectOption {
  readonly label: string;
  /** Says more, in smaller letters. */
  readonly description?: string;
  /** What the reply is made from, even after a restart: 1 to 100 characters, as they are. */
  readonly value: string;
}

/** A slice of a document and where it comes from. The two are shown together or not at all. */
export interface Quotation {
  readonly kind: 'quotation';
  /** Another slice that stands above it in the document, not right before it: shown first, set apart by an ellipsis. */
  readonly lead?: string;
  readonly text: string;
  /** Ranges of `text` to be set in bold, in order, not overlapping. */
  readonly highlights: readonly Span[];
  /** The slice begins, or ends, inside a sentence: an ellipsis is shown there, outside of the slice. */
  readonly cut: { readonly before: boolean; readonly after: boolean };
  /** Says what of a list is left out behind the slice. */
  readonly more?: string;
  readonly citation: ReplyLine;
}

export interface Item {
  readonly line: ReplyLine;
  /** 0 (when absent) for the outermost level. */
  readonly depth?: number;
}

/** Text of one line; line breaks in it are shown as spaces. */
export type ReplyLine = string | readonly Run[];
export type Run =
  | string
  | { readonly bold: string }
  | { readonly code: string }
  | { readonly link: string; readonly label: string }
  /** Shown in the reader's own time zone and language; `distance`: "in 5 minutes". */
  | { readonly time: Date; readonly as?: 'distance' }
  /** Shown by name. Nobody is notified. */
  | { readonly mention: 'member' | 'role' | 'channel'; readonly id: string };

/** A button that asks for another reply; see `customId` for what it may carry. */
export interface Button {
  readonly label: string;
  readonly customId: string;
  /** How much it stands out. */
  readonly look?: 'usual' | 'main' | 'danger';
}
