import { LRUCache } from 'lru-cache';
import type { GiveWay } from '../index/snapshot.js';
import type { CollectionName, Store } from '../store/store.js';
import { type Content, emptyContent, isEmpty } from './content.js';
import { createRoom } from './room.js';
import {
  type BuildSnapshot,
  type ExtendSnapshot,
  isAsPrepared,
  loadLive,
  roomOf,
  type Served,
  type ServedShared,
  serveGuild,
  serveShared,
} from './serving.js';
import type { Turns } from './turns.js';
import { inOrderOf } from './waiting.js';

/** What this process answers from. No server waits for what is built for another. */
export interface Live {
  /** What members of a server are answered from; a promise of it where it is built first, as nobody has asked for a while. */
  of(collection: CollectionName): Served | Promise<Served>;
  /**
   * Moves to what the store says is live in a collection, and resolves when questions are answered from it; until then
   * the old is answered from. Gives the revision; `undefined` where nothing had to move. What servers are answered from
   * rests on the shared collection, and is built anew when it is next asked for.
   */
  follow(collection: CollectionName): Promise<number | undefined>;
  /** Builds what a collection would be answered from; the shared one is kept for a while, as it may be published. */
  prepare(content: Content, giveWay: GiveWay): Promise<Served>;
}

export interface LiveParts {
  readonly store: Store;
  readonly build: BuildSnapshot;
  readonly extend: ExtendSnapshot;
  readonly turns: Turns;
}

/** How many passages of their own the servers that are kept in memory may have together; they take some 450 MB. */
const MAX_PASSAGES = 40_000;
/** How many of them may be built at a time. */
const BUILDING = { answers: 10_000, preview: 10_000 };
/** Most previews are published soon or never; for a later one the snapshot is built again. */
const PREPARED_MS = 15 * 60 * 1_000;

/** What a server has of its own; without a snapshot where that would rest on an earlier shared collection. */
interface Kept {
  readonly content: Content;
  snapshot: Served['snapshot'] | undefined;
}

/** Loads the shared collection and builds its snapshot; those of servers are built when they are first used. */
export async function openLive({ store, build, extend, turns }: LiveParts): Promise<Live> {
  const servers = new LRUCache<CollectionName, Kept>({
    maxSize: MAX_PASSAGES,
    // A very large one is kept on its own rather than built anew for every question.
    sizeCalculation: ({ content }) => Math.min(roomOf(content), MAX_PASSAGES),
  });
  const prepared = new LRUCache<'shared', ServedShared>({ max: 1, ttl: PREPARED_MS, ttlAutopurge: true });
  const rooms = { answers: createRoom(BUILDING.answers), preview: createRoom(BUILDING.preview) };
  const published = new Set((await store.collections()).map(({ collection }) => collection));
  const inOrder = inOrderOf<CollectionName>();
  let shared = await serveShared(build, await loadLive(store, emptyContent('shared')), turns.begin('shared'));

  async function followShared(): Promise<number | undefined> {
    const content = await loadLive(store, shared.content);
    if (content === shared.content) return undefined;
    const ready = prepared.get('shared');
    shared =
      ready && isAsPrepared(ready, content)
        ? ready
        : await serveShared(build, content, turns.begin('shared'));
    prepared.clear();
    for (const kept of servers.values()) kept.snapshot = undefined;
    return content.revision;
  }

  async function followGuild(collection: CollectionName): Promise<number | undefined> {
    published.add(collection);
    const known = servers.peek(collection);
    if (!known) return undefined;
    const { content } = await bringUp(collection);
    return content.revision === known.content.revision ? undefined : content.revision;
  }

  /** What is live in a server's collection, with the shared documents of now. */
  async function bringUp(collection: CollectionName): Promise<Served> {
    for (;;) {
      const base = shared;
      const known = servers.peek(collection);
      const content = await loadLive(store, known?.content ?? emptyContent(collection));
      const ready = content === known?.content ? servedOf(known) : undefined;
      if (ready) return ready;
      const served = await rooms.answers.with(roomOf(content), () =>
        serveGuild(extend, base, content, turns.begin('answers')),
      );
      // What was built beside others that were published meanwhile would answer with what may be withdrawn.
      if (base !== shared) continue;
      servers.set(collection, { ...served });
      return served;
    }
  }

  function servedOf(kept: Kept | undefined): Served | undefined {
    if (!kept) return undefined;
    const { content, snapshot } = kept;
    if (isEmpty(content)) return { content, snapshot: shared.snapshot };
    return snapshot && { content, snapshot };
  }

  return {
    of(collection) {
      if (collection === 'shared') return shared;
      if (!published.has(collection)) return { content: emptyContent(collection), snapshot: shared.snapshot };
      return (
        servedOf(servers.get(collection)) ??
        inOrder(collection, async () => servedOf(servers.get(collection)) ?? bringUp(collection))
      );
    },
    follow: (collection) =>
      inOrder(collection, () => (collection === 'shared' ? followShared() : followGuild(collection))),
    async prepare(content, giveWay) {
      if (content.collection !== 'shared') {
        const base = shared;
        return rooms.preview.with(roomOf(content), () => serveGuild(extend, base, content, giveWay));
      }
      const served = await serveShared(build, content, giveWay);
      prepared.set('shared', served);
      return served;
    },
  };
}
