import { liveRevisions } from './revisions.js';
import type { Session } from './session.js';
import type { LiveRevision, Store } from './store.js';

/** Compares the live revisions with those that were seen last, and tells what has changed. */
export interface Watch extends Pick<Store, 'watch'> {
  /** Looks now; if a look is under way, once more after it. Never rejects: the next look finds what this one missed. */
  look(): Promise<void>;
  end(): void;
}

/** Tells of changes from this moment on, also to listeners that are added later. */
export async function createWatch(session: Session): Promise<Watch> {
  const listeners = new Set<(change: LiveRevision) => void>();
  const seen = new Map<string, number>();
  let stopListening: (() => void) | undefined;

  const compare = async () => {
    for (const change of await liveRevisions(session)) {
      if ((seen.get(change.collection) ?? 0) >= change.revision) continue;
      seen.set(change.collection, change.revision);
      for (const listener of listeners) listener(change);
    }
  };
  const look = oneAtATime(compare);
  await compare();

  const end = () => {
    stopListening?.();
    stopListening = undefined;
  };
  return {
    look: () => look().catch(() => {}),
    watch(listener) {
      // A function of its own, so that a listener that is given twice is told twice.
      const told = (change: LiveRevision) => listener(change);
      listeners.add(told);
      stopListening ??= session.backend.listen(look);
      return () => {
        listeners.delete(told);
        if (listeners.size === 0) end();
      };
    },
    end,
  };
}

/** Runs `work` without overlap: all calls during a run share the next one. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  let waiting: Promise<void> | undefined;
  return () => {
    waiting ??= last = last
      .catch(() => {})
      .then(() => {
        waiting = undefined;
        return work();
      });
    return waiting;
  };
}
