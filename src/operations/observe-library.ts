import type { CollectionName, Library } from '../library/library.js';
import type { LibraryEvent } from '../library/open.js';
import type { Metrics } from './metrics.js';

/** Counts what went wrong while nobody waited for it. */
export function countEvent(event: LibraryEvent, metrics: Metrics): void {
  if (event.kind === 'failed') metrics.failures.inc({ work: event.work });
  if (event.kind === 'notes-lost') metrics.notesLost.inc(event.count);
}

/** The same library; what becomes of refreshes, other changes and publishes is counted. */
export function observeLibrary<L extends Library>(library: L, metrics: Metrics): L {
  const count = (change: string, of: CollectionName, outcome: string) => {
    const collection = of === 'shared' ? 'shared' : 'server';
    metrics.changes.inc({ change, collection, outcome });
  };
  const counted = async <T extends { readonly kind: string }>(
    change: string,
    collection: CollectionName,
    work: Promise<T>,
  ): Promise<T> => {
    try {
      const result = await work;
      count(change, collection, result.kind);
      return result;
    } catch (error) {
      count(change, collection, 'failed');
      throw error;
    }
  };
  return {
    ...library,
    refresh: (request) => counted('refresh', request.collection, library.refresh(request)),
    add: (request, addition) => counted('add', request.collection, library.add(request, addition)),
    remove: (request, document) => counted('remove', request.collection, library.remove(request, document)),
    teach: (request, changes) => counted('teach', request.collection, library.teach(request, changes)),
    rollback: (request, to) => counted('rollback', request.collection, library.rollback(request, to)),
    publish: (draft, by, isConfirmed) =>
      counted('publish', draft.collection, library.publish(draft, by, isConfirmed)),
    async *refreshDue(request) {
      for await (const scheduled of library.refreshDue(request)) {
        count('scheduled-refresh', scheduled.collection, 'draft' in scheduled ? 'draft' : 'failed');
        yield scheduled;
      }
    },
  };
}
