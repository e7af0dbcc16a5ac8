import type { DeleteResult, Transaction } from 'kysely';
import { purgeHistories } from './audit.js';
import { deleteGuild } from './guilds.js';
import { DAY_MS, RETENTION } from './retention.js';
import type { Session } from './session.js';
import type { Store } from './store.js';
import type { Tables } from './tables.js';
import { deleteUnused } from './unused.js';
import { createYielder } from './yield.js';

/** How long a preview can be published; documents that were put for a draft that never came stay as long. */
export const DRAFT_MS = RETENTION.draftDays * DAY_MS;

const QUESTION_MS = RETENTION.questionDays * DAY_MS;
const REPORT_MS = RETENTION.reportDays * DAY_MS;
const GUILD_MS = RETENTION.guildDays * DAY_MS;
const ROWS_AT_A_TIME = 200;

export function upkeepStore(session: Session): Pick<Store, 'purge'> {
  return {
    async purge() {
      const guilds = await purgeGuilds(session);
      const drafts = await purgeDrafts(session);
      const questions = await purgeQuestions(session);
      const reports = await purgeReports(session);
      const history = await purgeHistories(session);
      await purgeLeases(session);
      // Last, because the others let go of documents and known questions.
      // Documents that were put for a draft that may still come are younger.
      const unused = await deleteUnused(session, { storedUntil: session.ago(DRAFT_MS) });
      return { guilds, drafts, questions, reports, history, ...unused };
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

/** Of processes and servers that are no more: nobody takes theirs over. */
async function purgeLeases(session: Session): Promise<void> {
  await session.write((trx) => trx.deleteFrom('leases').where('until', '<=', session.ago(DAY_MS)).execute());
}

function purgeQuestions(session: Session): Promise<number> {
  return someAtATime(session, (trx) =>
    trx
      .deleteFrom('questions')
      .where('id', 'in', (query) =>
        query
          .selectFrom('questions')
          .select('id')
          .where('last_at', '<=', session.ago(QUESTION_MS))
          .limit(ROWS_AT_A_TIME),
      )
      .executeTakeFirstOrThrow(),
  );
}

function purgeReports(session: Session): Promise<number> {
  return someAtATime(session, (trx) =>
    trx
      .deleteFrom('reports')
      .where('id', 'in', (query) =>
        query
          .selectFrom('reports')
          .select('id')
          .where('at', '<=', session.ago(REPORT_MS))
          .limit(ROWS_AT_A_TIME),
      )
      .executeTakeFirstOrThrow(),
  );
}

/** Removes {@link ROWS_AT_A_TIME} until fewer were left; other work goes on in between. Gives how many there were. */
async function someAtATime(
  session: Session,
  remove: (trx: Transaction<Tables>) => Promise<DeleteResult>,
): Promise<number> {
  const giveWay = createYielder();
  let removed = 0;
  for (let last = ROWS_AT_A_TIME; last === ROWS_AT_A_TIME; await giveWay()) {
    last = Number((await session.write(remove)).numDeletedRows);
    removed += last;
  }
  return removed;
}
