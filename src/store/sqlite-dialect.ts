import { type DatabaseConnection, type SqliteDatabase, SqliteDialect, SqliteDriver } from 'kysely';
import type Database from 'libsql';
import { messageOf } from '../documents/errors.js';
import type { Backend } from './backend.js';

/** Kysely's dialect for SQLite on libsql, with transactions that take the write lock when they begin. */
export class ImmediateDialect extends SqliteDialect {
  readonly #database: Database.Database;
  readonly #fault: Backend['fault'];

  constructor(database: Database.Database, fault: Backend['fault']) {
    super({ database: adapt(database) });
    this.#database = database;
    this.#fault = fault;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#database, this.#fault);
  }
}

/**
 * A plain `begin` takes the lock only at the first write, and SQLite then refuses at once if another writer was
 * quicker, as what was read is out of date. `exec` and not a prepared statement: libsql leaves a prepared one that
 * found the database busy unfinished, and no later transaction could commit.
 *
 * What is written to a file that has no name any more is gone with the process, so it is refused.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #database: Database.Database;
  readonly #fault: Backend['fault'];

  constructor(database: Database.Database, fault: Backend['fault']) {
    super({ database: adapt(database) });
    this.#database = database;
    this.#fault = fault;
  }

  override async beginTransaction(_connection: DatabaseConnection): Promise<void> {
    const fault = this.#fault();
    if (fault) throw fault;
    this.#database.exec('BEGIN IMMEDIATE');
  }

  /** Where the disk is full SQLite has rolled back already, and that it could not again would be told in place of that. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      // Not asked before: libsql ends the process when a database that was closed is asked for its transaction.
      if (!messageOf(error).includes('no transaction is active')) throw error;
    }
  }

  /**
   * When what is under way is done: a transaction that is open when its database is closed keeps the write lock for as
   * long as the process lives. Who waits for the connection then finds the database closed.
   */
  override async destroy(): Promise<void> {
    await this.acquireConnection();
    try {
      await super.destroy();
    } finally {
      await this.releaseConnection();
    }
  }
}

/** libsql gives bytes back as an ArrayBuffer, and crashes the process when it is given a boolean. */
function adapt(database: Database.Database): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(bindable(parameters)).map(withBuffers),
        run: (parameters) => statement.run(bindable(parameters)),
        iterate: (parameters) => statement.iterate(bindable(parameters)),
      };
    },
  };
}

function bindable(parameters: readonly unknown[]): unknown[] {
  return parameters.map((value) => {
    if (value === null || typeof value === 'string' || typeof value === 'number') return value;
    if (typeof value === 'bigint' || value instanceof Uint8Array) return value;
    throw new TypeError(`A column cannot hold a value of type ${typeof value}`);
  });
}

function withBuffers(row: unknown): unknown {
  const record = row as Record<string, unknown>;
  for (const [name, value] of Object.entries(record)) {
    if (value instanceof ArrayBuffer) record[name] = Buffer.from(value);
  }
  return record;
}
