import { isDeepStrictEqual } from 'node:util';
import type { Document } from '../documents/document.js';
import type { Glossary } from '../documents/glossary.js';
import type { KnownQuestion } from '../documents/known-questions.js';
import type { GiveWay, OwnContent, Snapshot, SnapshotName, WholeSnapshot } from '../index/snapshot.js';
import type { Store } from '../store/store.js';
import { type Content, documentsOf, isEmpty, isSameContent, loadContent, passagesOf } from './content.js';

/** A collection's content with the snapshot that is answered from. For a server: with the shared collection. */
export interface Served {
  readonly content: Content;
  readonly snapshot: Snapshot;
}

/** The shared collection's, which those of servers rest on. */
export interface ServedShared extends Served {
  readonly snapshot: WholeSnapshot;
}

/** Builds a snapshot. What else that takes, such as embeddings, it is given where the bot is put together. */
export type BuildSnapshot = (
  name: SnapshotName,
  content: SnapshotContent,
  giveWay: GiveWay,
) => Promise<WholeSnapshot>;

/** Joins what a server has to the shared snapshot, which stays as it is. */
export type ExtendSnapshot = (
  shared: WholeSnapshot,
  name: SnapshotName,
  own: OwnContent,
  giveWay: GiveWay,
) => Promise<Snapshot>;

/** What a snapshot is built from. */
export interface SnapshotContent {
  readonly documents: readonly Document[];
  /** Of each document, what changes whenever it does. */
  readonly hashes: readonly string[];
  readonly glossary: Glossary;
  readonly knownQuestions: readonly KnownQuestion[];
}

/** The memory that a known question takes, as a share of a passage's. */
const QUESTION_SHARE = 0.5;

/** What is live in a collection; `known` itself where nothing has been published since. */
export async function loadLive(store: Store, known: Content): Promise<Content> {
  const revision = await store.liveRevision(known.collection);
  return revision === known.revision ? known : loadContent(store, known.collection, revision, known);
}

/** The shared collection's content, ready to be answered from. */
export async function serveShared(
  build: BuildSnapshot,
  content: Content,
  giveWay: GiveWay,
): Promise<ServedShared> {
  const { placed, glossary, knownQuestions } = content;
  const hashes = placed.map(({ entry }) => entry.hash);
  const held = { documents: documentsOf(content), hashes, glossary, knownQuestions };
  return { content, snapshot: await build({ shared: content.revision }, held, giveWay) };
}

/** A server's content beside the shared one; with nothing of its own it has the one shared snapshot. */
export async function serveGuild(
  extend: ExtendSnapshot,
  shared: ServedShared,
  content: Content,
  giveWay: GiveWay,
): Promise<Served> {
  if (isEmpty(content)) return { content, snapshot: shared.snapshot };
  const name = { shared: shared.content.revision, guild: content.revision };
  const own = { documents: documentsOf(content), knownQuestions: content.knownQuestions };
  return { content, snapshot: await extend(shared.snapshot, name, own, giveWay) };
}

/** Whether the shared collection that was prepared is exactly what would be built. */
export function isAsPrepared(prepared: Served, content: Content): boolean {
  return (
    isDeepStrictEqual(prepared.snapshot.name, { shared: content.revision }) &&
    isSameContent(prepared.content, content)
  );
}

/** How much memory takes what a server has of its own, in passages; one at least. */
export function roomOf(content: Content): number {
  return 1 + passagesOf(content) + Math.round(QUESTION_SHARE * content.knownQuestions.length);
}
