import { setTimeout as delay } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Backend } from './backend.js';
import { DatabaseFault } from './database-fault.js';
import type { Tables } from './tables.js';

/** How long a transaction is tried again while others are in its way, before the caller gets the error. */
const PATIENCE_MS = 10_000;

/** What every part of the store works through: reads, whole transactions, and the time. */
export interface Session {
  readonly backend: Backend;
  /** The store's clock, as the tables keep times. */
  now(): string;
  /** The clock less `ms` milliseconds. */
  ago(ms: number): string;
  read<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Every write goes through here: on SQLite the transaction holds the write lock from its beginning. */
  write<T>(work: (trx: Transaction<Tables>) => Promise<T>): Promise<T>;
}

export function createSession(backend: Backend, clock: () => Date, db = backend.db): Session {
  return {
    backend,
    now: () => clock().toISOString(),
    ago: (ms) => new Date(clock().getTime() - ms).toISOString(),
    read: (work) => patiently(backend, () => work(db)),
    write: (work) => patiently(backend, () => db.transaction().execute(work)),
  };
}

/**
 * Tries again while another process is in the way; in between, the connection is given back.
 * @throws {DatabaseFault} where the database is at fault, and the driver's error where we are
 */
async function patiently<T>(backend: Backend, attempt: () => Promise<T>): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (let wait = 5; ; wait = Math.min(2 * wait, 200)) {
    try {
      return await attempt();
    } catch (error) {
      if (!backend.isContention(error) || performance.now() > end) {
        const reason = backend.reasonOf(error);
        throw reason ? new DatabaseFault(reason, error) : error;
      }
      await delay(wait * (0.5 + Math.random()));
    }
  }
}
