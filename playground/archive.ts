import { readFile, rename, writeFile } from 'node:fs/promises';

/** What of the playground outlives its process, in one file. */
export interface Archive {
  /** What was kept of a part when the last playground ended; `undefined` where nothing was. */
  read(part: string): unknown;
  /**
   * Keeps what `give` returns: JSON, and bounded, since all is written whenever anything changes.
   *
   * @returns a function to call after each change.
   */
  keep(part: string, give: () => unknown): () => void;
  /** Writes what is not written yet. */
  close(): Promise<void>;
}

/** How long changes are gathered before they are written. */
const GATHER_MS = 200;
/** What people say is for nobody else who uses the machine. */
const PRIVATE = 0o600;

/** @param file Where nothing is given, nothing is kept. A file that cannot be read counts as empty. */
export async function openArchive(file?: string): Promise<Archive> {
  const parts = new Map<string, () => unknown>();
  const kept = file === undefined ? {} : await readParts(file);
  let gathering: NodeJS.Timeout | undefined;
  let written: Promise<void> = Promise.resolve();

  function write(): Promise<void> {
    clearTimeout(gathering);
    gathering = undefined;
    if (file === undefined) return written;
    const json = JSON.stringify(Object.fromEntries([...parts].map(([part, give]) => [part, give()])));
    written = written.then(() => replace(file, json)).catch(console.error);
    return written;
  }

  return {
    read: (part) => kept[part],
    keep(part, give) {
      parts.set(part, give);
      return () => {
        gathering ??= setTimeout(write, GATHER_MS).unref();
      };
    },
    close: () => (gathering ? write() : written),
  };
}

async function readParts(file: string): Promise<Record<string, unknown>> {
  try {
    return { ...JSON.parse(await readFile(file, 'utf8')) };
  } catch {
    return {};
  }
}

/** Whoever reads the file finds all of the old or all of the new in it. */
async function replace(file: string, text: string): Promise<void> {
  const fresh = `${file}.new`;
  await writeFile(fresh, text, { mode: PRIVATE });
  await rename(fresh, file);
}
