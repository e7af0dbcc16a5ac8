import { dateFit, datesIn, partsInCommon } from '../../index/details/partial-dates.js';
import { placesOf } from '../../index/details/pieces.js';
import type { DetailOf } from '../../index/query/details.js';
import type { Place, PlaceText } from './place.js';
import type { Standing } from './standing.js';

type DateDetail = DetailOf<'date'>;

/** Whether a text has a date, as precise as it is asked for. */
export function hasDate(detail: DateDetail, { text }: PlaceText): boolean {
  return datesIn(text).some((written) => dateFit(detail.date, written) === 'same');
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
  const own = datesIn(sentence.text);
  const fits = own.map((written) => dateFit(detail.date, written));
  if (fits.includes('same') || isNamedWithYear(detail, headings)) return { is: 'there' };
  if (own.length === 0 && around.some((text) => hasDate(detail, text))) return { is: 'there' };
  const fitsAround = around
    .flatMap(({ text }) => datesIn(text))
    .map((written) => dateFit(detail.date, written));
  if (detail.date.open || [...fits, ...fitsAround].some((fit) => fit !== 'other')) return { is: 'weak' };
  const nearest = [sentence, ...around].map(({ text }) => nearestDate(detail, text)).find(Boolean);
  return { is: 'missing', nearest };
}

/** Whether a title says of which time the text is: not where it spans years or has the year of publication. */
function tellsTime(title: string, published: string | undefined): boolean {
  return datesIn(title).every(
    ({ from, to }) =>
      from.year === to.year && (from.month !== undefined || !published?.startsWith(String(from.year))),
  );
}

/** What comes again is named with its year: "WAIC 2025" in the title is the "WAIC 2025" asked. */
function isNamedWithYear({ edition }: DateDetail, headings: readonly PlaceText[]): boolean {
  return headings.some(({ pieces }) => placesOf(edition, pieces).length > 0);
}

/** The date of a text that has most in common with the one asked. */
function nearestDate({ date }: DateDetail, text: string): string | undefined {
  const [nearest] = datesIn(text).sort((a, b) => partsInCommon(date, b) - partsInCommon(date, a));
  return nearest && text.slice(nearest.start, nearest.end);
}
