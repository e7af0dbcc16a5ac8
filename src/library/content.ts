import type { Document } from '../documents/document.js';
import { emptyGlossary, type Glossary, glossarySchema } from '../documents/glossary.js';
import { type KnownQuestion, knownQuestionsSchema } from '../documents/known-questions.js';
import type { CollectionName, Entry, Store } from '../store/store.js';
import { readStored } from '../store/stored.js';
import { isSameQuestions } from './content-questions.js';

/** A document and its entry in a revision. */
export interface PlacedDocument {
  readonly entry: Entry;
  readonly document: Document;
}

/** What a collection holds at a revision, in memory. */
export interface Content {
  readonly collection: CollectionName;
  /** 0 before the first one. */
  readonly revision: number;
  readonly placed: readonly PlacedDocument[];
  readonly glossary: Glossary;
  readonly knownQuestions: readonly KnownQuestion[];
  /** Ids of the revision's documents that the database holds otherwise than they were published. */
  readonly altered?: readonly string[];
}

export interface LoadedContent extends Content {
  /** Ids of the revision's documents whose text a takedown withdrew. */
  readonly withdrawn: readonly string[];
}

export function emptyContent(collection: CollectionName): Content {
  return { collection, revision: 0, placed: [], glossary: emptyGlossary, knownQuestions: [] };
}

/** Whether nothing is answered from it: a glossary alone answers nothing. */
export function isEmpty({ placed, knownQuestions }: Content): boolean {
  return placed.length === 0 && knownQuestions.length === 0;
}

export function documentsOf({ placed }: Content): Document[] {
  return placed.map(({ document }) => document);
}

export function passagesOf({ placed }: Content): number {
  return placed.reduce((sum, { entry }) => sum + entry.passages, 0);
}

/**
 * Reads a revision. Documents that were withdrawn since, or altered by the disk, are left out; texts that `known` holds already are not
 * read again.
 *
 * @throws {StoredDataError} where what is stored is damaged
 */
export async function loadContent(
  store: Store,
  collection: CollectionName,
  revision: number,
  known?: Content,
): Promise<LoadedContent> {
  const [entries, glossary, knownQuestions] = await Promise.all([
    store.entries(collection, revision),
    loadGlossary(store, collection, revision),
    loadKnownQuestions(store, collection, revision),
  ]);
  const texts = new Map(known?.placed.map(({ entry, document }) => [entry.hash, document]));
  const missing = entries.map(({ hash }) => hash).filter((hash) => !texts.has(hash));
  const altered = new Set<string>();
  const found = store.documents(missing, (hash) => altered.add(hash));
  for await (const { hash, document } of found) texts.set(hash, document);
  const placed = entries.flatMap((entry) => {
    const document = texts.get(entry.hash);
    return document ? [{ entry, document }] : [];
  });
  const absent = entries.filter(({ hash }) => !texts.has(hash));
  const idsOf = (some: readonly Entry[]) => some.map(({ id }) => id);
  return {
    collection,
    revision,
    placed,
    withdrawn: idsOf(absent.filter(({ hash }) => !altered.has(hash))),
    altered: idsOf(absent.filter(({ hash }) => altered.has(hash))),
    glossary,
    knownQuestions,
  };
}

/**
 * The glossary of a revision; an empty one where it has none.
 * @throws {StoredDataError} where what is stored is damaged
 */
export async function loadGlossary(
  store: Pick<Store, 'glossary'>,
  collection: CollectionName,
  revision: number,
): Promise<Glossary> {
  const stored = await store.glossary(collection, revision);
  if (stored === null) return emptyGlossary;
  return readStored(glossarySchema, stored, `the glossary of revision ${revision} of ${collection}`);
}

/**
 * The known questions of a revision; none where it has none.
 * @throws {StoredDataError} where what is stored is damaged
 */
export async function loadKnownQuestions(
  store: Pick<Store, 'knownQuestions'>,
  collection: CollectionName,
  revision: number,
): Promise<readonly KnownQuestion[]> {
  const stored = await store.knownQuestions(collection, revision);
  if (stored === null) return [];
  return readStored(
    knownQuestionsSchema,
    stored,
    `the known questions of revision ${revision} of ${collection}`,
  );
}

type Held = Pick<Content, 'placed' | 'glossary' | 'knownQuestions'>;

/** Whether two revisions hold the same documents in the same order, the same glossary and known questions. */
export function isSameContent(a: Held, b: Held): boolean {
  return (
    a.placed.length === b.placed.length &&
    a.placed.every(({ entry }, position) => entry.hash === b.placed[position]?.entry.hash) &&
    JSON.stringify(a.glossary) === JSON.stringify(b.glossary) &&
    isSameQuestions(a.knownQuestions, b.knownQuestions)
  );
}
