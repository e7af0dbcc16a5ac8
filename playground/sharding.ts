import type { APIGatewayBotInfo } from 'discord-api-types/v10';
import type { Clock } from './clock.js';

/** How a bot shares its servers out among connections, by Discord's rules. */
export interface Sharding {
  /** How many shards Discord recommends. */
  shards: number;
  /** How many may identify at once: one for each remainder of a shard's number by it. */
  maxConcurrency: number;
  /** How long the next one of the same remainder has to wait: 5 s at Discord. */
  identifyEveryMs: number;
  /** How often the bot may identify in a day. */
  sessionStarts: number;
  /** A shard with more servers is closed. */
  guildsPerShard: number;
}

/** A small bot, which may be started again as fast as one likes. */
export const ONE_SHARD: Sharding = {
  shards: 1,
  maxConcurrency: 16,
  identifyEveryMs: 0,
  sessionStarts: 1000,
  guildsPerShard: 2500,
};

const DAY_MS = 86_400_000;

/** Counts how often a bot identifies, and says what it may. */
export interface SessionStarts {
  /** What a bot is told that asks where the gateway is. */
  information(): Omit<APIGatewayBotInfo, 'url'>;
  /** A shard identifies: whether it may now. */
  begin(shard: number): 'begun' | 'too-soon' | 'used-up';
}

export function countSessionStarts(sharding: Sharding, clock: Clock): SessionStarts {
  const { shards, maxConcurrency, identifyEveryMs, sessionStarts: total } = sharding;
  const lastOf = new Map<number, number>();
  let begun = 0;
  return {
    information: () => ({
      shards,
      session_start_limit: {
        total,
        remaining: Math.max(0, total - begun),
        reset_after: DAY_MS,
        max_concurrency: maxConcurrency,
      },
    }),
    begin(shard) {
      const bucket = shard % maxConcurrency;
      const last = lastOf.get(bucket) ?? Number.NEGATIVE_INFINITY;
      if (begun >= total) return 'used-up';
      if (clock.now() - last < identifyEveryMs) return 'too-soon';
      lastOf.set(bucket, clock.now());
      begun += 1;
      return 'begun';
    },
  };
}
