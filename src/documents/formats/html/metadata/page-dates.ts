import { type DateHabits, dateOf, isDay, orderIn, type WrittenDate } from '../../../dates/written-dates.js';
import type { HtmlDocument } from '../dom.js';
import { pageText } from './page-text.js';
import { shownDates } from './shown-dates.js';

/** What a page declares of the day of its publication. */
export interface DateClues {
  /** Said to be the day of publication, best first. */
  readonly published: readonly string[];
  /** Said to be a date of the page, which is that of the last change on some sites. */
  readonly dated: readonly string[];
  /** Said to be the day of the last change. */
  readonly changed: readonly string[];
  /** Where the page is or was found. */
  readonly addresses: readonly string[];
  /** Of its text. */
  readonly language?: string | undefined;
  readonly title?: string | undefined;
}

/**
 * The day on which a page was published: what it declares, or else what its address has, or else what it shows above or
 * below its title. A page that states none of these is dated by its last change, if it states that; and else there is no
 * day: none is better than a wrong one.
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
  const { certain, likely, changed } = shownDates(text, habits);
  const dated = datesOf(clues.dated, habits);
  const [change] = [...datesOf(clues.changed, habits).filter(isDay), ...changed];
  return chosen(published, [...addressed, ...certain, ...dated, ...likely], isInUtc) ?? change?.iso;
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
