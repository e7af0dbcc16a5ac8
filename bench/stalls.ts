import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** The longest time, in milliseconds, that the event loop did not turn. */
export interface Stall {
  readonly waited: number;
  /** The most that the main thread worked between two turns, to which other programs on the machine add nothing. */
  readonly worked: number;
}

/** Begins to measure, and gives what says the longest stall since it was called last. */
export function stallMeter(): () => Stall {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  let [before, worked] = [workedMs(), 0];
  setInterval(() => {
    const now = workedMs();
    worked = Math.max(worked, now - before);
    before = now;
  }, 1).unref();
  return () => {
    const stall = { waited: delays.max / 1e6, worked };
    delays.reset();
    worked = 0;
    return stall;
  };
}

/** Processor time of the main thread, in milliseconds, as Linux counts it; 0 elsewhere. */
function workedMs(): number {
  try {
    const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
    return Number(nanoseconds) / 1e6;
  } catch {
    return 0;
  }
}
