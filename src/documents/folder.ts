import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import pMap from 'p-map';
import { isAskedFile } from './asked-files.js';
import { byCodeUnits } from './code-units.js';
import type { Document } from './document.js';
import { codeOf, messageOf } from './errors.js';
import { documentId, hasDocumentName, MAX_BYTES_OF_ANY } from './formats/formats.js';
import type { InputFile } from './formats/reader.js';
import type { Parser } from './parsing/parser.js';
import type { Problem, ProblemKind, ReadResult } from './problem.js';
import { isSidecarName, sidecarName, withSidecar } from './sidecar.js';

/** The knowledge folder itself cannot be read. (What is wrong with a file in it is a problem, not an error.) */
export class FolderError extends Error {
  override readonly name = 'FolderError';

  constructor(
    readonly dir: string,
    readonly reason: 'missing' | 'not-a-folder' | 'unreadable',
    options?: ErrorOptions,
  ) {
    super(`knowledge folder ${dir}: ${reason}`, options);
  }
}

/** What there is in a knowledge folder. */
export interface FolderContent {
  readonly documents: readonly Document[];
  /** The files of known questions, as they are. */
  readonly asked: readonly InputFile[];
  /** What was left out, and why, in the order of the files. */
  readonly problems: readonly Problem[];
}

/** Files that are read at the same time: some wait for the disk while others are parsed. */
const MAX_OPEN_FILES = 8;
const MAX_ASKED_BYTES = 2_000_000;

/**
 * Reads all documents under a folder and the files of known questions, each in the order of their paths.
 *
 * Front matter may stand in a sidecar, `report.pdf.yaml` beside `report.pdf`.
 *
 * Names that begin with a dot and files of other formats are skipped. A file that cannot be read gives a problem, and
 * the others are read all the same. Of two files with one id the first by name is kept, so that a stray copy cannot
 * take a document away; the second gives a problem that names both.
 *
 * A link to a file inside the folder is read like a file, as some systems mount every file that way. A link to a folder
 * inside it is skipped, as the files in it are read where they are. A link out of the folder is a problem.
 *
 * @throws {FolderError} if the folder itself is not there or cannot be read.
 */
export async function readFolder(dir: string, parser: Pick<Parser, 'parse'>): Promise<FolderContent> {
  const root = await rootOf(dir);
  const { paths, problems } = await list(root, '');
  const others = paths.filter((path) => !isAskedFile(path));
  const { firsts, doubles } = sortIds(others.filter((path) => !isSidecarName(path)));
  const sidecars = new Set(others.filter(isSidecarName));
  const results = await pMap(firsts, (path) => readWithSidecar(root, path, sidecars, parser), {
    concurrency: MAX_OPEN_FILES,
  });
  const asked = await readAsked(root, paths.filter(isAskedFile).sort(byCodeUnits));
  const ofFiles = [...results, ...asked].flatMap((result) => result.problems);
  return {
    documents: results.flatMap(({ document }) => document ?? []),
    asked: asked.flatMap(({ document }) => document ?? []),
    problems: [...problems, ...doubles, ...ofFiles].sort((a, b) => byCodeUnits(a.file, b.file)),
  };
}

function readAsked(root: string, paths: readonly string[]): Promise<ReadResult<InputFile>[]> {
  const read = async (file: InputFile) => ({ document: file, problems: [] });
  return pMap(paths, (path) => readOne(root, path, read, MAX_ASKED_BYTES), { concurrency: MAX_OPEN_FILES });
}

async function readWithSidecar(
  root: string,
  path: string,
  sidecars: ReadonlySet<string>,
  parser: Pick<Parser, 'parse'>,
): Promise<ReadResult<Document>> {
  const read = await readOne(root, path, (file) => parser.parse(file));
  const sidecar = sidecarName(path);
  return sidecars.has(sidecar) ? readOne(root, sidecar, async (file) => withSidecar(read, file)) : read;
}

async function rootOf(dir: string): Promise<string> {
  let root: string;
  try {
    root = await realpath(dir);
    await readdir(root);
  } catch (cause) {
    const reasons: Record<string, FolderError['reason']> = { ENOENT: 'missing', ENOTDIR: 'not-a-folder' };
    throw new FolderError(dir, reasons[codeOf(cause)] ?? 'unreadable', { cause });
  }
  return root;
}

interface Listing {
  /** Relative to the root, with `/` between folders. */
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
}

const NOTHING: Listing = { paths: [], problems: [] };

/** What there is to read under `folder`, a path relative to the root. */
async function list(root: string, folder: string): Promise<Listing> {
  try {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    const listings = await Promise.all(
      entries
        .filter(({ name }) => !name.startsWith('.'))
        .map((entry): Listing | Promise<Listing> => {
          const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
          if (entry.isDirectory()) return list(root, path);
          if (entry.isSymbolicLink()) return followLink(root, path);
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

function isWanted(path: string): boolean {
  return hasDocumentName(path) || isSidecarName(path) || isAskedFile(path);
}

async function followLink(root: string, path: string): Promise<Listing> {
  try {
    const target = await realpath(join(root, path));
    const isFolder = (await stat(target)).isDirectory();
    if (!isFolder && !isWanted(path)) return NOTHING;
    const isInside = target === root || target.startsWith(root.endsWith(sep) ? root : root + sep);
    if (!isInside) return refuse(path, { kind: 'leaves-folder' });
    return isFolder ? NOTHING : { paths: [path], problems: [] };
  } catch (error) {
    return isWanted(path) ? refuse(path, unreadable(error)) : NOTHING;
  }
}

function sortIds(paths: readonly string[]): { firsts: string[]; doubles: Problem[] } {
  const firsts = new Map<string, string>();
  const doubles: Problem[] = [];
  for (const path of paths.toSorted(byCodeUnits)) {
    const id = documentId(path);
    const other = firsts.get(id);
    if (other === undefined) firsts.set(id, path);
    else doubles.push({ file: path, kind: 'same-id', id, other });
  }
  return { firsts: [...firsts.values()], doubles };
}

async function readOne<T>(
  root: string,
  path: string,
  read: (file: InputFile) => Promise<ReadResult<T>>,
  most = MAX_BYTES_OF_ANY,
): Promise<ReadResult<T>> {
  try {
    const place = join(root, path);
    const info = await stat(place);
    // Reading a pipe or a device could take for ever.
    if (!info.isFile()) return refuse(path, { kind: 'unreadable', detail: 'it is not an ordinary file' });
    if (info.size > most) return refuse(path, { kind: 'too-large', bytes: info.size, most });
    return await read({ path, bytes: await readFile(place) });
  } catch (error) {
    return refuse(path, unreadable(error));
  }
}

function refuse(file: string, kind: ProblemKind): Listing {
  return { paths: [], problems: [{ file, ...kind }] };
}

function unreadable(error: unknown): ProblemKind {
  const detail = ERRORS[codeOf(error)] ?? messageOf(error);
  return { kind: 'unreadable', detail };
}

/** The system's own messages name the full path, which a moderator should not see. */
const ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'the bot may not read it',
  EPERM: 'the bot may not read it',
  ENOENT: 'it is not there',
  ELOOP: 'it is a link to itself',
};
