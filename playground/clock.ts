/** Time as the playground sees it. Discord's limits (3 s to a first reply, 15 min for a token) are counted on it. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Calls `action` once, `ms` from now, unless the returned function is called before. */
  after(ms: number, action: () => void): () => void;
}

/** The clock on the wall. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: Date.now,
  after(ms, action) {
    const timer = setTimeout(action, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** The clock on the wall, on which no time limit is ever reached, however busy the machine is. */
export const patientClock: Clock = { now: Date.now, after: () => () => {} };

/** A clock that stands still until it is told to advance: tests reach Discord's limits without waiting. */
export interface ManualClock extends Clock {
  /** Moves on by `ms`, running what falls due on the way, in order. */
  advance(ms: number): void;
}

export function manualClock(start = Date.UTC(2026, 0, 1)): ManualClock {
  let now = start;
  let timers: { at: number; action: () => void }[] = [];

  return {
    now: () => now,
    after(ms, action) {
      const timer = { at: now + ms, action };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        now = next.at;
        next.action();
      }
      now = end;
    },
  };
}
