import type { Document } from '../../src/documents/document.js';
import type { CollectionName, Entry, Json, Store, StoredDocument } from '../../src/store/store.js';

/** How many notes the process that is killed puts into each revision. */
export const NOTES_OF_AN_ATTEMPT = 20;

/** A document of one sentence, with its file. */
export function note(id: string, text: string): StoredDocument {
  const document: Document = {
    id,
    title: id,
    text,
    source: { publisher: 'Field Notes', published: '2025-07' },
    references: [],
    tags: [],
    paragraphs: [
      {
        number: 1,
        headings: [],
        start: 0,
        end: text.length,
        sentences: [{ start: 0, end: text.length, references: [] }],
      },
    ],
  };
  return { document, original: { path: `${id}.md`, bytes: Buffer.from(`# ${id}\n\n${text}\n`) } };
}

/** Puts the documents and saves a draft of them over `base`. */
export async function draftOf(
  store: Store,
  collection: CollectionName,
  base: number,
  documents: readonly StoredDocument[],
  knownQuestions: Json = null,
): Promise<string> {
  const keys = await store.putDocuments(documents);
  const entries = documents.map(
    ({ document }, position): Entry => ({
      id: document.id,
      ...(keys[position] ?? { hash: '', original: null }),
      passages: document.paragraphs.length,
      origin: { kind: 'folder' },
    }),
  );
  const { id } = await store.saveDraft(
    {
      collection,
      base,
      author: 'moderator',
      preview: { added: documents.length },
      glossary: null,
      knownQuestions,
    },
    entries,
  );
  return id;
}

/** The texts of a revision in their order. */
export async function textsOf(store: Store, collection: CollectionName, revision: number): Promise<string[]> {
  const entries = await store.entries(collection, revision);
  const texts = new Map<string, string>();
  for await (const { hash, document } of store.documents(entries.map((entry) => entry.hash))) {
    texts.set(hash, document.text);
  }
  return entries.map((entry) => texts.get(entry.hash) ?? '(withdrawn)');
}
