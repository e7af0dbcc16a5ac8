import {
  draftsOf,
  type KeptRevision,
  keptRevisions,
  type StoredDraft,
  type Thing,
  thingsOf,
} from './extent.js';
import type { KeptAtMost, LetGo } from './growth.js';
import type { Session } from './session.js';
import type { CollectionName, Store } from './store.js';
import { deleteUnused } from './unused.js';
import { createYielder } from './yield.js';

/** Their entries go together: some two thousand rows where a server has all the documents that it may have. */
const REVISIONS_AT_A_TIME = 10;

/** What a collection has: its live revision, the oldest that is kept, and how many drafts. */
export interface Extent {
  readonly live: number;
  readonly oldest: number;
  readonly drafts: number;
}

/**
 * Which stay within `most`: the newest so many drafts, and the revisions from one on. Drafts go first, as they can be
 * prepared again; the newest of them, the live revision and the one before stay however large they are.
 */
export function whatStays(
  things: readonly Thing[],
  { live, oldest, drafts }: Extent,
  most: KeptAtMost,
): { readonly drafts: number; readonly from: number } {
  const areCounted = most.revisions !== undefined;
  const bytesOf = (staying: number, from: number) =>
    things
      .filter(({ draft, revision }) =>
        areCounted ? draft < staying || revision >= from : draft < staying && revision === 0,
      )
      .reduce((sum, { size }) => sum + size, 0);
  let staying = Math.min(drafts, most.drafts);
  let from = areCounted ? Math.max(oldest, live - most.revisions + 1) : oldest;
  while (staying > 1 && bytesOf(staying, from) > most.bytes) staying -= 1;
  while (areCounted && from < live - 1 && bytesOf(staying, from) > most.bytes) from += 1;
  return { drafts: staying, from };
}

export function letGoStore(session: Session): Pick<Store, 'letGo'> {
  return {
    async letGo(collection, most, saved): Promise<LetGo> {
      const revisions = await keptRevisions(session, collection);
      const live = revisions.at(-1)?.number ?? 0;
      const drafts = await draftsOf(session, collection, saved);
      const extent = { live, oldest: revisions[0]?.number ?? 1, drafts: drafts.length };
      // Not counted where they may be as many as there are: of the shared collection that takes seconds.
      const things = Number.isFinite(most.bytes) ? await thingsOf(session, collection, drafts) : [];
      const stays = whatStays(things, extent, most);
      await dropDrafts(session, drafts.slice(stays.drafts));
      const gone = revisions.filter(({ number }) => number < stays.from);
      await dropRevisions(session, collection, gone);
      return { drafts: drafts.length - stays.drafts, revisions: gone.map(({ number }) => number) };
    },
  };
}

async function dropDrafts(session: Session, drafts: readonly StoredDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  const ids = drafts.map(({ id }) => id);
  const documents = await session.write(async (trx) => {
    const rows = await trx
      .selectFrom('draft_documents')
      .select('hash')
      .distinct()
      .where('draft', 'in', ids)
      .execute();
    await trx.deleteFrom('drafts').where('id', 'in', ids).execute();
    return rows.map(({ hash }) => hash);
  });
  const knownQuestions = drafts.flatMap((draft) => draft.known_questions ?? []);
  const storedUntil = latest(drafts.map((draft) => draft.created_at));
  await deleteUnused(session, { storedUntil, among: { documents, knownQuestions } });
}

/**
 * When what was dropped was made, and so the latest time at which anything was put for it. What it had may have been put
 * again since for a draft that is not saved yet.
 */
function latest(times: readonly string[]): string {
  return times.reduce((one, other) => (one > other ? one : other));
}

/** What is said of the revisions stays, as the history names them; what they held goes. */
async function dropRevisions(
  session: Session,
  collection: CollectionName,
  revisions: readonly KeptRevision[],
): Promise<void> {
  if (revisions.length === 0) return;
  const giveWay = createYielder();
  const documents = new Set<string>();
  const knownQuestions = new Set<string>();
  for (let at = 0; at < revisions.length; at += REVISIONS_AT_A_TIME) {
    const some = revisions.slice(at, at + REVISIONS_AT_A_TIME).map(({ number }) => number);
    await session.write(async (trx) => {
      const entries = await trx
        .deleteFrom('revision_documents')
        .where('collection', '=', collection)
        .where('revision', 'in', some)
        .returning('hash')
        .execute();
      const those = () =>
        trx.updateTable('revisions').where('collection', '=', collection).where('number', 'in', some);
      const lists = await trx
        .selectFrom('revisions')
        .select('known_questions')
        .where('collection', '=', collection)
        .where('number', 'in', some)
        .execute();
      await those().set({ let_go: 1, glossary: null, known_questions: null }).execute();
      for (const { hash } of entries) documents.add(hash);
      for (const { known_questions } of lists)
        if (known_questions !== null) knownQuestions.add(known_questions);
    });
    await giveWay();
  }
  const among = { documents: [...documents], knownQuestions: [...knownQuestions] };
  const storedUntil = latest(revisions.map((revision) => revision.published_at));
  await deleteUnused(session, { storedUntil, among });
}
