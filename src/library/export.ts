import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import type { InputFile } from '../documents/reader.js';
import type { Glossary } from '../index/glossary.js';
import type { CollectionName, Store } from '../store/store.js';
import { readOwnGlossary } from './knowledge.js';

/** The files of a revision, the live one where none is given; what was withdrawn is not among them. */
export async function* exportFiles(
  store: Store,
  collection: CollectionName,
  revision?: number,
): AsyncGenerator<InputFile> {
  const number = revision ?? (await store.liveRevision(collection));
  for (const { hash } of await store.entries(collection, number)) {
    const original = await store.original(hash);
    if (original) yield original;
  }
  const glossary = (await store.glossary(collection, number)) as Glossary | null;
  const added = glossary && beyond(glossary, (await readOwnGlossary()).glossary);
  if (added) yield { path: 'glossary.yaml', bytes: Buffer.from(stringify(added)) };
}

/** What the folder added to the product's own glossary, which applies wherever the files are read again. */
function beyond({ entities, synonyms }: Glossary, own: Glossary): Glossary | undefined {
  const added = {
    entities: entities.filter((entity) => !own.entities.some((other) => isDeepStrictEqual(entity, other))),
    synonyms: synonyms.filter((group) => !own.synonyms.some((other) => isDeepStrictEqual(group, other))),
  };
  return added.entities.length + added.synonyms.length > 0 ? added : undefined;
}
