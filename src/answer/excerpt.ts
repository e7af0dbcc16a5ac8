import { type Document, type Source, type Span, sourcesOf } from '../documents/document.js';
import { PARAMETERS } from '../index/parameters.js';
import { notRemembered } from '../index/remembered.js';
import { type AskedWords, highlight } from './highlight.js';
import { unitsIn } from './length.js';
import type { Differing, Selected } from './selection.js';

/** Where an excerpt stands and what it rests on: enough for a reader to check it. */
export interface Citation {
  readonly document: string;
  readonly title: string;
  /** Headings above the excerpt, outermost first, without the title; empty before the first heading. */
  readonly headings: readonly string[];
  /** In which it begins. */
  readonly paragraph: number;
  readonly page?: number;
  /** Its own sources, and those of its copies in other documents. */
  readonly sources: readonly Source[];
  /** Up to when its document knows, `YYYY[-MM[-DD]]`, where that says so. */
  readonly asOf?: string;
  /** When its document was published, `YYYY[-MM[-DD]]`, where that says so. */
  readonly published?: string;
  /** Where else one of its sentences stands word for word. */
  readonly copies: readonly CopyPlace[];
}

/** A sentence of another document. */
export interface CopyPlace {
  /** Its id and title. */
  readonly document: string;
  readonly title: string;
  readonly start: number;
}

/** A literal slice of a document: `document.text.slice(start, end) === text`. */
export interface Slice extends Span {
  readonly text: string;
}

/** Whole sentences of a document that follow each other. */
export interface Excerpt extends Slice {
  /** Id within the snapshot of the passage with the sentence that was found. */
  readonly passage: number;
  /** Ranges of matched words, relative to `text`, in order, not overlapping. */
  readonly highlights: readonly Span[];
  /** Whether it begins, or ends, inside a sentence. */
  readonly cut: { readonly before: boolean; readonly after: boolean };
  /** What stands above it and says what it is about: the lead-in of a list, the header of a table. */
  readonly lead?: Slice;
  /** Items of a list that follow it and are not shown. */
  readonly more: number;
  readonly differing?: Differing;
  readonly score: number;
  readonly citation: Citation;
}

/** The excerpt that shows a stretch of a document. */
export function excerptOf(selected: Selected, asked: AskedWords, remembered = notRemembered): Excerpt {
  const span = cutLong(selected.passage.document.text, selected, asked);
  return excerptWithin(selected, span, asked, remembered);
}

/** The excerpt that shows what of a stretch stands within a span. */
export function excerptWithin(
  selected: Selected,
  { start, end }: Span,
  asked: AskedWords,
  remembered = notRemembered,
): Excerpt {
  const { passage, lead, more, differing, score } = selected;
  const { document } = passage;
  const text = document.text.slice(start, end);
  return {
    passage: passage.id,
    start,
    end,
    text,
    highlights: highlight(text, asked, remembered),
    cut: { before: start > selected.start, after: end < selected.end },
    ...(lead && { lead: sliceOf(document, lead) }),
    more,
    ...(differing && { differing }),
    score,
    citation: citationOf(selected),
  };
}

function sliceOf({ text }: Document, { start, end }: Span): Slice {
  return { start, end, text: text.slice(start, end) };
}

function citationOf({ passage: { document, paragraph }, start, sentences, copies }: Selected): Citation {
  const before = document.paragraphs[paragraph.number - 2];
  const { number, headings, page } = before && start < before.end ? before : paragraph;
  const sources = [
    ...sourcesOf(document, sentences),
    ...copies.flatMap((copy) => sourcesOf(copy.document, [copy.sentence])),
  ];
  return {
    document: document.id,
    title: document.title,
    headings,
    paragraph: number,
    ...(page === undefined ? {} : { page }),
    ...(document.source?.asOf === undefined ? {} : { asOf: document.source.asOf }),
    ...(document.source?.published === undefined ? {} : { published: document.source.published }),
    sources: eachOnce(sources),
    copies: copies.map(({ document: { id, title }, sentence }) => ({
      document: id,
      title,
      start: sentence.start,
    })),
  };
}

/** Most are of one document, and one of them is compared with none. */
function eachOnce(sources: readonly Source[]): Source[] {
  const different = [...new Set(sources)];
  if (different.length < 2) return different;
  return [...new Map(different.map((source) => [JSON.stringify(source), source])).values()];
}

/** A sentence that is too long is cut between words, around its first matched word; so are several, if twice as long. */
function cutLong(text: string, { start, end, sentences }: Selected, asked: AskedWords): Span {
  const whole = text.slice(start, end);
  const { maxSentence } = PARAMETERS.excerpts;
  const limit = sentences.length > 1 ? 2 * maxSentence : maxSentence;
  const units = unitsIn(whole);
  if (units <= limit) return { start, end };
  // Of what is denser than English, as Chinese is, the same length is fewer UTF-16 units.
  const most = Math.floor((limit * whole.length) / units);
  const firstMatch = highlight(whole, asked)[0]?.start ?? 0;
  const from = firstMatch < most / 2 ? 0 : wordStart(whole, firstMatch - most / 4);
  const to = whole.length - from <= most ? whole.length : wordEnd(whole, from, from + most);
  return { start: start + from, end: start + to };
}

/** The first start of a word at or after an offset; where words are not spaced, the start of a character. */
function wordStart(text: string, offset: number): number {
  const at = Math.floor(offset);
  const space = text.slice(at, at + 60).search(/[\s，；、：]\S/);
  return space >= 0 ? at + space + 1 : characterStart(text, at);
}

/** The last end of a word at or before an offset, at least half way; else the start of a character. */
function wordEnd(text: string, from: number, offset: number): number {
  const half = Math.floor((from + offset) / 2);
  const ends = [...text.slice(half, offset + 1).matchAll(/\S(?=\s)|[，；、：]/g)];
  const last = ends.at(-1);
  return last ? half + last.index + 1 : characterStart(text, offset);
}

function characterStart(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}
