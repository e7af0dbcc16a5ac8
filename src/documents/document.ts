import { addressWithin, namesWithin, nameWithin } from './names.js';
import type { Problem, Remark } from './problem.js';

/** Where a statement comes from. Every field is optional: what is not known is absent, never empty. */
export interface Source {
  readonly publisher?: string;
  readonly title?: string;
  readonly author?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly published?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly retrieved?: string;
  /** Of a document: up to when it knows of what it tells. `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly asOf?: string;
  readonly url?: string;
  readonly archiveUrl?: string;
  /** BCP 47, for instance `en` or `zh-Hans`. */
  readonly language?: string;
}

/** A half-open range of UTF-16 code units in a document's canonical text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One sentence of a paragraph; `text.slice(start, end)` has no white space at its ends. */
export interface Sentence extends Span {
  /** Positions in {@link Document.references} of the sources that footnotes on this sentence name. */
  readonly references: readonly number[];
}

/** A body paragraph; title and heading lines are not counted. */
export interface Paragraph extends Span {
  /** From 1, over the body paragraphs of the document. */
  readonly number: number;
  /** Headings above the paragraph, outermost first, without the title; empty before the first heading. */
  readonly headings: readonly string[];
  /** From 1, where the format has pages. */
  readonly page?: number;
  /** At least one; in order, not overlapping, together all of the paragraph but white space. */
  readonly sentences: readonly Sentence[];
}

/** One text of the knowledge base. Plain data: it can be stored as JSON and sent between processes. */
export interface Document {
  /** The path under the folder without extension, with `/` between folders, in NFC. */
  readonly id: string;
  readonly title: string;
  /** The canonical text, which all offsets refer to. */
  readonly text: string;
  /** The document's own source; a sentence without references of its own rests on this one. */
  readonly source?: Source;
  /** The sources that footnotes name, each once. */
  readonly references: readonly Source[];
  readonly tags: readonly string[];
  readonly paragraphs: readonly Paragraph[];
  /**
   * Of a text that was read from a web page: what of it the page does not say so, in order; empty spans where the page
   * has something in between. Absent where it was read from something else.
   */
  readonly pageDifferences?: readonly Span[];
  /** What could not be read for certain, and what of the file was left out; absent where there is nothing to say. */
  readonly remarks?: readonly Remark[];
}

/** What is said of a text. */
export interface Description {
  readonly title: string;
  readonly source: Source | undefined;
  readonly tags?: readonly string[];
}

/** Remarks that a document keeps: more say no more than that the file is in a bad state. */
const MAX_REMARKS = 50;

/**
 * The same text with another title, source and tags, each within bounds (`names.ts`). Fields keep their order, so that
 * equal documents are equal as JSON.
 */
export function describedAs(
  document: Omit<Document, 'title'>,
  { title, source, tags = document.tags }: Description,
): Document {
  const { id, text, references, paragraphs, pageDifferences, remarks } = document;
  const within = source && sourceWithin(source);
  return {
    id,
    title: nameWithin(title) || nameWithin(id.slice(id.lastIndexOf('/') + 1)),
    text,
    ...(within && Object.keys(within).length > 0 && { source: within }),
    references,
    tags: namesWithin(tags),
    paragraphs,
    ...(pageDifferences && { pageDifferences }),
    ...(remarks && { remarks }),
  };
}

const ADDRESSES: ReadonlySet<string> = new Set(['url', 'archiveUrl'] satisfies (keyof Source)[]);

/** A source whose names and addresses are within bounds; a field of which nothing is left is absent. */
export function sourceWithin(source: Source): Source {
  return Object.fromEntries(
    Object.entries(source).flatMap(([field, value]: [string, string]) => {
      const within = ADDRESSES.has(field) ? addressWithin(value) : nameWithin(value);
      return within ? [[field, within]] : [];
    }),
  );
}

/** The document with problems that did not leave it out, so that they are known for as long as it is. */
export function withRemarks(document: Document, problems: readonly Problem[]): Document {
  if (problems.length === 0) return document;
  const added = problems.map(({ file: _, ...remark }): Remark => remark);
  return { ...document, remarks: [...(document.remarks ?? []), ...added].slice(0, MAX_REMARKS) };
}

/** The sources of some sentences of a document: those that they name, or else the document's own. */
export function sourcesOf(document: Document, sentences: readonly Sentence[]): Source[] {
  const named = new Set(sentences.flatMap((sentence) => sentence.references));
  const sources = [...named].flatMap((position) => document.references[position] ?? []);
  if (sources.length > 0) return sources;
  return document.source ? [document.source] : [];
}
