import { LRUCache } from 'lru-cache';

/** What an interaction is when it arrives: one to be answered, one that was delivered before, or one that Discord has given up. */
export type Arrival = 'new' | 'again' | 'late';

/** Judges an interaction by its id and the time, in milliseconds, at which Discord made it. */
export type Arrivals = (id: string, createdAt: number) => Arrival;

/** Discord may deliver what it has delivered some seconds before, as after a lost connection. */
const MAX_REMEMBERED = 10_000;
/** Discord waits 3 s for the first reply; that of an older interaction would not reach it in time. */
const MAX_AGE_MS = 2_500;
/** By how much the two clocks may run apart. */
const DRIFT = 0.001;

/**
 * Remembers what has arrived. The clocks of Discord and of this machine need not agree: an interaction is as old as it took
 * longer than the quickest one until now. What this is changes slowly where clocks run apart.
 * @param now Milliseconds of a clock that is never set.
 */
export function createArrivals(now = () => performance.now()): Arrivals {
  const seen = new LRUCache<string, true>({ max: MAX_REMEMBERED });
  let quickest = Number.POSITIVE_INFINITY;
  let last = now();

  return (id, createdAt) => {
    if (seen.has(id)) return 'again';
    seen.set(id, true);
    const time = now();
    const took = time - createdAt;
    quickest = Math.min(took, quickest + (time - last) * DRIFT);
    last = time;
    return took - quickest > MAX_AGE_MS ? 'late' : 'new';
  };
}
