import { batches } from './batches.js';
import { originalSizes, sizes } from './documents.js';
import type { Session } from './session.js';
import type { CollectionName } from './store.js';

// What a collection keeps, and how much of it each draft and revision holds.

/** Something that is stored once for all revisions and drafts of a collection that have it. */
export interface Thing {
  /** In bytes. */
  readonly size: number;
  /** The newest revision that has it; 0 where none has. */
  readonly revision: number;
  /** The place of the newest draft that has it, from 0 for the newest of all; infinite where none has. */
  readonly draft: number;
}

export interface KeptRevision {
  readonly number: number;
  readonly published_at: string;
}

export interface StoredDraft {
  readonly id: string;
  readonly created_at: string;
  readonly known_questions: string | null;
}

/** The revisions whose documents are kept, the oldest first. */
export function keptRevisions(session: Session, collection: CollectionName): Promise<KeptRevision[]> {
  return session.read((db) =>
    db
      .selectFrom('revisions')
      .select(['number', 'published_at'])
      .where('collection', '=', collection)
      .where('let_go', '=', 0)
      .orderBy('number')
      .execute(),
  );
}

/** The newest first; `saved` is the newest of all, whatever the clocks of other processes say. */
export function draftsOf(session: Session, collection: CollectionName, saved = ''): Promise<StoredDraft[]> {
  return session.read((db) =>
    db
      .selectFrom('drafts')
      .select(['id', 'created_at', 'known_questions'])
      .where('collection', '=', collection)
      .orderBy((row) => row.case().when('id', '=', saved).then(0).else(1).end())
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute(),
  );
}

/** Every document, file and list of known questions of a collection. */
export async function thingsOf(
  session: Session,
  collection: CollectionName,
  drafts: readonly StoredDraft[],
): Promise<Thing[]> {
  const documents = new Holders();
  const originals = new Holders();
  const lists = new Holders();
  for (const { hash, original, revision } of await entriesOfRevisions(session, collection)) {
    documents.add(hash, { revision });
    originals.add(`${hash} ${original}`, { revision });
  }
  for (const { hash, revision } of await listsOfRevisions(session, collection))
    if (hash !== null) lists.add(hash, { revision });
  for (const [draft, { id, known_questions }] of drafts.entries()) {
    for (const { hash, original } of await entriesOfDraft(session, id)) {
      documents.add(hash, { draft });
      originals.add(`${hash} ${original}`, { draft });
    }
    if (known_questions !== null) lists.add(known_questions, { draft });
  }
  const hashes = documents.keys();
  return [
    ...(await sizes(session, hashes)).flatMap(({ hash, size }) => documents.thing(hash, size)),
    ...(await originalSizes(session, hashes)).flatMap(({ document, hash, size }) =>
      originals.thing(`${document} ${hash}`, size),
    ),
    ...(await listSizes(session, lists.keys())).flatMap(({ hash, size }) => lists.thing(hash, size)),
  ];
}

type Holder = Pick<Thing, 'revision' | 'draft'>;

/** The newest revision and the newest draft that have each thing. */
class Holders {
  readonly #newest = new Map<string, Holder>();

  add(key: string, { revision = 0, draft = Number.POSITIVE_INFINITY }: Partial<Holder>): void {
    const other = this.#newest.get(key);
    this.#newest.set(key, {
      revision: Math.max(revision, other?.revision ?? 0),
      draft: Math.min(draft, other?.draft ?? Number.POSITIVE_INFINITY),
    });
  }

  keys(): string[] {
    return [...this.#newest.keys()];
  }

  /** None where nothing has it, such as a file that another collection read the same from. */
  thing(key: string, size: number): Thing[] {
    const holder = this.#newest.get(key);
    return holder ? [{ size, ...holder }] : [];
  }
}

function entriesOfRevisions(session: Session, collection: CollectionName) {
  return session.read((db) =>
    db
      .selectFrom('revision_documents')
      .select(['hash', 'original'])
      .select((row) => row.fn.max('revision').as('revision'))
      .where('collection', '=', collection)
      .groupBy(['hash', 'original'])
      .execute(),
  );
}

function listsOfRevisions(session: Session, collection: CollectionName) {
  return session.read((db) =>
    db
      .selectFrom('revisions')
      .select('known_questions as hash')
      .select((row) => row.fn.max('number').as('revision'))
      .where('collection', '=', collection)
      .where('known_questions', 'is not', null)
      .groupBy('known_questions')
      .execute(),
  );
}

function entriesOfDraft(session: Session, draft: string) {
  return session.read((db) =>
    db.selectFrom('draft_documents').select(['hash', 'original']).where('draft', '=', draft).execute(),
  );
}

async function listSizes(session: Session, hashes: readonly string[]) {
  const found: { readonly hash: string; readonly size: number }[] = [];
  for (const some of batches(hashes, () => 0)) {
    found.push(
      ...(await session.read((db) =>
        db.selectFrom('known_questions').select(['hash', 'size']).where('hash', 'in', some).execute(),
      )),
    );
  }
  return found;
}
