import type { Session } from './session.js';
import type { Store } from './store.js';
import { type VoterKey, voterHash } from './voter-key.js';
import { createYielder } from './yield.js';

/** Rows that are looked at at once: a large bot has millions. */
const ROWS_AT_A_TIME = 1_000;

/** A row of what a member said. */
export interface Said {
  /** The member, hashed. */
  readonly voter: string;
  readonly salt: string;
}

/** @param key What members are hashed with. */
export function memberStore(session: Session, key: VoterKey): Pick<Store, 'forgetMember'> {
  return {
    async forgetMember(member) {
      const forgotten = {
        thumbs: await forgetThumbs(session, key, member),
        reports: await forgetReports(session, key, member),
      };
      if (forgotten.thumbs + forgotten.reports > 0) await session.backend.scrub();
      return forgotten;
    },
  };
}

/** Nothing tells whose a row is, so the member is hashed with the salt of each. */
export async function rowsOf<Row extends Said>(
  rows: readonly Row[],
  key: VoterKey,
  member: string,
  giveWay: () => Promise<void>,
): Promise<Row[]> {
  const theirs: Row[] = [];
  for (const row of rows) {
    await giveWay();
    if (row.voter === voterHash(key, row.salt, member)) theirs.push(row);
  }
  return theirs;
}

function forgetThumbs(session: Session, key: VoterKey, member: string): Promise<number> {
  return forget(
    (last: (Said & { readonly question: string }) | undefined) =>
      session.read((db) =>
        db
          .selectFrom('thumbs')
          .innerJoin('questions', 'questions.id', 'thumbs.question')
          .select(['question', 'voter', 'salt'])
          .$if(last !== undefined, (query) =>
            query.where(({ eb, refTuple, tuple }) =>
              eb(refTuple('question', 'voter'), '>', tuple(last?.question ?? '', last?.voter ?? '')),
            ),
          )
          .orderBy('question')
          .orderBy('voter')
          .limit(ROWS_AT_A_TIME)
          .execute(),
      ),
    key,
    member,
    ({ question, voter }) =>
      session.write(async (trx) => {
        await trx.deleteFrom('thumbs').where('question', '=', question).where('voter', '=', voter).execute();
      }),
  );
}

function forgetReports(session: Session, key: VoterKey, member: string): Promise<number> {
  return forget(
    (last: (Said & { readonly id: string }) | undefined) =>
      session.read((db) =>
        db
          .selectFrom('reports')
          .select(['id', 'reporter as voter', 'salt'])
          .$if(last !== undefined, (query) => query.where('id', '>', last?.id ?? ''))
          .orderBy('id')
          .limit(ROWS_AT_A_TIME)
          .execute(),
      ),
    key,
    member,
    ({ id }) =>
      session.write(async (trx) => {
        await trx.deleteFrom('reports').where('id', '=', id).execute();
      }),
  );
}

/** @param after The next rows after one, in order; none at the end. */
async function forget<Row extends Said>(
  after: (last: Row | undefined) => Promise<Row[]>,
  key: VoterKey,
  member: string,
  remove: (row: Row) => Promise<void>,
): Promise<number> {
  const giveWay = createYielder();
  let removed = 0;
  for (let rows = await after(undefined); rows.length > 0; rows = await after(rows.at(-1))) {
    const theirs = await rowsOf(rows, key, member, giveWay);
    for (const row of theirs) await remove(row);
    removed += theirs.length;
  }
  return removed;
}
