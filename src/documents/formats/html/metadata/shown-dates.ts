import { type DateHabits, dateOf, datesIn, isDay, type WrittenDate } from '../../../dates/written-dates.js';
import type { DateMark, PageText, Place } from './page-text.js';

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
  /(?:publi(?!(?:cs?|cly|city|k|kum|ques?)(?!\p{L}))\p{L}*|\b(?:re)?post(?:ed)?\b|\bdated?\b|(?<!\p{L})datum|veröff\p{L}*|erschienen|erstellt|fecha|\bdata\b|opubl\p{L}*|dodan\p{L}|en ligne|yay[ıi]n\p{L}*|发布|發布|发表|發表|日期|时间|時間|成文|опубл\p{L}*|дата)[^.!?]{0,25}$/iu;
const OTHER_DAY =
  /updat|modif|edited|revis|aktuali|änder|\bstand\b|mise à jour|màj|actuali|aggiorn|atualiz|обновл|güncel|修改|更新|修订|最終|retriev|abgerufen|access|expire|valid|event|until|\bbis\b|\bfrom\b|\d\.? ?[-–—] ?$/iu;

const UPDATED = /updat|modif|edited|revis|aktuali|änder|\bstand\b|mise à jour|màj|actuali|aggiorn|atualiz|обновл|güncel|修改|更新|修订|最終/iu;
interface ShownDate extends WrittenDate {
 isUpd?: boolean;
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
export function shownDates(page: PageText, habits: DateHabits): Record<'certain' | 'likely', WrittenDate[]> {
  const shown = [
    ...page.marks.flatMap((mark) => datesOfMark(page, mark, habits)),
    ...linesOf(page.text).flatMap((line) => datesInLine(page, line, habits)),
  ];
  const upd = shown.filter(d=>d.isUpd&&!d.isAside&&d.distance<=Number(process.env.UPD??0)).sort((a,b)=>a.distance-b.distance);
  const near = shown.filter(d=>!d.isUpd)
    .filter(({ distance, isAside }) => distance <= (isAside ? MAX_ASIDE : MAX_BEHIND_TITLE))
    .map((date) => ({
      ...date,
      rank: date.distance + (date.isMarked ? (date.isPublished ? 0 : SAID) : MARKED),
    }))
    .sort((a, b) => a.rank - b.rank);
  const own = shown.filter(({ isAside,isUpd }) => !isAside&&!isUpd);
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
      ...onlyOne(shown.filter(({ isLabelled,isUpd }) => isLabelled&&!isUpd)),
 ...upd,
    ],
  };
}

/** A day, where no other one is among the dates. */
function onlyOne(dates: readonly ShownDate[]): ShownDate[] {
  return new Set(dates.map(({ iso }) => iso)).size === 1 ? dates.slice(0, 1) : [];
}

function linesOf(text: string): Place[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const place = { start, end: start + line.length };
    start = place.end + 1;
    return place;
  });
}

/** The dates in an element that is said to be one, or in its attributes. */
function datesOfMark(page: PageText, mark: DateMark, habits: DateHabits): ShownDate[] {
  const { says, value, start, end, isDeclared } = mark;
  const words = page.text.slice(start, end);
  const label = process.env.MARKLABEL ? labelBefore(page, start) : '';
  if (says === 'updated' || (OTHER_DAY.test(words) && !isDeclared)) return [];
  if (!isDeclared && OTHER_DAY.test(label) && !PUBLISHED.test(label)) return [];
  const date = value === undefined ? undefined : dateOf(value, habits);
  const dates = date && isDay(date) ? [date] : datesIn(words, habits);
  return dates
    .filter((one) => isDay(one) || one.isAmbiguous)
    .map((one) => ({
      ...one,
      distance: distanceFrom(page.title, start),
      isMarked: true,
      isDeclared,
      isLabelled: PUBLISHED.test(words.slice(0, one.start)) || PUBLISHED.test(label),
      isPublished: says === 'published' || PUBLISHED.test(label),
      isAside: isBeside(page, start),
    }));
}

/** The dates in a line that has a label before them, or little else beside them. */
function datesInLine(page: PageText, { start, end }: Place, habits: DateHabits): ShownDate[] {
  const { text, title } = page;
  const line = text.slice(start, Math.min(end, start + MAX_LINE));
  const dates = datesIn(line, habits);
  if (dates.length === 0 || (start < title.end && title.start <= end)) return [];
  return dates.flatMap((date) => {
    const own = line.slice(Math.max(0, date.start - 40), date.start);
    const before = process.env.ABOVE && own.trim() === '' ? labelBefore(page, start + date.start) : own;
    const isLabelled = PUBLISHED.test(before);
    const isDateline = /^[\s(（[]*$/.test(own) && /^\s?[-–—.:)）\]|]/.test(line.slice(date.end));
    const isBare = (end - start <= MAX_BARE_LINE && !isSentenceAround(line, date)) || isDateline;
    const isUpd = !!process.env.UPD && UPDATED.test(before) && !/access|retriev|abgerufen/i.test(before);
    if (!(isDay(date) || date.isAmbiguous) || (OTHER_DAY.test(before) && !isUpd) || !(isLabelled || isBare)) return [];
    return {
      ...date,
      distance: distanceFrom(title, start + date.start),
      isMarked: isLabelled,
      isDeclared: false,
      isLabelled,
      isPublished: isLabelled,
      isAside: isBeside(page, start + date.start), isUpd,
    };
  });
}

function labelBefore({ text }: PageText, at: number): string {
  const lines = text.slice(Math.max(0, at - 120), at).split('\n');
  const own = lines.at(-1) ?? '';
  if (own.trim() !== '') return own.slice(-40);
  const above = lines.slice(1, -1).findLast((line) => line.trim() !== '')?.trim() ?? '';
  if (/\d/.test(above)) return '';
  if (/[:：]$/.test(above)) return above.slice(-40);
  return above.length <= 25 && PUBLISHED.test(above) ? above : '';
}

/** Other words beside a date than this, and a full stop at the end: the line tells of that day. */
const MAX_WORDS_BESIDE = 5;

function isSentenceAround(line: string, { start, end }: WrittenDate): boolean {
  if (!/[.!?。！？]$/.test(line.trimEnd())) return false;
  const words = `${line.slice(0, start)} ${line.slice(end)}`.match(/\p{Script=Han}{2}|[\p{L}\p{N}]+/gu) ?? [];
  return words.length > MAX_WORDS_BESIDE;
}

/** Does a place stand beside the article? */
function isBeside({ asides }: PageText, at: number): boolean {
  let [low, high] = [0, asides.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((asides[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return at < (asides[low - 1]?.end ?? 0);
}

/** From the title, in characters. Above it there is less that belongs to it, so that what stands there is further away. */
function distanceFrom({ start, end }: Place, at: number): number {
  return at >= end ? at - end : ((start - at) * MAX_BEHIND_TITLE) / MAX_BEFORE_TITLE;
}
