import type { Kysely, Transaction } from 'kysely';
import type { DatabaseFault, FaultReason } from './database-fault.js';
import type { Tables } from './tables.js';

/** What differs between the databases; the SQL is the same over all of them. */
export interface Backend {
  /** Where a key may be kept beside the database; absent where that is not a file on this machine. */
  readonly keyFile?: string;
  /** What somebody waits for: a query that gets no answer is given up. */
  readonly db: Kysely<Tables>;
  /** The same, for what may take as long as it takes. */
  readonly unhurried: Kysely<Tables>;
  /** Column types that have no common name. */
  readonly types: { readonly bytes: string; readonly counter: string };
  hasTable(db: Kysely<Tables>, name: string): Promise<boolean>;
  /** Keeps other processes from migrating until the transaction ends. */
  lockMigrations(trx: Transaction<Tables>): Promise<void>;
  /** Is it likely that the same transaction succeeds a moment later? */
  isContention(error: unknown): boolean;
  /** What an error of the driver says of the database; `undefined` where it is our own mistake. */
  reasonOf(error: unknown): FaultReason | undefined;
  /** What is wrong with the database without anybody having asked it for something; cheap. */
  fault(): DatabaseFault | undefined;
  /** What there is beside a database that was not there yet, left by one that was there before. */
  readonly traces: readonly string[];
  /** Reads everything as it is at one moment, for as long as that takes, and is in nobody's way. */
  snapshot<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  /** Has all that was written in the one file by which a database is known and copied, where there is one. */
  checkpoint(): Promise<void>;
  /** Tells other processes of a change, when the transaction commits. */
  announce(trx: Transaction<Tables>): Promise<void>;
  /** Takes what was just deleted out of the files too, as far as the database can. */
  scrub(): Promise<void>;
  /**
   * Calls `look` whenever another process may have published, at most a second later, and not again before it has
   * ended. Returns what ends the listening.
   */
  listen(look: () => Promise<void>): () => void;
  close(): Promise<void>;
}
