import { isDeepStrictEqual } from 'node:util';
import { type CollectionName, collectionOf, type Store } from '../store/store.js';
import type { Moderation, Scheduled, Schedules } from './library.js';
import type { DraftPreview } from './preview.js';
import { isDue } from './schedule.js';

export interface ScheduledRefreshParts {
  readonly store: Pick<Store, 'schedules' | 'takeLease'>;
  readonly moderation: Pick<Moderation, 'refresh' | 'draft' | 'discard'>;
  readonly now: () => Date;
  /** The name of this process, as no other on the database has it. */
  readonly holder: string;
}

/** Who prepares a draft that no moderator asked for. */
const BY = 'schedule';
/** Shorter than an hour, the least time between two runs, and longer than the clocks of processes are apart. */
const LEASE_MS = 30 * 60 * 1_000;

export function createScheduledRefresh({ store, moderation, now, holder }: ScheduledRefreshParts): Schedules {
  let lookedAt = now();
  const failing = new Set<CollectionName>();
  const told = new Map<CollectionName, { readonly id: string; readonly changes: object }>();

  async function* refreshDue({
    homeGuildId,
    isHere,
  }: Parameters<Schedules['refreshDue']>[0]): AsyncGenerator<Scheduled> {
    const [since, until] = [lookedAt, now()];
    lookedAt = until;
    for (const { guild, schedule } of await store.schedules()) {
      if (!isHere(guild) || !isDue(schedule, since, until)) continue;
      if (!(await store.takeLease(`schedule:${guild}`, holder, LEASE_MS))) continue;
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
      failing.delete(collection);
      return proposal.kind === 'draft' ? await unlessTold(collection, proposal) : undefined;
    } catch (failure) {
      if (failing.has(collection)) return undefined;
      failing.add(collection);
      return { failure };
    }
  }

  /** The same changes are not reported again while the draft that was reported can still be published. */
  async function unlessTold(
    collection: CollectionName,
    draft: DraftPreview,
  ): Promise<{ draft: DraftPreview } | undefined> {
    const last = told.get(collection);
    const changes = changesOf(draft);
    if (last && isDeepStrictEqual(last.changes, changes) && (await moderation.draft(last.id))) {
      await moderation.discard(draft, BY);
      return undefined;
    }
    told.set(collection, { id: draft.id, changes });
    return { draft };
  }

  return { refreshDue };
}

/** What a draft changes. Which answers differ follows from that, and from what members have asked meanwhile. */
function changesOf({ preview: { answers: _, ...changes } }: DraftPreview): object {
  return changes;
}
