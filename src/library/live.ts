import { isDeepStrictEqual } from 'node:util';
import { LRUCache } from 'lru-cache';
import type { Document } from '../documents/document.js';
import type { Glossary } from '../documents/glossary.js';
import { joinKnownQuestions, type KnownQuestion } from '../documents/known-questions.js';
import type { GiveWay, Snapshot, SnapshotName } from '../index/snapshot.js';
import type { CollectionName, Store } from '../store/store.js';
import { createYielder } from '../store/yield.js';
import { type Content, documentsOf, emptyContent, isEmpty, isSameContent, loadContent } from './content.js';

/** A collection's content with the snapshot that is answered from. For a server: with the shared collection. */
export interface Served {
  readonly content: Content;
  readonly snapshot: Snapshot;
}

/** Builds a snapshot. What else that takes, such as embeddings, it is given where the bot is put together. */
export type BuildSnapshot = (
  name: SnapshotName,
  content: SnapshotContent,
  giveWay: GiveWay,
) => Promise<Snapshot>;

/** What a snapshot is built from: of one collection, or of the shared one and a server's together. */
export interface SnapshotContent {
  readonly documents: readonly Document[];
  readonly glossary: Glossary;
  readonly knownQuestions: readonly KnownQuestion[];
}

/** What this process answers from. */
export interface Live {
  /** What members of a server are answered from; built first where nobody has asked for a while. */
  of(collection: CollectionName): Promise<Served>;
  /**
   * Moves to what the store says is live in a collection, and resolves when questions are answered from it. Everything
   * that rests on it changes in one step; until then the old is answered from. False where nothing had to move.
   */
  follow(collection: CollectionName): Promise<boolean>;
  /** Builds what a collection would be answered from, and keeps it for a while, as it may be published. */
  prepare(content: Content, giveWay: GiveWay): Promise<Served>;
}

/** How many passages the snapshots of servers that are kept in memory may have together; they take some 500 MB. */
const MAX_PASSAGES = 60_000;
/** The memory that a known question takes, as a share of a passage's. */
const QUESTION_SHARE = 0.5;
/** Most previews are published soon or never; for a later one the snapshot is built again. */
const PREPARED_MS = 15 * 60 * 1_000;

/** Loads the shared collection and builds its snapshot; those of servers are built when they are first used. */
export async function openLive(store: Store, build: BuildSnapshot): Promise<Live> {
  const guilds = new LRUCache<CollectionName, Served>({ maxSize: MAX_PASSAGES, sizeCalculation: roomOf });
  const prepared = new LRUCache<CollectionName, Served>({ max: 1, ttl: PREPARED_MS, ttlAutopurge: true });
  const published = new Set((await store.collections()).map(({ collection }) => collection));
  const inOrder = oneAfterAnother();
  let shared = await serveShared(build, await loadLive(store, emptyContent('shared')));

  async function followShared(): Promise<boolean> {
    const content = await loadLive(store, shared.content);
    if (content === shared.content) return false;
    const next = await serveShared(build, content, { prepared: prepared.get('shared') });
    const renewed: Served[] = [];
    // The least recently used first, so that setting them again keeps their order.
    for (const served of [...guilds.rvalues()]) {
      if (served) renewed.push(await serveGuild(build, next, served.content));
    }
    shared = next;
    for (const served of renewed) guilds.set(served.content.collection, served);
    return true;
  }

  async function followGuild(collection: CollectionName): Promise<boolean> {
    published.add(collection);
    const known = guilds.peek(collection);
    return known !== undefined && (await openGuild(collection, known)) !== known;
  }

  /** What is live in a server's collection; `known` itself where nothing has been published since. */
  async function openGuild(collection: CollectionName, known?: Served): Promise<Served> {
    const content = await loadLive(store, known?.content ?? emptyContent(collection));
    if (content === known?.content) return known;
    const served = await serveGuild(build, shared, content, { prepared: prepared.get(collection) });
    guilds.set(collection, served);
    return served;
  }

  return {
    async of(collection) {
      if (collection === 'shared') return shared;
      if (!published.has(collection)) return { content: emptyContent(collection), snapshot: shared.snapshot };
      return (
        guilds.get(collection) ?? inOrder(async () => guilds.get(collection) ?? (await openGuild(collection)))
      );
    },
    follow: (collection) =>
      inOrder(async () => {
        const hasMoved = await (collection === 'shared' ? followShared() : followGuild(collection));
        if (hasMoved) prepared.delete(collection);
        return hasMoved;
      }),
    async prepare(content, giveWay) {
      const isShared = content.collection === 'shared';
      const served = await (isShared
        ? serveShared(build, content, { giveWay })
        : serveGuild(build, shared, content, { giveWay }));
      prepared.set(content.collection, served);
      return served;
    },
  };
}

/** What is live in a collection; `known` itself where nothing has been published since. */
async function loadLive(store: Store, known: Content): Promise<Content> {
  const revision = await store.liveRevision(known.collection);
  return revision === known.revision ? known : loadContent(store, known.collection, revision, known);
}

interface ServingOptions {
  /** Used where it is exactly what would be built. */
  readonly prepared?: Served | undefined;
  readonly giveWay?: GiveWay;
}

/** The shared collection's content, ready to be answered from. */
async function serveShared(
  build: BuildSnapshot,
  content: Content,
  { prepared, giveWay = createYielder() }: ServingOptions = {},
): Promise<Served> {
  const name = { shared: content.revision };
  if (prepared && isPrepared(prepared, name, content)) return prepared;
  const { glossary, knownQuestions } = content;
  const held = { documents: documentsOf(content), glossary, knownQuestions };
  return { content, snapshot: await build(name, held, giveWay) };
}

/** A server's content beside the shared one; with nothing of its own it shares the one shared snapshot. */
async function serveGuild(
  build: BuildSnapshot,
  shared: Served,
  content: Content,
  { prepared, giveWay = createYielder() }: ServingOptions = {},
): Promise<Served> {
  if (isEmpty(content)) return { content, snapshot: shared.snapshot };
  const name = { shared: shared.content.revision, guild: content.revision };
  if (prepared && isPrepared(prepared, name, content)) return prepared;
  const held = {
    documents: [...documentsOf(shared.content), ...documentsOf(content)],
    glossary: shared.content.glossary,
    knownQuestions: joinKnownQuestions([...shared.content.knownQuestions, ...content.knownQuestions]),
  };
  return { content, snapshot: await build(name, held, giveWay) };
}

function isPrepared(prepared: Served, name: SnapshotName, content: Content): boolean {
  return (
    prepared.content.collection === content.collection &&
    isDeepStrictEqual(prepared.snapshot.name, name) &&
    isSameContent(prepared.content, content)
  );
}

/**
 * How much of the memory a server's snapshot takes, in passages. Never more than all of it: a very large one is kept on
 * its own rather than built anew for every question.
 */
function roomOf({ content, snapshot }: Served): number {
  if (isEmpty(content)) return 1;
  const questions = Math.round(QUESTION_SHARE * snapshot.known.questions.length);
  return Math.min(snapshot.passages.length + questions + 1, MAX_PASSAGES);
}

/** Runs the work that it is given one piece after the other, in order. */
function oneAfterAnother(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  };
}
