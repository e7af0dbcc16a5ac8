import { LRUCache } from 'lru-cache';
import type { GiveWay } from '../index/snapshot.js';
import type { CollectionName, Store } from '../store/store.js';
import { type Content, emptyContent, isEmpty } from './content.js';
import { createRoom } from './room.js';
import {
  type BuildSnapshot,
  isAsPrepared,
  loadLive,
  restsOn,
  roomOf,
  roomToBuild,
  type Served,
  serveGuild,
  serveShared,
} from './serving.js';
import type { Turns } from './turns.js';
import { before, inOrderOf } from './waiting.js';

/** What this process answers from. No server waits for what is built for another. */
export interface Live {
  /** What members of a server are answered from; built first where nobody has asked for a while. */
  of(collection: CollectionName): Promise<Served>;
  /**
   * Moves to what the store says is live in a collection, and resolves when questions are answered from it; until then
   * the old is answered from. Gives the revision; `undefined` where nothing had to move.
   *
   * What servers are answered from rests on the shared collection. Each moves by itself; when this resolves, none is
   * answered from an earlier one any more: what took too long is out of memory, and built when it is asked for.
   */
  follow(collection: CollectionName): Promise<number | undefined>;
  /** Builds what a collection would be answered from, and keeps it for a while, as it may be published. */
  prepare(content: Content, giveWay: GiveWay): Promise<Served>;
}

export interface LiveParts {
  readonly store: Store;
  readonly build: BuildSnapshot;
  readonly turns: Turns;
  /** What ends the wait for servers that rest on an earlier shared collection, when the wait begins. */
  readonly renewalDeadline?: (() => AbortSignal) | undefined;
}

/** How many passages the snapshots of servers that are kept in memory may have together; they take some 500 MB. */
const MAX_PASSAGES = 60_000;
/** How many of them may be built at a time: for members who wait, these take the place of snapshots that are kept. */
const BUILDING = { answers: MAX_PASSAGES / 2, renewal: MAX_PASSAGES / 4, preview: MAX_PASSAGES / 4 };
/** How many passages prepared snapshots may have together. */
const MAX_PREPARED = MAX_PASSAGES / 4;
/** Most previews are published soon or never; for a later one the snapshot is built again. */
const PREPARED_MS = 15 * 60 * 1_000;
/** How long a server may be answered from what rests on an earlier shared collection, which a moderator waits for. */
const RENEWAL_MS = 60_000;

/** Loads the shared collection and builds its snapshot; those of servers are built when they are first used. */
export async function openLive({
  store,
  build,
  turns,
  renewalDeadline = () => AbortSignal.timeout(RENEWAL_MS),
}: LiveParts): Promise<Live> {
  const guilds = keptUpTo(MAX_PASSAGES);
  const prepared = keptUpTo(MAX_PREPARED, PREPARED_MS);
  const rooms = {
    answers: createRoom(BUILDING.answers),
    renewal: createRoom(BUILDING.renewal),
    preview: createRoom(BUILDING.preview),
  };
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
    prepared.delete('shared');
    return content.revision;
  }

  /**
   * Until its turn has come, a server is answered from the old: else each publish of the shared documents would leave
   * all servers without an answer for as long as building takes.
   */
  async function renewServers(): Promise<void> {
    const old = [...guilds.rvalues()].filter((served) => served && !restsOn(served, shared));
    if (old.length === 0) return;
    const deadline = renewalDeadline();
    const outcomes = await Promise.allSettled(
      old.flatMap((served) => (served ? renew(served.content.collection, deadline) : [])),
    );
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  }

  async function renew(collection: CollectionName, deadline: AbortSignal): Promise<void> {
    const renewing = inOrder(collection, async () => {
      if (guilds.has(collection)) await bringUp(collection, 'renewal');
    });
    try {
      await before(deadline, renewing);
    } catch (error) {
      const known = guilds.peek(collection);
      if (known && !restsOn(known, shared)) guilds.delete(collection);
      if (error !== deadline.reason) throw error;
    }
  }

  async function followGuild(collection: CollectionName): Promise<number | undefined> {
    published.add(collection);
    const known = guilds.peek(collection);
    if (!known) return undefined;
    const { content } = await bringUp(collection, 'answers');
    return content.revision === known.content.revision ? undefined : content.revision;
  }

  /** What is live in a server's collection, with the shared documents of now. */
  async function bringUp(collection: CollectionName, urgency: 'answers' | 'renewal'): Promise<Served> {
    for (;;) {
      const base = shared;
      const known = guilds.peek(collection);
      const content = await loadLive(store, known?.content ?? emptyContent(collection));
      if (known && content === known.content && restsOn(known, base)) return known;
      const served = await serve(base, content, urgency);
      // What was built beside others that were published meanwhile would answer with what may be withdrawn.
      if (base !== shared) continue;
      guilds.set(collection, served);
      const ready = prepared.peek(collection);
      if (ready && ready.content.revision <= content.revision) prepared.delete(collection);
      return served;
    }
  }

  async function serve(base: Served, content: Content, urgency: 'answers' | 'renewal'): Promise<Served> {
    const ready = prepared.get(content.collection);
    if (ready && isAsPrepared(ready, content, base)) return ready;
    return rooms[urgency].with(roomToBuild(base, content), () => {
      if (urgency === 'answers') makeRoom(content.collection);
      return serveGuild(build, base, content, turns.begin(urgency));
    });
  }

  /** What is being built for members who wait counts as if it were kept already. */
  function makeRoom(collection: CollectionName): void {
    for (const other of [...guilds.rkeys()]) {
      if (guilds.calculatedSize + rooms.answers.taken <= MAX_PASSAGES) return;
      // Its members are answered from it until the new one is there.
      if (other !== collection) guilds.delete(other);
    }
  }

  return {
    async of(collection) {
      if (collection === 'shared') return shared;
      if (!published.has(collection)) return { content: emptyContent(collection), snapshot: shared.snapshot };
      const served =
        guilds.get(collection) ??
        (await inOrder(
          collection,
          async () => guilds.get(collection) ?? (await bringUp(collection, 'answers')),
        ));
      return isEmpty(served.content) ? { ...served, snapshot: shared.snapshot } : served;
    },
    async follow(collection) {
      if (collection !== 'shared') return inOrder(collection, () => followGuild(collection));
      const moved = await inOrder(collection, followShared);
      await renewServers();
      return moved;
    },
    async prepare(content, giveWay) {
      const base = shared;
      const served =
        content.collection === 'shared'
          ? await serveShared(build, content, giveWay)
          : await rooms.preview.with(roomToBuild(base, content), () =>
              serveGuild(build, base, content, giveWay),
            );
      prepared.set(content.collection, served);
      return served;
    },
  };
}

/**
 * Snapshots of at most so many passages together, those that were used last. A very large one is kept on its own rather
 * than built anew for every question.
 */
function keptUpTo(passages: number, ttl?: number): LRUCache<CollectionName, Served> {
  const sizeCalculation = (served: Served) => Math.min(roomOf(served), passages);
  const options = { maxSize: passages, sizeCalculation };
  return new LRUCache(ttl === undefined ? options : { ...options, ttl, ttlAutopurge: true });
}
