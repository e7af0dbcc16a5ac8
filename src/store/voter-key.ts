import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { codeOf } from '../documents/errors.js';
import type { Backend } from './backend.js';
import type { Session } from './session.js';

const KEY_BYTES = 32;
/** What hashes with a key begin with. Those of earlier releases were of the member and a salt that stood beside them. */
const KEYED = 'k';
/** Rows that are read and written at once. */
const BATCH = 500;

/**
 * What the members are hashed with in the rows of thumbs. It is outside of the database: whoever has a copy of that could
 * otherwise try all members of a server in a moment, and know who said what.
 */
export interface VoterKey {
  readonly bytes: Uint8Array;
  /** Whether it is the same after a restart, and in other processes on the database. */
  readonly isLasting: boolean;
}

/**
 * The key of a database: that of the file beside it, made at the first start for its owner alone; where it is on no disk of
 * this machine, one that follows from a secret which all processes have.
 *
 * @param secret Where it changes, members' earlier thumbs are nobody's any more. Without one, thumbs are told apart for as
 * long as the process runs.
 * @throws the system's error where the file can be neither read nor made.
 */
export async function voterKey(
  { keyFile }: Pick<Backend, 'keyFile'>,
  secret: string | undefined,
): Promise<VoterKey> {
  if (keyFile !== undefined) return { bytes: await readOrMake(keyFile), isLasting: true };
  if (secret === undefined) return { bytes: randomBytes(KEY_BYTES), isLasting: false };
  // https://www.rfc-editor.org/rfc/rfc5869: nothing about the secret can be learnt from the key.
  return { bytes: new Uint8Array(hkdfSync('sha256', secret, '', 'thumbs', KEY_BYTES)), isLasting: true };
}

/** Of several processes that start at once, one makes the file, and never half of it. */
async function readOrMake(file: string): Promise<Uint8Array> {
  const read = () => readFile(file).catch((error: unknown) => unlessMissing(error));
  const there = await read();
  if (there) return there;
  const made = `${file}-${randomBytes(6).toString('hex')}`;
  await writeFile(made, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx' });
  await link(made, file).catch((error: unknown) => unlessThere(error));
  await rm(made);
  return readFile(file);
}

function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
}

function unlessThere(error: unknown): void {
  if (codeOf(error) !== 'EEXIST') throw error;
}

/** A member as they stand in the row of a thumb on a question with this salt. */
export function voterHash({ bytes }: VoterKey, salt: string, member: string): string {
  return keyed(bytes, createHmac('sha256', salt).update(member).digest('hex'));
}

function keyed(key: Uint8Array, unkeyed: string): string {
  return KEYED + createHmac('sha256', key).update(unkeyed).digest('hex');
}

/** Hashes the thumbs of earlier releases anew, with the key: they stay one a member, and can be removed by them. */
export async function keyEarlierThumbs(session: Session, { bytes, isLasting }: VoterKey): Promise<void> {
  if (!isLasting) return;
  while ((await keySome(session, bytes)) === BATCH);
}

function keySome(session: Session, key: Uint8Array): Promise<number> {
  return session.write(async (trx) => {
    const rows = await trx
      .selectFrom('thumbs')
      .select(['question', 'voter'])
      .where('voter', 'not like', `${KEYED}%`)
      .limit(BATCH)
      .execute();
    for (const { question, voter } of rows) {
      await trx
        .updateTable('thumbs')
        .set({ voter: keyed(key, voter) })
        .where('question', '=', question)
        .where('voter', '=', voter)
        .execute();
    }
    return rows.length;
  });
}
