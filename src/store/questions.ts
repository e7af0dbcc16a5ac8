import { randomBytes } from 'node:crypto';
import type { ExpressionBuilder, Kysely, Transaction } from 'kysely';
import { lockSettingsOf } from './guilds.js';
import type { LoggedQuestion, Thumb } from './logged-question.js';
import { RETENTION } from './retention.js';
import type { Session } from './session.js';
import { storable } from './storable.js';
import type { Store } from './store.js';
import { newKey, type Tables } from './tables.js';
import { together } from './together.js';
import { type VoterKey, voterHash } from './voter-key.js';

type Questions = Pick<
  Store,
  'recordQuestion' | 'recordThumb' | 'questions' | 'questionCount' | 'dismissQuestions'
>;

/** @param key What members are hashed with. */
export function questionStore(session: Session, key: VoterKey): Questions {
  const recordAsked = together<Asked>((all) => session.write(async (trx) => void (await record(trx, all))));
  return {
    recordQuestion(guild, text, verdict, at) {
      const isUnsure = verdict === 'unsure';
      const counts = { unanswered: isUnsure ? 0 : 1, unsure: isUnsure ? 1 : 0 };
      return recordAsked({ guild, text, at: at?.toISOString() ?? session.now(), ...counts });
    },

    recordThumb: (guild, text, member, { verdict, isUp }) =>
      session.write(async (trx) => {
        const asked = { guild, text, at: session.now(), unanswered: 0, unsure: 0 };
        const [recorded] = await record(trx, [asked]);
        if (!recorded) return;
        const { id, salt } = recorded;
        const said = { up: isUp ? 1 : 0, verdict };
        await trx
          .insertInto('thumbs')
          .values({ question: id, voter: voterHash(key, salt, member), ...said })
          .onConflict((conflict) => conflict.columns(['question', 'voter']).doUpdateSet(said))
          .execute();
      }),

    async questions(guild, limit) {
      const rows = await session.read((db) =>
        withThumbs(db)
          .where('guild', '=', guild)
          .where('dismissed', '=', 0)
          .orderBy((row) => row('unanswered', '+', row.ref('unsure')), 'desc')
          .orderBy('last_at', 'desc')
          .orderBy('id')
          .limit(limit)
          .execute(),
      );
      return rows.map(toQuestion);
    },

    async questionCount(guild) {
      const { count } = await session.read((db) =>
        db
          .selectFrom('questions')
          .select((row) => row.fn.countAll().as('count'))
          .where('guild', '=', guild)
          .executeTakeFirstOrThrow(),
      );
      return Number(count);
    },

    dismissQuestions: (ids) =>
      session.write(async (trx) => {
        await trx.updateTable('questions').set({ dismissed: 1 }).where('id', 'in', ids).execute();
      }),
  };
}

interface Asked {
  readonly guild: string;
  readonly text: string;
  /** As the tables keep times. */
  readonly at: string;
  /** How often in vain, and how often it was not sure. */
  readonly unanswered: number;
  readonly unsure: number;
}

/** Beside as many as may have been added: several processes may have let in a few more. */
const LET_GO_BESIDE = 10;

/**
 * Makes the questions' rows or brings them up to date, and lets those go that were not asked for the longest time; of
 * servers that keep questions, until the transaction ends.
 */
async function record(trx: Transaction<Tables>, all: readonly Asked[]) {
  const settings = await lockSettingsOf(
    trx,
    all.map(({ guild }) => guild),
  );
  const rows = rowsOf(all.filter(({ guild }) => settings.get(guild)?.questionLog !== false));
  if (rows.length === 0) return [];
  const recorded = await trx
    .insertInto('questions')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['guild', 'key']).doUpdateSet((row) => ({
        unanswered: row('questions.unanswered', '+', row.ref('excluded.unanswered')),
        unsure: row('questions.unsure', '+', row.ref('excluded.unsure')),
        last_at: row.ref('excluded.last_at'),
      })),
    )
    .returning(['id', 'guild', 'salt'])
    .execute();
  // One that was there keeps its id.
  const given = new Set(rows.map(({ id }) => id));
  const grown = new Set(recorded.flatMap(({ id, guild }) => (given.has(id) ? guild : [])));
  if (grown.size > 0) await makeRoom(trx, [...grown], recorded);
  return recorded;
}

/** A row for each question, however often it was asked: no statement changes one twice. */
function rowsOf(all: readonly Asked[]) {
  const rows = new Map<string, ReturnType<typeof rowOf>>();
  for (const asked of all) {
    const row = rowOf(asked);
    const question = JSON.stringify([row.guild, row.key]);
    const { unanswered = 0, unsure = 0, ...first } = rows.get(question) ?? {};
    rows.set(question, {
      ...row,
      ...first,
      unanswered: unanswered + row.unanswered,
      unsure: unsure + row.unsure,
      last_at: row.last_at,
    });
  }
  return [...rows.values()];
}

function rowOf({ guild, text, at, unanswered, unsure }: Asked) {
  return {
    id: newKey(),
    guild,
    key: questionKey(text),
    text: storable(text),
    unanswered,
    unsure,
    first_at: at,
    last_at: at,
    dismissed: 0,
    salt: randomBytes(16).toString('hex'),
  };
}

/** Where one of some servers has more questions than are kept, lets go of some that were not just recorded. */
async function makeRoom(
  trx: Transaction<Tables>,
  guilds: readonly string[],
  recorded: readonly { readonly id: string; readonly guild: string }[],
): Promise<void> {
  const full = await trx
    .selectFrom('questions')
    .select('guild')
    .where('guild', 'in', guilds)
    .groupBy('guild')
    .having((row) => row.fn.countAll(), '>', RETENTION.questions)
    .execute();
  for (const { guild } of full) {
    const stay = recorded.flatMap((row) => (row.guild === guild ? row.id : []));
    await trx
      .deleteFrom('questions')
      .where('id', 'in', (query) =>
        query
          .selectFrom('questions')
          .select('id')
          .where('guild', '=', guild)
          .where('id', 'not in', stay)
          .orderBy('last_at', 'desc')
          .offset(Math.max(0, RETENTION.questions - stay.length))
          .limit(stay.length + LET_GO_BESIDE),
      )
      .execute();
  }
}

/** The same for questions that differ only in case, width, spacing or punctuation. */
function questionKey(text: string): string {
  const plain = storable(text).normalize('NFKC').toLowerCase();
  const words = plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return words || plain;
}

function withThumbs(db: Kysely<Tables>) {
  return db
    .selectFrom('questions')
    .selectAll()
    .select((row) => [
      thumbs(row, 'answered', 1).as('up'),
      thumbs(row, 'answered', 0).as('down'),
      thumbs(row, 'unsure', 1).as('unsure_up'),
      thumbs(row, 'unsure', 0).as('unsure_down'),
    ]);
}

function thumbs(row: ExpressionBuilder<Tables, 'questions'>, verdict: Thumb['verdict'], up: 0 | 1) {
  return row
    .selectFrom('thumbs')
    .select((thumb) => thumb.fn.countAll().as('count'))
    .whereRef('thumbs.question', '=', 'questions.id')
    .where('verdict', '=', verdict)
    .where('up', '=', up);
}

function toQuestion(
  row: Awaited<ReturnType<ReturnType<typeof withThumbs>['executeTakeFirstOrThrow']>>,
): LoggedQuestion {
  return {
    id: row.id,
    guild: row.guild,
    text: row.text,
    unanswered: row.unanswered,
    unsure: row.unsure,
    thumbs: {
      answered: { up: Number(row.up), down: Number(row.down) },
      unsure: { up: Number(row.unsure_up), down: Number(row.unsure_down) },
    },
    firstAt: new Date(row.first_at),
    lastAt: new Date(row.last_at),
  };
}
