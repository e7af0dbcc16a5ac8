import { setTimeout as delay } from 'node:timers/promises';

/** What is noted while nobody waits for it, such as what members ask in vain. */
export interface Notes {
  /**
   * Writes a note when those before it are written. Resolves when it is written, or lost: where it cannot be written, or
   * too many wait. Never rejects.
   */
  add(write: () => Promise<void>): Promise<void>;
  /** How many wait. */
  readonly waiting: number;
  /** Takes no more, and resolves when what waits is written, or could not be within a second. */
  close(): Promise<void>;
}

export interface NotesParts {
  /** How many may wait. */
  readonly most?: number;
  /** Told of the first note that cannot be written, and not again until one can. */
  readonly onFailure: (error: unknown) => void;
  /** Told how many were lost, when one can be written again. */
  readonly onLost: (count: number) => void;
}

/** At a hundred a second ten seconds' worth, as long as a write is tried. */
const MAX_WAITING = 1_000;
const GRACE_MS = 1_000;

/**
 * One note is written at a time: where another process holds the database, one writer waits for it and not as many as
 * there are members.
 */
export function createNotes({ most = MAX_WAITING, onFailure, onLost }: NotesParts): Notes {
  const waiting: (() => Promise<void>)[] = [];
  let working: Promise<void> | undefined;
  let lost = 0;
  let isFailing = false;
  let isClosed = false;

  async function attempt(write: () => Promise<void>): Promise<void> {
    try {
      await write();
      isFailing = false;
      if (lost > 0) onLost(lost);
      lost = 0;
    } catch (error) {
      lost += 1;
      if (!isFailing && !isClosed) onFailure(error);
      isFailing = true;
    }
  }

  async function work(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next();
    working = undefined;
  }

  return {
    get waiting() {
      return waiting.length;
    },
    add(write) {
      if (isClosed || waiting.length >= most) {
        lost += 1;
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        waiting.push(() => attempt(write).then(resolve));
        working ??= work();
      });
    },
    async close() {
      isClosed = true;
      await Promise.race([working, delay(GRACE_MS, undefined, { ref: false })]);
      lost += waiting.splice(0).length;
      if (lost > 0) onLost(lost);
    },
  };
}
