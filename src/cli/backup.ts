import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import { finished, pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip, createGzip } from 'node:zlib';
import { start } from '../copy/host.js';
import { knowledgeTerminal as words } from '../copy/knowledge-terminal.js';
import { codeOf, messageOf } from '../documents/errors.js';
import { backUp } from '../store/backup.js';
import { fileOf } from '../store/database-url.js';
import { DatabaseTooNew } from '../store/migrations.js';
import { RestoreRefused, restore } from '../store/restore.js';

/** What is done with a whole database. Resolves to what to say: a line, or why not. */
export type DatabaseTask = (databaseUrl: string, file: string) => Promise<Outcome>;
export type Outcome = { readonly said: string } | { readonly refused: string };

/**
 * Writes a backup into a new file, of its owner alone. What is not whole yet stands under another name, so that nobody takes
 * it for a backup.
 */
export const backUpTo: DatabaseTask = async (databaseUrl, file) => {
  if (await isThere(file)) return { refused: words.backup.exists(file) };
  const database = fileOf(databaseUrl);
  // It would be made by opening it.
  if (database !== undefined && !(await isThere(database))) return { refused: words.backup.nothing };
  const part = `${file}.part`;
  try {
    const rows = await written(databaseUrl, part);
    if (!rows) return { refused: words.backup.nothing };
    await rename(part, file);
    return { said: words.backup.written(file, rows, database && `${database}.key`) };
  } catch (error) {
    return { refused: whyNot(error, words.backup.failed) };
  } finally {
    await rm(part, { force: true });
  }
};

async function written(databaseUrl: string, part: string) {
  const gzip = createGzip();
  const target = createWriteStream(part, { flags: 'w', mode: 0o600, flush: true });
  const done = pipeline(gzip, target);
  // Told where it is waited for.
  done.catch(() => {});
  const rows = await backUp(databaseUrl, async (line) => {
    if (!gzip.write(`${line}\n`)) await Promise.race([once(gzip, 'drain'), done]);
  }).finally(() => gzip.end());
  await done;
  await finished(target, { readable: false });
  return rows;
}

/** Brings a backup back into a database that keeps nothing. */
export const restoreFrom: DatabaseTask = async (databaseUrl, file) => {
  try {
    const { rows } = await pipeline(createReadStream(file), createGunzip(), async (chunks) => ({
      rows: await restore(databaseUrl, linesOf(chunks as AsyncIterable<Buffer>)),
    }));
    const database = fileOf(databaseUrl);
    return { said: words.backup.restored(rows, database && `${database}.key`) };
  } catch (error) {
    return { refused: whyNot(error, words.backup.notRestored) };
  }
};

async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let begun: string[] = [];
  for await (const chunk of chunks) {
    const [first = '', ...others] = decoder.write(chunk).split('\n');
    begun.push(first);
    for (const other of others) {
      yield begun.join('');
      begun = [other];
    }
  }
  const rest = begun.join('') + decoder.end();
  if (rest !== '') yield rest;
}

function whyNot(error: unknown, otherwise: (detail: string) => string): string {
  if (error instanceof RestoreRefused) return words.backup.refused[error.fault];
  if (error instanceof DatabaseTooNew) return start.database.tooNew(error.found, error.known);
  // What zlib says of a file that is none of its own, or not whole.
  if (codeOf(error) === 'Z_DATA_ERROR') return words.backup.refused['no-backup'];
  if (codeOf(error) === 'Z_BUF_ERROR') return words.backup.refused.damaged;
  return otherwise(messageOf(error));
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
