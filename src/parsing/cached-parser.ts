import { readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InputFile } from '../documents/formats/reader.js';
import { sha256Aside } from '../documents/sha256.js';
import { makeOwn } from './own-folder.js';
import { type AnyResult, type Kind, type Parser, parserOf, type ResultOf } from './parser.js';
import { hashOf, readersVersion } from './program-version.js';

interface CacheEntry {
  readonly key: string;
  readonly result: AnyResult;
}

/**
 * A parser that remembers what it read of files with these paths before, so that a start reads nothing twice. It only
 * saves time: where the folder cannot be read or written, or the version not told, it is as if it were empty.
 *
 * One JSON file for each path, overwritten when the content or the readers change, and as new when it is used: what is not
 * any more is removed after a while (`cache-upkeep.ts`). It is the owner's alone, as it holds what the documents do.
 *
 * @param versionOf What tells whether the readers are still the same.
 */
export function cachedParser(
  parser: Parser,
  dir: string,
  versionOf: () => Promise<string> = readersVersion,
): Parser {
  let version: Promise<string | undefined> | undefined;
  let isMade: Promise<unknown> | undefined;

  /** What a result depends on; `undefined` where that is not known, as while the program is compiled anew. */
  async function keyOf(
    kind: Kind,
    { path, bytes, contentType = '' }: InputFile,
  ): Promise<string | undefined> {
    version ??= versionOf().catch(() => undefined);
    const readers = await version;
    return readers && hashOf(readers, kind, path, contentType, await sha256Aside(bytes));
  }

  async function known(place: string, key: string): Promise<AnyResult | undefined> {
    try {
      const entry = JSON.parse(await readFile(place, 'utf8')) as Partial<CacheEntry>;
      if (entry.key !== key || !Array.isArray(entry.result?.problems)) return undefined;
      const now = new Date();
      await utimes(place, now, now);
      return entry.result;
    } catch {
      return undefined;
    }
  }

  async function keep(place: string, entry: CacheEntry): Promise<void> {
    try {
      isMade ??= makeOwn(dir);
      await isMade;
      // Renamed into place, so that another process never reads half of it.
      const draft = `${place}.${process.pid}`;
      await writeFile(draft, JSON.stringify(entry), { mode: 0o600 });
      await rename(draft, place);
    } catch {
      // A folder that cannot be written to costs time at the next start and nothing else.
    }
  }

  return {
    ...parserOf(async (kind, file) => {
      const place = join(dir, `${hashOf(kind, file.path).slice(0, 32)}.json`);
      const key = await keyOf(kind, file);
      if (key === undefined) return parser[kind](file);
      const found = await known(place, key);
      if (found) return found as ResultOf<typeof kind>;
      const result = await parser[kind](file);
      if (isLasting(result)) await keep(place, { key, result });
      return result;
    }),
    // What a site allows is asked anew each time.
    robots: parser.robots,
  };
}

/** Would the same file give the same result again? Where a limit was broken, the machine may just have been busy. */
function isLasting({ problems }: AnyResult): boolean {
  return problems.every(({ kind }) => !['too-slow', 'too-much-memory', 'unreadable'].includes(kind));
}
