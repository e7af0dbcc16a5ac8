import { makePassages } from '../documents/passages.js';
import type { Problem } from '../documents/problem.js';
import type { Glossary } from '../index/query/glossary.js';
import type { GiveWay } from '../index/snapshot.js';
import { documentHash, textHash } from '../store/documents.js';
import type { CollectionName, Json, Store, StoredDocument } from '../store/store.js';
import { type Content, isSameContent, type Placed, passagesOf } from './content.js';
import type { Limits, Proposal, Step } from './library.js';
import type { Live } from './live.js';
import type { ChangeKind } from './preview.js';
import { previewOf } from './previewing.js';
import type { Served } from './serving.js';
import type { SourcedDocument } from './sources.js';

/** The content that a collection is to have, as a moderator asks for it. */
export interface Wanted {
  readonly kind: ChangeKind;
  readonly collection: CollectionName;
  readonly by: string;
  readonly rollbackTo?: number;
  /** Those that were read now, and those that the store has already. */
  readonly documents: readonly (SourcedDocument | Placed)[];
  readonly glossary: Glossary;
  readonly problems: readonly Problem[];
}

export interface ProposalParts {
  readonly store: Store;
  readonly live: Live;
  readonly limits: Limits;
  /** What to ask of the old and the new documents. */
  readonly questions: readonly string[];
  readonly onProgress: (step: Step) => void;
  readonly giveWay: GiveWay;
}

/**
 * Prepares what is wanted down to the last step, which is a moderator's: compares it with what the collection has
 * now, builds the new snapshot, checks it, and keeps it as a draft.
 */
export async function propose(wanted: Wanted, current: Served, parts: ProposalParts): Promise<Proposal> {
  const { collection, by, kind } = wanted;
  const { live, store, onProgress } = parts;
  onProgress({ kind: 'comparing' });
  const sorted = await withoutWithdrawn(wanted, parts);
  if (kind === 'add' && sorted.withdrawn[0]) return { kind: 'withdrawn', document: sorted.withdrawn[0] };
  const { placed, unstored } = await place(sorted.allowed, current.content, parts.giveWay);
  const { revision } = current.content;
  const content: Content = { collection, revision: revision + 1, placed, glossary: wanted.glossary };
  const problems = [...wanted.problems, ...sorted.withdrawn.map(withdrawnProblem)];
  if (isSameContent(content, current.content)) return { kind: 'unchanged', problems };
  const refusal = collection === 'shared' ? undefined : overLimit(content, parts.limits);
  if (refusal) return refusal;

  onProgress({ kind: 'building', passages: passagesOf(content) });
  const next = await live.prepare(content, parts.giveWay);
  const preview = await previewOf({ wanted, problems, current, next }, parts);
  // The last moment at which it can be too late.
  await parts.giveWay();
  await store.putDocuments(unstored);
  const draft = {
    collection,
    base: revision,
    author: by,
    preview: json(preview),
    glossary: json(wanted.glossary),
  };
  const id = await store.saveDraft(
    draft,
    placed.map(({ entry }) => entry),
  );
  await store.recordAction({ collection, actor: by, action: kind, detail: { draft: id } });
  return { kind: 'draft', id, preview };
}

async function withoutWithdrawn(
  { documents }: Wanted,
  { store, giveWay }: ProposalParts,
): Promise<{ allowed: (SourcedDocument | Placed)[]; withdrawn: string[] }> {
  const texts = new Set((await store.withdrawals()).map((withdrawal) => withdrawal.textHash));
  const allowed: (SourcedDocument | Placed)[] = [];
  const withdrawn: string[] = [];
  for (const one of documents) {
    await giveWay();
    if (texts.size > 0 && texts.has(textHash(one.document))) withdrawn.push(one.document.id);
    else allowed.push(one);
  }
  return { allowed, withdrawn };
}

export function withdrawnProblem(id: string): Problem {
  return { file: id, kind: 'withdrawn' };
}

/**
 * The documents with their entries. One that is live already is taken from there, so that what did not change is
 * the same object before and after.
 */
async function place(
  documents: readonly (SourcedDocument | Placed)[],
  current: Content,
  giveWay: GiveWay,
): Promise<{ placed: Placed[]; unstored: StoredDocument[] }> {
  const known = new Map(current.placed.map((placed) => [placed.entry.hash, placed]));
  const placed: Placed[] = [];
  const unstored: StoredDocument[] = [];
  for (const one of documents) {
    await giveWay();
    if ('entry' in one) {
      placed.push(one);
      continue;
    }
    const { document, original, origin } = one;
    const hash = documentHash(document);
    const same = known.get(hash);
    if (!same) unstored.push({ document, original });
    placed.push({
      document: same?.document ?? document,
      entry: {
        id: document.id,
        hash,
        passages: same?.entry.passages ?? makePassages([document]).length,
        origin: json(origin),
      },
    });
  }
  return { placed, unstored };
}

function overLimit(content: Content, limits: Limits): Proposal | undefined {
  const wanted: Limits = {
    documents: content.placed.length,
    bytes: content.placed.reduce((sum, { document }) => sum + Buffer.byteLength(document.text), 0),
    passages: passagesOf(content),
  };
  for (const limit of ['documents', 'bytes', 'passages'] as const) {
    if (wanted[limit] > limits[limit]) {
      return { kind: 'over-limit', limit, most: limits[limit], wanted: wanted[limit] };
    }
  }
  return undefined;
}

/** Our own plain data, whose optional fields are absent rather than undefined, is JSON as it is. */
function json(value: object): Json {
  return value as unknown as Json;
}
