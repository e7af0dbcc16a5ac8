import { setImmediate as nextTurn } from 'node:timers/promises';

/** Thrown for a question that comes while more wait than can be answered in time: nothing was done for it. */
export class Busy extends Error {
  override readonly name = 'Busy';
}

/** The line in which questions wait for their answers. Past saturation it refuses: what it takes is answered in time. */
export interface QuestionLine {
  /** How many wait. */
  readonly waiting: number;
  /**
   * Whether one more would be taken, to know it before anything is done for it.
   * @param isAtHand Whether its answer is, and has only to be shown.
   * @throws {Busy} where not
   */
  admit(isAtHand: boolean): void;
  /**
   * Does what ranks, when its turn has come.
   * @throws {Busy} where too many wait
   */
  take<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Shows what is at hand, however many wait to be ranked.
   * @throws {Busy} where too many wait to be shown
   */
  show<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when no question is under way: there is time for what nobody waits for. */
  idle(): Promise<void>;
}

/** Ranked at a time, in turns, so that a short question overtakes a long one. */
const RANKED_AT_A_TIME = 4;
/**
 * Shown in one turn. A turn in which four are ranked takes some 15 ms: with fewer, those would wait in line who could be
 * served at once, as bench/load.ts shows.
 */
const SHOWN_AT_A_TIME = 12;
/** Waiting at most: so many are ranked in about a second beside all else, as bench/load.ts shows. */
const MAX_WAITING = 60;
/** How long the first in line has waited when no more are taken: less than what a reply is deferred after. */
const MAX_WAIT_MS = 1_000;

interface Waiting {
  readonly since: number;
  readonly begin: () => void;
}

/** Between two questions the event loop has a turn, in which replies go out and the connection is kept. */
export function createQuestionLine(now = () => performance.now()): QuestionLine {
  const [ranked, shown] = [createLine(now, RANKED_AT_A_TIME), createLine(now, SHOWN_AT_A_TIME)];

  return {
    get waiting() {
      return ranked.waiting;
    },
    admit: (isAtHand) => (isAtHand ? shown : ranked).admit(),
    take: ranked.take,
    show: shown.take,
    idle: ranked.idle,
  };
}

/** So many under way at a time, the others in the order in which they came, as long as these wait for no more than that. */
function createLine(now: () => number, atATime: number) {
  const waiting: Waiting[] = [];
  const idling: (() => void)[] = [];
  let underWay = 0;

  function admit(): void {
    const [first] = waiting;
    const isLong = first !== undefined && now() - first.since > MAX_WAIT_MS;
    if (waiting.length >= MAX_WAITING || isLong) throw new Busy();
  }

  async function end(): Promise<void> {
    await nextTurn();
    const next = waiting.shift();
    if (next) return next.begin();
    underWay -= 1;
    if (underWay === 0) for (const resume of idling.splice(0)) resume();
  }

  return {
    get waiting() {
      return waiting.length;
    },
    admit,
    async take<T>(work: () => Promise<T>): Promise<T> {
      admit();
      if (underWay < atATime) underWay += 1;
      else await new Promise<void>((begin) => waiting.push({ since: now(), begin }));
      try {
        return await work();
      } finally {
        void end();
      }
    },
    async idle(): Promise<void> {
      if (underWay > 0) await new Promise<void>((resume) => idling.push(resume));
    },
  };
}
