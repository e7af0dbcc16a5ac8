import type { Document, Paragraph, Sentence } from './document.js';
import { isListItem } from './formats/lines.js';

/** A list or table: its items say little without what stands over them. */
export interface ItemList {
  readonly kind: 'list' | 'table';
  /** The sentence right before the items that leads in to them: "The members are:". */
  readonly leadIn?: Sentence;
  /** The first row of a table, which names its columns, or the first ones where several do so together. */
  readonly header?: Sentence;
  /** The sentences of each item or row, in order; at least one. */
  readonly items: readonly Item[];
}

/** At least one sentence. */
type Item = readonly Sentence[];

/**
 * The list or table that a paragraph is, read from how its sentences stand in lines: lines that begin with a bullet or
 * a number, or several lines of which no sentence runs over one. `undefined` for prose.
 */
export function listOf(document: Document, paragraph: Paragraph): ItemList | undefined {
  const { text } = document;
  const { above, items } = itemsOf(text, linesOf(text, paragraph.sentences));
  const [first, ...others] = items;
  if (!first || (others.length === 0 && !above)) return undefined;
  const leadIn = above ?? sentenceBefore(document, paragraph);
  const led = leadIn && leadsIn(text, leadIn) ? { leadIn } : {};
  const [header] = first;
  // The first row below it may be a name for those that follow.
  const isTable = header && isRow(text, first) && others.slice(0, 2).some((item) => isRow(text, item));
  return isTable ? { kind: 'table', ...led, header, items: others } : { kind: 'list', ...led, items };
}

/** Sentences that begin on the same line. */
function linesOf(text: string, sentences: readonly Sentence[]): Item[] {
  const lines: Sentence[][] = [];
  let end = 0;
  for (const sentence of sentences) {
    const line = lines.at(-1);
    if (line && !hasBreak(text.slice(end, sentence.start))) line.push(sentence);
    else lines.push([sentence]);
    end = sentence.end;
  }
  return lines;
}

/** The items that lines are, and the sentence over them; no items where the lines are prose. */
function itemsOf(text: string, lines: readonly Item[]): { above?: Sentence; items: readonly Item[] } {
  const firstBullet = lines.findIndex((line) => isBulleted(text, line));
  if (firstBullet >= 0) {
    const above = lines[firstBullet - 1]?.at(-1);
    return { ...(above && { above }), items: byBullet(text, lines.slice(firstBullet)) };
  }
  if (lines.flat().some(({ start, end }) => isBroken(text.slice(start, end)))) return { items: [] };
  const first = lines[0]?.at(-1);
  return first && leadsIn(text, first) ? { above: first, items: lines.slice(1) } : { items: lines };
}

/** A line without a bullet belongs to the item above it. */
function byBullet(text: string, lines: readonly Item[]): Item[] {
  const items: Sentence[][] = [];
  for (const line of lines) {
    const open = items.at(-1);
    if (open && !isBulleted(text, line)) open.push(...line);
    else items.push([...line]);
  }
  return items;
}

function isBulleted(text: string, [first]: Item): boolean {
  return first !== undefined && isListItem(text.slice(first.start, Math.min(first.end, first.start + 20)));
}

function isRow(text: string, [first]: Item): boolean {
  return first !== undefined && text.slice(first.start, first.end).includes(' | ');
}

function hasBreak(text: string): boolean {
  return /[\r\n]/.test(text);
}

/** Does a sentence run over a line? The rows that name the columns of a table are one sentence, and do not. */
function isBroken(sentence: string): boolean {
  return hasBreak(sentence) && !sentence.split('\n').every((line) => line.includes(' | '));
}

/** Does a sentence announce what follows it? */
function leadsIn(text: string, { start, end }: Sentence): boolean {
  return /[:：]["”」]?$|\b(?:following|as follows|below)\b|下列|以下|如下/iu.test(text.slice(start, end));
}

/** The last sentence before a paragraph, if nothing but white space stands between: no heading. */
function sentenceBefore({ text, paragraphs }: Document, { number, start }: Paragraph): Sentence | undefined {
  const before = paragraphs[number - 2]?.sentences.at(-1);
  return before && text.slice(before.end, start).trim() === '' ? before : undefined;
}
