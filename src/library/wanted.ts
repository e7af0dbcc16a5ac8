import type { Store } from '../store/store.js';
import { type Content, loadContent, type Placed } from './content.js';
import type { ChangeRequest, Proposal } from './library.js';
import { fetchPagesAgain, type PageReader } from './pages.js';
import { type Wanted, withdrawnProblem } from './proposal.js';
import { originOf, type SourceContent, type SourcedDocument } from './sources.js';

// What a collection is to have, for each thing that a moderator can ask for; or why it cannot be had.

/** So that a server's document cannot stand for one of the shared collection. */
const SERVER_PREFIX = 'server/';

/** Where the documents of collections come from. */
export interface Sources {
  /** @throws {FolderError} */
  readFolder(): Promise<SourceContent>;
  openPageReader(): Promise<PageReader>;
  now(): Date;
}

/** What the sources hold now: the folder, or a server's web pages. What was added as a file stays as it is. */
export async function wantedByRefresh(
  { collection, by }: ChangeRequest,
  current: Content,
  { readFolder, openPageReader, now }: Sources,
  signal: AbortSignal,
): Promise<Wanted> {
  if (collection === 'shared') return { kind: 'refresh', collection, by, ...(await readFolder()) };
  const today = now().toISOString().slice(0, 10);
  const read = await fetchPagesAgain(current, openPageReader, today, signal);
  return { kind: 'refresh', collection, by, ...unchanged(current), ...read };
}

export function wantedByAdding(
  { collection, by }: ChangeRequest,
  { document, original, origin }: SourcedDocument,
  current: Content,
): Wanted {
  const added: SourcedDocument = {
    document: { ...document, id: prefixed(document.id) },
    original: { ...original, path: prefixed(original.path) },
    origin,
  };
  const documents: (SourcedDocument | Placed)[] = [...current.placed];
  const position = current.placed.findIndex(({ entry }) => entry.id === added.document.id);
  documents.splice(position === -1 ? documents.length : position, position === -1 ? 0 : 1, added);
  return { kind: 'add', collection, by, ...unchanged(current), documents };
}

function prefixed(name: string): string {
  return name.startsWith(SERVER_PREFIX) ? name : SERVER_PREFIX + name;
}

export function wantedByRemoving(
  { collection, by }: ChangeRequest,
  document: string,
  current: Content,
): Wanted | Proposal {
  const removed = current.placed.find(({ entry }) => entry.id === document);
  if (!removed) return { kind: 'no-document', document };
  if (originOf(removed.entry).kind === 'folder') return { kind: 'in-folder', document };
  const documents = current.placed.filter((placed) => placed !== removed);
  return { kind: 'remove', collection, by, ...unchanged(current), documents };
}

export async function wantedByRollback(
  { collection, by }: ChangeRequest,
  revision: number,
  store: Store,
): Promise<Wanted | Proposal> {
  if (!(await store.revision(collection, revision))) return { kind: 'no-revision', revision };
  const { placed, glossary, withdrawn } = await loadContent(store, collection, revision);
  const problems = withdrawn.map(withdrawnProblem);
  return { kind: 'rollback', rollbackTo: revision, collection, by, documents: placed, glossary, problems };
}

function unchanged({ placed, glossary }: Content): Pick<Wanted, 'documents' | 'glossary' | 'problems'> {
  return { documents: placed, glossary, problems: [] };
}
