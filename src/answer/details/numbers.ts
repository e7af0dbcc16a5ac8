import { datesIn } from '../../index/dates/read-dates.js';
import { type Amount, amountsIn, isSameAmount } from '../../index/details/amounts.js';
import type { DetailOf } from '../../index/query/details.js';
import { overlapsAny } from '../../index/text/span.js';
import { type Place, type PlaceText, textsAt } from './place.js';
import type { Standing } from './standing.js';

type NumberDetail = DetailOf<'number'>;

/** Whether a text has a number, in digits or in words, in whatever unit of the same kind. */
export function hasNumber({ amount }: NumberDetail, { text }: PlaceText): boolean {
  return countsIn(text).some((other) => isSameAmount(amount, other));
}

/** Whether a number stands in the sentence or around it. */
export function numberStanding(detail: NumberDetail, place: Place): Standing {
  const texts = textsAt(place);
  if (texts.some((text) => hasNumber(detail, text))) return { is: 'there' };
  return { is: 'missing', nearest: texts.map(({ text }) => nearestNumber(detail, text)).find(Boolean) };
}

const someOfMany = /\b(?:dozens?|scores|hundreds|thousands|millions)\b/i;
const unitsOfNoThings: ReadonlySet<string> = new Set(['percent', 'dollar', 'yuan', 'euro', 'pound']);

/** Whether a text counts something: by a number that was not asked, and is no share, sum or date. */
export function hasCount(text: string, asked: ReadonlySet<string>): boolean {
  const countsThings = ({ unit = '', start, end }: Amount) =>
    !unitsOfNoThings.has(unit) && !asked.has(text.slice(start, end).toLowerCase());
  return someOfMany.test(text) || countsIn(text).some(countsThings);
}

/** Numbers that are no part of a date. */
function countsIn(text: string): Amount[] {
  const dates = datesIn(text);
  return amountsIn(text).filter((amount) => !overlapsAny(amount, dates));
}

/** The number of a text that has the same unit and is closest by size. */
function nearestNumber({ amount }: NumberDetail, text: string): string | undefined {
  const ratio = ({ value }: Amount) => Math.abs(Math.log((value || 1e-3) / (amount.value || 1e-3)));
  const [nearest] = countsIn(text)
    .filter(({ unit }) => unit === amount.unit)
    .sort((a, b) => ratio(a) - ratio(b));
  return nearest && text.slice(nearest.start, nearest.end).trim();
}
