import { isDeepStrictEqual } from 'node:util';
import { LRUCache } from 'lru-cache';
import { buildSnapshot, type Snapshot, type SnapshotName } from '../index/snapshot.js';
import type { CollectionName, Store } from '../store/store.js';
import { type Content, documentsOf, emptyContent, isSameContent, loadContent } from './content.js';

/** A collection's content with the snapshot that is answered from. For a server: with the shared collection. */
export interface Served {
  readonly content: Content;
  readonly snapshot: Snapshot;
}

/** What is answered from, in this process. */
export interface Live {
  /** What members of a server are answered from, built first where nobody asked for a while. */
  of(collection: CollectionName): Promise<Served>;
  /**
   * Moves to what the store says is live in a collection, and resolves when it is answered from. Everything that
   * rests on it changes in one step; until then the old is answered from. False where it is answered from already.
   */
  follow(collection: CollectionName): Promise<boolean>;
  /** Keeps what was built for a preview, for the case that it is published next. */
  prepare(served: Served): void;
}

/** Servers' snapshots are kept in memory up to so many passages, which takes some 500 MB. */
const MOST_PASSAGES = 60_000;

/** Loads the shared collection and builds its snapshot; those of servers are built when they are first used. */
export async function openLive(store: Store): Promise<Live> {
  const guilds = new LRUCache<CollectionName, Served>({
    maxSize: MOST_PASSAGES,
    sizeCalculation: roomOf,
  });
  const published = new Set((await store.collections()).map(({ collection }) => collection));
  let shared = await serveShared(await loadLive(store, emptyContent('shared')));
  let prepared: Served | undefined;
  const inOrder = oneAfterAnother();

  async function followShared(): Promise<boolean> {
    const content = await loadLive(store, shared.content);
    if (content === shared.content) return false;
    const next = await serveShared(content, prepared);
    const renewed: Served[] = [];
    // The least recently used first, so that setting them again keeps their order.
    for (const served of [...guilds.rvalues()]) {
      if (served) renewed.push(await serveGuild(next, served.content));
    }
    shared = next;
    for (const served of renewed) guilds.set(served.content.collection, served);
    return true;
  }

  async function followGuild(collection: CollectionName): Promise<boolean> {
    published.add(collection);
    const served = guilds.peek(collection);
    if (!served) return false;
    const content = await loadLive(store, served.content);
    if (content === served.content) return false;
    guilds.set(collection, await serveGuild(shared, content, prepared));
    return true;
  }

  async function openGuild(collection: CollectionName): Promise<Served> {
    const known = guilds.get(collection);
    if (known) return known;
    const served = await serveGuild(shared, await loadLive(store, emptyContent(collection)), prepared);
    guilds.set(collection, served);
    return served;
  }

  return {
    async of(collection) {
      if (collection === 'shared') return shared;
      if (!published.has(collection)) return { content: emptyContent(collection), snapshot: shared.snapshot };
      return guilds.get(collection) ?? inOrder(() => openGuild(collection));
    },
    follow: (collection) =>
      inOrder(async () => {
        const hasMoved = await (collection === 'shared' ? followShared() : followGuild(collection));
        if (hasMoved && prepared?.content.collection === collection) prepared = undefined;
        return hasMoved;
      }),
    prepare(served) {
      prepared = served;
    },
  };
}

/** The snapshot of the shared collection; `prepared` is taken where it is the same. */
export async function serveShared(content: Content, prepared?: Served): Promise<Served> {
  return { content, snapshot: await snapshotOf(content, { shared: content.revision }, [content], prepared) };
}

/** The snapshot of a server's collection. Without documents of its own it shares the shared one. */
export async function serveGuild(shared: Served, content: Content, prepared?: Served): Promise<Served> {
  if (content.placed.length === 0) return { content, snapshot: shared.snapshot };
  const name = { shared: shared.content.revision, guild: content.revision };
  return { content, snapshot: await snapshotOf(content, name, [shared.content, content], prepared) };
}

async function snapshotOf(
  content: Content,
  name: SnapshotName,
  parts: readonly [Content, ...Content[]],
  prepared: Served | undefined,
): Promise<Snapshot> {
  const isPrepared =
    prepared?.content.collection === content.collection &&
    isDeepStrictEqual(prepared.snapshot.name, name) &&
    isSameContent(prepared.content, content);
  if (isPrepared) return prepared.snapshot;
  return buildSnapshot(name, parts.flatMap(documentsOf), parts[0].glossary);
}

/** The same object where nothing was published since. */
async function loadLive(store: Store, known: Content): Promise<Content> {
  const revision = await store.liveRevision(known.collection);
  return revision === known.revision ? known : loadContent(store, known.collection, revision, known);
}

/** At least one, and at most all there is: a very large one is kept alone rather than built for every question. */
function roomOf({ content, snapshot }: Served): number {
  const passages = content.placed.length === 0 ? 0 : snapshot.passages.length;
  return Math.min(passages + 1, MOST_PASSAGES);
}

/** Runs what it is given one after the other, in order. */
function oneAfterAnother(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  };
}
