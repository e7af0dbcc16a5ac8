import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { writeAskedFiles } from '../documents/asked-files.js';
import type { Document } from '../documents/document.js';
import { extensionOf } from '../documents/formats/formats.js';
import { writeFrontMatter } from '../documents/formats/front-matter/front-matter.js';
import type { InputFile } from '../documents/formats/reader.js';
import type { Glossary } from '../documents/glossary.js';
import type { Problem } from '../documents/problem.js';
import { sidecarName, withSidecar } from '../documents/sidecar.js';
import type { Parser } from '../parsing/parser.js';
import type { CollectionName, Store } from '../store/store.js';
import { loadGlossary, loadKnownQuestions } from './content.js';
import { readOwnGlossary } from './knowledge-folder.js';

/** A file of a revision. Its path stays inside the folder that it is written to. */
export interface Exported {
  readonly file: InputFile;
  /** Why reading it again does not give what was published. */
  readonly problem?: Problem;
}

/** Reads what was exported, as whoever gets it will. */
export type ExportParser = Pick<Parser, 'document' | 'sidecar' | 'glossary'>;

/**
 * The files of a revision, the live one where none is given; what was withdrawn is not among them.
 *
 * Each is the file as it came, as no other format can hold the pages of a PDF or the line breaks of a text. What a
 * moderator corrected, or a web server said of a page, goes into front matter beside it. Each file is read again here,
 * to see whether it needs that, and whether it gives what was published.
 */
export async function* exportFiles(
  store: Store,
  parser: ExportParser,
  collection: CollectionName,
  revision?: number,
): AsyncGenerator<Exported> {
  const number = revision ?? (await store.liveRevision(collection));
  const entries = new Map((await store.entries(collection, number)).map((entry) => [entry.hash, entry]));
  for await (const { hash, document } of store.documents([...entries.keys()])) {
    const entry = entries.get(hash);
    const original = entry && (await store.original(entry));
    if (original) yield* filesOf(document, original, parser);
  }
  const glossary = await loadGlossary(store, collection, number);
  const added = beyond(glossary, await readOwnGlossary(parser));
  if (added) yield { file: { path: 'glossary.yaml', bytes: Buffer.from(stringify(added)) } };
  const asked = writeAskedFiles(await loadKnownQuestions(store, collection, number), inside);
  for (const file of asked) yield { file };
}

async function* filesOf(
  document: Document,
  { path, bytes }: InputFile,
  parser: ExportParser,
): AsyncGenerator<Exported> {
  const file = { path: inside(document.id) + extensionOf(path), bytes };
  const read = await parser.document(file);
  if (isSame(read.document, document)) return yield { file };
  const sidecar = { path: sidecarName(file.path), bytes: Buffer.from(writeFrontMatter(document)) };
  const isCorrected = isSame(withSidecar(read, await parser.sidecar(sidecar)).document, document);
  yield isCorrected ? { file } : { file, problem: { file: file.path, kind: 'reads-differently' } };
  yield { file: sidecar };
}

/** What was remarked when a file came in may be over: a page in a wrongly declared encoding is kept in UTF-8. */
function isSame(read: Document | undefined, document: Document): boolean {
  const { remarks: _, ...published } = document;
  const { remarks: __, ...found } = read ?? {};
  return isDeepStrictEqual(found, published);
}

/** The id as a path that cannot lead out of the folder, whatever somebody called the document. */
function inside(id: string): string {
  return id
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
}

/** What the folder added to the product's own glossary, which applies wherever the files are read again. */
function beyond({ entities, synonyms }: Glossary, own: Glossary): Glossary | undefined {
  const added = {
    entities: entities.filter((entity) => !own.entities.some((other) => isDeepStrictEqual(entity, other))),
    synonyms: synonyms.filter((group) => !own.synonyms.some((other) => isDeepStrictEqual(group, other))),
  };
  return added.entities.length + added.synonyms.length > 0 ? added : undefined;
}
