import { setImmediate as nextTurn } from 'node:timers/promises';
import { DatabaseFault } from './database-fault.js';

/**
 * Does at once what is asked for in the same turn of the event loop, and gives what came of all: a transaction costs the
 * disk as much for one as for a hundred, and a query little more. Where one of them is at fault and not the database, each
 * is done for itself.
 */
export function together<One, Result = void>(
  work: (all: readonly One[]) => Promise<Result>,
): (one: One) => Promise<Result> {
  let gathered: One[] = [];
  let done: Promise<Result> | undefined;

  async function doAll(): Promise<Result> {
    await nextTurn();
    const all = gathered;
    gathered = [];
    done = undefined;
    return work(all);
  }

  return async (one) => {
    gathered.push(one);
    const all = gathered;
    done ??= doAll();
    try {
      return await done;
    } catch (error) {
      if (all.length === 1 || error instanceof DatabaseFault) throw error;
      return work([one]);
    }
  };
}
