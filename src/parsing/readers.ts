import { readAskedFile } from '../documents/asked-files.js';
import { readGlossary } from '../documents/glossary.js';
import { readJudged } from '../documents/judged-questions.js';
import { readDocument } from '../documents/read.js';
import { readSidecar } from '../documents/sidecar.js';
import { readRobots } from '../sources/robots.js';
import { boundedResult } from './bounded-result.js';
import type { FileOf, Kind, ResultOf } from './parser.js';

// What runs in a process that parses (parse-child.ts), and in no other: these may take for ever, or end their process.

const READERS: { readonly [K in Kind]: (file: FileOf<K>) => ResultOf<K> | Promise<ResultOf<K>> } = {
  document: readDocument,
  sidecar: readSidecar,
  asked: readAskedFile,
  glossary: readGlossary,
  judged: readJudged,
  robots: readRobots,
};

/** What the reader of its kind makes of a file, within the bounds of what others may be sent. */
export async function readHere<K extends Kind>(kind: K, file: FileOf<K>): Promise<ResultOf<K>> {
  return boundedResult<ResultOf<K>>(await READERS[kind](file), file.path);
}
