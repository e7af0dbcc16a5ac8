import { constants, type FileHandle, lstat, open, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { codeOf, isMissing, messageOf } from './errors.js';
import type { InputFile } from './formats/reader.js';
import type { Problem, ProblemKind, UnreadableReason } from './problem.js';

// The files of a knowledge folder, found and opened. Whoever can write there can put links and pipes in the place of
// files, also between the two.

export interface Listing {
  /** Relative to the root, with `/` between folders. */
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
}

/** A file that was read, or why it was not. */
export type Opened = { readonly file: InputFile } | { readonly problem: Problem };

/** What there is to read under `folder`, a path relative to the root; names that begin with a dot are passed over. */
export async function listFiles(
  root: string,
  isWanted: (path: string) => boolean,
  folder = '',
): Promise<Listing> {
  try {
    const place = join(root, folder);
    const entries = await readdir(place, { withFileTypes: true });
    // A link may have taken its place, and even the names in another folder are nobody's business.
    if ((await realpath(place)) !== place) return refuse(folder, { kind: 'leaves-folder' });
    const listings = await Promise.all(
      entries
        .filter(({ name }) => !name.startsWith('.'))
        .map((entry): Listing | Promise<Listing> => {
          const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
          if (entry.isDirectory()) return listFiles(root, isWanted, path);
          if (entry.isSymbolicLink()) return followLink(root, path, isWanted);
          return isWanted(path) ? { paths: [path], problems: [] } : NOTHING;
        }),
    );
    return {
      paths: listings.flatMap(({ paths }) => paths),
      problems: listings.flatMap(({ problems }) => problems),
    };
  } catch (error) {
    return refuse(folder, unreadable(error));
  }
}

const NOTHING: Listing = { paths: [], problems: [] };

async function followLink(root: string, path: string, isWanted: (path: string) => boolean): Promise<Listing> {
  try {
    const target = await realpath(join(root, path));
    const isFolder = (await stat(target)).isDirectory();
    if (!isFolder && !isWanted(path)) return NOTHING;
    if (!isInside(root, target)) return refuse(path, { kind: 'leaves-folder' });
    return isFolder ? NOTHING : { paths: [path], problems: [] };
  } catch (error) {
    return isWanted(path) ? refuse(path, unreadable(error)) : NOTHING;
  }
}

/** As {@link openFile}, of a file that a folder need not have: `undefined` where it has none. */
export async function openOptional(root: string, path: string, most: number): Promise<Opened | undefined> {
  try {
    await lstat(join(root, path));
  } catch (error) {
    if (isMissing(error)) return undefined;
    return { problem: { file: path, ...unreadable(error) } };
  }
  return openFile(root, path, most);
}

/**
 * Reads an ordinary file inside of the root, of at most `most` bytes. A link to another file of the folder is followed,
 * as some systems mount every file that way; one that leads out is a problem, like a pipe or a device.
 *
 * What is read is what was checked: the file is opened first, and only then looked at, so that nothing can be put in
 * its place in between.
 *
 * @param root The folder, without links in its own path.
 */
export async function openFile(root: string, path: string, most: number): Promise<Opened> {
  let handle: FileHandle | undefined;
  try {
    const place = join(root, path);
    const target = await realpath(place);
    if (!isInside(root, target)) return { problem: { file: path, kind: 'leaves-folder' } };
    handle = await open(target, OPEN_FLAGS);
    const kind = await whyNotThis(handle, root, place);
    if (kind) return { problem: { file: path, ...kind } };
    const { size } = await handle.stat();
    if (size > most) return { problem: { file: path, kind: 'too-large', bytes: size, most } };
    return { file: { path, bytes: await firstBytes(handle, size) } };
  } catch (error) {
    return { problem: { file: path, ...unreadable(error) } };
  } finally {
    await handle?.close();
  }
}

/**
 * Opening a pipe must not wait for somebody who writes to it; and what became a link since its path was resolved is not
 * followed. Windows has neither flag, nor such pipes.
 */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** Why the file that was opened may not be read: it is no ordinary one, or not the one that stands in the folder. */
async function whyNotThis(handle: FileHandle, root: string, place: string): Promise<ProblemKind | undefined> {
  const opened = await handle.stat({ bigint: true });
  // Reading a pipe or a device could take for ever.
  if (!opened.isFile()) return { kind: 'unreadable', reason: 'not-ordinary' };
  const target = await realpath(place);
  if (!isInside(root, target)) return { kind: 'leaves-folder' };
  const found = await lstat(target, { bigint: true });
  const isSame = found.dev === opened.dev && found.ino === opened.ino;
  return isSame ? undefined : { kind: 'unreadable', reason: 'replaced' };
}

/** The first `size` bytes, fewer where the file has become shorter: one that grows meanwhile cannot fill the memory. */
async function firstBytes(handle: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await handle.read(bytes, length, size - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

function isInside(root: string, target: string): boolean {
  return target === root || target.startsWith(root.endsWith(sep) ? root : root + sep);
}

function refuse(file: string, kind: ProblemKind): Listing {
  return { paths: [], problems: [{ file, ...kind }] };
}

function unreadable(error: unknown): ProblemKind {
  const code = codeOf(error);
  const reason = REASONS[code];
  // The system's own messages name the full path, which a moderator should not see.
  return reason
    ? { kind: 'unreadable', reason }
    : { kind: 'unreadable', detail: code === '' ? messageOf(error) : code };
}

const REASONS: Readonly<Record<string, UnreadableReason>> = {
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  ENOENT: 'missing',
  ELOOP: 'link-to-itself',
  ENXIO: 'not-ordinary',
};
