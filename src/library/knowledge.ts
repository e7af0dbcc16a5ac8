import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Document } from '../documents/document.js';
import { readFolder } from '../documents/folder.js';
import type { Parser } from '../documents/parsing/parser.js';
import type { Problem } from '../documents/problem.js';
import { emptyGlossary, type Glossary, joinGlossaries, parseGlossary } from '../index/query/glossary.js';

/** What a knowledge folder holds. */
export interface Knowledge {
  readonly documents: readonly Document[];
  /** The product's own glossary, with what the folder's `glossary.yaml` adds. */
  readonly glossary: Glossary;
  readonly problems: readonly Problem[];
}

const glossaryFile = 'glossary.yaml';
/** The folder that ships. Its glossary applies whatever folder is served. */
const ownFolder = fileURLToPath(new URL('../../../knowledge/', import.meta.url));

/**
 * Reads the documents and the glossary of a folder.
 *
 * @throws {FolderError} if the folder is not there or cannot be read.
 */
export async function readKnowledge(dir: string, parser: Pick<Parser, 'parse'>): Promise<Knowledge> {
  const { documents, problems } = await readFolder(dir, parser);
  const own = await readOwnGlossary();
  const added = (await isOwnFolder(dir)) ? undefined : await readGlossary(dir);
  return {
    documents,
    glossary: added ? joinGlossaries(own.glossary, added.glossary) : own.glossary,
    problems: [...problems, ...own.problems, ...(added?.problems ?? [])],
  };
}

/** The product's own glossary. */
export function readOwnGlossary(): ReturnType<typeof readGlossary> {
  return readGlossary(ownFolder);
}

async function isOwnFolder(dir: string): Promise<boolean> {
  const own = await realpath(ownFolder).catch(() => undefined);
  return (await realpath(dir)) === own;
}

/** The glossary of a folder; a folder need not have one. */
async function readGlossary(dir: string): Promise<ReturnType<typeof parseGlossary>> {
  try {
    return parseGlossary(await readFile(join(dir, glossaryFile), 'utf8'), glossaryFile);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return { glossary: emptyGlossary, problems: [] };
    const detail = error instanceof Error ? error.message : String(error);
    return { glossary: emptyGlossary, problems: [{ kind: 'unreadable', file: glossaryFile, detail }] };
  }
}
