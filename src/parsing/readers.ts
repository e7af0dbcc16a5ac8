import { boundedResult } from './bounded-result.js';
import type { FileOf, Kind, ResultOf } from './parser.js';

// What runs in a process that parses (parse-child.ts), and in no other: these may take for ever, or end their process.

type Reader<K extends Kind> = (file: FileOf<K>) => ResultOf<K> | Promise<ResultOf<K>>;

/** Loaded when the first file of their kind comes: a process that reads documents needs no schema of known questions. */
const READERS: { readonly [K in Kind]: () => Promise<Reader<K>> } = {
  document: async () => (await import('../documents/read.js')).readDocument,
  sidecar: async () => (await import('../documents/sidecar.js')).readSidecar,
  asked: async () => (await import('../documents/asked-files.js')).readAskedFile,
  glossary: async () => (await import('../documents/glossary.js')).readGlossary,
  judged: async () => (await import('../documents/judged-questions.js')).readJudged,
  robots: async () => (await import('../sources/robots.js')).readRobots,
};

/** Loads what reading a file takes, so that the time for that does not count against the first of its kind. */
export async function loadReader<K extends Kind>(kind: K, file: FileOf<K>): Promise<void> {
  await READERS[kind]();
  if (kind === 'document') await (await import('../documents/read.js')).loadFormat(file);
}

/** What the reader of its kind makes of a file, within the bounds of what others may be sent. */
export async function readHere<K extends Kind>(kind: K, file: FileOf<K>): Promise<ResultOf<K>> {
  const read = await READERS[kind]();
  return boundedResult<ResultOf<K>>(await read(file), file.path);
}
