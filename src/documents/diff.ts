import { isDeepStrictEqual } from 'node:util';
import type { Document, Paragraph, Source } from './document.js';

/** How one document differs between two lists. */
export type DocumentDiff =
  | { readonly kind: 'added' | 'removed' | 'unchanged'; readonly document: Document }
  | ({ readonly kind: 'changed' } & DocumentChange);

export interface DocumentChange {
  readonly before: Document;
  readonly after: Document;
  /** What changed other than the words of paragraphs; not empty where `lines` is. */
  readonly fields: readonly ChangedField[];
  /** In reading order; where a paragraph was rewritten, the old one stands before the new one. */
  readonly lines: readonly ChangedLine[];
}

/** `layout` is what a reader would not notice: spacing, or where a sentence is taken to end. */
export type ChangedField =
  | 'title'
  | 'source'
  | 'tags'
  | 'sentence-sources'
  | 'headings'
  | 'pages'
  | 'order'
  | 'layout'
  | 'remarks';

/** A paragraph that only one of two versions has. */
export interface ChangedLine {
  readonly sign: '-' | '+';
  /** Number of the paragraph in the version that has it. */
  readonly paragraph: number;
  readonly text: string;
}

/**
 * Compares two lists of documents, one document at a time, so that a caller with much to compare can give way to other
 * work in between. A document is known by its id. The order is that of `after`; removed documents come at the end, in
 * the order of `before`.
 */
export function* diffDocuments(
  before: readonly Document[],
  after: readonly Document[],
): Generator<DocumentDiff> {
  const old = new Map(before.map((document) => [document.id, document]));
  for (const document of after) {
    const previous = old.get(document.id);
    old.delete(document.id);
    if (!previous) yield { kind: 'added', document };
    else if (isEqual(previous, document)) yield { kind: 'unchanged', document };
    else yield { kind: 'changed', ...diffDocument(previous, document) };
  }
  for (const document of old.values()) yield { kind: 'removed', document };
}

/** How a text stands on its page is known since some release, and changes nothing that a reader sees. */
function isEqual(before: Document, after: Document): boolean {
  return isDeepStrictEqual(readable(before), readable(after));
}

function readable({ pageDifferences: _, ...document }: Document): Omit<Document, 'pageDifferences'> {
  return document;
}

/** How two versions of a document differ that are not equal in every field. */
function diffDocument(before: Document, after: Document): DocumentChange {
  const matching = matchParagraphs(before, after);
  const fields = changedFields(before, after, matching);
  const lines = changedLines(before, after, matching);
  return { before, after, fields: fields.length + lines.length > 0 ? fields : ['layout'], lines };
}

/** A paragraph of each version with the same words. */
interface Pair {
  readonly old: Paragraph;
  readonly new: Paragraph;
}

/** Pairs of paragraphs, each in at most one pair, wherever they stand: moving a paragraph does not change it. */
function matchParagraphs(before: Document, after: Document): Pair[] {
  const waiting = new Map<string, Paragraph[]>();
  for (const paragraph of before.paragraphs) {
    const text = textOf(before, paragraph);
    const same = waiting.get(text);
    if (same) same.push(paragraph);
    else waiting.set(text, [paragraph]);
  }
  for (const same of waiting.values()) same.reverse();
  return after.paragraphs.flatMap((paragraph) => {
    const old = waiting.get(textOf(after, paragraph))?.pop();
    return old ? [{ old, new: paragraph }] : [];
  });
}

function changedFields(before: Document, after: Document, pairs: readonly Pair[]): ChangedField[] {
  const isMoved = pairs.some((pair, position) => pair.old.number < (pairs[position - 1]?.old.number ?? 0));
  const differs = (view: (document: Document, paragraph: Paragraph) => unknown) =>
    pairs.some((pair) => !isDeepStrictEqual(view(before, pair.old), view(after, pair.new)));
  const changes: [ChangedField, boolean][] = [
    ['title', before.title !== after.title],
    ['source', !isDeepStrictEqual(before.source, after.source)],
    ['tags', !isDeepStrictEqual(before.tags, after.tags)],
    ['sentence-sources', differs(sentenceSources)],
    ['headings', differs((_, { headings }) => headings)],
    ['pages', differs((_, { page }) => page)],
    ['order', isMoved],
  ];
  return changes.flatMap(([field, isChanged]) => (isChanged ? [field] : []));
}

/** The sentences of a paragraph that have sources of their own, with these. */
function sentenceSources({ text, references }: Document, { sentences }: Paragraph): [string, Source[]][] {
  return sentences
    .filter((sentence) => sentence.references.length > 0)
    .map(({ start, end, references: positions }) => [
      text.slice(start, end),
      positions.flatMap((position) => references[position] ?? []),
    ]);
}

function changedLines(before: Document, after: Document, pairs: readonly Pair[]): ChangedLine[] {
  const gone = unmatched(before, new Set(pairs.map((pair) => pair.old)), '-');
  const come = unmatched(after, new Set(pairs.map((pair) => pair.new)), '+');
  // Both lists are in order and the sort is stable, so between two kept paragraphs the old ones come first.
  return [...gone, ...come].sort((a, b) => a.keptBefore - b.keptBefore).map(({ line }) => line);
}

interface PlacedLine {
  readonly line: ChangedLine;
  /** How many paragraphs that both versions have come before it. */
  readonly keptBefore: number;
}

function unmatched(document: Document, matched: ReadonlySet<Paragraph>, sign: '-' | '+'): PlacedLine[] {
  let keptBefore = 0;
  const lines: PlacedLine[] = [];
  for (const paragraph of document.paragraphs) {
    if (matched.has(paragraph)) keptBefore += 1;
    else {
      const line = { sign, paragraph: paragraph.number, text: textOf(document, paragraph) };
      lines.push({ line, keptBefore });
    }
  }
  return lines;
}

function textOf({ text }: Document, { start, end }: Paragraph): string {
  return text.slice(start, end);
}
