import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../documents/sha256.js';

/** What was read of one file, or was being written when a process ended. */
const ENTRY = /^[0-9a-f]{32}\.json(?:\.\d{1,10})?$/;

/** How long, and how much, is kept of what was read of files. */
export interface CacheBounds {
  /** From when it was used last. */
  readonly days: number;
  readonly bytes: number;
}

const BOUNDS: CacheBounds = { days: 30, bytes: 512_000_000 };
const DAY_MS = 24 * 60 * 60 * 1_000;

export interface Tidying {
  /** Hashes of the texts that nobody may keep. */
  readonly withdrawn: ReadonlySet<string>;
  readonly now: Date;
  readonly bounds?: CacheBounds;
}

interface Entry {
  readonly place: string;
  readonly bytes: number;
  /** When it was used last, or written. */
  readonly usedAt: number;
}

/**
 * Removes from the folder of a cached parser the documents whose text was withdrawn, what was not used for a month, and
 * of the rest what was not used for the longest time until it is within bounds. Files of other names stay.
 */
export async function tidyCache(dir: string, { withdrawn, now, bounds = BOUNDS }: Tidying): Promise<void> {
  const entries = await entriesIn(dir);
  const oldest = now.getTime() - bounds.days * DAY_MS;
  let bytes = 0;
  for (const entry of entries) {
    bytes += entry.bytes;
    const isKept = entry.usedAt >= oldest && bytes <= bounds.bytes && !(await holds(entry, withdrawn));
    if (!isKept) await rm(entry.place, { force: true });
  }
}

/** The one that was used last first. */
async function entriesIn(dir: string): Promise<Entry[]> {
  // There is none yet.
  const names = await readdir(dir).catch(() => []);
  const entries: Entry[] = [];
  for (const name of names.filter((one) => ENTRY.test(one))) {
    const place = join(dir, name);
    // Another process may have removed it.
    const found = await stat(place).catch(() => undefined);
    if (found) entries.push({ place, bytes: found.size, usedAt: found.mtimeMs });
  }
  return entries.sort((a, b) => b.usedAt - a.usedAt);
}

async function holds({ place }: Entry, withdrawn: ReadonlySet<string>): Promise<boolean> {
  if (withdrawn.size === 0) return false;
  const text = await readFile(place, 'utf8').then(textIn, () => undefined);
  return text !== undefined && withdrawn.has(sha256(text));
}

/** The text of the document that was read, where it is one. */
function textIn(json: string): string | undefined {
  try {
    const text: unknown = JSON.parse(json).result?.document?.text;
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}
