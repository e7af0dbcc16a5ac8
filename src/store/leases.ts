import type { Leases } from './lease.js';
import type { Session } from './session.js';

export function leaseStore(session: Session): Leases {
  return {
    takeLease: (name, holder, ms) =>
      session.write(async (trx) => {
        const lease = { name, holder, until: session.ago(-ms) };
        const taken = await trx
          .insertInto('leases')
          .values(lease)
          .onConflict((conflict) =>
            conflict
              .column('name')
              .doUpdateSet(lease)
              .where((row) =>
                row.or([row('leases.until', '<=', session.now()), row('leases.holder', '=', holder)]),
              ),
          )
          .returning('holder')
          .executeTakeFirst();
        return taken !== undefined;
      }),

    renewLeases: (holder, ms) =>
      session.write(async (trx) => {
        const kept = await trx
          .updateTable('leases')
          .set({ until: session.ago(-ms) })
          .where('holder', '=', holder)
          .returning('name')
          .execute();
        return kept.map(({ name }) => name);
      }),

    async dropLeases(names, holder) {
      if (names.length === 0) return;
      await session.write((trx) =>
        trx.deleteFrom('leases').where('holder', '=', holder).where('name', 'in', names).execute(),
      );
    },

    leases: (beginning) =>
      session.read((db) =>
        db
          .selectFrom('leases')
          .select(['name', 'holder'])
          .where('until', '>', session.now())
          .where((row) =>
            row(row.fn('substr', ['name', row.lit(1), row.lit(beginning.length)]), '=', beginning),
          )
          .orderBy('name')
          .execute(),
      ),
  };
}
