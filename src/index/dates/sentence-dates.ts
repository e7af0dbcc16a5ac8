import { type Document, type Sentence, sourcesOf } from '../../documents/document.js';
import type { Passage } from '../../documents/passages.js';
import { GrowableUint32Array } from '../growable-uint32-array.js';
import { type DayInterval, daysOfDate, isLater } from './calendar.js';
import { eventDate } from './event-dates.js';
import { readDates } from './read-dates.js';

/** The dates of the passages, by the rows of `PassageTerms`: of headings and of each sentence. Four bytes a number. */
export interface SentenceDates {
  /** The dates of a sentence, in order; of a heading row, those of the innermost heading that has any. */
  of(row: number): readonly DayInterval[];
  /**
   * When a sentence was published: by the newest of the sources that it names, else by its document. Where sources are
   * named that have no date, some time up to the document's; undefined where that has none.
   */
  published(row: number): DayInterval | undefined;
  /** When what a sentence tells happened; undefined where its dates do not say that. */
  event(row: number): DayInterval | undefined;
  /** Sentences of which {@link SentenceDates.event} meets a period, in the order of these days: the last so many. */
  eventRows(period: DayInterval, limit: number): readonly number[];
  /** The dates of sentences that begin in a period, in order: each with its passage, as one number by {@link dayAndPassage}. */
  beginningIn(period: DayInterval): Float64Array;
  /** Passages with a date that begins in a period, spread evenly over it where there are more than `limit`. */
  passagesIn(period: DayInterval, limit: number): readonly number[];
}

/** Stands for a day that is not known, as the first of an interval: there is none before. */
const UNKNOWN = -(2 ** 31);

/** Days and passages in one number, so that they are sorted as numbers are: there are fewer passages than that. */
const PASSAGES = 2 ** 26;

export function dayAndPassage(day: number, passage: number): number {
  return day * PASSAGES + passage;
}

/** What {@link SentenceDates} are made of. */
export interface CollectedDates {
  /** Pairs of days. */
  readonly days: Int32Array;
  /** Where the days of each row begin. */
  readonly rowStarts: Uint32Array;
  /** A pair of days for each row; the first behind the last where nothing is known. */
  readonly published: Int32Array;
  /** As {@link CollectedDates.published}. */
  readonly events: Int32Array;
  /** The first day of each date of a sentence with its passage, in order. */
  readonly byDay: Float64Array;
}

/** Collects passages, in the order of their ids. */
export class SentenceDatesBuilder {
  readonly #days = new GrowableUint32Array();
  readonly #rowStarts = new GrowableUint32Array(0);
  readonly #published = new GrowableUint32Array();
  readonly #events = new GrowableUint32Array();
  readonly #byDay: number[] = [];
  #passages = 0;

  add({ document, paragraph, sentences }: Passage): void {
    const ofDocument =
      document.source?.published === undefined ? undefined : daysOfDate(document.source.published);
    const inHeadings = datesOfHeadings([document.title, ...paragraph.headings], ofDocument);
    const passage = this.#passages++;
    this.#addRow(inHeadings, ofDocument, undefined);
    let before = inHeadings.at(-1);
    for (const sentence of sentences) {
      const published = publishedOf(document, sentence, ofDocument);
      const isKnown = published !== undefined && published.from > UNKNOWN;
      const text = document.text.slice(sentence.start, sentence.end);
      const dates = readDates(text, before ?? (isKnown ? published : ofDocument));
      this.#addRow(dates, published, eventDate(text, dates, ofDocument?.to));
      for (const { from } of dates) this.#byDay.push(dayAndPassage(from, passage));
      before = dates.at(-1) ?? before;
    }
  }

  #addRow(
    dates: readonly DayInterval[],
    published: DayInterval | undefined,
    event: DayInterval | undefined,
  ): void {
    for (const { from, to } of dates) this.#pushDays(this.#days, from, to);
    this.#rowStarts.push(this.#days.length);
    this.#pushDays(this.#published, published?.from ?? 0, published?.to ?? UNKNOWN);
    this.#pushDays(this.#events, event?.from ?? 0, event?.to ?? UNKNOWN);
  }

  #pushDays(days: GrowableUint32Array, from: number, to: number): void {
    days.push(from);
    days.push(to);
  }

  collected(): CollectedDates {
    return {
      days: signed(this.#days.values()),
      rowStarts: this.#rowStarts.values(),
      published: signed(this.#published.values()),
      events: signed(this.#events.values()),
      byDay: Float64Array.from(this.#byDay).sort(),
    };
  }
}

export function sentenceDatesOf({
  days,
  rowStarts,
  published,
  events,
  byDay,
}: CollectedDates): SentenceDates {
  const ordered = rowsInOrder(events);
  const firstDay = (row: number) => events[2 * row] ?? 0;
  const longest = ordered.reduce(
    (most, row) => Math.max(most, (events[2 * row + 1] ?? 0) - firstDay(row)),
    0,
  );
  const beginningIn = ({ from, to }: DayInterval) =>
    byDay.subarray(
      firstAtLeast(byDay, dayAndPassage(from, 0)),
      firstAtLeast(byDay, dayAndPassage(to + 1, 0)),
    );
  return Object.freeze({
    of: (row: number) => intervals(days.subarray(rowStarts[row], rowStarts[row + 1])),
    published: (row: number) => intervals(published.subarray(2 * row, 2 * row + 2))[0],
    event: (row: number) => intervals(events.subarray(2 * row, 2 * row + 2))[0],
    eventRows({ from, to }: DayInterval, limit: number) {
      const last = firstAbove(ordered, (row) => firstDay(row) > to);
      const first = firstAbove(ordered, (row) => firstDay(row) >= from - longest);
      const meets = ordered.subarray(first, last).filter((row) => (events[2 * row + 1] ?? 0) >= from);
      return [...meets.subarray(Math.max(0, meets.length - limit))];
    },
    beginningIn,
    passagesIn: (period: DayInterval, limit: number) => passagesOf(beginningIn(period), limit),
  });
}

function datesOfHeadings(
  headings: readonly string[],
  known: DayInterval | undefined,
): readonly DayInterval[] {
  for (const heading of headings.toReversed()) {
    const dates = readDates(heading, known);
    if (dates.length > 0) return dates;
  }
  return [];
}

function publishedOf(
  document: Document,
  sentence: Sentence,
  ofDocument: DayInterval | undefined,
): DayInterval | undefined {
  if (sentence.references.length === 0) return ofDocument;
  const dates = sourcesOf(document, [sentence]).flatMap(({ published }) => daysOfDate(published ?? '') ?? []);
  if (dates.length > 0) return dates.reduce((newest, each) => (isLater(each, newest) ? each : newest));
  return ofDocument && { from: UNKNOWN, to: ofDocument.to };
}

/** The same memory, read as numbers that may be negative. */
function signed(numbers: Uint32Array): Int32Array {
  return new Int32Array(numbers.buffer, numbers.byteOffset, numbers.length);
}

function intervals(pairs: Int32Array): DayInterval[] {
  const found: DayInterval[] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    const [from = 0, to = 0] = [pairs[i], pairs[i + 1]];
    if (from <= to) found.push({ from: from === UNKNOWN ? Number.NEGATIVE_INFINITY : from, to });
  }
  return found;
}

/** The passages of some dates, of at most so many of these, spread evenly. */
export function passagesOf(dates: Float64Array, limit: number): number[] {
  const passages = spread(dates, limit).map((each) => each - PASSAGES * Math.floor(each / PASSAGES));
  return [...new Set(passages)];
}

/** At most so many of some numbers, at even distances. */
function spread(numbers: Float64Array, limit: number): number[] {
  const step = Math.max(1, numbers.length / limit);
  return Array.from(
    { length: Math.min(numbers.length, limit) },
    (_, i) => numbers[Math.floor(i * step)] ?? 0,
  );
}

/** The rows that have an interval, by its first day and then its last. */
function rowsInOrder(pairs: Int32Array): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; 2 * row < pairs.length; row++)
    if ((pairs[2 * row] ?? 0) <= (pairs[2 * row + 1] ?? 0)) rows.push(row);
  const days = (row: number) => ({ from: pairs[2 * row] ?? 0, to: pairs[2 * row + 1] ?? 0 });
  return Uint32Array.from(rows.sort((a, b) => inOrder(days(a), days(b)) || a - b));
}

/** By the first day; what is less exact before what is on the first of its days. */
export function inOrder(a: DayInterval, b: DayInterval): number {
  return a.from - b.from || b.to - a.to;
}

/** The position of the first number, in ascending ones, that is at least so large. */
function firstAtLeast(ascending: Float64Array, least: number): number {
  return firstAbove(ascending, (number) => number >= least);
}

/** The position of the first number that is above something, where all behind it are. */
function firstAbove(numbers: Float64Array | Uint32Array, isAbove: (number: number) => boolean): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAbove(numbers[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
