import { randomBytes } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import { lockSettings } from './guilds.js';
import type { LoggedReport, NewReport, Reports } from './logged-report.js';
import { rowsOf } from './members.js';
import { RETENTION } from './retention.js';
import type { Session } from './session.js';
import { storable } from './storable.js';
import { newKey, type Tables } from './tables.js';
import { type VoterKey, voterHash } from './voter-key.js';
import { createYielder } from './yield.js';

/** @param key What members are hashed with. */
export function reportStore(session: Session, key: VoterKey): Reports {
  return {
    recordReport: (guild, member, report) =>
      session.write(async (trx) => {
        // The lock on the server's settings holds until the end: its reports come one after the other.
        const { questionLog } = await lockSettings(trx, guild);
        if (questionLog === false || (await isWithdrawn(trx, report))) return false;
        await makeRoom(trx, guild, await reportsBy(trx, guild, member, key), report);
        await trx
          .insertInto('reports')
          .values(toRow(guild, session.now(), report, member, key))
          .execute();
        return true;
      }),

    async reports(guild) {
      const rows = await session.read((db) =>
        db
          .selectFrom('reports')
          .selectAll()
          .where('guild', '=', guild)
          .orderBy('at', 'desc')
          .orderBy('id')
          .execute(),
      );
      return rows.map(toReport);
    },

    dropReport: (guild, id) =>
      session.write(async (trx) => {
        const { numDeletedRows } = await trx
          .deleteFrom('reports')
          .where('guild', '=', guild)
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        return numDeletedRows > 0n;
      }),
  };
}

/** Asked under a lock that a takedown takes first: it is either over by now, or finds this report. */
async function isWithdrawn(trx: Transaction<Tables>, { passage }: NewReport): Promise<boolean> {
  await trx
    .updateTable('collections')
    .set((row) => ({ revision: row.ref('revision') }))
    .where('name', '=', 'shared')
    .execute();
  const row = await trx
    .selectFrom('withdrawals')
    .select('text_hash')
    .where('text_hash', '=', passage.textHash)
    .executeTakeFirst();
  return row !== undefined;
}

/** Those of a member in a server, the newest first. */
async function reportsBy(trx: Transaction<Tables>, guild: string, member: string, key: VoterKey) {
  const rows = await trx
    .selectFrom('reports')
    .select(['id', 'reporter as voter', 'salt', 'document_id', 'text_start', 'text_end'])
    .where('guild', '=', guild)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
  return rowsOf(rows, key, member, createYielder());
}

/** Drops what the member said of the same passage, and the oldest where there are too many: theirs, and the server's. */
async function makeRoom(
  trx: Transaction<Tables>,
  guild: string,
  theirs: Awaited<ReturnType<typeof reportsBy>>,
  { passage: { document, start, end } }: NewReport,
): Promise<void> {
  const isSame = (row: (typeof theirs)[number]) =>
    row.document_id === document && row.text_start === start && row.text_end === end;
  const others = theirs.filter((row) => !isSame(row));
  const gone = [...theirs.filter(isSame), ...others.slice(RETENTION.reportsOfMember - 1)];
  const ids = gone.map(({ id }) => id);
  if (ids.length > 0) await trx.deleteFrom('reports').where('id', 'in', ids).execute();
  await trx
    .deleteFrom('reports')
    .where('id', 'in', (query) =>
      query
        .selectFrom('reports')
        .select('id')
        .where('guild', '=', guild)
        .orderBy('at', 'desc')
        .orderBy('id')
        .offset(RETENTION.reports - 1)
        .limit(RETENTION.reports),
    )
    .execute();
}

function toRow(
  guild: string,
  at: string,
  { reason, words, question, passage }: NewReport,
  member: string,
  key: VoterKey,
): Tables['reports'] {
  const salt = randomBytes(16).toString('hex');
  const { document, title, textHash, start, end, text, revision } = passage;
  return {
    id: newKey(),
    guild,
    at,
    reason,
    words: words === undefined ? null : storable(words),
    question: storable(question),
    document_id: document,
    title: storable(title),
    text_hash: textHash,
    text_start: start,
    text_end: end,
    text,
    shared_revision: revision.shared,
    guild_revision: revision.guild ?? null,
    reporter: voterHash(key, salt, member),
    salt,
  };
}

function toReport(row: Selectable<Tables['reports']>): LoggedReport {
  const { id, guild, at, reason, words, question, guild_revision: own } = row;
  return {
    id,
    guild,
    at: new Date(at),
    reason,
    ...(words !== null && { words }),
    question,
    passage: {
      document: row.document_id,
      title: row.title,
      textHash: row.text_hash,
      start: row.text_start,
      end: row.text_end,
      text: row.text,
      revision: { shared: row.shared_revision, ...(own !== null && { guild: own }) },
    },
  };
}
