import type { AskedFile } from '../documents/asked-files.js';
import type { Document } from '../documents/document.js';
import type { InputFile } from '../documents/formats/reader.js';
import type { ReadGlossary } from '../documents/glossary.js';
import type { ReadJudged } from '../documents/judged-questions.js';
import type { Problem, ReadResult } from '../documents/problem.js';
import type { ReadSidecar } from '../documents/sidecar.js';
import type { ReadRobots, RobotsFile } from '../sources/robots.js';

/** What is read of what others wrote, by its kind: the file, and what comes of it. */
export interface Readings {
  readonly document: { readonly file: InputFile; readonly result: ReadResult<Document> };
  /** Front matter in a file of its own. */
  readonly sidecar: { readonly file: InputFile; readonly result: ReadSidecar };
  /** Known questions. */
  readonly asked: { readonly file: InputFile; readonly result: AskedFile };
  readonly glossary: { readonly file: InputFile; readonly result: ReadGlossary };
  readonly judged: { readonly file: InputFile; readonly result: ReadJudged };
  readonly robots: { readonly file: RobotsFile; readonly result: ReadRobots };
}

export type Kind = keyof Readings;
export type FileOf<K extends Kind> = Readings[K]['file'];
export type ResultOf<K extends Kind> = Readings[K]['result'];

/** A file that is to be read. */
export type Job = { readonly [K in Kind]: { readonly kind: K; readonly file: FileOf<K> } }[Kind];

/** What is read whatever the kind: where nothing could be, there are problems and nothing else. */
export interface AnyResult {
  readonly problems: readonly Problem[];
}

/**
 * Reads what others wrote. Nothing ever rejects: a file that cannot be read, or takes too much to be read, is a
 * problem. Once what reads is closed, also for a file that is being read then.
 */
export type Parser = { readonly [K in Kind]: (file: FileOf<K>) => Promise<ResultOf<K>> };

/** A parser that reads every file by `read`. */
export function parserOf(read: <K extends Kind>(kind: K, file: FileOf<K>) => Promise<ResultOf<K>>): Parser {
  return {
    document: (file) => read('document', file),
    sidecar: (file) => read('sidecar', file),
    asked: (file) => read('asked', file),
    glossary: (file) => read('glossary', file),
    judged: (file) => read('judged', file),
    robots: (file) => read('robots', file),
  };
}
