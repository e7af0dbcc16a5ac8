import { LRUCache } from 'lru-cache';
import type { Document } from '../documents/document.js';
import type { SnapshotName } from '../index/snapshot.js';
import { type CollectionName, collectionOf, type Entry, type Store } from '../store/store.js';

/**
 * Gives documents of what the members of a server saw at some revisions, by their positions in that snapshot: what was shown
 * can be shown again for as long as its revisions are kept.
 */
export type ReadPast = (
  guildId: string | null,
  name: SnapshotName,
  positions: readonly number[],
) => Promise<Past>;

export type Past =
  /** Without those whose text was withdrawn. */
  | { readonly kind: 'kept'; readonly documents: ReadonlyMap<number, Document> }
  /** Of one of the revisions no documents are kept any more. */
  | { readonly kind: 'let-go' };

/** How many characters the documents that are kept in memory may have together. */
const MAX_CHARACTERS = 10_000_000;

type PastStore = Pick<Store, 'revision' | 'entries' | 'documents' | 'sizeOf'>;

/** Reads documents of earlier revisions; those that were read last are kept in memory. */
export function createPast(store: PastStore): ReadPast {
  const read = new LRUCache<string, Document>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: ({ text }) => Math.min(Math.max(1, text.length), MAX_CHARACTERS),
  });

  /** `undefined` where it was withdrawn: the store is asked each time, as no notice tells of that. */
  async function document({ hash }: Entry): Promise<Document | undefined> {
    const known = read.get(hash);
    if (known) return (await store.sizeOf([{ hash, original: null }])) > 0 ? known : undefined;
    for await (const found of store.documents([hash])) {
      read.set(hash, found.document);
      return found.document;
    }
    return undefined;
  }

  return async (guildId, name, positions): Promise<Past> => {
    const entries: Entry[] = [];
    for (const [collection, number] of revisionsOf(guildId, name)) {
      const revision = await store.revision(collection, number);
      if (!revision?.isKept) return { kind: 'let-go' };
      entries.push(...(await store.entries(collection, number)));
    }
    const documents = new Map<number, Document>();
    for (const position of new Set(positions)) {
      const entry = entries[position];
      const found = entry && (await document(entry));
      if (found) documents.set(position, found);
    }
    return { kind: 'kept', documents };
  };
}

/** In the order in which their documents stand in a snapshot. */
function revisionsOf(guildId: string | null, { shared, guild }: SnapshotName): [CollectionName, number][] {
  const own: [CollectionName, number][] =
    guildId === null || guild === undefined ? [] : [[collectionOf(guildId), guild]];
  // Nothing was published in what has no revision yet.
  return [['shared', shared] satisfies [CollectionName, number], ...own].filter(([, number]) => number > 0);
}
