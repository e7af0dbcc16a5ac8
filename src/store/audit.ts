import type { Transaction } from 'kysely';
import type { Session } from './session.js';
import type { AuditEntry, CollectionName, Store } from './store.js';
import { parseStored } from './stored.js';
import type { Tables } from './tables.js';
import { createYielder } from './yield.js';

/** Entries of a collection's history that are kept. */
const MAX_ENTRIES = 5_000;
const ENTRIES_AT_A_TIME = 500;

type Action = Omit<AuditEntry, 'id' | 'at'>;

export function auditStore(session: Session): Pick<Store, 'recordAction' | 'history'> {
  return {
    recordAction: (action) => session.write((trx) => writeAudit(trx, session.now(), action)),

    async history(collection, limit, before) {
      const rows = await session.read((db) =>
        db
          .selectFrom('audit')
          .selectAll()
          .where('collection', '=', collection)
          .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
          .orderBy('id', 'desc')
          .limit(limit)
          .execute(),
      );
      return rows.map((row) => ({
        id: row.id,
        at: new Date(row.at),
        collection: row.collection,
        actor: row.actor,
        action: row.action,
        detail: parseStored(row.detail, `the detail of row ${row.id} in table audit`),
      }));
    },
  };
}

/** For what must be in the history exactly when the rest of the transaction happens. */
export async function writeAudit(trx: Transaction<Tables>, at: string, action: Action): Promise<void> {
  const { collection, actor, detail } = action;
  await trx
    .insertInto('audit')
    .values({ at, collection, actor, action: action.action, detail: JSON.stringify(detail) })
    .execute();
}

/** Removes from each history what is older than the newest entries, and says how many entries that were. */
export async function purgeHistories(session: Session): Promise<number> {
  const giveWay = createYielder();
  let purged = 0;
  for (let at = await historyAfter(session, ''); at; at = await historyAfter(session, at.collection)) {
    purged += at.surplus === null ? 0 : await deleteUpTo(session, at.collection, at.surplus, giveWay);
    await giveWay();
  }
  return purged;
}

/** The first history after a collection by name, with the newest entry that is too much in it; looks at no other. */
function historyAfter(session: Session, collection: string) {
  return session.read((db) =>
    db
      .selectFrom('audit')
      .select('collection')
      .select((row) =>
        row
          .selectFrom('audit as entry')
          .select('entry.id')
          .whereRef('entry.collection', '=', 'audit.collection')
          .orderBy('entry.id', 'desc')
          .offset(MAX_ENTRIES)
          .limit(1)
          .as('surplus'),
      )
      .where('collection', '>', collection as CollectionName)
      .orderBy('collection')
      .limit(1)
      .executeTakeFirst(),
  );
}

async function deleteUpTo(
  session: Session,
  collection: CollectionName,
  id: number,
  giveWay: () => Promise<void>,
): Promise<number> {
  let deleted = 0;
  for (let last = ENTRIES_AT_A_TIME; last === ENTRIES_AT_A_TIME; await giveWay()) {
    const { numDeletedRows } = await session.write((trx) =>
      trx
        .deleteFrom('audit')
        .where('id', 'in', (query) =>
          query
            .selectFrom('audit')
            .select('id')
            .where('collection', '=', collection)
            .where('id', '<=', id)
            .limit(ENTRIES_AT_A_TIME),
        )
        .executeTakeFirstOrThrow(),
    );
    last = Number(numDeletedRows);
    deleted += last;
  }
  return deleted;
}
