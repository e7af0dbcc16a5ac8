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
  /(?:publi(?!(?:cs?|cly|city|k|kum|ques?)(?!\p{L}))\p{L}*|\b(?:re)?post(?:ed)?\b|\bdated?\b|(?<!\p{L})datum|veröff\p{L}*|erschienen|erstellt|fecha|\bdata\b|opubl\p{L}*|dodan\p{L}|en ligne|yay[ıi]n\p{L}*|发布|發布|发表|發表|(?<!出生)日期|时间|時間|成文|опубл\p{L}*|дата)[^.!?]{0,25}$/iu;
/** What stands behind it in German, below what was written with WordPress; the verb alone may tell of another text. */
const PUBLISHED_BEHIND =
  /^[^.!?]{0,25}\b(?:veröffentlicht|gepostet|geschrieben|erstellt)\b.{0,40}\bund (?:unter|mit)\b/iu;

const CHANGED =
  /updat|modif|edited|revis|aktuali|änder|\bstand\b|mise à jour|màj|actuali|aggiorn|atualiz|обновл|güncel|修改|更新|修订|最終/iu;
const OTHER_DAY =
  /retriev|abgerufen|access|expire|valid|event|\bborn\b|birth|geboren|出生|until|\bbis\b|\bfrom\b|\d\.? ?[-–—] ?$/iu;

/** Between the first and the last of several days. */
const RANGE = /^\s?(?:[-–—]|bis|to|until|till|au|al)\s?$/iu;

/** No page is older than the Web: where it does not say what an earlier day is, it tells of it. */
const FIRST_PAGE = '1991';

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
  /** Is it said to be that of the last change? */
  readonly isChange: boolean;
  readonly isAside: boolean;
  readonly isInArticle: boolean;
}

/**
 * The days that a page shows, the likeliest first: those said to be dates and next to the title are certain; and the one
 * on which it was changed last.
 */
export function shownDates(
  page: PageText,
  habits: DateHabits,
): Record<'certain' | 'likely' | 'changed', WrittenDate[]> {
  const all = [
    ...page.marks.flatMap((mark) => datesOfMark(page, mark, habits)),
    ...linesOf(page.text).flatMap((line) => datesInLine(page, line, habits)),
  ];
  const changed = all.filter(({ isChange }) => isChange);
  const shown = all.filter(
    ({ iso, isChange, isPublished }) => !isChange && (iso >= FIRST_PAGE || isPublished),
  );
  const near = shown
    .filter((date) => date.distance <= farthest(date))
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
      ...onlyOne(own),
    ],
    changed: onlyOne(changed),
  };
}

/** From the title, so that a date is still of the page. A column beside an article may say when it was published. */
function farthest({ isAside, isInArticle, isMarked }: ShownDate): number {
  if (!isAside) return MAX_BEHIND_TITLE;
  return isInArticle && isMarked ? MARKED : MAX_ASIDE;
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
  const label = labelOf(page.text, start);
  const isSaid = (day: RegExp) => day.test(words) || (day.test(label) && !PUBLISHED.test(label));
  if (isSaid(OTHER_DAY) && !isDeclared) return [];
  const isChange = says === 'updated' || (isSaid(CHANGED) && !isDeclared);
  const date = value === undefined ? undefined : dateOf(value, habits);
  const dates = date && isDay(date) ? [date] : datesIn(words, habits);
  return dates
    .filter((one) => isDay(one) || one.isAmbiguous)
    .map((one) => {
      const isLabelled = PUBLISHED.test(words.slice(0, one.start)) || PUBLISHED.test(label);
      const isPublished = isLabelled || says === 'published';
      return {
        ...one,
        isMarked: true,
        isDeclared,
        isLabelled,
        isPublished,
        isChange,
        ...placeOf(page, start),
      };
    });
}

/** The dates in a line that has a label before them, or little else beside them. */
function datesInLine(page: PageText, { start, end }: Place, habits: DateHabits): ShownDate[] {
  const { text, title } = page;
  const line = text.slice(start, Math.min(end, start + MAX_LINE));
  const dates = datesIn(line, habits);
  if (dates.length === 0 || (start < title.end && title.start <= end)) return [];
  return dates.flatMap((date, position) => {
    const [before, behind] = [line.slice(0, date.start), line.slice(date.end)];
    const label = labelOf(text, start + date.start);
    const next = dates[position + 1];
    const isRange = next !== undefined && RANGE.test(line.slice(date.end, next.start));
    if (!(isDay(date) || date.isAmbiguous) || OTHER_DAY.test(label) || isRange) return [];
    const isShort = end - start <= MAX_BARE_LINE;
    const isChange = CHANGED.test(label);
    const isLabelled = PUBLISHED.test(label) || PUBLISHED_BEHIND.test(behind);
    const isDateline = /^[\s(（[]*$/.test(before) && /^\s?[-–—.:)）\]|]/.test(behind);
    const isBare = (isShort && !isSentenceAround(line, date)) || isDateline;
    const isLabelOnly = isChange && isShort && before.trim().length <= MAX_LABEL;
    if (!isLabelOnly && (isChange || !(isLabelled || isBare))) return [];
    const says = { isMarked: isLabelled, isDeclared: false, isLabelled, isPublished: isLabelled, isChange };
    return { ...date, ...says, ...placeOf(page, start + date.start) };
  });
}

type Placed = Pick<ShownDate, 'distance' | 'isAside' | 'isInArticle'>;

function placeOf({ title, article, asides }: PageText, at: number): Placed {
  const isInArticle = article.start <= at && at < article.end;
  return { distance: distanceFrom(title, at), isAside: isInSome(asides, at), isInArticle };
}

/** In characters: how far before a date its label begins, and how long one is that has a line of its own. */
const MAX_LABEL = 40;
const MAX_LABEL_LINE = 25;
/** White space of a page's markup is between a label and what stands below it. */
const MAX_GAP = 120;

/** What stands before a date on its line; or where it begins one, above it, as names do in a list: `Published:` */
function labelOf(text: string, at: number): string {
  const lines = text.slice(Math.max(0, at - MAX_GAP), at).split('\n');
  const own = lines.at(-1) ?? '';
  if (own.trim() !== '' || lines.length === 1) return own.slice(-MAX_LABEL);
  // The first one may be the end of a longer line.
  const above =
    lines
      .slice(1, -1)
      .findLast((line) => line.trim() !== '')
      ?.trim() ?? '';
  if (/\d/.test(above)) return '';
  if (/[:：]$/.test(above)) return above.slice(-MAX_LABEL);
  return above.length <= MAX_LABEL_LINE && PUBLISHED.test(above) ? above : '';
}

/** Other words beside a date than this, and a full stop at the end: the line tells of that day. */
const MAX_WORDS_BESIDE = 5;

function isSentenceAround(line: string, { start, end }: WrittenDate): boolean {
  if (!/[.!?。！？]$/.test(line.trimEnd())) return false;
  const words = `${line.slice(0, start)} ${line.slice(end)}`.match(/\p{Script=Han}{2}|[\p{L}\p{N}]+/gu) ?? [];
  return words.length > MAX_WORDS_BESIDE;
}

/** Is a place in one of some others, which are in order and apart? */
function isInSome(places: readonly Place[], at: number): boolean {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return at < (places[low - 1]?.end ?? 0);
}

/** From the title, in characters. Above it there is less that belongs to it, so that what stands there is further away. */
function distanceFrom({ start, end }: Place, at: number): number {
  return at >= end ? at - end : ((start - at) * MAX_BEHIND_TITLE) / MAX_BEFORE_TITLE;
}
