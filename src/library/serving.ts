import { isDeepStrictEqual } from 'node:util';
import type { Document } from '../documents/document.js';
import type { Glossary } from '../documents/glossary.js';
import { joinKnownQuestions, type KnownQuestion } from '../documents/known-questions.js';
import type { GiveWay, Snapshot, SnapshotName } from '../index/snapshot.js';
import type { Store } from '../store/store.js';
import { type Content, documentsOf, isEmpty, isSameContent, loadContent, passagesOf } from './content.js';

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

/** The memory that a known question takes, as a share of a passage's. */
const QUESTION_SHARE = 0.5;

/** What is live in a collection; `known` itself where nothing has been published since. */
export async function loadLive(store: Store, known: Content): Promise<Content> {
  const revision = await store.liveRevision(known.collection);
  return revision === known.revision ? known : loadContent(store, known.collection, revision, known);
}

/** The shared collection's content, ready to be answered from. */
export async function serveShared(build: BuildSnapshot, content: Content, giveWay: GiveWay): Promise<Served> {
  const { glossary, knownQuestions } = content;
  const held = { documents: documentsOf(content), glossary, knownQuestions };
  return { content, snapshot: await build({ shared: content.revision }, held, giveWay) };
}

/** A server's content beside the shared one; with nothing of its own it shares the one shared snapshot. */
export async function serveGuild(
  build: BuildSnapshot,
  shared: Served,
  content: Content,
  giveWay: GiveWay,
): Promise<Served> {
  if (isEmpty(content)) return { content, snapshot: shared.snapshot };
  const name = { shared: shared.content.revision, guild: content.revision };
  const held = {
    documents: [...documentsOf(shared.content), ...documentsOf(content)],
    glossary: shared.content.glossary,
    knownQuestions: joinKnownQuestions([...shared.content.knownQuestions, ...content.knownQuestions]),
  };
  return { content, snapshot: await build(name, held, giveWay) };
}

/** Whether what was prepared is exactly what would be built; `shared` is what it would rest on. */
export function isAsPrepared(prepared: Served, content: Content, shared?: Served): boolean {
  const name = shared
    ? { shared: shared.content.revision, guild: content.revision }
    : { shared: content.revision };
  return (
    prepared.content.collection === content.collection &&
    isDeepStrictEqual(prepared.snapshot.name, name) &&
    isSameContent(prepared.content, content)
  );
}

/** Whether what a server is answered from has the shared documents of now. */
export function restsOn({ content, snapshot }: Served, shared: Served): boolean {
  return isEmpty(content) || snapshot.name.shared === shared.content.revision;
}

/** How much memory the snapshot of a server takes while it is built, in passages. */
export function roomToBuild(shared: Served, content: Content): number {
  if (isEmpty(content)) return 0;
  const questions = shared.content.knownQuestions.length + content.knownQuestions.length;
  return passagesOf(shared.content) + passagesOf(content) + Math.round(QUESTION_SHARE * questions);
}

/** How much memory a server's snapshot takes, in passages; one at least. */
export function roomOf({ content, snapshot }: Served): number {
  if (isEmpty(content)) return 1;
  return snapshot.passages.length + Math.round(QUESTION_SHARE * snapshot.known.questions.length) + 1;
}
