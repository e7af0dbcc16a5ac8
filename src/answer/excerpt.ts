import { type Sentence, type Source, type Span, sourcesOf } from '../documents/document.js';
import { PARAMETERS } from '../index/parameters.js';
import type { Snapshot } from '../index/snapshot.js';
import { analyze } from '../index/text/analyzer.js';

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

/**
 * The excerpt that shows sentences of a passage that follow each other. A literal slice of the document:
 * `document.text.slice(start, end) === text`.
 */
export function excerptOf(
  snapshot: Snapshot,
  place: { readonly passage: number; readonly sentences: readonly Sentence[]; readonly score: number },
  matched: ReadonlySet<string>,
): Excerpt {
  const passage = snapshot.passages[place.passage];
  const first = place.sentences[0];
  const last = place.sentences.at(-1);
  if (!passage || !first || !last) throw new Error('an excerpt needs a passage and a sentence');
  const { document, paragraph } = passage;
  const whole = { start: first.start, end: last.end };
  const { start, end } = place.sentences.length === 1 ? cutLong(document.text, whole, matched) : whole;
  const text = document.text.slice(start, end);
  return {
    passage: passage.id,
    start,
    end,
    text,
    highlights: highlight(text, matched),
    score: place.score,
    citation: {
      document: document.id,
      title: document.title,
      headings: paragraph.headings,
      paragraph: paragraph.number,
      ...(paragraph.page === undefined ? {} : { page: paragraph.page }),
      sources: sourcesOf(document, place.sentences),
    },
  };
}

/** Where matched words stand in a text, in order; ranges that touch or overlap are one. */
export function highlight(text: string, matched: ReadonlySet<string>): Span[] {
  const ranges: Span[] = [];
  for (const { term, start, end } of analyze(text)) {
    if (!matched.has(term)) continue;
    const last = ranges.at(-1);
    if (last && start <= last.end)
      ranges[ranges.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else ranges.push({ start, end });
  }
  return ranges;
}

/** A sentence that is too long is cut between words, around its first matched word; any other stays whole. */
function cutLong(text: string, { start, end }: Span, matched: ReadonlySet<string>): Span {
  const { maxSentence } = PARAMETERS.excerpts;
  if (end - start <= maxSentence) return { start, end };
  const sentence = text.slice(start, end);
  const firstMatch = highlight(sentence, matched)[0]?.start ?? 0;
  const from = firstMatch < maxSentence / 2 ? 0 : wordStart(sentence, firstMatch - maxSentence / 4);
  const to =
    sentence.length - from <= maxSentence ? sentence.length : wordEnd(sentence, from, from + maxSentence);
  return { start: start + from, end: start + to };
}

/** The first start of a word at or after an offset; where words are not spaced, the start of a character. */
function wordStart(text: string, offset: number): number {
  const at = Math.floor(offset);
  const space = text.slice(at, at + 60).search(/\s\S/);
  return space >= 0 ? at + space + 1 : characterStart(text, at);
}

/** The last end of a word at or before an offset, at least half way; else the start of a character. */
function wordEnd(text: string, from: number, offset: number): number {
  const half = Math.floor((from + offset) / 2);
  const ends = [...text.slice(half, offset + 1).matchAll(/\S(?=\s)/g)];
  const last = ends.at(-1);
  return last ? half + last.index + 1 : characterStart(text, offset);
}

function characterStart(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}
