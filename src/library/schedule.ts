import { Cron } from 'croner';

/** What is wrong with a schedule. */
export type ScheduleFault =
  /** It is no cron expression. */
  | 'invalid'
  /** Its times are all in the past, or on days that no calendar has. */
  | 'never'
  /** It runs twice within an hour at some time. */
  | 'too-often'
  /** Every so many hours, which do not divide a day evenly. */
  | 'uneven-hours';

const HOUR_MS = 60 * 60 * 1_000;
/** Every day with a run has it at the same hours and minutes, so that two such days show every gap within a day. */
const MAX_RUNS_READ = 60;

/** Where a schedule names no time zone. */
export const UTC = 'UTC';

/** Reads a cron expression that runs at most hourly in a time zone: when it runs next, or what is wrong with it. */
export function readSchedule(
  expression: string,
  now: Date,
  zone = UTC,
): { readonly next: Date } | { readonly fault: ScheduleFault } {
  const runs = runsAfter(expression, zone, now, MAX_RUNS_READ);
  if (!runs) return { fault: 'invalid' };
  const [next] = runs;
  if (!next) return { fault: 'never' };
  const isTooOften = runs.some(
    (run, position) => run.getTime() - (runs[position - 1]?.getTime() ?? -Infinity) < HOUR_MS,
  );
  return isTooOften ? { fault: 'too-often' } : { next };
}

/** Whether a schedule has a run after the first moment and up to the second. */
export function isDue(expression: string, after: Date, until: Date, zone = UTC): boolean {
  const [next] = runsAfter(expression, zone, after, 1) ?? [];
  return next !== undefined && next <= until;
}

/** A time zone by its name in IANA's list, as it is written there; `undefined` where there is none of that name. */
export function readZone(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** `undefined` if it is no cron expression, or no time zone. */
function runsAfter(expression: string, timezone: string, moment: Date, most: number): Date[] | undefined {
  try {
    // Paused, as it is used as a calendar: it sets no timer.
    return new Cron(expression, { timezone, paused: true }).nextRuns(most, moment);
  } catch {
    return undefined;
  }
}
