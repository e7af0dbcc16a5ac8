import { isDeepStrictEqual } from 'node:util';
import { type CollectionName, collectionOf, type Store } from '../store/store.js';
import type { Moderation, Scheduled, Schedules } from './library.js';
import { type DraftPreview, draftPreview } from './preview.js';
import { isDue } from './schedule.js';

export interface ScheduledRefreshParts {
  readonly store: Pick<Store, 'schedules' | 'takeLease' | 'draftsBy'>;
  readonly moderation: Pick<Moderation, 'refresh' | 'discard'>;
  readonly now: () => Date;
  /** The name of this process, as no other on the database has it. */
  readonly holder: string;
}

/** Who prepares a draft that no moderator asked for. */
const BY = 'schedule';
/** Shorter than an hour, the least time between two runs, and longer than the clocks of processes are apart. */
const LEASE_MS = 30 * 60 * 1_000;
/** What came due so long before the start is caught up on; shorter than the lease of who did it before the restart. */
const CATCH_UP_MS = 15 * 60 * 1_000;

export function createScheduledRefresh({ store, moderation, now, holder }: ScheduledRefreshParts): Schedules {
  let lookedAt = new Date(now().getTime() - CATCH_UP_MS);
  /** Servers that came due and have not had their turn: what went wrong with one of them keeps no other from it. */
  const due = new Set<string>();
  const failing = new Set<CollectionName>();

  async function* refreshDue({
    homeGuildId,
    isHere,
  }: Parameters<Schedules['refreshDue']>[0]): AsyncGenerator<Scheduled> {
    const until = now();
    const schedules = (await store.schedules()).filter(({ guild }) => isHere(guild));
    for (const one of schedules)
      if ('schedule' in one && isDue(one.schedule, lookedAt, until, one.zone)) due.add(one.guild);
    lookedAt = until;
    for (const one of schedules) {
      const collection = collectionOf(one.guild);
      const outcome = 'damage' in one && unlessFailing(collection, one.damage);
      if (outcome) yield { guildId: one.guild, collection, ...outcome };
    }
    for (const guild of due) {
      const isOurs = await store.takeLease(`schedule:${guild}`, holder, LEASE_MS);
      due.delete(guild);
      if (!isOurs) continue;
      const own = collectionOf(guild);
      for (const collection of guild === homeGuildId ? (['shared', own] as const) : [own]) {
        const outcome = await refresh(collection, guild);
        if (outcome) yield { guildId: guild, collection, ...outcome };
      }
    }
  }

  /** `undefined` where there is nothing to tell. */
  async function refresh(
    collection: CollectionName,
    guildId: string,
  ): Promise<{ draft: DraftPreview } | { failure: unknown } | undefined> {
    try {
      const proposal = await moderation.refresh({ collection, by: BY, guildId });
      if (proposal.kind === 'busy') return undefined;
      if (proposal.kind !== 'draft' && proposal.kind !== 'unchanged') throw proposal;
      const outcome = proposal.kind === 'draft' ? await unlessTold(proposal) : undefined;
      failing.delete(collection);
      return outcome;
    } catch (failure) {
      return unlessFailing(collection, failure);
    }
  }

  function unlessFailing(collection: CollectionName, failure: unknown): { failure: unknown } | undefined {
    if (failing.has(collection)) return undefined;
    failing.add(collection);
    return { failure };
  }

  /**
   * The same changes are not reported again while the draft that was reported, by whatever process, can still be
   * published.
   */
  async function unlessTold(draft: DraftPreview): Promise<{ draft: DraftPreview } | undefined> {
    const earlier = (await store.draftsBy(draft.collection, BY)).filter(
      ({ createdAt, base }) => createdAt < draft.createdAt && base === draft.base,
    );
    const changes = changesOf(draft);
    if (!earlier.some((other) => isDeepStrictEqual(changesOf(draftPreview(other)), changes)))
      return { draft };
    await moderation.discard(draft, BY);
    return undefined;
  }

  return { refreshDue };
}

/** What a draft changes. Which answers differ follows from that, and from what members have asked meanwhile. */
function changesOf({ preview: { answers: _, ...changes } }: DraftPreview): object {
  return changes;
}
