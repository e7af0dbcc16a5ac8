import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAskedFiles } from '../documents/asked-files.js';
import type { Document } from '../documents/document.js';
import { isMissing, messageOf } from '../documents/errors.js';
import { readFolder } from '../documents/folder.js';
import type { InputFile } from '../documents/formats/reader.js';
import type { KnownQuestion } from '../documents/known-questions.js';
import { createParser, type Parser } from '../documents/parsing/parser.js';
import type { Problem } from '../documents/problem.js';
import { emptyGlossary, type Glossary, joinGlossaries, parseGlossary } from '../index/query/glossary.js';
import { buildSnapshot, type Snapshot } from '../index/snapshot.js';
import { createYielder } from '../store/yield.js';
import { type EmbedderOptions, openEmbedder } from './embedders.js';
import type { SourceContent, SourcedDocument } from './sources.js';

// A knowledge folder: its documents, glossary and known questions, with the files they were read from, or as a snapshot. What
// has a mistake gives a problem, and the rest is served.

/** What a knowledge folder holds. */
export interface Knowledge {
  readonly documents: readonly Document[];
  /** The product's own glossary, with what the folder's `glossary.yaml` adds. */
  readonly glossary: Glossary;
  readonly knownQuestions: readonly KnownQuestion[];
  /** What was left out and why, and which known questions have no answer. */
  readonly problems: readonly Problem[];
}

export interface FolderOptions extends EmbedderOptions {
  readonly knowledgeDir: string;
}

const GLOSSARY_FILE = 'glossary.yaml';
/** The folder that ships. Its glossary applies whatever folder is served. */
const OWN_FOLDER = fileURLToPath(new URL('../../../knowledge/', import.meta.url));

/**
 * A folder as a snapshot that belongs to no revision, ready to be asked.
 *
 * @throws {FolderError} if the folder is not there or cannot be read
 * @throws {ModelError} if the host has named a model that cannot be used
 */
export async function loadSnapshot(
  options: FolderOptions,
): Promise<{ snapshot: Snapshot; problems: readonly Problem[] }> {
  const [{ documents, glossary, knownQuestions, problems }, embedder] = await Promise.all([
    loadKnowledge(options),
    openEmbedder(options),
  ]);
  const snapshot = await buildSnapshot({ shared: 0 }, documents, glossary, { embedder, knownQuestions });
  await snapshot.meaning?.complete();
  // What is worked out by a table is worked out when it is needed.
  if (options.modelDir !== undefined) await snapshot.known.complete(async () => {});
  return { snapshot, problems };
}

/**
 * The documents, the glossary and the known questions of a folder.
 * @throws {FolderError} if the folder is not there or cannot be read
 */
export function loadKnowledge({
  knowledgeDir,
  cacheDir,
}: Pick<FolderOptions, 'knowledgeDir' | 'cacheDir'>): Promise<Knowledge> {
  return withParser(cacheDir, (parser) => readKnowledge(knowledgeDir, parser));
}

/**
 * What a refresh of the shared collection reads, each time anew.
 * @param cacheDir Where to keep what was parsed; without it every document is parsed each time.
 * @returns a function that throws a `FolderError` if the folder is not there or cannot be read
 */
export function folderSources(dir: string, cacheDir?: string): () => Promise<SourceContent> {
  return () => withParser(cacheDir, (parser) => readSources(dir, parser));
}

/**
 * Reads the documents of a folder together with the files that they stand in.
 * @throws {FolderError} if the folder is not there or cannot be read
 */
export async function readSources(dir: string, parser: Pick<Parser, 'parse'>): Promise<SourceContent> {
  const originals = new Map<string, InputFile>();
  const { documents, ...rest } = await readKnowledge(dir, {
    async parse(file) {
      const result = await parser.parse(file);
      if (result.document) originals.set(result.document.id, file);
      return result;
    },
  });
  const sourced = documents.flatMap((document): SourcedDocument[] => {
    const original = originals.get(document.id);
    return original ? [{ document, original, origin: { kind: 'folder' } }] : [];
  });
  return { ...rest, documents: sourced };
}

/** The product's own glossary. */
export function readOwnGlossary(): ReturnType<typeof readGlossary> {
  return readGlossary(OWN_FOLDER);
}

async function readKnowledge(dir: string, parser: Pick<Parser, 'parse'>): Promise<Knowledge> {
  const { documents, asked, problems } = await readFolder(dir, parser);
  const { knownQuestions, problems: ofQuestions } = await readAskedFiles(asked, documents, {
    giveWay: createYielder(),
  });
  const own = await readOwnGlossary();
  const added = (await isOwnFolder(dir)) ? undefined : await readGlossary(dir);
  return {
    documents,
    glossary: added ? joinGlossaries(own.glossary, added.glossary) : own.glossary,
    knownQuestions,
    problems: [...problems, ...own.problems, ...(added?.problems ?? []), ...ofQuestions],
  };
}

/** Gives the work a parser whose processes end with it. */
async function withParser<T>(cacheDir: string | undefined, work: (parser: Parser) => Promise<T>): Promise<T> {
  const parser = createParser(cacheDir === undefined ? {} : { cacheDir });
  try {
    return await work(parser);
  } finally {
    await parser.close();
  }
}

async function isOwnFolder(dir: string): Promise<boolean> {
  const own = await realpath(OWN_FOLDER).catch(() => undefined);
  return (await realpath(dir)) === own;
}

/** The glossary of a folder; a folder need not have one. */
async function readGlossary(dir: string): Promise<ReturnType<typeof parseGlossary>> {
  try {
    return parseGlossary(await readFile(join(dir, GLOSSARY_FILE), 'utf8'), GLOSSARY_FILE);
  } catch (error) {
    if (isMissing(error)) return { glossary: emptyGlossary, problems: [] };
    const detail = messageOf(error);
    return { glossary: emptyGlossary, problems: [{ kind: 'unreadable', file: GLOSSARY_FILE, detail }] };
  }
}
