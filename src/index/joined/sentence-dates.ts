import type { DayInterval } from '../dates/calendar.js';
import { dayAndPassage, inOrder, passagesOf, type SentenceDates } from '../dates/sentence-dates.js';
import type { PassageTerms } from '../passage-terms.js';

/**
 * The dates of passages and, behind them, of others.
 * @param offset How many passages and rows the first have.
 */
export function joinDates(
  base: SentenceDates,
  own: SentenceDates,
  offset: Pick<PassageTerms, 'size' | 'rows'>,
): SentenceDates {
  const at = <T>(read: (dates: SentenceDates, row: number) => T) => {
    return (row: number) => (row < offset.rows ? read(base, row) : read(own, row - offset.rows));
  };
  const event = at((dates, row) => dates.event(row));
  const daysOf = (row: number) => event(row) ?? { from: 0, to: 0 };
  const beginningIn = (period: DayInterval) => {
    const moved = own.beginningIn(period).map((date) => date + dayAndPassage(0, offset.size));
    return moved.length === 0
      ? base.beginningIn(period)
      : Float64Array.from([...base.beginningIn(period), ...moved]).sort();
  };
  return Object.freeze({
    of: at((dates, row) => dates.of(row)),
    published: at((dates, row) => dates.published(row)),
    event,
    eventRows(period: DayInterval, limit: number) {
      const moved = own.eventRows(period, limit).map((row) => offset.rows + row);
      const rows = [...base.eventRows(period, limit), ...moved];
      return rows.sort((a, b) => inOrder(daysOf(a), daysOf(b)) || a - b).slice(-limit);
    },
    beginningIn,
    passagesIn: (period: DayInterval, limit: number) => passagesOf(beginningIn(period), limit),
  });
}
