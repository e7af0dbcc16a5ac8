import { LRUCache } from 'lru-cache';

/** How often each member asks. In memory alone. */
export interface Pace {
  /**
   * Counts one question, where it is not one too many.
   * @param perMinute How many a member may ask within any minute.
   * @returns when the member may ask again, if it is one too many.
   */
  take(member: string, perMinute: number): Date | undefined;
}

/** Questions a minute that a member may ask, where the server has set nothing else. */
export const DEFAULT_PACE = 10;

const MINUTE_MS = 60_000;
/** Members that are remembered; who has not asked for long is forgotten first. */
const MOST_MEMBERS = 20_000;

export function createPace(now: () => Date): Pace {
  const asked = new LRUCache<string, readonly number[]>({ max: MOST_MEMBERS });
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
