import { lengthOf } from '../dates/calendar.js';
import { termsOf } from '../text/analyzer.js';
import {
  asksForNow,
  asksForPeriod,
  asksNewest,
  asksWhatHappened,
  kindWords,
  newestWords,
  nowWords,
  type Period,
  periodOf,
} from './period.js';
import type { TermGroup } from './term-group.js';

/** The time that a question asks of. */
export interface AskedTime {
  readonly period: Period | undefined;
  /** Whether it asks for nothing but what happened in the period. */
  readonly isPeriodAlone: boolean;
  /** Whether it asks for what happened in the period, be it to something. */
  readonly asksWhatHappened: boolean;
  /** Whether it asks for the newest, or merely how things stand now. */
  readonly state: 'newest' | 'now' | undefined;
  /** Terms that only say that: what is searched for has them by chance. */
  readonly kindTerms: ReadonlySet<string>;
  /** Terms for "now", which what is searched for may have, and need not. */
  readonly nowTerms: ReadonlySet<string>;
}

/** Terms of the words with which people ask for the newest. */
export const newestTerms: readonly string[] = [...new Set(termsOf(newestWords))];

/** Reads it from a question as it was asked and in English; of two periods, the more precise one is meant. */
export function askedTime(text: string, english: string): AskedTime {
  const texts = [...new Set([english, text])];
  const readings = texts.map((reading) => {
    const period = periodOf(reading);
    return {
      period,
      isPeriodAlone: period !== undefined && asksForPeriod(reading, period),
      asksWhatHappened: period !== undefined && asksWhatHappened(reading, period),
      kindTerms: kindWords(reading, period).flatMap(({ start, end }) => termsOf(reading.slice(start, end))),
      nowTerms: nowWords(reading).flatMap(({ start, end }) => termsOf(reading.slice(start, end))),
    };
  });
  const dated = readings.flatMap(({ period }) => period ?? []);
  return {
    period: dated.reduce<Period | undefined>(
      (best, each) => (best && lengthOf(best) <= lengthOf(each) ? best : each),
      undefined,
    ),
    isPeriodAlone: readings.some(({ isPeriodAlone }) => isPeriodAlone),
    asksWhatHappened: readings.some(({ asksWhatHappened }) => asksWhatHappened),
    state: stateAsked(texts),
    kindTerms: new Set(readings.flatMap(({ kindTerms }) => kindTerms)),
    nowTerms: new Set(readings.flatMap(({ nowTerms }) => nowTerms)),
  };
}

function stateAsked(texts: readonly string[]): AskedTime['state'] {
  if (texts.some(asksNewest)) return 'newest';
  return texts.some(asksForNow) ? 'now' : undefined;
}

/** The groups that are searched for; all of them where nothing else is left. */
export function withoutKindWords<Group extends TermGroup>(
  groups: readonly Group[],
  { kindTerms }: AskedTime,
): readonly Group[] {
  const others = groups.filter((group) => !consistsOf(group, kindTerms));
  return others.length > 0 ? others : groups;
}

/** Whether a group only says "now". */
export function saysNow(group: TermGroup, { nowTerms }: AskedTime): boolean {
  return consistsOf(group, nowTerms);
}

function consistsOf({ variants: [written] }: TermGroup, terms: ReadonlySet<string>): boolean {
  return written?.terms.every((term) => terms.has(term)) === true;
}
