import { Cron } from 'croner';

/** What is wrong with a schedule. */
export type ScheduleFault =
  /** No cron expression. */
  | 'invalid'
  /** Its moments are all in the past, or in no calendar. */
  | 'never'
  /** It runs twice within an hour at some time. */
  | 'too-often';

const HOUR_MS = 60 * 60 * 1_000;
/** The hours and minutes are the same on every day that has a run: two such days show every gap within a day. */
const RUNS_LOOKED_AT = 60;

/** Reads a cron expression in UTC that runs at most hourly: when it runs next, or what is wrong with it. */
export function readSchedule(
  expression: string,
  now: Date,
): { readonly next: Date } | { readonly fault: ScheduleFault } {
  const runs = runsAfter(expression, now, RUNS_LOOKED_AT);
  if (!runs) return { fault: 'invalid' };
  const [next] = runs;
  if (!next) return { fault: 'never' };
  const isTooOften = runs.some(
    (run, position) => run.getTime() - (runs[position - 1]?.getTime() ?? -Infinity) < HOUR_MS,
  );
  return isTooOften ? { fault: 'too-often' } : { next };
}

/** Whether a schedule has a run after the first moment and up to the second. */
export function isDue(expression: string, after: Date, until: Date): boolean {
  const [next] = runsAfter(expression, after, 1) ?? [];
  return next !== undefined && next <= until;
}

/** `undefined` if it is no cron expression. */
function runsAfter(expression: string, moment: Date, most: number): Date[] | undefined {
  try {
    // Paused: it is a calendar here, and sets no timer.
    return new Cron(expression, { timezone: 'UTC', paused: true }).nextRuns(most, moment);
  } catch {
    return undefined;
  }
}
