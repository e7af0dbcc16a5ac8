/**
 * Why a document, or a part of it, was left out. Data, so that the words for it stand with all other words
 * (`copy`) and a test can name the kind.
 */
export type Problem = {
  /** Path as the moderator knows it: relative to the knowledge folder, or the name of the attachment. */
  readonly file: string;
  /** From 1, where the place is known. */
  readonly line?: number;
} & ProblemKind;

export type ProblemKind =
  | { readonly kind: 'not-utf8' }
  | { readonly kind: 'nul-bytes' }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly most: number }
  | { readonly kind: 'unknown-format'; readonly extension: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'front-matter'; readonly detail: string }
  | { readonly kind: 'leaves-folder' }
  | { readonly kind: 'same-id'; readonly id: string; readonly other: string }
  | { readonly kind: 'too-slow'; readonly seconds: number }
  | { readonly kind: 'too-deep' }
  | { readonly kind: 'too-much-memory'; readonly megabytes: number }
  | { readonly kind: 'unreadable'; readonly detail: string }
  | { readonly kind: 'footnote-undefined'; readonly name: string }
  | { readonly kind: 'footnote-source'; readonly name: string }
  | { readonly kind: 'glossary'; readonly detail: string }
  /** A takedown has withdrawn the text. */
  | { readonly kind: 'withdrawn' };

/** What reading one file gives. A document may come with problems that do not leave it out. */
export interface ReadResult<T> {
  readonly document?: T;
  readonly problems: readonly Problem[];
}
