import { isDeepStrictEqual } from 'node:util';
import type { Document } from '../documents/document.js';
import type { Glossary } from '../index/query/glossary.js';
import type { GiveWay, Snapshot, SnapshotName } from '../index/snapshot.js';
import { type Content, documentsOf, isSameContent } from './content.js';
import { createYielder } from './yield.js';

/** A collection's content with the snapshot that is answered from. For a server: with the shared collection. */
export interface Served {
  readonly content: Content;
  readonly snapshot: Snapshot;
}

/** Builds a snapshot. What else that takes, such as embeddings, it is given where the bot is put together. */
export type BuildSnapshot = (
  name: SnapshotName,
  documents: readonly Document[],
  glossary: Glossary,
  giveWay: GiveWay,
) => Promise<Snapshot>;

export interface ServingOptions {
  /** Used where it is exactly what would be built. */
  readonly prepared?: Served | undefined;
  readonly giveWay?: GiveWay;
}

/** The shared collection's content, ready to be answered from. */
export async function serveShared(
  build: BuildSnapshot,
  content: Content,
  { prepared, giveWay = createYielder() }: ServingOptions = {},
): Promise<Served> {
  const name = { shared: content.revision };
  if (prepared && isPrepared(prepared, name, content)) return prepared;
  return { content, snapshot: await build(name, documentsOf(content), content.glossary, giveWay) };
}

/** A server's content beside the shared one; without documents of its own it shares the one shared snapshot. */
export async function serveGuild(
  build: BuildSnapshot,
  shared: Served,
  content: Content,
  { prepared, giveWay = createYielder() }: ServingOptions = {},
): Promise<Served> {
  if (content.placed.length === 0) return { content, snapshot: shared.snapshot };
  const name = { shared: shared.content.revision, guild: content.revision };
  if (prepared && isPrepared(prepared, name, content)) return prepared;
  const documents = [...documentsOf(shared.content), ...documentsOf(content)];
  return { content, snapshot: await build(name, documents, shared.content.glossary, giveWay) };
}

function isPrepared(prepared: Served, name: SnapshotName, content: Content): boolean {
  return (
    prepared.content.collection === content.collection &&
    isDeepStrictEqual(prepared.snapshot.name, name) &&
    isSameContent(prepared.content, content)
  );
}
