import type { Observer } from '../discord/observer.js';
import type { Library } from '../library/library.js';
import type { LibraryEvent } from '../library/open.js';
import type { Store } from '../store/store.js';
import { createMetrics } from './metrics.js';
import { observeInteractions } from './observe-interactions.js';
import { countEvent, observeLibrary } from './observe-library.js';
import { observeStore } from './observe-store.js';
import { createReadiness } from './readiness.js';
import { sharedRun } from './shared-run.js';
import { recordState, type Watched } from './state.js';
import { type Address, type Page, plain, startWeb } from './web.js';

/** What the person who hosts the bot can see of it from outside, and what it is seen by. */
export interface Operations {
  readonly observer: Observer;
  observeStore(store: Store): Store;
  observeLibrary<L extends Library>(library: L): L;
  /** Counts what the library tells of work that nobody waits for. */
  countEvent(event: LibraryEvent): void;
  /** Looks at this too from now on. */
  watch(parts: Watched): void;
  stop(): Promise<void>;
}

/**
 * Answers /healthz, /readyz and /metrics from now on, when nothing is open yet.
 *
 * @throws {CannotListen}
 */
export async function startOperations(
  address: Address,
  onError: (error: unknown) => void,
): Promise<Operations & { readonly address: Address }> {
  const metrics = createMetrics();
  let watched: Watched = {};
  const readiness = createReadiness(() => watched);
  const pages = new Map<string, () => Promise<Page>>([
    ['/healthz', async () => plain(200, 'alive')],
    [
      '/readyz',
      async () => {
        const found = await readiness();
        return { status: found.ready ? 200 : 503, type: 'application/json', body: JSON.stringify(found) };
      },
    ],
    [
      '/metrics',
      sharedRun(async () => {
        await recordState(metrics, watched, await readiness());
        const { registry } = metrics;
        return { status: 200, type: registry.contentType, body: await registry.metrics() };
      }),
    ],
  ]);
  const web = await startWeb(address, pages, onError);
  return {
    address: web.address,
    observer: observeInteractions(metrics),
    observeStore: (store) => observeStore(store, metrics),
    observeLibrary: (library) => observeLibrary(library, metrics),
    countEvent: (event) => countEvent(event, metrics),
    watch(parts) {
      watched = { ...watched, ...parts };
    },
    stop: web.stop,
  };
}
