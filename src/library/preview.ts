import type { ChangedField, ChangedLine } from '../documents/diff.js';
import type { Source } from '../documents/document.js';
import type { Problem } from '../documents/problem.js';

/** What makes a new revision. */
export type ChangeKind = 'first' | 'refresh' | 'add' | 'remove' | 'rollback';

/** What a moderator sees before anything is live. Plain data: kept with the draft as JSON. */
export interface Preview {
  readonly kind: ChangeKind;
  /** The earlier revision whose content a roll back brings back. */
  readonly rollbackTo?: number;
  readonly added: readonly DocumentLine[];
  readonly removed: readonly DocumentLine[];
  readonly changed: readonly DocumentDiff[];
  /** How many documents stay as they are. */
  readonly unchanged: number;
  /** Whether names or synonyms changed. */
  readonly glossaryChanged: boolean;
  readonly passages: { readonly before: number; readonly after: number };
  /** What was left out, and why. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
  readonly answers: {
    /** How many questions were asked of both. */
    readonly compared: number;
    readonly changed: readonly AnswerChange[];
  };
}

export interface DocumentLine {
  readonly id: string;
  readonly title: string;
  readonly passages: number;
  /** Of what a moderator adds: what is known of where it comes from, to be looked at before it is cited. */
  readonly source?: Source;
}

/** How one document changed. */
export interface DocumentDiff {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly ChangedField[];
  /** Paragraphs that went and came, in reading order. */
  readonly lines: readonly ChangedLine[];
  /** How many more such lines there are than a preview keeps. */
  readonly moreLines: number;
}

/** What the checks of the new snapshot found. None of them keeps it from being published. */
export type Warning =
  | { readonly kind: 'no-passages'; readonly id: string; readonly title: string }
  /** Asking for its title does not find the document first. */
  | { readonly kind: 'not-found-by-title'; readonly id: string; readonly title: string }
  /** Fewer than half as many passages as before: publishing must be confirmed. */
  | { readonly kind: 'shrinks'; readonly before: number; readonly after: number };

/** A question whose first excerpt would be another one. */
export interface AnswerChange {
  readonly question: string;
  /** Absent where the documents do not answer. */
  readonly before?: AnswerLine;
  readonly after?: AnswerLine;
}

export interface AnswerLine {
  readonly document: string;
  readonly text: string;
}

/** What a revision says of how it came to be. Plain data: kept with the revision as JSON. */
export type Report =
  | {
      readonly kind: ChangeKind;
      readonly rollbackTo?: number;
      /** Ids of documents. */
      readonly added: readonly string[];
      readonly removed: readonly string[];
      readonly changed: readonly string[];
      readonly glossaryChanged: boolean;
    }
  | { readonly kind: 'takedown'; readonly document: string; readonly why: string }
  /** The bot had left the server for 30 days; its documents were deleted. */
  | { readonly kind: 'server-left' };
