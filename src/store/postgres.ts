import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Backend } from './backend.js';
import type { FaultReason } from './database-fault.js';
import { every } from './every.js';
import { hurried, limit, UNHURRIED } from './postgres-pool.js';
import type { Tables } from './tables.js';

const CHANNEL = 'collections';
/** Any number that no other program on the same database uses for a lock of its own. */
const MIGRATION_LOCK = 7_301_455;
/** How often the listening connection is tested, and so how soon it is noticed when it is lost. */
const HEARTBEAT_MS = 1_000;
/** Codes, or what they begin with, by what they say: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const REASONS: readonly (readonly [code: string, reason: FaultReason])[] = [
  ['53100', 'full'],
  ['XX001', 'damaged'],
  ['XX002', 'damaged'],
  ['25006', 'read-only'],
  ['55P03', 'locked'],
  ['57', 'away'],
  ['08', 'away'],
  ['53', 'away'],
  ['25P03', 'away'],
];
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';

export function openPostgres(url: string): Backend {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'china-ai-alliances-bot',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    // Awaited, whatever its type says.
    onConnect: limit,
  });
  // An idle connection was lost: the pool has dropped it already, and the next query gets another one.
  pool.on('error', () => {});
  // One that is lost with a query on it: who asked is told, and without a listener it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: hurried(pool) }) });
  let ended: Promise<void> | undefined;
  const unhurried = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    unhurried,
    snapshot: (work) =>
      unhurried
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (trx) => {
          await sql.raw(UNHURRIED).execute(trx);
          return work(trx);
        }),
    types: { bytes: 'bytea', counter: 'integer primary key generated always as identity' },
    async hasTable(on, name) {
      const { rows } = await sql<{
        found: boolean;
      }>`select to_regclass(${name}) is not null as found`.execute(on);
      return rows[0]?.found === true;
    },
    async lockMigrations(trx) {
      await sql.raw(UNHURRIED).execute(trx);
      await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(trx);
    },
    isContention: (error) =>
      error instanceof pg.DatabaseError && (error.code === SERIALIZATION_FAILURE || error.code === DEADLOCK),
    reasonOf,
    fault: () => undefined,
    traces: [],
    checkpoint: async () => {},
    async announce(trx) {
      await sql`select pg_notify(${sql.lit(CHANNEL)}, '')`.execute(trx);
    },
    // What is deleted can no longer be queried; autovacuum frees its space.
    scrub: async () => {},
    listen: (look) => listen(url, look),
    // Neither Kysely is destroyed: they have nothing but the pool, and one that was asked nothing would leave it open, which
    // keeps the process for as long as a connection may be idle.
    close: () => (ended ??= pool.end()),
  };
}

function reasonOf(error: unknown): FaultReason | undefined {
  if (error instanceof pg.DatabaseError) return REASONS.find(([code]) => error.code?.startsWith(code))?.[1];
  // The network's errors, which have a code of the system, and pg's own of connections that ended or do not answer.
  const isOfNetwork =
    error instanceof Error && ('syscall' in error || /connection|timeout/i.test(error.message));
  return isOfNetwork ? 'away' : undefined;
}

/**
 * LISTENs on a connection of its own. While that is lost, every heartbeat tries to connect again; the look that follows
 * finds what was announced in between. A look that fails is made again at the next heartbeat.
 */
function listen(url: string, look: () => Promise<void>): () => void {
  let connection: pg.Client | undefined;
  let isEnded = false;
  let isBehind = true;
  const catchUp = async () => {
    isBehind = false;
    await look().catch(() => {
      isBehind = true;
    });
  };
  const beat = async () => {
    const isHeard = connection !== undefined && (await isAlive(connection));
    if (!isHeard) {
      connection = await connect(url, catchUp);
      if (isEnded) return connection?.end();
      isBehind = true;
    }
    if (isBehind) await catchUp();
  };
  const firstBeat = beat().catch(() => {});
  const stop = every(HEARTBEAT_MS, () => firstBeat.then(beat));
  return () => {
    isEnded = true;
    stop();
    connection?.end().catch(() => {});
  };
}

/** A listening connection, or `undefined` where the database cannot be reached now. */
async function connect(url: string, look: () => Promise<void>): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    query_timeout: 2 * HEARTBEAT_MS,
    keepAlive: true,
  });
  // The heartbeat notices it; without a listener the error would end the process.
  client.on('error', () => {});
  client.on('notification', () => void look());
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    return client;
  } catch {
    client.end().catch(() => {});
    return undefined;
  }
}

/** A dead connection is as silent as one without news, so it is asked. */
async function isAlive(client: pg.Client): Promise<boolean> {
  try {
    await client.query('SELECT 1');
    return true;
  } catch {
    client.end().catch(() => {});
    return false;
  }
}
