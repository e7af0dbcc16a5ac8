/**
 * Runs `work` with pauses of `ms` milliseconds, the first one before the first run, until the returned function is
 * called. A run that fails is tried again after the next pause. Keeps no process alive.
 *
 * Not croner, whose runs are moments of the clock: every process on a database would purge in the same instant.
 */
export function every(ms: number, work: () => Promise<void>): () => void {
  let isEnded = false;
  let timer: NodeJS.Timeout;
  const turn = () => {
    timer = setTimeout(async () => {
      try {
        await work();
      } catch {
        // The next run finds out whether the fault lasts; those who must know of a lost database are using it anyway.
      }
      if (!isEnded) turn();
    }, ms).unref();
  };
  turn();
  return () => {
    isEnded = true;
    clearTimeout(timer);
  };
}
