import { createHash } from 'node:crypto';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { lineOf, readLine, restoredReadings, savedReadings } from '../index/saved-readings.js';
import type { CollectedReadings } from '../index/snapshot.js';
import { makeOwn } from '../parsing/own-folder.js';

/** What stands over readings. */
export interface ReadingsLabel {
  /** What they depend on, SHA-256. */
  readonly key: string;
  /** The canonical texts that they were read in, SHA-256. */
  readonly texts: readonly string[];
}

/** The readings of one snapshot in a file. It only saves time: nothing here rejects but {@link ReadingsFile.removeWith}. */
export interface ReadingsFile {
  /** `undefined` where others are there or none, or what is there is not as it was written. */
  find(key: string, giveWay: () => Promise<void>): Promise<CollectedReadings | undefined>;
  /** Puts readings in place of those that are there. What `giveWay` rejects with ends it. */
  keep(label: ReadingsLabel, readings: CollectedReadings, giveWay: () => Promise<void>): Promise<void>;
  /** Removes readings of any of these texts, and what was being written when a process ended. */
  removeWith(texts: ReadonlySet<string>): Promise<void>;
}

const NAME = 'readings.bin';
const DRAFT = /^readings\.bin\.\d{1,10}$/;
const DIGEST_BYTES = 32;
/** So much of a file is looked through at a time for the end of its label; that of 1,000 documents takes 67,000. */
const LABEL_BYTES = 65_536;
/** So much is hashed in about a millisecond. */
const PIECE_BYTES = 1_000_000;

/**
 * A line with the label, the readings (`saved-readings.ts`), and a hash of both: what a disk or somebody has altered is not
 * answered from. The file is the owner's alone, as it has every word of the documents.
 */
export function readingsFile(dir: string): ReadingsFile {
  const place = join(dir, NAME);
  const draft = `${NAME}.${process.pid}`;
  return {
    async find(key, giveWay) {
      try {
        if ((await labelIn(place)).key !== key) return undefined;
        return await readingsIn(place, giveWay);
      } catch {
        return undefined;
      }
    },
    async keep(label, readings, giveWay) {
      try {
        await makeOwn(dir);
        await write(join(dir, draft), savedFile(label, readings), giveWay);
        // Renamed into place, so that another process never reads half of it.
        await rename(join(dir, draft), place);
      } catch {
        // A folder that cannot be written to costs time at the next start and nothing else.
        await rm(join(dir, draft), { force: true }).catch(() => {});
      }
    },
    async removeWith(texts) {
      // There may be no folder yet.
      const names = await readdir(dir).catch((): string[] => []);
      const drafts = names.filter((name) => DRAFT.test(name) && name !== draft);
      for (const name of drafts) await rm(join(dir, name), { force: true });
      if (!names.includes(NAME)) return;
      const label = await labelIn(place).catch(() => undefined);
      // Nobody can tell what is in one that has no label.
      if (!label || label.texts.some((text) => texts.has(text))) await rm(place, { force: true });
    },
  };
}

async function labelIn(place: string): Promise<ReadingsLabel> {
  const file = await open(place);
  try {
    const chunks: Buffer[] = [];
    for (;;) {
      const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(LABEL_BYTES) });
      chunks.push(buffer.subarray(0, bytesRead));
      if (bytesRead === 0 || buffer.includes('\n')) return label.parse(readLine(Buffer.concat(chunks)).value);
    }
  } finally {
    await file.close();
  }
}

const label = z.object({ key: z.string(), texts: z.array(z.string()) });

async function readingsIn(
  place: string,
  giveWay: () => Promise<void>,
): Promise<CollectedReadings | undefined> {
  const bytes = await readFile(place);
  const content = bytes.subarray(0, -DIGEST_BYTES);
  const hash = createHash('sha256');
  for (const piece of inPieces(content)) {
    hash.update(piece);
    await giveWay();
  }
  if (!hash.digest().equals(bytes.subarray(content.length))) return undefined;
  return restoredReadings(content.subarray(readLine(content).end));
}

function* savedFile(label: ReadingsLabel, readings: CollectedReadings): Generator<Uint8Array> {
  yield lineOf(label);
  yield* savedReadings(readings);
}

async function write(
  place: string,
  parts: Iterable<Uint8Array>,
  giveWay: () => Promise<void>,
): Promise<void> {
  const file = await open(place, 'w', 0o600);
  try {
    const hash = createHash('sha256');
    for (const part of parts)
      for (const piece of inPieces(part)) {
        hash.update(piece);
        await file.writeFile(piece);
        await giveWay();
      }
    await file.writeFile(hash.digest());
  } finally {
    await file.close();
  }
}

function inPieces(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / PIECE_BYTES) }, (_, at) =>
    bytes.subarray(at * PIECE_BYTES, (at + 1) * PIECE_BYTES),
  );
}
