import type { Document } from '../documents/document.js';
import type { InputFile } from '../documents/formats/reader.js';
import { createParser, type Parser, type ParserOptions } from '../documents/parsing/parser.js';
import type { Problem } from '../documents/problem.js';
import type { Glossary } from '../index/query/glossary.js';
import { documentHash } from '../store/documents.js';
import type { Content } from './content.js';
import { readKnowledge } from './knowledge.js';
import type { Origin } from './library.js';
import type { PageReader } from './pages.js';
import { takingTurns } from './yield.js';

/** A document as it was read, which the store may not have yet. */
export interface Sourced {
  readonly document: Document;
  readonly original: InputFile;
  readonly origin: Origin;
}

/** What the sources of a collection hold now. */
export interface Reading {
  readonly documents: readonly Sourced[];
  readonly glossary: Glossary;
  readonly problems: readonly Problem[];
}

/** Where the documents of collections come from. */
export interface Sources {
  /** @throws {FolderError} */
  readFolder(): Promise<Reading>;
  openPageReader(): Promise<PageReader>;
  now(): Date;
}

/**
 * Reads the knowledge folder, and keeps the files beside the documents.
 * @throws {FolderError} if the folder is not there or cannot be read.
 */
export async function readFolderSources(dir: string, parser: Pick<Parser, 'parse'>): Promise<Reading> {
  const originals = new Map<string, InputFile>();
  const { documents, glossary, problems } = await readKnowledge(dir, {
    async parse(file) {
      const result = await parser.parse(file);
      if (result.document) originals.set(result.document.id, file);
      return result;
    },
  });
  const sourced = documents.flatMap((document): Sourced[] => {
    const original = originals.get(document.id);
    return original ? [{ document, original, origin: { kind: 'folder' } }] : [];
  });
  return { documents: sourced, glossary, problems };
}

/** The folder of a collection, read anew each time; its parser's processes are there for as long as that takes. */
export function folderSources(dir: string, options: ParserOptions): () => Promise<Reading> {
  return async () => {
    const parser = createParser(options);
    try {
      return await readFolderSources(dir, parser);
    } finally {
      await parser.close();
    }
  };
}

/** Whether publishing what was read would change what is live. */
export async function differs({ documents, glossary }: Reading, live: Content): Promise<boolean> {
  if (documents.length !== live.placed.length) return true;
  if (JSON.stringify(glossary) !== JSON.stringify(live.glossary)) return true;
  const giveWay = takingTurns();
  for (const [position, { document }] of documents.entries()) {
    await giveWay();
    if (documentHash(document) !== live.placed[position]?.entry.hash) return true;
  }
  return false;
}
