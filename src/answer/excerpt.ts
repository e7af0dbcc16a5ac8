import { type Sentence, type Span, sourcesOf } from '../documents/document.js';
import type { Snapshot } from '../index/snapshot.js';
import { analyze } from '../index/text/analyzer.js';
import type { Excerpt } from './answer.js';

/** Longer than this, in UTF-16 units, a sentence is cut. */
const longestSentence = 600;

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

/** A sentence of more than 600 units is cut between words, around its first matched word; any other stays whole. */
function cutLong(text: string, { start, end }: Span, matched: ReadonlySet<string>): Span {
  if (end - start <= longestSentence) return { start, end };
  const sentence = text.slice(start, end);
  const firstMatch = highlight(sentence, matched)[0]?.start ?? 0;
  const from = firstMatch < longestSentence / 2 ? 0 : wordStart(sentence, firstMatch - longestSentence / 4);
  const to =
    sentence.length - from <= longestSentence
      ? sentence.length
      : wordEnd(sentence, from, from + longestSentence);
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
