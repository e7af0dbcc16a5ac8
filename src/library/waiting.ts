/**
 * What the work gives, or the deadline's reason, whichever comes first. The work goes on.
 * @throws the deadline's reason, or what the work throws
 */
export function before<T>(deadline: AbortSignal, work: T | Promise<T>): Promise<T> {
  const missed = new Promise<never>((_, reject) => {
    if (deadline.aborted) reject(deadline.reason);
    deadline.addEventListener('abort', () => reject(deadline.reason), { once: true });
  });
  return Promise.race([work, missed]);
}

/** Runs what it is given for one key one piece after the other, in order; other keys wait for nothing. */
export function inOrderOf<K>(): <T>(key: K, work: () => Promise<T>) => Promise<T> {
  const last = new Map<K, Promise<unknown>>();
  return (key, work) => {
    const result = (last.get(key) ?? Promise.resolve()).then(work);
    const done = result
      .catch(() => {})
      .then(() => {
        if (last.get(key) === done) last.delete(key);
      });
    last.set(key, done);
    return result;
  };
}
