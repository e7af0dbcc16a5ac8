import type { Document } from '../documents/document.js';
import type { Glossary } from '../documents/glossary.js';
import { type KnownQuestion, withoutAnswers } from '../documents/known-questions.js';
import { makePassages } from '../documents/passages.js';
import type { Problem } from '../documents/problem.js';
import type { GiveWay } from '../index/snapshot.js';
import { documentHash, textHash } from '../store/documents.js';
import type { CollectionName, Store } from '../store/store.js';
import { type Content, loadContent, type PlacedDocument, passagesOf } from './content.js';
import { refreshedQuestions } from './content-questions.js';
import { withKept } from './kept-documents.js';
import type { ChangeRequest, Limits, Proposal, QuestionChanges, RefreshRequest } from './library.js';
import { type PageReader, refetchPages } from './pages.js';
import type { ChangeKind } from './preview.js';
import { originOf, type SourceContent, type SourcedDocument } from './sources.js';

// What a collection is to hold, for each thing that a moderator can ask for; or why it cannot hold it.

/** The content that a collection is to have, as a moderator asks for it. */
export interface TargetContent {
  readonly kind: ChangeKind;
  readonly collection: CollectionName;
  readonly by: string;
  readonly rollbackTo?: number;
  /** Whether live documents that cannot be read any more are left out. */
  readonly leavesOut?: boolean;
  /** What moderators asked to be changed of the known questions. */
  readonly teaching?: QuestionChanges;
  /** Those that were read now, and those that the store has already. */
  readonly documents: readonly (SourcedDocument | PlacedDocument)[];
  readonly glossary: Glossary;
  readonly knownQuestions: readonly KnownQuestion[];
  readonly problems: readonly Problem[];
}

/** Where the documents of collections come from. */
export interface Sources {
  /** @throws {FolderError} if the folder is not there or cannot be read */
  readFolder(): Promise<SourceContent>;
  openPageReader(collection: CollectionName): Promise<PageReader>;
  now(): Date;
}

/** So that a server's document cannot stand for one of the shared collection. */
const SERVER_PREFIX = 'server/';

/**
 * What the sources hold now: the folder, or a server's web pages. What was added as a file stays as it is.
 * @throws {FolderError} if the folder is not there or cannot be read
 * @throws the signal's reason, when it is aborted while pages are fetched
 */
export async function contentByRefresh(
  { collection, by, leaveOut: leavesOut = false }: RefreshRequest,
  current: Content,
  { readFolder, openPageReader, now }: Sources,
  signal: AbortSignal,
): Promise<TargetContent> {
  if (collection === 'shared') {
    const folder = await readFolder();
    const read = leavesOut ? folder : withKept(folder, current);
    const knownQuestions = refreshedQuestions(read.knownQuestions, current.knownQuestions);
    return { kind: 'refresh', collection, by, leavesOut, ...read, knownQuestions };
  }
  const today = now().toISOString().slice(0, 10);
  const openReader = () => openPageReader(collection);
  const read = await refetchPages(current, openReader, { retrieved: today, leavesOut }, signal);
  return { kind: 'refresh', collection, by, leavesOut, ...unchanged(current), ...read };
}

/** With one more document, or with another one in the place of the one that has its id. */
export function contentByAdding(
  { collection, by }: ChangeRequest,
  { document, original, origin }: SourcedDocument,
  current: Content,
): TargetContent {
  const added: SourcedDocument = {
    document: { ...document, id: prefixed(document.id) },
    original: { ...original, path: prefixed(original.path) },
    origin,
  };
  const documents: (SourcedDocument | PlacedDocument)[] = [...current.placed];
  const position = current.placed.findIndex(({ entry }) => entry.id === added.document.id);
  documents.splice(position === -1 ? documents.length : position, position === -1 ? 0 : 1, added);
  return { kind: 'add', collection, by, ...unchanged(current), documents, problems: remarksOf(added) };
}

/** What the readers had to say of a document, with the name that the moderator knows it by. */
function remarksOf({ document: { remarks = [] }, original, origin }: SourcedDocument): Problem[] {
  const file = origin.kind === 'file' ? origin.name : origin.kind === 'url' ? origin.url : original.path;
  return remarks.map((remark) => ({ file, ...remark }));
}

function prefixed(name: string): string {
  return name.startsWith(SERVER_PREFIX) ? name : SERVER_PREFIX + name;
}

export function contentByRemoving(
  { collection, by }: ChangeRequest,
  document: string,
  current: Content,
): TargetContent | Proposal {
  const removed = current.placed.find(({ entry }) => entry.id === document);
  if (!removed) return { kind: 'no-document', document };
  if (originOf(removed.entry).kind === 'folder') return { kind: 'in-folder', document };
  const documents = current.placed.filter((placed) => placed !== removed);
  return { kind: 'remove', collection, by, ...unchanged(current), documents };
}

/** As in an earlier revision, without what was withdrawn since; a server's collection may be as before its first one. */
export async function contentByRollback(
  { collection, by }: ChangeRequest,
  revision: number,
  store: Store,
): Promise<TargetContent | Proposal> {
  const isBeforeFirst = revision === 0 && collection !== 'shared';
  if (!isBeforeFirst && !(await store.revision(collection, revision)))
    return { kind: 'no-revision', revision };
  const { placed, withdrawn, altered = [], ...earlier } = await loadContent(store, collection, revision);
  // Asked when it has been read: it may be let go at any time.
  if (!isBeforeFirst && !(await store.revision(collection, revision))?.isKept)
    return { kind: 'let-go', revision };
  return {
    ...unchanged({ placed, ...earlier }),
    kind: 'rollback',
    rollbackTo: revision,
    collection,
    by,
    problems: [
      ...withdrawn.map(withdrawnProblem),
      ...altered.map((file) => ({ file, kind: 'altered' }) as const),
    ],
  };
}

/** What a change of something else leaves alone. */
export function unchanged({
  placed,
  glossary,
  knownQuestions,
}: Content): Pick<TargetContent, 'documents' | 'glossary' | 'knownQuestions' | 'problems'> {
  return { documents: placed, glossary, knownQuestions, problems: [] };
}

/** A target as the content of the next revision, ready to be stored and built. */
export interface PlacedContent {
  readonly content: Content;
  /** Documents that the store does not have yet. */
  readonly unstored: readonly SourcedDocument[];
  /** Ids of documents that were left out, as their text was withdrawn. */
  readonly withdrawn: readonly string[];
}

/**
 * Gives the documents of a target their entries, and leaves out those that may not be published again, with what of
 * known questions quotes them.
 * @param others Documents of another collection that known questions may be answered by.
 */
export async function placeContent(
  { collection, documents, glossary, knownQuestions }: TargetContent,
  { current, others }: { readonly current: Content; readonly others: readonly Document[] },
  store: Store,
  giveWay: GiveWay,
): Promise<PlacedContent> {
  const withdrawals = await store.withdrawals();
  const forbidden = new Set(withdrawals.map((withdrawal) => withdrawal.textHash));
  const known = new Map(current.placed.map((placed) => [placed.entry.hash, placed]));
  const placed: PlacedDocument[] = [];
  const unstored: SourcedDocument[] = [];
  const withdrawn: string[] = [];
  for (const one of documents) {
    await giveWay();
    if (forbidden.size > 0 && forbidden.has(textHash(one.document))) {
      withdrawn.push(one.document.id);
    } else if ('entry' in one) {
      placed.push(one);
    } else {
      const { place, isStored } = placeOf(one, known);
      placed.push(place);
      if (!isStored) unstored.push(one);
    }
  }
  const gone = [...withdrawn, ...withdrawals.map(({ document }) => document)];
  const there = [...placed.map(({ document }) => document), ...others];
  const content = {
    collection,
    revision: current.revision + 1,
    placed,
    glossary,
    knownQuestions: withoutWithdrawn(knownQuestions, gone, there, forbidden),
  };
  return { content, unstored, withdrawn };
}

/** Known questions without the answers of documents that were withdrawn and have no other text since. */
function withoutWithdrawn(
  questions: readonly KnownQuestion[],
  gone: readonly string[],
  there: readonly Document[],
  forbidden: ReadonlySet<string>,
): readonly KnownQuestion[] {
  if (gone.length === 0) return questions;
  const withdrawn = new Set(gone);
  for (const document of there) {
    // What another process withdrew just now may still be answered from here.
    if (withdrawn.has(document.id) && !forbidden.has(textHash(document))) withdrawn.delete(document.id);
  }
  return withoutAnswers(questions, ({ document }) => withdrawn.has(document));
}

/** A document that is live already is taken from there with its file, so that it is the same before and after. */
function placeOf(
  { document, original, origin }: SourcedDocument,
  known: ReadonlyMap<string, PlacedDocument>,
): { place: PlacedDocument; isStored: boolean } {
  const hash = documentHash(document);
  const same = known.get(hash);
  if (same) return { place: { document: same.document, entry: { ...same.entry, origin } }, isStored: true };
  const passages = makePassages([document]).length;
  const entry = { id: document.id, hash, original: original.hash, passages, origin };
  return { place: { document, entry }, isStored: false };
}

export function withdrawnProblem(id: string): Problem {
  return { file: id, kind: 'withdrawn' };
}

/** What a document adds to an index: its text, and its title and headings once more for each paragraph below them. */
function bytesIndexed({ text, title, paragraphs }: Document): number {
  const bytes = Buffer.byteLength;
  const over = paragraphs.map(({ headings }) => bytes(headings.join('\n')));
  return over.reduce((sum, length) => sum + length + bytes(title), bytes(text));
}

/** The bytes that content takes with its files, as it will be stored. */
export async function storageOf({ content, unstored }: PlacedContent, store: Store): Promise<number> {
  const stored = await store.sizeOf(content.placed.map(({ entry }) => entry));
  const sizes = unstored.map(
    ({ document, original }) => Buffer.byteLength(JSON.stringify(document)) + original.size,
  );
  return sizes.reduce((sum, size) => sum + size, stored);
}

export function overStorage(wanted: number, { storage }: Limits): Proposal | undefined {
  return wanted > storage ? { kind: 'over-limit', limit: 'storage', most: storage, wanted } : undefined;
}

/** The first limit that a server's content is over, if there is one. */
export function overLimit(content: Content, limits: Limits): Proposal | undefined {
  const wanted = {
    documents: content.placed.length,
    bytes: content.placed.reduce((sum, { document }) => sum + bytesIndexed(document), 0),
    passages: passagesOf(content),
  };
  for (const limit of ['documents', 'bytes', 'passages'] as const) {
    if (wanted[limit] > limits[limit]) {
      return { kind: 'over-limit', limit, most: limits[limit], wanted: wanted[limit] };
    }
  }
  return undefined;
}
