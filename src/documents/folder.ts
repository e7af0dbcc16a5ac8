import { readdir, realpath } from 'node:fs/promises';
import pMap from 'p-map';
import { type AskedFile, isAskedFile } from './asked-files.js';
import { byCodeUnits } from './code-units.js';
import type { Document } from './document.js';
import { codeOf } from './errors.js';
import { listFiles, type Opened, openFile, openOptional } from './folder-files.js';
import { documentId, hasDocumentName, MAX_BYTES_OF_ANY } from './formats/formats.js';
import type { InputFile } from './formats/reader.js';
import type { OriginalFile } from './original-file.js';
import type { Problem, ReadResult } from './problem.js';
import { sha256Aside } from './sha256.js';
import { isSidecarName, type ReadSidecar, sidecarName, withSidecar } from './sidecar.js';

/** The knowledge folder itself cannot be read. (What is wrong with a file in it is a problem, not an error.) */
export class FolderError extends Error {
  override readonly name = 'FolderError';

  constructor(
    readonly dir: string,
    /** `changed`: a file had other bytes when it was to be kept than when it was read. */
    readonly reason: 'missing' | 'not-a-folder' | 'unreadable' | 'changed',
    options?: ErrorOptions,
  ) {
    super(`knowledge folder ${dir}: ${reason}`, options);
  }
}

/** What there is in a knowledge folder. */
export interface FolderContent {
  readonly documents: readonly Document[];
  /**
   * The file of each document, by its id. Its bytes are read again when they are asked for: then with a
   * `FolderError`.
   */
  readonly originals: ReadonlyMap<string, OriginalFile>;
  /** The files of known questions. */
  readonly asked: readonly (AskedFile & { readonly path: string })[];
  /** What was left out, and why, in the order of the files. Those of the files of known questions stand with these. */
  readonly problems: readonly Problem[];
}

/** Reads what stands in the files, and may take its time. */
export interface FolderParser {
  document(file: InputFile): Promise<ReadResult<Document>>;
  sidecar(file: InputFile): Promise<ReadSidecar>;
  asked(file: InputFile): Promise<AskedFile>;
}

/** Files of each kind that are held at the same time: some wait for the disk while others are parsed. */
const MAX_OPEN_FILES = 8;
/** Of a YAML file with many entries, in bytes. */
const MAX_YAML_BYTES = 2_000_000;
/** A sidecar has a dozen fields. */
const MAX_SIDECAR_BYTES = 100_000;

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
export async function readFolder(dir: string, parser: FolderParser): Promise<FolderContent> {
  const root = await rootOf(dir);
  const { paths, problems } = await listFiles(root, isWanted);
  const others = paths.filter((path) => !isAskedFile(path));
  const { firsts, doubles } = sortIds(others.filter((path) => !isSidecarName(path)));
  const sidecars = new Set(others.filter(isSidecarName));
  const concurrency = { concurrency: MAX_OPEN_FILES };
  const [read, asked] = await Promise.all([
    pMap(firsts, (path) => readOne({ dir, root, path, sidecars }, parser), concurrency),
    pMap(
      paths.filter(isAskedFile).sort(byCodeUnits),
      async (path) => ({ path, ...(await readAsked(root, path, parser)) }),
      concurrency,
    ),
  ]);
  return {
    documents: read.flatMap(({ document }) => document ?? []),
    originals: new Map(
      read.flatMap(({ document, original }) => (document && original ? [[document.id, original]] : [])),
    ),
    asked,
    problems: [...problems, ...doubles, ...read.flatMap((one) => one.problems)].sort((a, b) =>
      byCodeUnits(a.file, b.file),
    ),
  };
}

/** Reads a file that a folder may have beside its documents; `undefined` where it has none, or is not there itself. */
export async function readBeside<R>(
  dir: string,
  path: string,
  read: (file: InputFile) => Promise<R>,
): Promise<R | { readonly problems: readonly Problem[] } | undefined> {
  const root = await realpath(dir).catch(() => undefined);
  const opened = root === undefined ? undefined : await openOptional(root, path, MAX_YAML_BYTES);
  return opened && readOpened(opened, read);
}

async function readOpened<R>(
  opened: Opened,
  read: (file: InputFile) => Promise<R>,
): Promise<R | { readonly problems: readonly Problem[] }> {
  return 'file' in opened ? read(opened.file) : { problems: [opened.problem] };
}

async function readAsked(root: string, path: string, parser: FolderParser): Promise<AskedFile> {
  return readOpened(await openFile(root, path, MAX_YAML_BYTES), parser.asked);
}

interface Place {
  readonly dir: string;
  readonly root: string;
  readonly path: string;
  readonly sidecars: ReadonlySet<string>;
}

async function readOne(
  { dir, root, path, sidecars }: Place,
  parser: FolderParser,
): Promise<ReadResult<Document> & { readonly original?: OriginalFile }> {
  const opened = await openFile(root, path, MAX_BYTES_OF_ANY);
  if ('problem' in opened) return { problems: [opened.problem] };
  const { bytes } = opened.file;
  const original = fileAgain(dir, root, { path, hash: await sha256Aside(bytes), size: bytes.byteLength });
  const read = await parser.document(opened.file);
  const sidecar = sidecarName(path);
  if (!sidecars.has(sidecar)) return { ...read, original };
  const said = await readOpened(await openFile(root, sidecar, MAX_SIDECAR_BYTES), parser.sidecar);
  return { ...withSidecar(read, said), original };
}

/** A file of the folder, which is read again when its bytes are asked for. */
function fileAgain(
  dir: string,
  root: string,
  about: Pick<OriginalFile, 'path' | 'hash' | 'size'>,
): OriginalFile {
  return {
    ...about,
    async bytes() {
      const opened = await openFile(root, about.path, MAX_BYTES_OF_ANY);
      const isSame = 'file' in opened && (await sha256Aside(opened.file.bytes)) === about.hash;
      if (!isSame) throw new FolderError(dir, 'changed');
      return opened.file.bytes;
    },
  };
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

function isWanted(path: string): boolean {
  return hasDocumentName(path) || isSidecarName(path) || isAskedFile(path);
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
