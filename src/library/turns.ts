import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long work may hold up everything else. */
const TURN_MS = 8;

/** Called between pieces of long work: lets other work go on when this one has had its turn. */
export type GiveWay = () => Promise<void>;

/** @param signal Ends the work with its reason at the next call. */
export function takingTurns(signal?: AbortSignal): GiveWay {
  let begun = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - begun < TURN_MS) return;
    await nextTurn();
    begun = performance.now();
  };
}
