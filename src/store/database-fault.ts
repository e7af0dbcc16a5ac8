import { messageOf } from '../documents/errors.js';

/** What is wrong with a database that does not do what it is asked, by what one can do about it. */
export type FaultReason =
  /** There is no room on its disk. */
  | 'full'
  /** What it has written before is not what it reads. */
  | 'damaged'
  /** Its file was deleted, or another one stands in its place. */
  | 'replaced'
  /** It can be read, and not written. */
  | 'read-only'
  /** Another program has held its lock for longer than anybody waits. */
  | 'locked'
  /** It does not answer. */
  | 'away';

const WORDS: Readonly<Record<FaultReason, string>> = {
  full: 'the disk of the database is full',
  damaged: 'the database is damaged',
  replaced: 'the file of the database was deleted or replaced while the bot runs',
  'read-only': 'the database cannot be written',
  locked: 'the database is locked by another program',
  away: 'the database cannot be reached',
};

/** The database does not do what it is asked, for a reason that lies outside of the program. */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';

  constructor(
    readonly reason: FaultReason,
    cause?: unknown,
  ) {
    super(cause === undefined ? WORDS[reason] : `${WORDS[reason]} (${messageOf(cause)})`);
    // Where the program was when it was told so helps nobody.
    delete this.stack;
  }
}
