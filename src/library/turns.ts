import type { GiveWay } from '../index/snapshot.js';

/** How long work may hold up everything else, in milliseconds: a question waits half of it, on average. */
const TURN_MS = 5;

/**
 * What long work is for, the most urgent first: for that of a preview only its moderator is waiting, and for what is read
 * ahead nobody.
 */
const URGENCIES = ['shared', 'answers', 'preview', 'ahead'] as const;
export type Urgency = (typeof URGENCIES)[number];

export interface Turns {
  /**
   * For one piece of long work that begins now: what it calls between two steps. It resolves when the work has its
   * turn again.
   * @param signal Ends the work: the call after that throws the signal's reason.
   */
  begin(urgency: Urgency, signal?: AbortSignal): GiveWay;
}

interface Waiting {
  readonly urgency: number;
  /** How long it has had its turns until now, in milliseconds. */
  readonly used: number;
  readonly signal: AbortSignal | undefined;
  readonly resume: () => void;
}

/**
 * Lets long work of several servers go on at the same time, one turn in each round of the event loop: what answers
 * members waits for one turn, however much is under way. The most urgent goes first, and of what is equally urgent that
 * which has used the least until now: little work is done as if the large work beside it were not there. (Kleinrock,
 * Queueing Systems, volume 2, 1976, calls it foreground-background.)
 */
export function createTurns(now = () => performance.now()): Turns {
  const waiting = new Set<Waiting>();
  let isCalling = false;

  function callNext(): void {
    if (isCalling || waiting.size === 0) return;
    isCalling = true;
    setImmediate(() => {
      isCalling = false;
      const next = [...waiting].reduce((best, other) => (goesBefore(other, best) ? other : best));
      waiting.delete(next);
      callNext();
      next.resume();
    });
  }

  return {
    begin(name, signal) {
      const urgency = URGENCIES.indexOf(name);
      let used = 0;
      let begun = now();
      return async () => {
        signal?.throwIfAborted();
        const spent = now() - begun;
        if (spent < TURN_MS) return;
        used += spent;
        await new Promise<void>((resume) => {
          waiting.add({ urgency, used, signal, resume });
          callNext();
        });
        begun = now();
        signal?.throwIfAborted();
      };
    },
  };
}

/** Work that has been ended goes before all others, so that it ends at once. */
function goesBefore(one: Waiting, other: Waiting): boolean {
  const [isEnded, isOtherEnded] = [one.signal?.aborted === true, other.signal?.aborted === true];
  if (isEnded !== isOtherEnded) return isEnded;
  if (one.urgency !== other.urgency) return one.urgency < other.urgency;
  return one.used < other.used;
}
