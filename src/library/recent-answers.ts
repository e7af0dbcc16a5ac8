import { LRUCache } from 'lru-cache';
import type { Answer } from '../answer/answer.js';
import type { KnownQuestion } from '../documents/known-questions.js';
import type { Snapshot } from '../index/snapshot.js';

/** An answer, with what one may ask next. */
export interface FoundAnswer {
  readonly answer: Answer;
  readonly related: readonly KnownQuestion[];
}

/** What was found lately: what is offered to be pressed, or while one types, is asked again and again. */
export interface RecentAnswers {
  /** Whether the answer is at hand: what is still being found may have to wait for its turn. */
  has(snapshot: Snapshot, question: string): boolean;
  /** What was found for a question in this very snapshot, or else what is found now. What fails is not kept. */
  of(snapshot: Snapshot, question: string, find: () => Promise<FoundAnswer>): Promise<FoundAnswer>;
}

interface Recent {
  readonly found: Promise<FoundAnswer>;
  isAtHand: boolean;
}

/** How many are kept of the snapshot that all share, and of one that a server has for itself: there are many of these. */
const MOST = { shared: 500, server: 10 };
/** No question stays in memory for longer. */
const KEPT_MS = 10 * 60 * 1_000;

/** What is kept of a snapshot goes with it. */
export function createRecentAnswers(): RecentAnswers {
  const bySnapshot = new WeakMap<Snapshot, LRUCache<string, Recent>>();

  function recentOf(snapshot: Snapshot): LRUCache<string, Recent> {
    const known = bySnapshot.get(snapshot);
    if (known) return known;
    const max = snapshot.name.guild === undefined ? MOST.shared : MOST.server;
    const recent = new LRUCache<string, Recent>({ max, ttl: KEPT_MS, ttlAutopurge: true });
    bySnapshot.set(snapshot, recent);
    return recent;
  }

  return {
    has: (snapshot, question) => bySnapshot.get(snapshot)?.get(question)?.isAtHand ?? false,
    of(snapshot, question, find) {
      const recent = recentOf(snapshot);
      const known = recent.get(question);
      if (known) return known.found;
      const found = find();
      const one: Recent = { found, isAtHand: false };
      recent.set(question, one);
      found.then(
        () => {
          one.isAtHand = true;
        },
        () => recent.peek(question) === one && recent.delete(question),
      );
      return found;
    },
  };
}
