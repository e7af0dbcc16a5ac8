import { liveRevisions } from './revisions.js';
import type { Session } from './session.js';
import type { LiveRevision, Store } from './store.js';

/** Compares the live revisions with those that were seen last, and tells what has changed. */
export interface Watch extends Pick<Store, 'watch' | 'watchSettings'> {
  /** Looks now; if a look is under way, once more after it. Never rejects: the next look finds what this one missed. */
  look(): Promise<void>;
  /** Tells that settings have been changed here. */
  tellOfSettings(): void;
  end(): void;
}

/** Tells of changes from this moment on, also to listeners that are added later. */
export async function createWatch(session: Session): Promise<Watch> {
  const listeners = new Set<(change: LiveRevision) => void>();
  const settingsListeners = new Set<() => void>();
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

  const tellOfSettings = () => {
    for (const listener of settingsListeners) listener();
  };
  /** What another process has changed is not said. */
  const onNotice = () => {
    tellOfSettings();
    return look();
  };
  const end = () => {
    stopListening?.();
    stopListening = undefined;
  };
  const add = <T>(all: Set<T>, listener: T) => {
    all.add(listener);
    stopListening ??= session.backend.listen(onNotice);
    return () => {
      all.delete(listener);
      if (listeners.size + settingsListeners.size === 0) end();
    };
  };
  return {
    look: () => look().catch(() => {}),
    tellOfSettings,
    // Functions of their own, so that a listener that is given twice is told twice.
    watch: (listener) => add(listeners, (change: LiveRevision) => listener(change)),
    watchSettings: (listener) => add(settingsListeners, () => listener()),
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
