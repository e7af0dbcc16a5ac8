import type { CollectionName } from '../store/store.js';
import type { Content } from './content.js';
import type { ChangeRequest, Proposal, UnderWay } from './library.js';
import { type ProposalParts, propose, type Wanted } from './proposal.js';
import { takingTurns } from './yield.js';

/** Longer than any honest refresh, shorter than a moderator's patience. */
const MOST_MINUTES = 10;

/** Finds out what the collection is to have after what it has now, or why nothing can be proposed. */
export type FindWanted = (
  current: Content,
  signal: AbortSignal,
) => Wanted | Proposal | Promise<Wanted | Proposal>;

export interface Preparing {
  /** Prepares a draft: one at a time for a collection, and not for ever. */
  prepare(request: ChangeRequest, find: FindWanted): Promise<Proposal>;
  underWay(collection: CollectionName): UnderWay | undefined;
}

export interface PreparingParts extends Omit<ProposalParts, 'onProgress' | 'giveWay' | 'questions'> {
  /** What to ask of the old and the new documents, for a moderator of that server. */
  questionsFor(guildId: string | undefined): Promise<readonly string[]>;
  readonly now: () => Date;
  /** What ends a preparation that begins now, for being too long. */
  readonly deadline?: (() => AbortSignal) | undefined;
}

export function createPreparing(parts: PreparingParts): Preparing {
  const { deadline: startDeadline = () => AbortSignal.timeout(MOST_MINUTES * 60_000) } = parts;
  const underWay = new Map<CollectionName, UnderWay>();
  return {
    underWay: (collection) => underWay.get(collection),
    async prepare(request, find) {
      const { collection, by, guildId, onProgress = () => {} } = request;
      const other = underWay.get(collection);
      if (other) return { kind: 'busy', ...other };
      underWay.set(collection, { by, since: parts.now() });
      const deadline = startDeadline();
      try {
        onProgress({ kind: 'reading' });
        await parts.live.follow(collection);
        // Looked at once: what is published from now on makes the draft stale instead of being taken back by it.
        const current = await parts.live.of(collection);
        const wanted = await before(deadline, find(current.content, deadline));
        if (!('documents' in wanted)) return wanted;
        const questions = await parts.questionsFor(guildId);
        const giveWay = takingTurns(deadline);
        return await propose(wanted, current, { ...parts, questions, onProgress, giveWay });
      } catch (error) {
        if (deadline.aborted && error === deadline.reason) return { kind: 'too-long', minutes: MOST_MINUTES };
        throw error;
      } finally {
        underWay.delete(collection);
      }
    },
  };
}

/** What the work gives, or the deadline's reason, whichever comes first. */
function before<T>(deadline: AbortSignal, work: T | Promise<T>): Promise<T> {
  const missed = new Promise<never>((_, reject) => {
    if (deadline.aborted) reject(deadline.reason);
    deadline.addEventListener('abort', () => reject(deadline.reason), { once: true });
  });
  return Promise.race([work, missed]);
}
