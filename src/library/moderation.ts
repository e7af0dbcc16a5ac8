import { collectionOf, type Store } from '../store/store.js';
import {
  contentByAdding,
  contentByRefresh,
  contentByRemoving,
  contentByRollback,
  type Sources,
} from './draft-content.js';
import type { Drafting } from './drafting.js';
import type { Moderation } from './library.js';
import { type DraftPreview, draftPreview, mustConfirm, reportOf } from './preview.js';
import type { QuestionLog } from './question-log.js';
import { originOf, type SourcedDocument } from './sources.js';
import { contentByTeaching } from './teaching.js';

export interface ModerationParts {
  readonly store: Store;
  readonly drafting: Drafting;
  readonly questionLog: QuestionLog;
  readonly sources: Sources;
  /**
   * Resolves when this process answers from all that the store has told of, or has failed to for now; never rejects.
   * The store tells of what is published here before publishing resolves.
   */
  untilFollowed(): Promise<void>;
}

export function createModeration(parts: ModerationParts): Moderation {
  const { store, drafting, questionLog, sources, untilFollowed } = parts;
  const { prepare } = drafting;

  return {
    refresh: (request) =>
      prepare(request, ({ content }, signal) => contentByRefresh(request, content, sources, signal)),
    add: (request, addition) =>
      prepare(request, ({ content }) => contentByAdding(request, addition, content)),
    remove: (request, document) =>
      prepare(request, ({ content }) => contentByRemoving(request, document, content)),
    teach: (request, changes) => prepare(request, (current) => contentByTeaching(request, changes, current)),
    rollback: (request, revision) => prepare(request, () => contentByRollback(request, revision, store)),

    async draft(id) {
      const draft = await store.draft(id);
      return draft && draftPreview(draft);
    },

    addition: (draft) => additionOf(store, draft),

    async publish({ id, preview }, by, isConfirmed = false) {
      if (mustConfirm(preview) && !isConfirmed) return { kind: 'unconfirmed' };
      const result = await store.publish(id, by, reportOf(preview));
      if (result.kind === 'published') await untilFollowed();
      return result;
    },

    async discard({ id, collection }, by) {
      const isDiscarded = await store.discardDraft(id);
      const detail = { draft: id };
      if (isDiscarded) await store.recordAction({ collection, actor: by, action: 'discard', detail });
      return isDiscarded;
    },

    async takedown(collection, document, why, by) {
      const result = await store.takedown({ collection, document, why, by });
      if (result.published.length > 0) await untilFollowed();
      const detail = { document, why };
      if (result.entries > 0) await store.recordAction({ collection, actor: by, action: 'takedown', detail });
      return result;
    },

    settings: (guildId) => store.settings(guildId),

    async saveSettings(guildId, settings, by) {
      await store.saveSettings(guildId, settings);
      if (settings.questionLog === false) await questionLog.forgetGuild(guildId);
      const detail = { ...settings };
      await store.recordAction({ collection: collectionOf(guildId), actor: by, action: 'settings', detail });
    },
  };
}

async function additionOf(store: Store, { id, preview }: DraftPreview): Promise<SourcedDocument | undefined> {
  if (preview.kind !== 'add') return undefined;
  const added = preview.added[0] ?? preview.changed[0];
  const entry = (await store.draftEntries(id)).find((one) => one.id === added?.id);
  const original = entry && (await store.original(entry.hash));
  if (!entry || !original) return undefined;
  for await (const { document } of store.documents([entry.hash])) {
    return { document, original, origin: originOf(entry) };
  }
  return undefined;
}
