import { realpath } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { joinAskedFiles } from '../documents/asked-files.js';
import type { Document } from '../documents/document.js';
import { type FolderContent, readBeside, readFolder } from '../documents/folder.js';
import {
  emptyGlossary,
  GLOSSARY_FILE,
  type Glossary,
  joinGlossaries,
  type ReadGlossary,
} from '../documents/glossary.js';
import type { JudgedQuestion, ReadJudged } from '../documents/judged-questions.js';
import type { KnownQuestion } from '../documents/known-questions.js';
import type { Problem } from '../documents/problem.js';
import { buildSnapshot, type Snapshot } from '../index/snapshot.js';
import type { Parser } from '../parsing/parser.js';
import { createParser } from '../parsing/parsers.js';
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

/** Reads the files of a folder. */
export type FolderReader = Pick<Parser, 'document' | 'sidecar' | 'asked' | 'glossary'>;

const QUESTIONS_FILE = 'questions.yaml';
/** The folder that ships. Its glossary applies whatever folder is served. */
const OWN_FOLDER = fileURLToPath(new URL('../../../knowledge/', import.meta.url));
/** It has another name than that of the folder that is served, so that a mistake is looked for in the right one. */
const OWN_GLOSSARY = `knowledge/${GLOSSARY_FILE}`;

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

/** The judged questions of a folder, with a parser that ends with it; see {@link readJudgedQuestions}. */
export function loadJudgedQuestions(knowledgeDir: string): ReturnType<typeof readJudgedQuestions> {
  return withParser(undefined, (parser) => readJudgedQuestions(knowledgeDir, parser));
}

/** The product's own glossary, with a parser that ends with it. */
export function loadOwnGlossary(): Promise<Glossary> {
  return withParser(undefined, readOwnGlossary);
}

/** Gives the work a parser whose processes end with it. */
export async function withParser<T>(
  cacheDir: string | undefined,
  work: (parser: Parser) => Promise<T>,
): Promise<T> {
  const parser = createParser(cacheDir === undefined ? {} : { cacheDir });
  try {
    return await work(parser);
  } finally {
    await parser.close();
  }
}

/**
 * The documents, the glossary and the known questions of a folder.
 * @throws {FolderError} if the folder is not there or cannot be read
 */
export async function readKnowledge(dir: string, parser: FolderReader): Promise<Knowledge> {
  const { originals: _, ...knowledge } = await readAll(dir, parser);
  return knowledge;
}

/**
 * What a refresh of the shared collection reads: the documents of a folder together with the files that they stand in.
 * @throws {FolderError} if the folder is not there or cannot be read
 */
export async function readSources(dir: string, parser: FolderReader): Promise<SourceContent> {
  const { documents, originals, ...rest } = await readAll(dir, parser);
  const sourced = documents.flatMap((document): SourcedDocument[] => {
    const original = originals.get(document.id);
    return original ? [{ document, original, origin: { kind: 'folder' } }] : [];
  });
  return { ...rest, documents: sourced };
}

/** The judged questions of a folder; none where it has no such file, or where a question in it has a mistake. */
export async function readJudgedQuestions(
  dir: string,
  { judged }: Pick<Parser, 'judged'>,
): Promise<{ questions: readonly JudgedQuestion[]; problems: readonly Problem[] }> {
  const read: ReadJudged | undefined = await readBeside(dir, QUESTIONS_FILE, judged);
  return { questions: read?.questions ?? [], problems: read?.problems ?? [] };
}

/** The product's own glossary. */
export async function readOwnGlossary(parser: Pick<Parser, 'glossary'>): Promise<Glossary> {
  return (await readGlossaryIn(OWN_FOLDER, parser, OWN_GLOSSARY)).glossary ?? emptyGlossary;
}

async function readAll(
  dir: string,
  parser: FolderReader,
): Promise<Knowledge & Pick<FolderContent, 'originals'>> {
  const [{ documents, originals, asked, problems }, glossaries] = await Promise.all([
    readFolder(dir, parser),
    readGlossaries(dir, parser),
  ]);
  const { knownQuestions, problems: ofQuestions } = await joinAskedFiles(asked, documents, {
    giveWay: createYielder(),
  });
  return {
    documents,
    originals,
    glossary: glossaries.map(({ glossary = emptyGlossary }) => glossary).reduce(joinGlossaries),
    knownQuestions,
    problems: [...problems, ...glossaries.flatMap((read) => read.problems), ...ofQuestions],
  };
}

/** The glossaries that apply where a folder is served: the product's own, and that of the folder. */
async function readGlossaries(dir: string, parser: Pick<Parser, 'glossary'>): Promise<ReadGlossary[]> {
  const own = (await isOwnFolder(dir)) ? [] : [readGlossaryIn(OWN_FOLDER, parser, OWN_GLOSSARY)];
  return Promise.all([...own, readGlossaryIn(dir, parser)]);
}

async function isOwnFolder(dir: string): Promise<boolean> {
  const [own, served] = await Promise.all(
    [OWN_FOLDER, dir].map((folder) => realpath(folder).catch(() => undefined)),
  );
  return own !== undefined && own === served;
}

/**
 * The glossary of a folder; a folder need not have one.
 * @param name What it is called in problems.
 */
async function readGlossaryIn(
  dir: string,
  { glossary }: Pick<Parser, 'glossary'>,
  name = GLOSSARY_FILE,
): Promise<ReadGlossary> {
  const read: ReadGlossary | undefined = await readBeside(dir, GLOSSARY_FILE, (file) =>
    glossary({ ...file, path: name }),
  );
  return read ?? { problems: [] };
}
