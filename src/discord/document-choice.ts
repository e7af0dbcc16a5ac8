import { createHash } from 'node:crypto';
import type { Document } from '../documents/document.js';
import type { Choice } from './choices.js';
import { LIMITS } from './limits.js';

export function documentChoice(document: Document): Choice {
  return { name: document.title, value: choiceValue(document) };
}

/** The document that a member picked from the choices, or named by its title or id themselves. */
export function findDocument(documents: readonly Document[], asked: string): Document | undefined {
  const wanted = asked.trim().toLowerCase();
  return (
    documents.find((document) => choiceValue(document) === asked) ??
    documents.find(({ id, title }) => id.toLowerCase() === wanted || title.toLowerCase() === wanted)
  );
}

/** The id, or where Discord does not take one so long, its beginning and a hash of the whole. */
function choiceValue({ id }: Document): string {
  if (id.length <= LIMITS.choice) return id;
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 12);
  return `${id.slice(0, LIMITS.choice - hash.length - 1)}~${hash}`;
}
