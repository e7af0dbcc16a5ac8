import { setImmediate as nextTurn } from 'node:timers/promises';
import { DatabaseFault } from './database-fault.js';

/**
 * Does in one transaction what is asked for in the same turn of the event loop: a transaction costs the disk as much for
 * one as for a hundred. Where one of them is at fault and not the database, each is done for itself.
 */
export function together<One>(work: (all: readonly One[]) => Promise<void>): (one: One) => Promise<void> {
  let gathered: One[] = [];
  let done: Promise<void> | undefined;

  async function doAll(): Promise<void> {
    await nextTurn();
    const all = gathered;
    gathered = [];
    done = undefined;
    await work(all);
  }

  return async (one) => {
    gathered.push(one);
    const all = gathered;
    done ??= doAll();
    try {
      await done;
    } catch (error) {
      if (all.length === 1 || error instanceof DatabaseFault) throw error;
      await work([one]);
    }
  };
}
