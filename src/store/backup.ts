import { type Kysely, sql } from 'kysely';
import {
  createSum,
  type End,
  FORMAT,
  type Head,
  KEPT_TABLES,
  type KeptTable,
  type Row,
  rowLine,
} from './backup-format.js';
import { DatabaseTooNew, migrations, schemaVersion } from './migrations.js';
import { openBackend } from './open.js';
import type { Tables } from './tables.js';

/**
 * Writes all that a database keeps, as it is at one moment, line by line; a bot that runs on it goes on. The database is
 * left as it is, also where an earlier release wrote it.
 *
 * @returns how many rows of each table there are; `undefined` where nothing was ever kept in it
 * @throws {DatabaseTooNew} where a later release wrote it
 * @throws the driver's error where it cannot be read, and whatever `write` throws.
 */
export async function backUp(
  databaseUrl: string,
  write: (line: string) => Promise<void>,
  now = new Date(),
): Promise<End['rows'] | undefined> {
  const backend = await openBackend(databaseUrl);
  try {
    return await backend.snapshot(async (db) => {
      const schema = await schemaVersion(backend, db);
      if (schema === 0) return undefined;
      if (schema > migrations.length) throw new DatabaseTooNew(schema, migrations.length);
      return writeAll(db, { ...FORMAT, schema, at: now.toISOString() }, write);
    });
  } finally {
    await backend.close();
  }
}

async function writeAll(
  db: Kysely<Tables>,
  head: Head,
  write: (line: string) => Promise<void>,
): Promise<End['rows']> {
  const sum = createSum();
  const put = async (line: string) => {
    sum.add(line);
    await write(line);
  };
  await put(JSON.stringify(head));
  const rows: Record<string, number> = {};
  for (const table of KEPT_TABLES.filter(({ since }) => since <= head.schema)) {
    rows[table.name] = 0;
    for await (const row of rowsOf(db, table)) {
      await put(rowLine(table.name, row));
      rows[table.name] = (rows[table.name] ?? 0) + 1;
    }
  }
  const end: End = { rows, sha256: sum.value() };
  await write(JSON.stringify(end));
  return rows;
}

/** All rows by their key, some at a time: each time those after the last. */
async function* rowsOf(db: Kysely<Tables>, { name, key, atATime }: KeptTable): AsyncGenerator<Row> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: Row | undefined;
  do {
    const after = last && sql`where (${columns}) > (${sql.join(key.map((column) => last?.[column]))})`;
    const { rows } = await sql<Row>`select * from ${sql.table(name)} ${after ?? sql``}
      order by ${columns} limit ${sql.lit(atATime)}`.execute(db);
    yield* rows;
    last = rows.length === atATime ? rows.at(-1) : undefined;
  } while (last);
}
