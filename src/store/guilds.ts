import type { Kysely, Transaction } from 'kysely';
import { type GuildSettings, type Schedule, withChanges } from './guild-settings.js';
import { DAY_MS } from './retention.js';
import { nextRevision } from './revisions.js';
import type { Session } from './session.js';
import { collectionOf, type Store } from './store.js';
import { parseStoredAs, settingsSchema } from './stored.js';
import type { Tables } from './tables.js';
import { together } from './together.js';

type Guilds = Pick<
  Store,
  'settings' | 'saveSettings' | 'schedules' | 'guilds' | 'guildLeft' | 'guildUsed' | 'guildJoined'
>;

export function guildStore(session: Session): Guilds {
  // As many are asked for at once as members ask questions.
  const settingsNow = together(async (guilds: readonly string[]) => {
    const rows = await session.read((db) =>
      db.selectFrom('guilds').select(['id', 'settings']).where('id', 'in', guilds).execute(),
    );
    return new Map(rows.map(({ id, settings }) => [id, settings]));
  });
  return {
    async settings(guild) {
      const json = (await settingsNow(guild)).get(guild);
      return json === undefined ? {} : toSettings(guild, json);
    },

    async saveSettings(guild, settings, before) {
      const saved = await session.write(async (trx) => {
        const now = before && (await lockSettings(trx, guild));
        const next = now ? withChanges(now, before, settings) : settings;
        const json = JSON.stringify(next);
        await trx
          .insertInto('guilds')
          .values({ id: guild, settings: json, left_at: null })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ settings: json }))
          .execute();
        if (next.questionLog === false) await clearLog(trx, guild);
        await session.backend.announce(trx);
        return next;
      });
      if (saved.questionLog === false) await session.backend.scrub();
      return saved;
    },

    async schedules() {
      const rows = await session.read((db) => present(db).select(['id', 'settings']).execute());
      return rows.flatMap(({ id, settings }) => scheduleOf(id, settings));
    },

    async guilds() {
      const rows = await session.read((db) => present(db).select('id').orderBy('id').execute());
      return rows.map((row) => row.id);
    },

    guildLeft: (guild) =>
      session.write(async (trx) => {
        await trx
          .updateTable('guilds')
          .set({ left_at: session.now() })
          .where('id', '=', guild)
          .where('left_at', 'is', null)
          .execute();
      }),

    async guildUsed(guild) {
      const lately = session.ago(DAY_MS);
      const isDue = await session.read((db) =>
        db
          .selectFrom('guilds')
          .select('id')
          .where('id', '=', guild)
          .where('left_at', '<=', lately)
          .executeTakeFirst(),
      );
      if (!isDue) return;
      await session.write(async (trx) => {
        await trx
          .updateTable('guilds')
          .set({ left_at: session.now() })
          .where('id', '=', guild)
          .where('left_at', '<=', lately)
          .execute();
      });
    },

    guildJoined: (guild) =>
      session.write(async (trx) => {
        const back = await trx
          .updateTable('guilds')
          .set({ left_at: null })
          .where('id', '=', guild)
          .where('left_at', 'is not', null)
          .executeTakeFirstOrThrow();
        const added = await rememberGuild(trx, guild);
        return back.numUpdatedRows > 0n || added;
      }),
  };
}

function present(db: Kysely<Tables>) {
  return db.selectFrom('guilds').where('left_at', 'is', null);
}

/** None where none is set; what is damaged in one server is no reason not to know the others. */
function scheduleOf(guild: string, json: string): Schedule[] {
  try {
    const { schedule, scheduleZone: zone } = toSettings(guild, json);
    return schedule === undefined ? [] : [{ guild, schedule, ...(zone !== undefined && { zone }) }];
  } catch (damage) {
    return [{ guild, damage }];
  }
}

function toSettings(guild: string, json: string): GuildSettings {
  return parseStoredAs(settingsSchema, json, `the settings of row ${guild} in table guilds`);
}

/**
 * The settings of a server as they are until the transaction ends: both databases lock a row that is updated. The server
 * is remembered, too.
 */
export async function lockSettings(trx: Transaction<Tables>, guild: string): Promise<GuildSettings> {
  return (await lockSettingsOf(trx, [guild])).get(guild) ?? {};
}

/** The same of several servers, which all transactions lock in the same order. */
export async function lockSettingsOf(
  trx: Transaction<Tables>,
  guilds: readonly string[],
): Promise<ReadonlyMap<string, GuildSettings>> {
  const ids = [...new Set(guilds)].sort();
  const rows = await trx
    .insertInto('guilds')
    .values(ids.map((id) => ({ id, settings: '{}', left_at: null })))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({ settings: row.ref('guilds.settings') })),
    )
    .returning(['id', 'settings'])
    .execute();
  return new Map(rows.map(({ id, settings }) => [id, toSettings(id, settings)]));
}

/** A server that data is kept of has a row, so that the data is deleted when the bot has left. Gives whether it is new. */
export async function rememberGuild(trx: Transaction<Tables>, guild: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await trx
    .insertInto('guilds')
    .values({ id: guild, settings: '{}', left_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows > 0n;
}

/** Deletes what a server's members asked, and what they said of the answers. */
async function clearLog(trx: Transaction<Tables>, guild: string): Promise<void> {
  for (const table of ['questions', 'reports'] as const)
    await trx.deleteFrom(table).where('guild', '=', guild).execute();
}

/**
 * Deletes all that is kept of a server that the bot had left by then, unless it has taken the bot back or another process
 * was quicker: gives whether it did. Of its collection an empty revision stays, numbered after the last one: if the
 * bot comes back, no number means two states.
 */
export async function deleteGuild(
  trx: Transaction<Tables>,
  session: Session,
  { guild, leftUntil }: { readonly guild: string; readonly leftUntil: string },
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('guilds')
    .where('id', '=', guild)
    .where('left_at', '<=', leftUntil)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) return false;
  const collection = collectionOf(guild);
  // Takes the collection's lock before drafts are deleted, in the order of who publishes one.
  const published = await trx
    .updateTable('collections')
    .set((row) => ({ revision: row.ref('revision') }))
    .where('name', '=', collection)
    .returning('revision')
    .executeTakeFirst();
  await clearLog(trx, guild);
  await trx.deleteFrom('drafts').where('collection', '=', collection).execute();
  if (published && published.revision > 0) {
    const empty = await nextRevision(trx, {
      collection,
      by: 'host',
      at: session.now(),
      report: { kind: 'server-left' },
      glossary: null,
      known_questions: null,
    });
    await trx
      .deleteFrom('revisions')
      .where('collection', '=', collection)
      .where('number', '<', empty)
      .execute();
    await session.backend.announce(trx);
  }
  await trx.deleteFrom('audit').where('collection', '=', collection).execute();
  return true;
}
