import { makePassages } from '../documents/passages.js';
import type { CollectionName, Entry, Store } from '../store/store.js';
import type { Archive, FoundPassage } from './library.js';
import type { Live } from './live.js';

/**
 * Finds passages of revisions that are live no more. Passages are numbered through the documents of a revision in
 * order, the shared ones first, so that their counts lead to the one document that has to be read.
 */
export function createArchive(store: Store, live: Live): Archive {
  return {
    async passage(guildId, name, id) {
      const collection: CollectionName = guildId === null ? 'shared' : `guild:${guildId}`;
      const { snapshot } = await live.of(collection);
      if (snapshot.name.shared === name.shared && snapshot.name.guild === name.guild) {
        const passage = snapshot.passages[id];
        return passage ? { kind: 'found', passage } : { kind: 'gone' };
      }
      const shared = await store.entries('shared', name.shared);
      const own = name.guild === undefined ? [] : await store.entries(collection, name.guild);
      return find(store, [...shared, ...own], id);
    },
  };
}

async function find(store: Store, entries: readonly Entry[], id: number): Promise<FoundPassage> {
  let first = 0;
  for (const entry of entries) {
    if (id < first + entry.passages) return read(store, entry, id, id - first);
    first += entry.passages;
  }
  return { kind: 'gone' };
}

async function read(store: Store, entry: Entry, id: number, position: number): Promise<FoundPassage> {
  for await (const { document } of store.documents([entry.hash])) {
    const passages = makePassages([document]);
    const passage = passages[position];
    // A release that cuts passages in another way: the number would lead to another text.
    if (!passage || passages.length !== entry.passages) return { kind: 'gone' };
    return { kind: 'found', passage: { ...passage, id } };
  }
  return { kind: 'withdrawn' };
}
