import { readFile, rename, writeFile } from 'node:fs/promises';

/** What of the playground outlives its process, in one file: lists by name. */
export interface Archive {
  /** What was kept in a list when the last playground ended. */
  read<Entry>(list: string): Entry[];
  /**
   * Keeps what `give` returns: JSON, and bounded, since all is written whenever anything changes.
   *
   * @returns a function to call after each change.
   */
  keep(list: string, give: () => readonly unknown[]): () => void;
  /** Writes what is not written yet. */
  close(): Promise<void>;
}

/** How long changes are gathered before they are written. */
const GATHER_MS = 200;
/** Raised when what is kept takes another form: what was kept in an older one is left out. */
const FORMAT = 1;
/** What people say is for nobody else who uses the machine. */
const PRIVATE = 0o600;

/** @param file Where nothing is given, nothing is kept. A file that cannot be understood counts as empty. */
export async function openArchive(file?: string): Promise<Archive> {
  const lists = new Map<string, () => readonly unknown[]>();
  const kept = file === undefined ? {} : await readLists(file);
  let gathering: NodeJS.Timeout | undefined;
  let written: Promise<void> = Promise.resolve();

  function write(): Promise<void> {
    clearTimeout(gathering);
    gathering = undefined;
    if (file === undefined) return written;
    const given = [...lists].map(([list, give]) => [list, give()]);
    const json = JSON.stringify({ format: FORMAT, lists: Object.fromEntries(given) });
    written = written.then(() => replace(file, json)).catch(console.error);
    return written;
  }

  return {
    read: <Entry>(list: string) => (kept[list] ?? []) as Entry[],
    keep(list, give) {
      lists.set(list, give);
      return () => {
        gathering ??= setTimeout(write, GATHER_MS).unref();
      };
    },
    close: () => (gathering ? write() : written),
  };
}

async function readLists(file: string): Promise<Readonly<Record<string, unknown[]>>> {
  try {
    const { format, lists } = JSON.parse(await readFile(file, 'utf8'));
    return format === FORMAT ? lists : {};
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
