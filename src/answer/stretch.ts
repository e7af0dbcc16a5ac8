import type { Sentence, Span } from '../documents/document.js';
import type { ItemList } from '../documents/lists.js';
import type { Passage, Passages } from '../documents/passages.js';
import { PARAMETERS } from '../index/parameters.js';
import type { Remembered } from '../index/remembered.js';
import { termsOf } from '../index/text/analyzer.js';
import { isOverlong, wordsIn } from './length.js';

/** A stretch of a document to be quoted, and what has to stand before it to be understood. */
export interface Stretch extends Span {
  readonly passage: Passage;
  /** The sentences that it has, in order: its sources are theirs. */
  readonly sentences: readonly Sentence[];
  /** The lead-in, heading or header of the list or table that it is an item of, where it does not begin with that. */
  readonly lead?: Span;
  /** Items of a list that are left out at its end. */
  readonly more: number;
  /** What it takes of the budget of words; what is there to explain a sentence that was found is not counted. */
  readonly words: number;
}

/** A list and a passage of it. */
export interface PlacedList {
  readonly passage: Passage;
  readonly list: ItemList;
}

/** The list or table that a sentence stands over: as its lead-in, in its own passage or the one before, or its header. */
export function listUnder(passages: Passages, passage: Passage, { start }: Sentence): PlacedList | undefined {
  for (const one of [passage, passages.at(passage.id + 1)]) {
    const list = one?.document === passage.document ? one.list : undefined;
    if (one && list && [list.leadIn, list.header].some((over) => over?.start === start))
      return { passage: one, list };
  }
  return undefined;
}

/** The texts that say what the items of a list are: its lead-in and header, and the innermost heading or the title. */
export function textsOver({ passage: { document, paragraph }, list }: PlacedList): string[] {
  const over = [list.leadIn, list.header].flatMap((sentence) => sentence ?? []);
  return [
    ...over.map(({ start, end }) => document.text.slice(start, end)),
    paragraph.headings.at(-1) ?? document.title,
  ];
}

/** A whole list with what stands over it, as far as there is room for its items; at least one. */
export function wholeList({ passage, list }: PlacedList): Stretch {
  const { text } = passage.document;
  const over = [list.leadIn, list.header].flatMap((sentence) => sentence ?? []);
  const { start } = over[0] ?? headingOver(passage) ?? list.items[0]?.[0] ?? passage;
  const end = (item: readonly Sentence[]) => item.at(-1)?.end ?? start;
  const tooMany = list.items.findIndex(
    (item) => wordsIn(text.slice(start, end(item))) > PARAMETERS.excerpts.maxWords,
  );
  const shown = tooMany === -1 ? list.items : list.items.slice(0, Math.max(1, tooMany));
  return {
    passage,
    start,
    end: end(shown.at(-1) ?? []),
    sentences: [...over, ...shown.flat()],
    more: list.items.length - shown.length,
    words: wordsIn(text.slice(start, end(shown.at(-1) ?? []))),
  };
}

/** An item or row with what stands over it: all that is between, where that is short, or else each by itself. */
export function itemWithLead({ passage, list }: PlacedList, sentence: Sentence): Stretch {
  const { text } = passage.document;
  const item = list.items.find((sentences) => sentences.some(({ start }) => start === sentence.start)) ?? [
    sentence,
  ];
  const wordsOf = ({ start, end }: Span) => wordsIn(text.slice(start, end));
  const whole = { start: item[0]?.start ?? sentence.start, end: item.at(-1)?.end ?? sentence.end };
  const isShort = wordsOf(whole) <= PARAMETERS.excerpts.wordsToItem;
  const { start, end } = isShort ? whole : sentence;
  const stretch = {
    passage,
    start,
    end,
    sentences: isShort ? item : [sentence],
    more: 0,
    words: wordsOf({ start, end }),
  };
  const lead =
    list.header ?? list.leadIn ?? (isSentence(text.slice(start, end)) ? undefined : headingOver(passage));
  if (!lead) return stretch;
  const isNear =
    item === list.items[0] ||
    (list.kind === 'list' && wordsOf({ start: lead.start, end }) <= PARAMETERS.excerpts.wordsToItem);
  return isNear
    ? { ...stretch, start: lead.start }
    : { ...stretch, lead: { start: lead.start, end: lead.end } };
}

/** A sentence of prose, with the one before where it points back to that. */
export function withAntecedent(passage: Passage, sentence: Sentence, remembered: Remembered): Stretch {
  const { text } = passage.document;
  const { sentences } = passage.paragraph;
  const before = sentences[sentences.findIndex(({ start }) => start === sentence.start) - 1];
  const textOf = ({ start, end }: Span) => text.slice(start, end);
  const isNeeded =
    before &&
    pointsBack(textOf(sentence), () => remembered.of(termsOf, textOf(before))) &&
    ![before, sentence].map(textOf).some(isOverlong);
  const quoted = isNeeded ? [before, sentence] : [sentence];
  const { start } = quoted[0] ?? sentence;
  return {
    passage,
    start,
    end: sentence.end,
    sentences: quoted,
    more: 0,
    words: remembered.of(wordsIn, textOf(sentence)),
  };
}

const pronoun =
  /^["“‘(]?(?:(?:it|he|she|they|this|these|those|its|his|her|their|both|such|the (?:latter|former))\b|[他她它]|这|该|其(?!他))/iu;

/** Whether a sentence begins with a word that only the one before explains: "It …", "The committee …" after "A committee …". */
function pointsBack(text: string, termsBefore: () => readonly string[]): boolean {
  if (pronoun.test(text)) return true;
  const noun = /^The (\p{Ll}+) (?!of\b)/u.exec(text)?.[1];
  return noun !== undefined && termsOf(noun).some((term) => termsBefore().includes(term));
}

/** The innermost heading, where the passage begins right under it. */
function headingOver({ document, paragraph }: Passage): Span | undefined {
  const heading = paragraph.headings.at(-1);
  if (heading === undefined) return undefined;
  const above = document.paragraphs[paragraph.number - 2]?.end ?? 0;
  const at = document.text.slice(above, paragraph.start).lastIndexOf(heading);
  return at === -1 ? undefined : { start: above + at, end: above + at + heading.length };
}

/** Whether a text ends like a sentence, and not like a mere item. */
export function isSentence(text: string): boolean {
  return /[.!?。！？]["”’」)]*$/u.test(text);
}

export function areOverlapping(a: Stretch, b: Stretch): boolean {
  return a.passage.document === b.passage.document && a.start < b.end && b.start < a.end;
}

/** Two stretches of a document that touch, as one. */
export function joined(a: Stretch, b: Stretch): Stretch {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  const last = first.end > second.end ? first : second;
  const beyond = second.sentences.filter(
    ({ start }) => !first.sentences.some((known) => known.start === start),
  );
  return {
    passage: a.passage,
    start: first.start,
    end: last.end,
    sentences: [...first.sentences, ...beyond].sort((one, other) => one.start - other.start),
    more: last.more,
    words: a.words + b.words,
    ...(first.lead && { lead: first.lead }),
  };
}
