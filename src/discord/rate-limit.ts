import { LRUCache } from 'lru-cache';

/** Counts what each member asks. In memory alone. */
export interface RateLimiter {
  /**
   * Counts one question, unless it is one too many.
   * @param perMinute How many a member may ask within any minute.
   * @returns when the member may ask again, if it is one too many.
   */
  take(member: string, perMinute: number): Date | undefined;
}

/** Questions a minute that a member may ask, where the server has set nothing else. */
export const DEFAULT_QUESTIONS_PER_MINUTE = 10;

const MINUTE_MS = 60_000;
/** Members that are remembered; those who have not asked for longest are forgotten first. */
const MAX_MEMBERS = 20_000;

export function createRateLimiter(now: () => Date): RateLimiter {
  const asked = new LRUCache<string, readonly number[]>({ max: MAX_MEMBERS });
  return {
    take(member, perMinute) {
      const time = now().getTime();
      const within = (asked.get(member) ?? []).filter((moment) => moment > time - MINUTE_MS);
      const oldest = within.at(-perMinute);
      if (oldest !== undefined) return new Date(oldest + MINUTE_MS);
      asked.set(member, [...within, time]);
      return undefined;
    },
  };
}
