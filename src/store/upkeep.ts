import { purgeHistories } from './audit.js';
import { deleteGuild } from './guilds.js';
import type { Session } from './session.js';
import type { Store } from './store.js';
import { deleteUnused } from './unused.js';
import { createYielder } from './yield.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** How long a preview can be published; documents that were put for a draft that never came stay as long. */
export const DRAFT_MS = DAY_MS;

/** How long a question is kept from the last time that it was asked. */
const QUESTION_MS = 90 * DAY_MS;
const QUESTIONS_AT_A_TIME = 200;

/** How long the data of a server is kept from the moment that the bot left it. */
const GUILD_MS = 30 * DAY_MS;

export function upkeepStore(session: Session): Pick<Store, 'takeLease' | 'purge'> {
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

    async purge() {
      const guilds = await purgeGuilds(session);
      const drafts = await purgeDrafts(session);
      const questions = await purgeQuestions(session);
      const history = await purgeHistories(session);
      // Last, because the others let go of documents and known questions.
      // Documents that were put for a draft that may still come are younger.
      const unused = await deleteUnused(session, { storedUntil: session.ago(DRAFT_MS) });
      return { guilds, drafts, questions, history, ...unused };
    },
  };
}

async function purgeGuilds(session: Session): Promise<string[]> {
  const until = session.ago(GUILD_MS);
  const left = await session.read((db) =>
    db.selectFrom('guilds').select('id').where('left_at', '<=', until).execute(),
  );
  const purged: string[] = [];
  for (const { id } of left) {
    const isDeleted = await session.write((trx) =>
      deleteGuild(trx, session, { guild: id, leftUntil: until }),
    );
    if (isDeleted) purged.push(id);
  }
  return purged;
}

async function purgeDrafts(session: Session): Promise<number> {
  const result = await session.write((trx) =>
    trx.deleteFrom('drafts').where('created_at', '<=', session.ago(DRAFT_MS)).executeTakeFirst(),
  );
  return Number(result.numDeletedRows);
}

async function purgeQuestions(session: Session): Promise<number> {
  const giveWay = createYielder();
  let purged = 0;
  for (let last = QUESTIONS_AT_A_TIME; last === QUESTIONS_AT_A_TIME; await giveWay()) {
    const { numDeletedRows } = await session.write((trx) =>
      trx
        .deleteFrom('questions')
        .where('id', 'in', (query) =>
          query
            .selectFrom('questions')
            .select('id')
            .where('last_at', '<=', session.ago(QUESTION_MS))
            .limit(QUESTIONS_AT_A_TIME),
        )
        .executeTakeFirstOrThrow(),
    );
    last = Number(numDeletedRows);
    purged += last;
  }
  return purged;
}
