import { Cron } from 'croner';

/** What is wrong with a schedule. */
export type ScheduleFault =
  /** It is no cron expression. */
  | 'invalid'
  /** Its times are all in the past, or on days that no calendar has. */
  | 'never'
  /** It runs twice within an hour at some time. */
  | 'too-often';

const HOUR_MS = 60 * 60 * 1_000;
/** Every day with a run has it at the same hours and minutes, so that two such days show every gap within a day. */
const MAX_RUNS_READ = 60;

/** Reads a cron expression in UTC that runs at most hourly: when it runs next, or what is wrong with it. */
export function readSchedule(
  expression: string,
  now: Date,
): { readonly next: Date } | { readonly fault: ScheduleFault } {
  const runs = runsAfter(expression, now, MAX_RUNS_READ);
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
    // Paused, as it is used as a calendar: it sets no timer.
    return new Cron(expression, { timezone: 'UTC', paused: true }).nextRuns(most, moment);
  } catch {
    return undefined;
  }
}
