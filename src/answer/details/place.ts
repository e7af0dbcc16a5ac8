import type { Document, Paragraph, Span } from '../../documents/document.js';
import type { SentencePlace } from '../../documents/passages.js';
import { type Piece, piecesOf } from '../../index/details/pieces.js';
import { notRemembered, type Remembered } from '../../index/remembered.js';
import type { Snapshot } from '../../index/snapshot.js';
import { termsOf } from '../../index/text/analyzer.js';

/** Where a sentence stands: the sentence and the texts around it in which what was asked may be said for it. */
export interface Place {
  readonly document: Document;
  readonly sentence: PlaceText;
  /** What leads to it: the sentence before, the line above a list, the first row of a table. */
  readonly before: readonly PlaceText[];
  /** The sentence behind it in the same paragraph. */
  readonly after: readonly PlaceText[];
  /** The innermost heading, if any, and the title. */
  readonly headings: readonly PlaceText[];
  /** The sentences of the same paragraph that are farther off. */
  readonly rest: readonly PlaceText[];
}

/** A text as details are looked for in it: its pieces and terms are read when they are first asked for. */
export class PlaceText {
  readonly text: string;
  readonly #remembered: Remembered;
  #pieces: readonly Piece[] | undefined;
  #terms: readonly string[] | undefined;

  constructor(text: string, remembered = notRemembered) {
    this.text = text;
    this.#remembered = remembered;
  }

  get pieces(): readonly Piece[] {
    this.#pieces ??= this.#remembered.of(piecesOf, this.text);
    return this.#pieces;
  }

  /** Terms of the analyzer. */
  get terms(): readonly string[] {
    this.#terms ??= this.#remembered.of(termsOf, this.text);
    return this.#terms;
  }
}

/** A sentence, with the known question that is tied to it where that one asks the same as the one at hand. */
export interface TiedSentence extends SentencePlace {
  readonly tied?: string | undefined;
}

/** What stands where a sentence is; what is tied to it is as good as said before it. Undefined where there is none. */
export function placeOf(
  { passages, remembered }: Snapshot,
  { passage, sentence, tied }: TiedSentence,
): Place | undefined {
  const { document, paragraph, sentences } = passages.at(passage) ?? {};
  const span = sentences?.[sentence];
  if (!document || !paragraph || !span) return undefined;
  const at = paragraph.sentences.findIndex(({ start }) => start === span.start);
  const asText = (text: string) => new PlaceText(text, remembered);
  const textOf = ({ start, end }: Span) => asText(document.text.slice(start, end));
  const read = (some: readonly Span[]) => some.map(textOf);
  return {
    document,
    sentence: textOf(span),
    before: [
      ...read([...leadIn(document, paragraph), ...paragraph.sentences.slice(Math.max(0, at - 1), at)]),
      ...(tied === undefined ? [] : [asText(tied)]),
    ],
    after: read(paragraph.sentences.slice(at + 1, at + 2)),
    headings: [paragraph.headings.at(-1) ?? '', document.title].filter(Boolean).map(asText),
    rest: read(paragraph.sentences.filter((_, i) => Math.abs(i - at) > 1)),
  };
}

/** The line above a list, which ends with a colon, and the first row of a table. */
function leadIn({ text, paragraphs }: Document, { number, sentences }: Paragraph): Span[] {
  const above = paragraphs[number - 2]?.sentences.at(-1);
  const first = sentences[0];
  const isRow = first !== undefined && text.slice(first.start, first.end).includes(' | ');
  return [
    ...(above && /[:：]$/.test(text.slice(above.start, above.end)) ? [above] : []),
    ...(isRow ? [first] : []),
  ];
}

/** The sentence and what stands around it, nearest first. */
export function textsAt({ sentence, before, after, headings }: Place): readonly PlaceText[] {
  return [sentence, ...before, ...after, ...headings];
}

/** The texts of a sentence, its neighbours, its heading and the title. */
export function textsAround(snapshot: Snapshot, sentence: TiedSentence): string[] {
  const place = placeOf(snapshot, sentence);
  return place ? textsAt(place).map(({ text }) => text) : [];
}
