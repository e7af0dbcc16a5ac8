import { type Stats, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';

/** What is made beside a database: by SQLite, by us, and by the playground. */
const BESIDE = ['-wal', '.key', '-messages.json'];

/** Gives what tells whether the file that stands at a path is still the one that stands there now. */
export function fileIdentity(file: string): () => boolean {
  const opened = fileAt(file);
  return () => {
    const now = fileAt(file);
    return now !== undefined && now.dev === opened?.dev && now.ino === opened.ino;
  };
}

function fileAt(file: string): Stats | undefined {
  return statSync(file, { throwIfNoEntry: false });
}

/** The names of what stands beside a database file that is not there, or is empty: it was left by an earlier one. */
export async function tracesBeside(file: string): Promise<readonly string[]> {
  if ((await sizeOf(file)) > 0) return [];
  const beside = BESIDE.map((ending) => `${file}${ending}`);
  const sizes = await Promise.all(beside.map(sizeOf));
  return beside.filter((_, at) => (sizes[at] ?? 0) > 0);
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  return found?.size ?? 0;
}
