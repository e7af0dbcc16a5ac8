import type { Transaction } from 'kysely';
import type { Session } from './session.js';
import type { AuditEntry, Store } from './store.js';
import { parseStored } from './stored.js';
import type { Tables } from './tables.js';

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
