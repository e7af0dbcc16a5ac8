import { setImmediate as nextTurn } from 'node:timers/promises';
import type { GiveWay } from '../index/snapshot.js';

/** How long work may hold up everything else, in milliseconds: a question waits half of it, on average. */
const TURN_MS = 5;

/**
 * For one piece of long work: each time that it has had its turn, everything else goes on first.
 * @param signal Ends the work with its reason at the next call.
 */
export function createYielder(signal?: AbortSignal): GiveWay {
  let begun = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - begun < TURN_MS) return;
    await nextTurn();
    begun = performance.now();
  };
}
