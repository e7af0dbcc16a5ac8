import { every } from '../store/every.js';
import type { CollectionName, Store, Withdrawal } from '../store/store.js';
import type { Limits } from './library.js';

const PURGE_MS = 60 * 60 * 1_000;

/** Previews of a collection that can be published at the same time. */
const MAX_DRAFTS = 20;
/** How much of {@link Limits.storage} previews may have by themselves; the newest stays however large it is. */
const DRAFTS_SHARE = 0.25;
/** Revisions of a collection that can be brought back; of a server's only as many as {@link Limits.storage} has room for. */
const MAX_REVISIONS = 100;

/** Keeps within bounds what is kept beside what is live. Nothing here rejects: what went wrong is told. */
export interface Upkeep {
  /** After a draft was saved: lets go of older ones. */
  afterSaving(collection: CollectionName, draft: string): Promise<void>;
  /** After a revision was published: lets go of older drafts and revisions. */
  afterPublishing(collection: CollectionName): Promise<void>;
  /** After a text was withdrawn: removes it from what is kept beside the store. */
  afterTakedown(): Promise<void>;
  /** Removes what was kept for as long as it may be, now and every hour. Returns what ends it: the store may be closed then. */
  startPurging(): () => void;
}

export interface UpkeepParts {
  readonly store: Pick<Store, 'letGo' | 'purge' | 'withdrawals'>;
  readonly limits: Limits;
  readonly tidyCache?: ((withdrawn: readonly Withdrawal[]) => Promise<void>) | undefined;
  readonly onFailure: (error: unknown) => void;
}

export function createUpkeep({ store, limits, tidyCache = async () => {}, onFailure }: UpkeepParts): Upkeep {
  // The host fills the shared collection, and nobody else.
  const storageOf = (collection: CollectionName) =>
    collection === 'shared' ? Number.POSITIVE_INFINITY : limits.storage;
  /** Texts may have been withdrawn on another machine, and read again from a folder that has them still. */
  const tidy = async (tell = onFailure) => {
    try {
      await tidyCache(await store.withdrawals());
    } catch (error) {
      tell(error);
    }
  };
  return {
    async afterSaving(collection, draft) {
      const most = { bytes: DRAFTS_SHARE * storageOf(collection), drafts: MAX_DRAFTS };
      await store.letGo(collection, most, draft).catch(onFailure);
    },
    async afterPublishing(collection) {
      const most = { bytes: storageOf(collection), drafts: MAX_DRAFTS, revisions: MAX_REVISIONS };
      await store.letGo(collection, most).catch(onFailure);
    },
    afterTakedown: () => tidy(),
    startPurging() {
      let isEnded = false;
      // What is under way at the end finds the store closed, which is no failure.
      const tell = (error: unknown) => isEnded || onFailure(error);
      const purge = async () => {
        await store.purge().catch(tell);
        if (!isEnded) await tidy(tell);
      };
      void purge();
      const stop = every(PURGE_MS, purge);
      return () => {
        isEnded = true;
        stop();
      };
    },
  };
}
