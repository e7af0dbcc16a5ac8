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
  /** Whether a question was asked of this very snapshot lately, or is being answered. */
  has(snapshot: Snapshot, question: string): boolean;
  /** What was found for a question in this very snapshot, or else what is found now. What fails is not kept. */
  of(snapshot: Snapshot, question: string, find: () => Promise<FoundAnswer>): Promise<FoundAnswer>;
}

/** How many are kept of the snapshot that all share, and of one that a server has for itself: there are many of these. */
const MOST = { shared: 500, server: 10 };
/** No question stays in memory for longer. */
const KEPT_MS = 10 * 60 * 1_000;

/** What is kept of a snapshot goes with it. */
export function createRecentAnswers(): RecentAnswers {
  const bySnapshot = new WeakMap<Snapshot, LRUCache<string, Promise<FoundAnswer>>>();

  function recentOf(snapshot: Snapshot): LRUCache<string, Promise<FoundAnswer>> {
    const known = bySnapshot.get(snapshot);
    if (known) return known;
    const max = snapshot.name.guild === undefined ? MOST.shared : MOST.server;
    const recent = new LRUCache<string, Promise<FoundAnswer>>({ max, ttl: KEPT_MS, ttlAutopurge: true });
    bySnapshot.set(snapshot, recent);
    return recent;
  }

  return {
    has: (snapshot, question) => bySnapshot.get(snapshot)?.has(question) ?? false,
    of(snapshot, question, find) {
      const recent = recentOf(snapshot);
      const known = recent.get(question);
      if (known) return known;
      const found = find();
      recent.set(question, found);
      found.catch(() => recent.peek(question) === found && recent.delete(question));
      return found;
    },
  };
}
