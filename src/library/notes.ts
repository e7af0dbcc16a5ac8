import { setTimeout as delay } from 'node:timers/promises';

/** What is noted while nobody waits for it, such as what members ask in vain. */
export interface Notes {
  /**
   * Writes a note when those before it are written. Resolves when it is written, or lost: where it cannot be written, or
   * too many wait. Never rejects.
   */
  add(write: () => Promise<void>): Promise<void>;
  /** Resolves when what was added before is written or lost, or after a second. */
  written(): Promise<void>;
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
/** So many are begun at once; the store writes those of one kind in one transaction. */
const MAX_TOGETHER = 100;
/** For what comes meanwhile to be written together: to make one note last costs the disk as much as a hundred. */
const PAUSE_MS = 100;
const GRACE_MS = 1_000;

/**
 * Notes are written by one writer, all that wait together: where another process holds the database, one waits for it
 * and not as many as there are members.
 */
export function createNotes({ most = MAX_WAITING, onFailure, onLost }: NotesParts): Notes {
  const waiting: Note[] = [];
  let isWorking = false;
  let underWay: readonly Note[] = [];
  let endPause = new AbortController();
  let lost = 0;
  let isFailing = false;
  let isClosed = false;

  async function attempt({ write, settle }: Note): Promise<void> {
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
    settle();
  }

  async function work(): Promise<void> {
    if (isWorking) return;
    isWorking = true;
    while (waiting.length > 0) {
      underWay = waiting.splice(0, MAX_TOGETHER);
      await Promise.all(underWay.map(attempt));
      await pause();
    }
    isWorking = false;
  }

  async function pause(): Promise<void> {
    const { signal } = endPause;
    await delay(PAUSE_MS, undefined, { ref: false, signal }).catch(() => {});
  }

  async function written(): Promise<void> {
    endPause.abort();
    endPause = new AbortController();
    const notes = [...underWay, ...waiting].map(({ settled }) => settled);
    await Promise.race([Promise.all(notes), delay(GRACE_MS, undefined, { ref: false })]);
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
      const note = noteOf(write);
      waiting.push(note);
      void work();
      return note.settled;
    },
    written,
    async close() {
      isClosed = true;
      await written();
      lost += waiting.splice(0).length;
      if (lost > 0) onLost(lost);
    },
  };
}

interface Note {
  readonly write: () => Promise<void>;
  /** Tells that it was written or lost. */
  readonly settle: () => void;
  readonly settled: Promise<void>;
}

function noteOf(write: () => Promise<void>): Note {
  let settle = () => {};
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { write, settle, settled };
}
