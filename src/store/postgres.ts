import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Backend } from './backend.js';
import { every } from './every.js';
import type { Tables } from './tables.js';

const CHANNEL = 'collections';
/** Any number that other programs on the same database do not use for a lock of their own. */
const MIGRATION_LOCK = 7_301_455;
/** How often the listening connection is tested, and how soon a lost one is noticed. */
const HEARTBEAT_MS = 1_000;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';

export function openPostgres(url: string): Backend {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'china-ai-alliances-bot',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
  });
  // A connection that is lost while nobody uses it: the pool has dropped it already, the next query gets another.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    types: { bytes: 'bytea', counter: 'integer primary key generated always as identity' },
    async lockMigrations(trx) {
      await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(trx);
    },
    isContention: (error) =>
      error instanceof pg.DatabaseError && (error.code === SERIALIZATION_FAILURE || error.code === DEADLOCK),
    async announce(trx) {
      await sql`select pg_notify(${sql.lit(CHANNEL)}, '')`.execute(trx);
    },
    // Autovacuum gives the space back; what is deleted cannot be queried from now on.
    scrub: async () => {},
    listen: (look) => listen(url, look),
    close: () => db.destroy(),
  };
}

/**
 * LISTEN on a connection of its own. While that is lost, it looks at every heartbeat instead and connects again;
 * the look after connecting finds what was announced in between.
 */
function listen(url: string, look: () => Promise<void>): () => void {
  let connection: pg.Client | undefined;
  let ended = false;
  const beat = async () => {
    if (connection && (await isAlive(connection))) return;
    connection = await connect(url, look);
    if (ended) await connection?.end();
    else await look();
  };
  const firstBeat = beat().catch(() => {});
  const stop = every(HEARTBEAT_MS, () => firstBeat.then(beat));
  return () => {
    ended = true;
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
  // The heartbeat finds out; without a listener the error would end the process.
  client.on('error', () => {});
  client.on('notification', () => void look().catch(() => {}));
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    return client;
  } catch {
    client.end().catch(() => {});
    return undefined;
  }
}

/** A connection that went silent looks like one without news, so it is asked. */
async function isAlive(client: pg.Client): Promise<boolean> {
  try {
    await client.query('SELECT 1');
    return true;
  } catch {
    client.end().catch(() => {});
    return false;
  }
}
