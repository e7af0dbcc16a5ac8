import { type Kysely, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import type { Backend } from './backend.js';
import {
  createSum,
  type End,
  FORMAT,
  type Head,
  KEPT_TABLES,
  type KeptTable,
  PASSING_TABLES,
  type Row,
} from './backup-format.js';
import { batches } from './batches.js';
import { DatabaseTooNew, migrateWithin, migrations, schemaVersion } from './migrations.js';
import { openBackend } from './open.js';
import type { Tables } from './tables.js';

/** Why a backup was not brought back; the database is as it was. */
export type RestoreFault =
  /** The file is none. */
  | 'no-backup'
  /** A later release wrote it. */
  | 'too-new'
  /** Lines are missing, or other than they were written. */
  | 'damaged'
  /** The database keeps something already. */
  | 'not-empty';

export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused';

  constructor(readonly fault: RestoreFault) {
    super(`The backup is not brought back: ${fault}`);
  }
}

const head: z.ZodType<Head> = z.object({
  backup: z.literal(FORMAT.backup),
  format: z.int().positive(),
  schema: z.int().positive(),
  at: z.string(),
});
const end: z.ZodType<End> = z.object({ rows: z.record(z.string(), z.number()), sha256: z.string() });
const bytes = z.object({ base64: z.base64() }).transform(({ base64 }) => Buffer.from(base64, 'base64'));
const column = z.union([z.string(), z.number(), z.null(), bytes]);
const rowOfTable = z.tuple([z.string(), z.record(z.string(), column)]);

/**
 * Brings a backup back into a database that keeps nothing, on either engine, and brings its schema up to date: all of it
 * or nothing.
 *
 * @returns how many rows of each table there are
 * @throws {RestoreRefused} where that cannot be
 * @throws {DatabaseTooNew} where a later release wrote the database
 */
export async function restore(databaseUrl: string, lines: AsyncIterable<string>): Promise<End['rows']> {
  const backend = await openBackend(databaseUrl);
  try {
    const rows = await backend.unhurried.transaction().execute(async (trx) => {
      await backend.lockMigrations(trx);
      return bringBack(trx, backend, lines[Symbol.asyncIterator]());
    });
    await backend.checkpoint();
    return rows;
  } finally {
    await backend.close();
  }
}

async function bringBack(
  trx: Transaction<Tables>,
  backend: Backend,
  lines: AsyncIterator<string>,
): Promise<End['rows']> {
  await refuseUnlessEmpty(backend, trx);
  const sum = createSum();
  const first = await lines.next();
  const { schema } = headOf(first.done ? '' : first.value);
  sum.add(first.value);
  for (const name of [
    ...KEPT_TABLES.map((table) => table.name).reverse(),
    ...PASSING_TABLES,
    'schema_version',
  ])
    await sql`drop table if exists ${sql.table(name)}`.execute(trx);
  await migrateWithin(trx, backend, schema);
  const counted = await insertAll(trx, rowsIn(lines, sum));
  await migrateWithin(trx, backend);
  await backend.announce(trx);
  return counted;
}

/** @throws {RestoreRefused} where the database has a row of anything that a backup has */
async function refuseUnlessEmpty(backend: Backend, db: Kysely<Tables>): Promise<void> {
  const schema = await schemaVersion(backend, db);
  if (schema > migrations.length) throw new DatabaseTooNew(schema, migrations.length);
  for (const { name } of KEPT_TABLES.filter(({ since }) => since <= schema)) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length > 0) throw new RestoreRefused('not-empty');
  }
}

function headOf(line: string): Head {
  const { data } = head.safeParse(parsed(line));
  if (!data) throw new RestoreRefused('no-backup');
  if (data.format > FORMAT.format || data.schema > migrations.length) throw new RestoreRefused('too-new');
  return data;
}

interface TableRow {
  readonly table: KeptTable;
  readonly row: Row;
  readonly size: number;
}

/** The rows up to the end, which must be there and fit them. */
async function* rowsIn(
  lines: AsyncIterator<string>,
  sum: ReturnType<typeof createSum>,
): AsyncGenerator<TableRow> {
  const counted: Record<string, number> = {};
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    const value = parsed(line.value);
    const last = end.safeParse(value).data;
    if (last) return checkEnd(last, counted, sum.value());
    const { data } = rowOfTable.safeParse(value);
    const table = data && KEPT_TABLES.find(({ name }) => name === data[0]);
    if (!table) throw new RestoreRefused('damaged');
    sum.add(line.value);
    counted[table.name] = (counted[table.name] ?? 0) + 1;
    yield { table, row: data[1], size: line.value.length };
  }
  throw new RestoreRefused('damaged');
}

function checkEnd({ rows, sha256 }: End, counted: Readonly<Record<string, number>>, sum: string): void {
  const isWhole = Object.entries(rows).every(([table, count]) => (counted[table] ?? 0) === count);
  if (!isWhole || sha256 !== sum) throw new RestoreRefused('damaged');
}

/** How much is read before it is inserted. */
const MOST_WAITING = { rows: 500, characters: 1_000_000 };

async function insertAll(trx: Transaction<Tables>, rows: AsyncIterable<TableRow>): Promise<End['rows']> {
  const counted: Record<string, number> = {};
  let waiting: TableRow[] = [];
  let size = 0;
  const insert = async () => {
    for (const some of batches(waiting, (row) => row.size)) await insertSome(trx, some);
    waiting = [];
    size = 0;
  };
  for await (const next of rows) {
    const isFull = waiting.length >= MOST_WAITING.rows || size > MOST_WAITING.characters;
    if (isFull || waiting[0]?.table !== next.table) await insert();
    waiting.push(next);
    size += next.size;
    counted[next.table.name] = (counted[next.table.name] ?? 0) + 1;
  }
  await insert();
  return counted;
}

/** The columns are those of the schema of the backup, which the tables have now. */
async function insertSome(trx: Transaction<Tables>, some: readonly TableRow[]): Promise<void> {
  const [first] = some;
  if (!first) return;
  const { name, counted } = first.table;
  const rows = some.map(({ row }) =>
    Object.fromEntries(Object.entries(row).filter(([column]) => column !== counted)),
  );
  await trx
    .insertInto(name)
    .values(rows as never)
    .execute();
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
