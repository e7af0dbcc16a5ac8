/**
 * Runs `work` every `ms` milliseconds until the returned function is called; a run that takes longer delays the
 * next one. A run that fails is tried again at the next turn. Keeps no process alive.
 */
export function every(ms: number, work: () => Promise<void>): () => void {
  let ended = false;
  let timer: NodeJS.Timeout;
  const turn = () => {
    timer = setTimeout(async () => {
      try {
        await work();
      } catch {
        // The next turn finds out whether it lasts; who must know of a lost database is asking it anyway.
      }
      if (!ended) turn();
    }, ms).unref();
  };
  turn();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
