import type { Document, Span } from '../documents/document.js';
import { makePassages, type Passage, type Passages } from '../documents/passages.js';
import { type Excerpt, excerptWithin } from './excerpt.js';
import type { AskedWords } from './highlight.js';
import type { Copy, Differing } from './selection.js';
import { itemWithLead, wholeList } from './stretch.js';

/**
 * Where an excerpt stands in the documents of a snapshot. The documents of a revision stay as they are, however they are read
 * and cut up by a later release, so that it is found again by this.
 */
export interface ExcerptPlace extends Span {
  /** The position of its document among those of the snapshot. */
  readonly document: number;
  /** Where else one of its sentences stands word for word. */
  readonly copies: readonly { readonly document: number; readonly start: number }[];
  /** How it differs from others of its answer. */
  readonly differing?: Differing;
}

/** Documents by their positions in a snapshot, with their passages; `passages.at(i).id === i`. */
export interface Texts {
  readonly documents: ReadonlyMap<number, Document>;
  readonly passages: Passages;
}

export function textsOf(documents: Texts['documents']): Texts {
  return { documents, passages: makePassages([...documents.values()]) };
}

/** The positions of all documents that some places need. */
export function positionsIn(places: readonly ExcerptPlace[]): number[] {
  const all = places.flatMap(({ document, copies }) => [document, ...copies.map((copy) => copy.document)]);
  return [...new Set(all)];
}

/** The place of an excerpt; `undefined` where its document is none of these. */
export function placeOf(documents: readonly Document[], excerpt: Excerpt): ExcerptPlace | undefined {
  const { start, end, differing, citation } = excerpt;
  const position = (id: string) => documents.findIndex((document) => document.id === id);
  const document = position(citation.document);
  if (document === -1) return undefined;
  const copies = citation.copies
    .map((copy) => ({ document: position(copy.document), start: copy.start }))
    .filter((copy) => copy.document !== -1);
  return { document, start, end, copies, ...(differing && { differing }) };
}

/** The excerpt at a place again; `undefined` where there is no such place. */
export function excerptAt(texts: Texts, place: ExcerptPlace, asked: AskedWords): Excerpt | undefined {
  const document = texts.documents.get(place.document);
  if (!document || place.start >= place.end || place.end > document.text.length) return undefined;
  const passage = passageOf(texts.passages, document, place);
  if (!passage) return undefined;
  const sentences = document.paragraphs
    .filter((paragraph) => overlap(paragraph, place) > 0)
    .flatMap((paragraph) => paragraph.sentences.filter((sentence) => overlap(sentence, place) > 0));
  const [first] = sentences;
  if (!first) return undefined;
  const selected = {
    passage,
    sentences,
    // It may begin with a heading, which is no sentence.
    start: Math.min(first.start, place.start),
    end: Math.max(sentences.at(-1)?.end ?? 0, place.end),
    ...overList(passage, place, first),
    words: 0,
    score: 0,
    copies: place.copies.flatMap((copy) => copyAt(texts, copy)),
    ...(place.differing && { differing: place.differing }),
  };
  return excerptWithin(selected, place, asked);
}

/** The passage of a document that has most of a stretch; of two that have as much, the first. */
function passageOf(passages: Passages, document: Document, place: Span): Passage | undefined {
  let best: Passage | undefined;
  for (const passage of passages) {
    if (passage.document !== document) continue;
    if (overlap(passage, place) > (best ? overlap(best, place) : 0)) best = passage;
  }
  return best;
}

function overlap(a: Span, b: Span): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

/** What is left out of a list: what stands above the excerpt, and the items behind it. */
function overList(passage: Passage, place: Span, first: Passage['sentences'][number]) {
  const { list } = passage;
  if (!list) return { more: 0 };
  const { lead } = itemWithLead({ passage, list }, first);
  const whole = wholeList({ passage, list });
  return {
    more: whole.end === place.end ? whole.more : 0,
    ...(lead && lead.end <= place.start && { lead }),
  };
}

function copyAt({ documents }: Texts, { document: position, start }: ExcerptPlace['copies'][number]): Copy[] {
  const document = documents.get(position);
  const sentence = document?.paragraphs
    .flatMap(({ sentences }) => sentences)
    .find((one) => one.start === start);
  return document && sentence ? [{ document, sentence }] : [];
}
