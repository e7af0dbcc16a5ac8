import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document } from '../document.js';
import type { InputFile } from '../formats/reader.js';
import type { ReadResult } from '../problem.js';

/** What was parsed before. It only saves time: where it cannot be read or written, it is as if it were empty. */
export interface ParseCache {
  get(file: InputFile): Promise<ReadResult<Document> | undefined>;
  put(file: InputFile, result: ReadResult<Document>): Promise<void>;
}

interface CacheEntry {
  readonly key: string;
  readonly result: ReadResult<Document>;
}

/**
 * One JSON file for each path, overwritten when the content or the readers change, so that the folder grows with the
 * number of documents and not with time.
 */
export function createParseCache(dir: string): ParseCache {
  let version: Promise<string> | undefined;
  const keyOf = async ({ path, bytes, contentType = '' }: InputFile) => {
    version ??= readersVersion();
    return hashOf(await version, path, contentType, bytes);
  };
  const entryPath = (path: string) => join(dir, `${hashOf(path).slice(0, 32)}.json`);
  return {
    async get(file) {
      try {
        const entry = JSON.parse(await readFile(entryPath(file.path), 'utf8')) as Partial<CacheEntry>;
        const isSame = entry.key === (await keyOf(file)) && Array.isArray(entry.result?.problems);
        return isSame ? entry.result : undefined;
      } catch {
        return undefined;
      }
    },
    async put(file, result) {
      try {
        await mkdir(dir, { recursive: true });
        const path = entryPath(file.path);
        const entry: CacheEntry = { key: await keyOf(file), result };
        // Renamed into place, so that another process never reads half of it.
        const draft = `${path}.${process.pid}`;
        await writeFile(draft, JSON.stringify(entry));
        await rename(draft, path);
      } catch {
        // A folder that cannot be written to costs time at the next start and nothing else.
      }
    },
  };
}

/**
 * Changes whenever the readers may give another result: a hash of the compiled modules of `documents/`, of the versions
 * of all libraries, and of the runtime, which decides where sentences end. A version number could be forgotten.
 */
async function readersVersion(): Promise<string> {
  const documents = join(import.meta.dirname, '..');
  const names = await readdir(documents, { recursive: true });
  const modules = names.filter((name) => name.endsWith('.js')).sort();
  const contents = await Promise.all(modules.map((name) => readFile(join(documents, name))));
  const lock = await readFile(join(documents, '../../../package-lock.json')).catch(() => '');
  return hashOf(process.version, lock, ...contents);
}

function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
