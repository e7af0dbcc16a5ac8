import {
  type Document,
  describedAs,
  type Paragraph,
  type Sentence,
  type Source,
  type Span,
  sourceWithin,
} from '../document.js';
import { nameWithin } from '../names.js';
import type { Problem } from '../problem.js';
import { splitSentences, trimmed } from '../sentences.js';
import { shortSentences } from './sentence-length.js';

/** A file as it came: from the folder, or as an attachment. */
export interface InputFile {
  /** Relative to the folder, with `/` between folders. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The `Content-Type` that a server sent with it. */
  readonly contentType?: string;
}

/**
 * Reads files of one format. It does nothing else, and bad input gives problems; what a library throws may pass
 * through, as the one caller (read.ts) turns it into a problem.
 */
export type Reader = (file: InputFile) => OutlineResult | Promise<OutlineResult>;

export interface OutlineResult {
  /** Absent where the document has to be left out. */
  readonly outline?: Outline;
  readonly problems: readonly Problem[];
}

/** What a reader finds in a file: the canonical text and its paragraphs, not yet split into sentences. */
export interface Outline {
  /** Absent where the file gives none; the name of the file then takes its place. */
  readonly title?: string;
  readonly text: string;
  readonly source?: Source;
  readonly references?: readonly Source[];
  readonly tags?: readonly string[];
  /** The body paragraphs in order. */
  readonly paragraphs: readonly OutlineParagraph[];
  /** Of a web page, as in {@link Document}. */
  readonly pageDifferences?: readonly Span[];
}

/** A body paragraph. */
export interface OutlineParagraph {
  readonly headings: readonly string[];
  readonly page?: number;
  /** In order. No sentence extends over two of them: prose is one part, a list or table has one for each line. */
  readonly parts: readonly OutlinePart[];
}

export interface OutlinePart extends Span {
  /** Is it one sentence, though full stops may stand in it, like a row of a table? */
  readonly isWhole?: boolean;
  readonly marks?: readonly FootnoteMark[];
}

/** A footnote mark that stood at offset `at` of the canonical text. */
export interface FootnoteMark {
  readonly at: number;
  /** Position in the references of the outline. */
  readonly reference: number;
}

/**
 * The document that an outline describes, without empty parts and empty paragraphs; its names and sentences within
 * bounds.
 */
export function documentOfOutline(id: string, outline: Outline): Document {
  const { text, source, references = [], tags = [], pageDifferences } = outline;
  const paragraphs: Paragraph[] = [];
  const headingsWithin = headingReader();
  for (const { headings, page, parts } of outline.paragraphs) {
    const sentences = parts.flatMap((part) => sentencesOf(text, part));
    const first = sentences[0];
    const last = sentences.at(-1);
    if (!first || !last) continue;
    paragraphs.push({
      number: paragraphs.length + 1,
      headings: headingsWithin(headings),
      ...(page !== undefined && { page }),
      start: first.start,
      end: last.end,
      sentences,
    });
  }
  const document = {
    id,
    text,
    references: references.map(sourceWithin),
    tags,
    paragraphs,
    ...(pageDifferences && { pageDifferences }),
  };
  return describedAs(document, { title: outline.title ?? '', source });
}

/** Bounds headings; one that stands over many paragraphs is looked at once. */
function headingReader(): (headings: readonly string[]) => readonly string[] {
  const known = new Map<string, string>();
  const within = (heading: string) => {
    const read = known.get(heading) ?? nameWithin(heading);
    known.set(heading, read);
    return read;
  };
  return (headings) => headings.map(within).filter((heading) => heading !== '');
}

/** Shared, as most sentences name no source. */
const NO_REFERENCES: readonly number[] = [];

function sentencesOf(text: string, part: OutlinePart): Sentence[] {
  const { marks = [] } = part;
  const spans = spansOf(text, part);
  // A mark belongs to the sentence that the character before it is in, or else to the first one.
  const references = new Map<number, Set<number>>();
  for (const { at, reference } of marks) {
    const owner = Math.max(0, lastBefore(spans, at));
    references.set(owner, (references.get(owner) ?? new Set()).add(reference));
  }
  return spans.map(({ start, end }, position) => {
    const named = references.get(position);
    return { start, end, references: named ? [...named] : NO_REFERENCES };
  });
}

/** The last of some spans in order that begins before a place; -1 where none does. */
function lastBefore(spans: readonly Span[], place: number): number {
  let [low, high] = [-1, spans.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((spans[middle]?.start ?? 0) < place) low = middle;
    else high = middle - 1;
  }
  return low;
}

function spansOf(text: string, { start, end, isWhole }: OutlinePart): Span[] {
  const spans = isWhole
    ? [trimmed(text, start, end)]
    : splitSentences(text.slice(start, end)).map((span) => ({
        start: start + span.start,
        end: start + span.end,
      }));
  return spans.flatMap((span) => shortSentences(text, span));
}
