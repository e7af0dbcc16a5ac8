import { lengthOf } from '../dates/calendar.js';
import { termsOf } from '../text/analyzer.js';
import { asksCurrent, asksForPeriod, asksNewest, type Period, periodOf, timeWords } from './period.js';
import type { TermGroup } from './term-group.js';

/** The time that a question asks of. */
export interface AskedTime {
  readonly period: Period | undefined;
  /** Whether it asks for nothing but what happened in the period. */
  readonly isPeriodAlone: boolean;
  /** Whether it asks for the newest, or merely how things stand now. */
  readonly state: 'newest' | 'now' | undefined;
  /** Terms that only say so: they are no part of what the question is about. */
  readonly terms: ReadonlySet<string>;
}

/** Reads it from a question as it was asked and in English; of two periods, the more precise one is meant. */
export function askedTime(text: string, english: string): AskedTime {
  const readings = [...new Set([english, text])].map((reading) => {
    const period = periodOf(reading);
    return {
      period,
      isPeriodAlone: period !== undefined && asksForPeriod(reading, period),
      terms: timeWords(reading).flatMap(({ start, end }) => termsOf(reading.slice(start, end))),
    };
  });
  const dated = readings.flatMap(({ period }) => period ?? []);
  return {
    period: dated.reduce<Period | undefined>(
      (best, each) => (best && lengthOf(best) <= lengthOf(each) ? best : each),
      undefined,
    ),
    isPeriodAlone: readings.some(({ isPeriodAlone }) => isPeriodAlone),
    state: stateAsked(text, english),
    terms: new Set(readings.flatMap(({ terms }) => terms)),
  };
}

function stateAsked(...readings: readonly string[]): AskedTime['state'] {
  if (readings.some(asksNewest)) return 'newest';
  return readings.some(asksCurrent) ? 'now' : undefined;
}

/** The groups that say what a question is about; all of them where nothing else is left. */
export function withoutTimeWords<Group extends TermGroup>(
  groups: readonly Group[],
  { terms }: AskedTime,
): readonly Group[] {
  const others = groups.filter(({ variants: [written] }) => !written?.terms.every((term) => terms.has(term)));
  return others.length > 0 ? others : groups;
}
