import { setTimeout as sleep } from 'node:timers/promises';
import { SimpleIdentifyThrottler } from 'discord.js';
import type { Leases } from '../../library/library.js';

/** Waits until a shard may identify; rejects where that is not wanted any more. */
export type IdentifyTurn = (shard: number, maxConcurrency: number, signal: AbortSignal) => Promise<void>;

/** Discord lets one shard of each bucket identify in five seconds; on the way there requests may pass each other. */
const TURN_MS = 5_250;
const ASK_AGAIN_MS = 250;

/**
 * Turns to identify, by Discord's rule for all shards of a bot: within this process as discord.js does it, and among those
 * that share leases by one for each bucket. A database that is away keeps nobody from connecting.
 * @param self The name of this process, as no other on the database has it.
 */
export function createIdentifyTurns(leases: Leases | undefined, self: string): IdentifyTurn {
  const here = new Map<number, SimpleIdentifyThrottler>();
  let turns = 0;

  const take = (bucket: number, holder: string) =>
    leases?.takeLease(`identify:${bucket}`, holder, TURN_MS).catch(() => true) ?? true;

  return async (shard, maxConcurrency, signal) => {
    const throttler = here.get(maxConcurrency) ?? new SimpleIdentifyThrottler(maxConcurrency);
    here.set(maxConcurrency, throttler);
    await throttler.waitForIdentify(shard, signal);
    // Each turn by a name of its own: this process, too, has the next one only when this one is over.
    turns += 1;
    const holder = `${self}:${turns}`;
    while (!(await take(shard % maxConcurrency, holder))) await sleep(ASK_AGAIN_MS, undefined, { signal });
  };
}
