import { setTimeout as sleep } from 'node:timers/promises';
import { SimpleIdentifyThrottler } from 'discord.js';
import type { Leases } from '../../library/library.js';

/** Turns to identify, by Discord's rule for all shards of a bot. */
export interface IdentifyTurns {
  /** Resolves when a shard may identify; rejects where that is not wanted any more. */
  wait(shard: number, maxConcurrency: number, signal: AbortSignal): Promise<void>;
  /** Discord has taken a shard in: from now on the turn of the next one is counted. */
  identified(shard: number): Promise<void>;
}

/** How long a turn lasts at most, where its process dies before it has identified. */
const TURN_MS = 15_000;
/** What lies between two shards of a bucket. */
const PAUSE_MS = 5_000;
const ASK_AGAIN_MS = 250;

/**
 * Discord lets one shard of each bucket identify in five seconds: within this process as discord.js sees to it, and among
 * processes by a lease for each bucket. It is counted from Discord's answer, as nobody knows how long a busy process takes
 * to ask. A database that is away keeps nobody from connecting.
 * @param self The name of this process, as no other on the database has it.
 */
export function createIdentifyTurns(leases: Leases | undefined, self: string): IdentifyTurns {
  const here = new Map<number, SimpleIdentifyThrottler>();
  const turnOf = new Map<number, { readonly name: string; readonly holder: string }>();
  let turns = 0;

  return {
    async wait(shard, maxConcurrency, signal) {
      const throttler = here.get(maxConcurrency) ?? new SimpleIdentifyThrottler(maxConcurrency);
      here.set(maxConcurrency, throttler);
      await throttler.waitForIdentify(shard, signal);
      if (!leases) return;
      // Each turn has a name of its own: this process, too, gets the next one only when this one is over.
      turns += 1;
      const turn = { name: `identify:${shard % maxConcurrency}`, holder: `${self}:${turns}` };
      const take = () => leases.takeLease(turn.name, turn.holder, TURN_MS).catch(() => true);
      while (!(await take())) await sleep(ASK_AGAIN_MS, undefined, { signal });
      turnOf.set(shard, turn);
    },
    async identified(shard) {
      const turn = turnOf.get(shard);
      turnOf.delete(shard);
      if (turn) await leases?.takeLease(turn.name, turn.holder, PAUSE_MS).catch(() => false);
    },
  };
}
