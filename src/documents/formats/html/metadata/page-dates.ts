import { type DateHabits, dateOf, datesIn, orderIn, type WrittenDate } from '../../../dates/written-dates.js';
import type { HtmlDocument } from '../dom.js';
import { type DateMark, type PageLine, type PageText, pageText } from './page-text.js';

/** What a page declares of the day of its publication. */
export interface DateClues {
  /** Said to be the day of publication, best first. */
  readonly published: readonly string[];
  /** Said to be a date of the page, which is that of the last change on some sites. */
  readonly dated: readonly string[];
  /** Where the page is or was found. */
  readonly addresses: readonly string[];
  /** Of its text. */
  readonly language?: string | undefined;
  readonly title?: string | undefined;
}

/**
 * The day on which a page was published: what it declares, or else what its address has, or else what it shows above or
 * below its title. Where these are of no use there is none: a page without a date is better than one with a wrong one.
 */
export function publishedDate(page: HtmlDocument, clues: DateClues): string | undefined {
  const { language } = clues;
  const [first] = datesOf(clues.published, { language });
  const isInUtc = clues.published.some((value) => UTC.test(value));
  const addressed = clues.addresses.flatMap((address) => dateInAddress(address) ?? []);
  const isSure = !isInUtc || addressed.some(({ iso }) => iso === first?.iso);
  if (first && isDay(first) && isSure) return first.iso;
  const text = pageText(page, clues.title);
  const habits = { language, order: orderIn(text.text) };
  const published = datesOf(clues.published, habits);
  const dated = datesOf(clues.dated, habits);
  const { certain, likely } = shownDates(text, habits);
  return chosen(published, [...addressed, ...certain, ...dated, ...likely], isInUtc);
}

/** A moment as programs write it, whatever day its author had. */
const UTC = /\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)? ?(?:Z|[+-]00:?00|GMT|UTC)/i;

function chosen(
  declared: readonly WrittenDate[],
  others: readonly WrittenDate[],
  isInUtc: boolean,
): string | undefined {
  const dates = [...declared, ...others];
  const [best] = dates;
  if (!best) return undefined;
  // A month is a month, but where it is declared as a day too; an ambiguous date can be any day of its year.
  if (!isDay(best))
    return (
      (best.isAmbiguous ? dates : declared).find((date) => isDay(date) && isPartOf(best, date))?.iso ??
      best.iso
    );
  const shown = isInUtc && declared.length > 0 ? others.find((date) => isNextTo(best, date)) : undefined;
  return (shown ?? best).iso;
}

function isPartOf({ iso }: WrittenDate, date: WrittenDate): boolean {
  return date.iso.startsWith(iso);
}

/** Is it the day before or behind, as in another zone? */
function isNextTo(a: WrittenDate, b: WrittenDate): boolean {
  return isDay(b) && Math.abs(Date.parse(a.iso) - Date.parse(b.iso)) === 24 * 3_600_000;
}

function datesOf(values: readonly string[], habits: DateHabits): WrittenDate[] {
  return values.flatMap((value) => dateOf(value, habits) ?? []);
}

/** `/2025/05/04/`, `/2025-05-04-title`, `/202505/t20250504_1.html`, `/n1/2025/0504/c1.html`. */
const IN_ADDRESS = /(?<!\d)((?:19|20)\d\d)(?:([-/_.])(\d\d?)\2(\d\d?)|[-/]?(\d\d)[-/]?(\d\d))(?!\d)/g;

function dateInAddress(address: string): WrittenDate | undefined {
  const path = address.replace(/^https?:\/\/[^/]*/i, '').slice(0, 1_000);
  for (const [, year, , month, day, otherMonth, otherDay] of path.matchAll(IN_ADDRESS)) {
    const date = dateOf([year, month ?? otherMonth, day ?? otherDay].join('-'));
    if (date && isDay(date)) return date;
  }
  return undefined;
}

/** In characters: what stands further from the title is of something else, unless nothing else is dated. */
const MAX_BEHIND_TITLE = 1_500;
const MAX_BEFORE_TITLE = 300;

/** Of what stands beside the article, only what follows the title at once is of it. */
const MAX_ASIDE = 60;

/** In a longer line a date is one that the text speaks of, unless the line says what it is or begins with it. */
const MAX_BARE_LINE = 100;
const MAX_LINE = 200;

/** By how many characters a date further away may be, that says what it is; and by how many one that says more. */
const MARKED = 500;
const SAID = 50;

/** What stands before the day of publication, and before other days. */
const PUBLISHED =
  /(?:publi\p{L}*|post(?:ed)?|\bdated?|(?<!\p{L})datum|veröff\p{L}*|erschienen|erstellt|fecha|\bdata\b|opubl\p{L}*|dodan\p{L}|en ligne|yay[ıi]n\p{L}*|发布|發布|发表|發表|日期|时间|時間|成文|опубл\p{L}*|дата)[^.!?]{0,25}$/iu;
const OTHER_DAY =
  /updat|modif|edited|revis|aktuali|änder|\bstand\b|mise à jour|màj|actuali|aggiorn|atualiz|обновл|güncel|修改|更新|修订|最終|retriev|abgerufen|access|expire|valid|event|until|\bbis\b|\bfrom\b|\d\.? ?[-–—] ?$/iu;

interface ShownDate extends WrittenDate {
  /** From the title. */
  readonly distance: number;
  /** Does the page say that it is a date of its own, by a name or a label? */
  readonly isMarked: boolean;
  /** Does it say that it is the day of publication: to programs, or to people? */
  readonly isDeclared: boolean;
  readonly isLabelled: boolean;
  /** Does it say that it is the day of publication, in any way? */
  readonly isPublished: boolean;
  readonly isAside: boolean;
}

/** The days that a page shows, the likeliest first: those said to be dates and next to the title are certain. */
function shownDates(page: PageText, habits: DateHabits): Record<'certain' | 'likely', WrittenDate[]> {
  const shown = page.lines.flatMap((line) => [
    ...line.marks.flatMap((mark) => datesOfMark(page, line, mark, habits)),
    ...datesInLine(page, line, habits),
  ]);
  const near = shown
    .filter(({ distance, isAside }) => distance <= (isAside ? MAX_ASIDE : MAX_BEHIND_TITLE))
    .map((date) => ({
      ...date,
      rank: date.distance + (date.isMarked ? (date.isPublished ? 0 : SAID) : MARKED),
    }))
    .sort((a, b) => a.rank - b.rank);
  const own = shown.filter(({ isAside }) => !isAside);
  return {
    certain: [
      ...onlyOne(own.filter(({ isDeclared }) => isDeclared)),
      ...near.filter(({ isMarked, distance }) => isMarked && distance <= MARKED),
    ],
    likely: [
      ...near,
      ...onlyOne(own.filter(({ isLabelled }) => isLabelled)),
      ...onlyOne(own.filter(({ isMarked }) => isMarked)),
      ...onlyOne(shown.filter(({ isDeclared }) => isDeclared)),
      ...onlyOne(shown.filter(({ isLabelled }) => isLabelled)),
    ],
  };
}

/** A day, where no other one is among the dates. */
function onlyOne(dates: readonly ShownDate[]): ShownDate[] {
  return new Set(dates.map(({ iso }) => iso)).size === 1 ? dates.slice(0, 1) : [];
}

/** The dates in an element that is said to be one, or in its attributes. */
function datesOfMark(
  { text, title }: PageText,
  { start: from, isAside }: PageLine,
  { says, value, start, end, isDeclared }: DateMark,
  habits: DateHabits,
): ShownDate[] {
  const words = text.slice(start, end);
  // An element over several lines is one of each of them.
  if (start < from || says === 'updated' || (OTHER_DAY.test(words) && !isDeclared)) return [];
  const date = value === undefined ? undefined : dateOf(value, habits);
  const dates = date && isDay(date) ? [date] : datesIn(words, habits);
  return dates
    .filter((one) => isDay(one) || one.isAmbiguous)
    .map((one) => ({
      ...one,
      distance: distanceOf(start, title),
      isMarked: true,
      isDeclared,
      isLabelled: PUBLISHED.test(words.slice(0, one.start)),
      isPublished: says === 'published',
      isAside,
    }));
}

/** The dates in a line that has a label before them, or little else beside them. */
function datesInLine(
  { text, title }: PageText,
  { start, end, isAside }: PageLine,
  habits: DateHabits,
): ShownDate[] {
  if (start < title.end && title.start <= end) return [];
  const line = text.slice(start, Math.min(end, start + MAX_LINE));
  return datesIn(line, habits).flatMap((date) => {
    const before = line.slice(Math.max(0, date.start - 40), date.start);
    const isLabelled = PUBLISHED.test(before);
    const isDateline = /^[\s(（[]*$/.test(before) && /^\s?[-–—.:)）\]|]/.test(line.slice(date.end));
    const isBare = (end - start <= MAX_BARE_LINE && !isSentenceAround(line, date)) || isDateline;
    if (!(isDay(date) || date.isAmbiguous) || OTHER_DAY.test(before) || !(isLabelled || isBare)) return [];
    const distance = distanceOf(start + date.start, title);
    return {
      ...date,
      distance,
      isMarked: isLabelled,
      isDeclared: false,
      isLabelled,
      isPublished: isLabelled,
      isAside,
    };
  });
}

/** Other words beside a date than this, and a full stop at the end: the line tells of that day. */
const MAX_WORDS_BESIDE = 5;

function isSentenceAround(line: string, { start, end }: WrittenDate): boolean {
  if (!/[.!?。！？]$/.test(line.trimEnd())) return false;
  const words = `${line.slice(0, start)} ${line.slice(end)}`.match(/\p{Script=Han}{2}|[\p{L}\p{N}]+/gu) ?? [];
  return words.length > MAX_WORDS_BESIDE;
}

function isDay({ iso }: WrittenDate): boolean {
  return iso.length === 'YYYY-MM-DD'.length;
}

/** From the title, in characters. Above it there is less that belongs to it, so that what stands there is further away. */
function distanceOf(at: number, title: PageText['title']): number {
  if (at >= title.end) return at - title.end;
  return ((title.start - at) * MAX_BEHIND_TITLE) / MAX_BEFORE_TITLE;
}
