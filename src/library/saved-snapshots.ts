import { readFile } from 'node:fs/promises';
import { endianness } from 'node:os';
import { sha256 } from '../documents/sha256.js';
import type { Embedder } from '../index/embedding/embedder.js';
import {
  buildSnapshot,
  type GiveWay,
  type Snapshot,
  type SnapshotName,
  type WholeSnapshot,
} from '../index/snapshot.js';
import { hashOf, programVersion } from '../parsing/program-version.js';
import { TABLE_FILE } from './embedders.js';
import { readingsFile } from './readings-file.js';
import type { SnapshotContent } from './serving.js';

/** Builds snapshots from what was read in their documents at an earlier start, where that was kept. */
export interface SavedSnapshots {
  /** As {@link buildSnapshot}. */
  build(
    name: SnapshotName,
    content: SnapshotContent,
    embedder: Embedder | undefined,
    giveWay: GiveWay,
  ): Promise<WholeSnapshot>;
  /**
   * Keeps what was read for a snapshot, if it is not kept already, once all of it is there; not if another is to be kept until
   * then, as what is in this one may have been withdrawn. What `giveWay` rejects with ends it.
   */
  keep(snapshot: Snapshot, giveWay: GiveWay): Promise<void>;
  /** Removes what was read in texts that were withdrawn. */
  removeWithdrawn(withdrawn: readonly { readonly textHash: string }[]): Promise<void>;
  /** Resolves when nothing is being written. */
  written(): Promise<void>;
}

/** What keeps the readings of a snapshot that were not found. */
type Keep = (giveWay: GiveWay) => Promise<void>;

/** @param versionOf What tells whether documents would be read in the same way. */
export function savedSnapshots(dir: string, versionOf: () => Promise<string> = indexVersion): SavedSnapshots {
  const file = readingsFile(dir);
  const unkept = new WeakMap<Snapshot, Keep>();
  let version: Promise<string | undefined> | undefined;
  let writing = Promise.resolve();
  let latest: Snapshot | undefined;

  /** What readings depend on; `undefined` where that is not known, as while the program is compiled anew. */
  async function keyOf(
    { hashes, glossary, knownQuestions }: SnapshotContent,
    embedder: Embedder | undefined,
  ): Promise<string | undefined> {
    version ??= versionOf().catch(() => undefined);
    const program = await version;
    const asked = JSON.stringify(knownQuestions.map(({ question }) => question));
    return program && hashOf(program, embedder?.id ?? '', JSON.stringify(glossary), asked, ...hashes);
  }

  async function keepAs(key: string, snapshot: WholeSnapshot, giveWay: GiveWay): Promise<void> {
    await snapshot.meaning?.complete();
    await snapshot.known.complete(giveWay);
    const texts: string[] = [];
    for (const { text } of snapshot.documents) {
      texts.push(sha256(text));
      await giveWay();
    }
    const readings = snapshot.collected();
    if (!readings || snapshot !== latest) return;
    writing = writing.then(() => file.keep({ key, texts }, readings, giveWay));
    await writing;
  }

  return {
    async build(name, content, embedder, giveWay) {
      const { documents, glossary, knownQuestions } = content;
      const key = await keyOf(content, embedder);
      const collected = key === undefined ? undefined : await file.find(key, giveWay);
      const options = { embedder, knownQuestions, collected, giveWay };
      const snapshot = await buildSnapshot(name, documents, glossary, options);
      if (key !== undefined && !collected) unkept.set(snapshot, (giveWay) => keepAs(key, snapshot, giveWay));
      return snapshot;
    },
    async keep(snapshot, giveWay) {
      latest = snapshot;
      const keep = unkept.get(snapshot);
      unkept.delete(snapshot);
      await keep?.(giveWay);
    },
    async removeWithdrawn(withdrawn) {
      await writing;
      await file.removeWith(new Set(withdrawn.map(({ textHash }) => textHash)));
    },
    written: () => writing,
  };
}

/** Changes whenever something else may be read in a document. The numbers of the embedding table are no module. */
export async function indexVersion(): Promise<string> {
  const [program, table] = await Promise.all([
    programVersion(['documents', 'index']),
    readFile(TABLE_FILE).then(sha256),
  ]);
  return hashOf(program, table, endianness());
}
