import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
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

/** A text that nobody may keep, and the document that had it. */
export interface WithdrawnText {
  readonly textHash: string;
  readonly document: string;
}

export interface Tidying {
  readonly withdrawn: readonly WithdrawnText[];
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
 * Removes from the folder of a cached parser the documents whose text was withdrawn and known questions of these, what was
 * not used for a month, and of the rest what was not used for the longest time until it is within bounds. Files of other names
 * stay.
 */
export async function tidyCache(dir: string, { withdrawn, now, bounds = BOUNDS }: Tidying): Promise<void> {
  const entries = await entriesIn(dir);
  const texts = new Set(withdrawn.map(({ textHash }) => textHash));
  const documents = new Set(withdrawn.map(({ document }) => document));
  const isWithdrawn = (result: CachedResult) => holdsText(result, texts) || quotes(result, documents);
  const oldest = now.getTime() - bounds.days * DAY_MS;
  let bytes = 0;
  for (const entry of entries) {
    bytes += entry.bytes;
    const isKept =
      entry.usedAt >= oldest &&
      bytes <= bounds.bytes &&
      !(withdrawn.length > 0 && (await holds(entry, isWithdrawn)));
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

/** What may stand in what was read of one file, of this release or another. */
type CachedResult = z.infer<typeof cached>['result'];
const cached = z.object({
  result: z.object({
    document: z.object({ text: z.string() }).optional(),
    questions: z
      .array(z.object({ known: z.object({ answers: z.array(z.object({ document: z.string() })) }) }))
      .optional(),
  }),
});

async function holds({ place }: Entry, isHeld: (result: CachedResult) => boolean): Promise<boolean> {
  const read = await readFile(place, 'utf8').then(
    (json) => cached.safeParse(parsed(json)).data,
    () => undefined,
  );
  return read !== undefined && isHeld(read.result);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function holdsText({ document }: CachedResult, texts: ReadonlySet<string>): boolean {
  return document !== undefined && texts.has(sha256(document.text));
}

/** Where the document has another text since, its questions are read once more, and no harm is done. */
function quotes({ questions = [] }: CachedResult, documents: ReadonlySet<string>): boolean {
  return questions.some(({ known }) => known.answers.some(({ document }) => documents.has(document)));
}
