import { LRUCache } from 'lru-cache';

/** What an interaction is when it arrives: one to be answered, one that was delivered before, or one that Discord has given up. */
export type Arrival = 'new' | 'again' | 'late';

/** Judges an interaction by its id and the time, in milliseconds, at which Discord made it. */
export type Arrivals = (id: string, createdAt: number) => Arrival;

/** Discord may deliver what it has delivered some seconds before, as after a lost connection. */
const MAX_REMEMBERED = 10_000;
/** Discord waits 3 s for the first reply; that of an older interaction would not reach it in time. */
const MAX_AGE_MS = 2_500;
/** From so much of the past, at least, the quickest is known. */
const WINDOW_MS = 60_000;

/**
 * Remembers what has arrived. The clocks of Discord and of this machine need not agree: an interaction is as old as it took
 * longer than the quickest one of the last minute or two. So clocks may run apart, or be set, and after that long all is
 * well.
 * @param now Milliseconds of a clock that is never set.
 */
export function createArrivals(now = () => performance.now()): Arrivals {
  const seen = new LRUCache<string, true>({ max: MAX_REMEMBERED });
  let windowBegan = now();
  let quickest = Number.POSITIVE_INFINITY;
  let quickestBefore = Number.POSITIVE_INFINITY;

  return (id, createdAt) => {
    if (seen.has(id)) return 'again';
    seen.set(id, true);
    const time = now();
    if (time - windowBegan >= WINDOW_MS) {
      quickestBefore = quickest;
      quickest = Number.POSITIVE_INFINITY;
      windowBegan = time;
    }
    const took = time - createdAt;
    quickest = Math.min(quickest, took);
    return took - Math.min(quickest, quickestBefore) > MAX_AGE_MS ? 'late' : 'new';
  };
}
