import { yearOfDay } from '../../index/dates/calendar.js';
import { knownDays } from '../../index/dates/mention.js';
import { agreementOf, daysApart, statedDates } from '../../index/dates/stated-dates.js';
import { placesOf } from '../../index/details/pieces.js';
import type { DetailOf } from '../../index/query/details.js';
import type { Place, PlaceText } from './place.js';
import type { Standing } from './standing.js';

type DateDetail = DetailOf<'date'>;

/** Whether a text has a date, as precise as it is asked for. */
export function hasDate(detail: DateDetail, { text }: PlaceText): boolean {
  return statedDates(text).some((date) => agreementOf(detail.date, date) === 'same');
}

/**
 * The dates of the sentence itself decide, where it has any; else those around it. A date that is less precise, or one of a
 * neighbour against the sentence's own, leaves it open.
 */
export function dateStanding(
  detail: DateDetail,
  { document, sentence, before, after, headings }: Place,
): Standing {
  const titles = headings.filter(({ text }) => tellsTime(text, document.source?.published));
  const around = [...before, ...after, ...titles];
  const own = statedDates(sentence.text);
  const agreements = own.map((date) => agreementOf(detail.date, date));
  if (agreements.includes('same') || isNamedWithYear(detail, headings)) return { is: 'there' };
  if (own.length === 0 && around.some((text) => hasDate(detail, text))) return { is: 'there' };
  const agreementsAround = around
    .flatMap(({ text }) => statedDates(text))
    .map((date) => agreementOf(detail.date, date));
  const isOpen = detail.date.opened !== undefined;
  if (isOpen || [...agreements, ...agreementsAround].some((one) => one !== 'other')) return { is: 'weak' };
  const nearest = [sentence, ...around].map(({ text }) => nearestDate(detail, text)).find(Boolean);
  return { is: 'missing', nearest };
}

/** Whether a title says of which time the text is: not where it spans years or has the year of publication. */
function tellsTime(title: string, published: string | undefined): boolean {
  return statedDates(title).every((date) => {
    const days = knownDays(date);
    if (!days) return true;
    const year = yearOfDay(days.from);
    const isOfPublication = date.precision === 'year' && published?.startsWith(String(year));
    return year === yearOfDay(days.to) && !isOfPublication;
  });
}

/** What comes again is named with its year: "WAIC 2025" in the title is the "WAIC 2025" asked. */
function isNamedWithYear({ edition }: DateDetail, headings: readonly PlaceText[]): boolean {
  return headings.some(({ pieces }) => placesOf(edition, pieces).length > 0);
}

/** The date of a text that is nearest to the one asked. */
function nearestDate({ date }: DateDetail, text: string): string | undefined {
  const [nearest] = statedDates(text).sort((a, b) => daysApart(date, a) - daysApart(date, b));
  return nearest && text.slice(nearest.start, nearest.end);
}
