import type { Store } from '../store/store.js';
import type { Metrics } from './metrics.js';

/** The same store, each of whose calls is timed under its method's name. */
export function observeStore(store: Store, metrics: Metrics): Store {
  const timed =
    (operation: string, call: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => {
      const end = metrics.database.startTimer({ operation });
      const result = call(...args);
      // What gives its result at once, or piece by piece, has no one time.
      if (result instanceof Promise) {
        const failed = () => metrics.databaseErrors.inc({ operation });
        result.catch(failed).then(() => end());
      }
      return result;
    };
  const methods = Object.entries(store).map(([name, method]) => [name, timed(name, method)]);
  return Object.fromEntries(methods) as Store;
}
