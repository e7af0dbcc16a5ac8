import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long work may hold up everything else, in milliseconds: a question waits half of it, on average. */
const TURN_MS = 5;

/**
 * For one piece of long work: what it calls between two steps, so that everything else goes on each time that this
 * work has had its turn of the event loop.
 * @param signal Ends the work: the call after that throws the signal's reason.
 */
export function createYielder(signal?: AbortSignal): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - begun < TURN_MS) return;
    await nextTurn();
    begun = performance.now();
  };
}
