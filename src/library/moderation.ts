import { heldFile } from '../documents/original-file.js';
import type { ReadResult } from '../documents/problem.js';
import { type CollectionName, collectionOf, type Store } from '../store/store.js';
import {
  contentByAdding,
  contentByRefresh,
  contentByRemoving,
  contentByRollback,
  type Sources,
} from './draft-content.js';
import type { Drafting } from './drafting.js';
import type { BringDocument, Moderation } from './library.js';
import { type DraftPreview, draftPreview, mustConfirm, reportOf, withAnswers } from './preview.js';
import type { QuestionLog } from './question-log.js';
import { originOf, type SourcedDocument } from './sources.js';
import { contentByTeaching } from './teaching.js';
import type { Upkeep } from './upkeep.js';

export interface ModerationParts {
  readonly store: Store;
  readonly drafting: Drafting;
  readonly upkeep: Pick<Upkeep, 'afterPublishing' | 'afterTakedown'>;
  readonly questionLog: QuestionLog;
  readonly sources: Sources;
  /**
   * Resolves when this process answers from all that the store has told of a collection, or has failed to for now; never
   * rejects. The store tells of what is published here before publishing resolves.
   */
  untilFollowed(collection: CollectionName): Promise<void>;
}

export function createModeration(parts: ModerationParts): Moderation {
  const { store, drafting, upkeep, questionLog, sources, untilFollowed } = parts;
  const { prepare } = drafting;

  return {
    refresh: (request) =>
      prepare(request, ({ content }, signal) => contentByRefresh(request, content, sources, signal)),
    add: (request, addition) =>
      prepare(request, async ({ content }) => {
        const { document, problems } = await broughtBy(addition);
        return document ? contentByAdding(request, document, content) : { kind: 'unread', problems };
      }),
    remove: (request, document) =>
      prepare(request, ({ content }) => contentByRemoving(request, document, content)),
    teach: (request, changes) => prepare(request, (current) => contentByTeaching(request, changes, current)),
    rollback: (request, revision) => prepare(request, () => contentByRollback(request, revision, store)),

    async draft(id) {
      const draft = await store.draft(id);
      if (!draft) return undefined;
      const stored = draftPreview(draft);
      return { ...stored, preview: withAnswers(stored.preview, await questionLog.answersFor(id)) };
    },

    addition: (draft) => additionOf(store, draft),

    async publish({ id, collection, preview }, by, isConfirmed = false) {
      if (mustConfirm(preview) && !isConfirmed) return { kind: 'unconfirmed' };
      const result = await store.publish(id, by, reportOf(preview));
      if (result.kind !== 'published') return result;
      await untilFollowed(collection);
      await upkeep.afterPublishing(collection);
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
      await Promise.all(result.published.map((published) => untilFollowed(published.collection)));
      await upkeep.afterTakedown();
      const detail = { document, why };
      if (result.entries > 0) await store.recordAction({ collection, actor: by, action: 'takedown', detail });
      return result;
    },

    settings: (guildId) => store.settings(guildId),
    watchSettings: (listener) => store.watchSettings(listener),

    async saveSettings(guildId, settings, by, before) {
      const saved = await store.saveSettings(guildId, settings, before);
      if (saved.questionLog === false) questionLog.forgetGuild(guildId);
      const detail = { ...saved };
      await store.recordAction({ collection: collectionOf(guildId), actor: by, action: 'settings', detail });
      return saved;
    },
  };
}

async function broughtBy(addition: SourcedDocument | BringDocument): Promise<ReadResult<SourcedDocument>> {
  return typeof addition === 'function' ? addition() : { document: addition, problems: [] };
}

async function additionOf(store: Store, { id, preview }: DraftPreview): Promise<SourcedDocument | undefined> {
  if (preview.kind !== 'add') return undefined;
  const added = preview.added[0] ?? preview.changed[0];
  const entry = (await store.draftEntries(id)).find((one) => one.id === added?.id);
  const original = entry && (await store.original(entry));
  if (!entry || !original) return undefined;
  for await (const { document } of store.documents([entry.hash])) {
    return { document, original: heldFile(original), origin: originOf(entry) };
  }
  return undefined;
}
