import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** What a query may take that somebody waits for. */
const QUERY_MS = 10_000;
/**
 * So long a server works on one statement, or waits for the next one in a transaction. It knows nothing of a bot that the
 * network has swallowed, and would keep its locks for hours, in the way of all other processes.
 */
const STATEMENT_MS = 15_000;

/** What every connection begins with. Not in its options, which some proxies in front of a server refuse. */
export async function limit(client: pg.ClientBase): Promise<void> {
  const limits = ['statement_timeout', 'idle_in_transaction_session_timeout'];
  await client.query(within(limits.map((name) => `set ${name} = ${STATEMENT_MS}`).join('; '), []));
}

/** Gives a transaction all the time that it needs. */
export const UNHURRIED = `set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;

/**
 * A pool whose queries end within {@link QUERY_MS}, also where the server answers nothing at all.
 *
 * A connection on which one did not end is closed, and not given to the next who asks: what they ask would wait behind it.
 */
export function hurried(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => hurriedClient(await pool.connect()),
    end: () => pool.end(),
  };
}

function hurriedClient(client: pg.PoolClient): PostgresPoolClient {
  let silence: Error | undefined;
  const query = async (text: string, values: readonly unknown[] = []) => {
    // Such as the rollback of what has not ended.
    if (silence) throw silence;
    try {
      return await client.query(within(text, values));
    } catch (error) {
      if (isSilence(error)) silence = error;
      throw error;
    }
  };
  return {
    // Without cursors, which are asked for by no one.
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy = false) => client.release(destroy || silence !== undefined),
  };
}

/** Its types do not know of the deadline of one query. */
function within(text: string, values: readonly unknown[]): pg.QueryConfig {
  const query = { text, values: [...values], query_timeout: QUERY_MS };
  return query;
}

/** pg has no code for it. */
function isSilence(error: unknown): error is Error {
  return error instanceof Error && error.message === 'Query read timeout';
}
