import { randomBytes } from 'node:crypto';
import type { ExpressionBuilder, Kysely, Transaction } from 'kysely';
import { lockSettings } from './guilds.js';
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
  const recordInVain = together<AskedInVain>((all) =>
    session.write(async (trx) => {
      for (const { guild, text, verdict, at } of all) {
        if (!(await isLogOn(trx, guild))) continue;
        const isUnsure = verdict === 'unsure';
        const counts = { unanswered: isUnsure ? 0 : 1, unsure: isUnsure ? 1 : 0 };
        await record(trx, at, guild, text, counts);
      }
    }),
  );
  return {
    recordQuestion: (guild, text, verdict, at) =>
      recordInVain({ guild, text, verdict, at: at?.toISOString() ?? session.now() }),

    recordThumb: (guild, text, member, { verdict, isUp }) =>
      session.write(async (trx) => {
        if (!(await isLogOn(trx, guild))) return;
        const nothing = { unanswered: 0, unsure: 0 };
        const { id, salt } = await record(trx, session.now(), guild, text, nothing);
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

interface AskedInVain {
  readonly guild: string;
  readonly text: string;
  readonly verdict: 'unsure' | 'none';
  /** As the tables keep times. */
  readonly at: string;
}

/** Each question that comes lets one go; several processes may have let in a few more. */
const LET_GO_AT_A_TIME = 10;

/** Whether questions of a server are kept, until the transaction ends. */
async function isLogOn(trx: Transaction<Tables>, guild: string): Promise<boolean> {
  return (await lockSettings(trx, guild)).questionLog !== false;
}

/** Makes the question's row or brings it up to date, and lets those go that were not asked for the longest time. */
async function record(
  trx: Transaction<Tables>,
  at: string,
  guild: string,
  text: string,
  { unanswered, unsure }: { readonly unanswered: number; readonly unsure: number },
) {
  const recorded = await trx
    .insertInto('questions')
    .values({
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
    })
    .onConflict((conflict) =>
      conflict.columns(['guild', 'key']).doUpdateSet((row) => ({
        unanswered: row('questions.unanswered', '+', unanswered),
        unsure: row('questions.unsure', '+', unsure),
        last_at: at,
      })),
    )
    .returning(['id', 'salt', 'first_at'])
    .executeTakeFirstOrThrow();
  // Only a question that was not there makes one more.
  if (recorded.first_at !== at) return recorded;
  await trx
    .deleteFrom('questions')
    .where('id', 'in', (query) =>
      query
        .selectFrom('questions')
        .select('id')
        .where('guild', '=', guild)
        .where('id', '<>', recorded.id)
        .orderBy('last_at', 'desc')
        .offset(RETENTION.questions - 1)
        .limit(LET_GO_AT_A_TIME),
    )
    .execute();
  return recorded;
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
