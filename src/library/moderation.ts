import { FolderError } from '../documents/folder.js';
import { documentHash } from '../store/documents.js';
import { collectionOf, type Store } from '../store/store.js';
import { type Content, passagesOf } from './content.js';
import {
  contentByAdding,
  contentByRefresh,
  contentByRemoving,
  contentByRollback,
  type Sources,
} from './draft-content.js';
import type { Drafting } from './drafting.js';
import { exportFiles } from './export.js';
import type { Moderation, Status } from './library.js';
import type { Live } from './live.js';
import { type DraftPreview, draftPreview, pastRevision, reportOf } from './preview.js';
import type { QuestionLog } from './question-log.js';
import { originOf, type SourceContent, type SourcedDocument } from './sources.js';
import { createYielder } from './yield.js';

export interface ModerationParts {
  readonly store: Store;
  readonly live: Live;
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
  const { store, live, drafting, questionLog, sources } = parts;
  const { prepare } = drafting;

  return {
    async status(collection) {
      const underWay = drafting.underWay(collection);
      const { content } = await live.of(collection);
      const revision = await store.revision(collection, content.revision);
      return {
        revision: revision && pastRevision(revision),
        documents: content.placed.length,
        passages: passagesOf(content),
        ...(collection === 'shared' && { folder: await folderState(content, sources.readFolder) }),
        underWay,
      };
    },

    async documents(collection) {
      const { content } = await live.of(collection);
      return content.placed.map(({ document, entry }) => ({
        document,
        passages: entry.passages,
        origin: originOf(entry),
      }));
    },

    async revisions(collection, limit, before) {
      return (await store.revisions(collection, limit, before)).map(pastRevision);
    },
    history: (collection, limit, before) => store.history(collection, limit, before),

    refresh: (request) =>
      prepare(request, (current, signal) => contentByRefresh(request, current, sources, signal)),
    add: (request, addition) => prepare(request, (current) => contentByAdding(request, addition, current)),
    remove: (request, document) =>
      prepare(request, (current) => contentByRemoving(request, document, current)),
    rollback: (request, revision) => prepare(request, () => contentByRollback(request, revision, store)),

    async draft(id) {
      const draft = await store.draft(id);
      return draft && draftPreview(draft);
    },

    addition: (draft) => additionOf(store, draft),

    async publish({ id, preview }, by, isConfirmed = false) {
      const mustConfirm = preview.warnings.some(({ kind }) => kind === 'shrinks');
      if (mustConfirm && !isConfirmed) return { kind: 'unconfirmed' };
      const result = await store.publish(id, by, reportOf(preview));
      if (result.kind === 'published') await parts.untilFollowed();
      return result;
    },

    async discard({ id, collection }, by) {
      const isDiscarded = await store.discardDraft(id);
      if (isDiscarded)
        await store.recordAction({ collection, actor: by, action: 'discard', detail: { draft: id } });
      return isDiscarded;
    },

    async takedown(collection, document, why, by) {
      const result = await store.takedown({ collection, document, why, by });
      if (result.published.length > 0) await parts.untilFollowed();
      if (result.entries > 0) {
        await store.recordAction({ collection, actor: by, action: 'takedown', detail: { document, why } });
      }
      return result;
    },

    export: (collection, revision) => exportFiles(store, collection, revision),

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

async function folderState(
  content: Content,
  readFolder: () => Promise<SourceContent>,
): Promise<NonNullable<Status['folder']>> {
  try {
    return (await differs(await readFolder(), content)) ? 'differs' : 'same';
  } catch (error) {
    if (error instanceof FolderError) return 'unreadable';
    throw error;
  }
}

/** Whether publishing what was read would change what is live. */
async function differs({ documents, glossary }: SourceContent, live: Content): Promise<boolean> {
  if (documents.length !== live.placed.length) return true;
  if (JSON.stringify(glossary) !== JSON.stringify(live.glossary)) return true;
  const giveWay = createYielder();
  for (const [position, { document }] of documents.entries()) {
    await giveWay();
    if (documentHash(document) !== live.placed[position]?.entry.hash) return true;
  }
  return false;
}
