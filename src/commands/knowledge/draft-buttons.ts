import { z } from 'zod';
import type { Copy } from '../../copy/copy.js';
import {
  type ButtonAction,
  defineButton,
  defineForm,
  type FormAction,
  type Press,
  type Replies,
  type Services,
} from '../../discord/command.js';
import { customId } from '../../discord/custom-id.js';
import type { Filled } from '../../discord/form.js';
import type { Reply } from '../../discord/reply.js';
import type { ChangeRequest, CollectionName, Library, Proposal, Published } from '../../library/library.js';
import type { DraftPreview } from '../../library/preview.js';
import { guarded, type Moderator, page } from './moderated.js';
import { about, actor, forModerator, gone, previewChange, previewReply } from './preview.js';
import { previewRefresh } from './refresh.js';
import { undoButton } from './undo.js';

/** The argument of a button that acts on a draft. */
export const draftId = z.string().regex(/^[\w-]{1,20}$/);

type DraftArgs = readonly [id: string, ...string[]];
/** Whoever pressed it may keep the collection of the draft. */
type Presser = Moderator & Press;

/**
 * A button for those who keep the collection of a draft, whose id is the first argument. The draft is read once, for
 * the check and for what the button does; one that is not kept any more is said to be gone.
 */
export function draftButton<Args extends DraftArgs>(
  args: z.ZodType<Args>,
  handle: (draft: DraftPreview, args: Args, moderator: Presser, services: Services) => Replies,
): ButtonAction {
  return defineButton(args, async function* (checked, press, services) {
    const draft = await services.library.draft(checked[0]);
    if (!draft) return yield gone(press.copy);
    const go = (moderator: Presser) => handle(draft, checked, moderator, services);
    yield* guarded(press, draft.collection, services, go);
  });
}

/** As {@link draftButton}, for a form. */
export function draftForm<Args extends DraftArgs>(
  args: z.ZodType<Args>,
  handle: (draft: DraftPreview, filled: Filled, moderator: Moderator, services: Services) => Replies,
): FormAction {
  return defineForm(args, async function* (checked, filled, asker, services) {
    const draft = await services.library.draft(checked[0]);
    if (!draft) return yield gone(asker.copy);
    const go = (moderator: Moderator) => handle(draft, filled, moderator, services);
    yield* guarded(asker, draft.collection, services, go);
  });
}

/**
 * The buttons of a preview. All that they need is the draft's id, so they work for as long as it is kept. The whole preview
 * takes the place of a message that the moderator alone sees; on one that all can see, it is shown aside.
 */
export const draftButtons: Readonly<Record<string, ButtonAction>> = {
  publish: draftButton(
    z.union([z.tuple([draftId]), z.tuple([draftId, z.literal('anyway')])]),
    async (draft, [, anyway], moderator, { library }) =>
      publishedReply(await library.publish(draft, moderator.userId, anyway === 'anyway'), draft, moderator),
  ),
  discard: draftButton(z.tuple([draftId]), async (draft, _, presser, { library }) => {
    if (!(await library.discard(draft, presser.userId))) return gone(presser.copy);
    const copy = wordsInPlace(presser);
    const line = copy.knowledge.published.discarded;
    return { tone: 'neutral', blocks: [{ kind: 'text', line }, about(draft.collection, copy)] };
  }),
  preview: draftButton(z.tuple([draftId, page]), (draft, [, shown], { isSeenByAll, copy }) => ({
    ...previewReply(draft, copy, { page: Number(shown) }),
    isAside: isSeenByAll,
  })),
  report: draftButton(z.tuple([draftId, page]), (draft, [, shown], presser) =>
    previewReply(draft, wordsInPlace(presser), { page: Number(shown), isPosted: true }),
  ),
  again: draftButton(z.tuple([draftId]), (draft, _, moderator, services) =>
    forModerator(moderator, rebaseDraft(draft, moderator, services)),
  ),
};

/** The words of what takes the place of a message: where all can see it, those of the server. */
function wordsInPlace({ isSeenByAll, copy, serverCopy }: Presser): Copy {
  return isSeenByAll ? serverCopy : copy;
}

function publishedReply(published: Published, draft: DraftPreview, presser: Presser): Reply {
  const { userId: publisher, isSeenByAll, copy } = presser;
  const { collection } = draft;
  const { published: words } = copy.knowledge;
  // A refusal leaves a report in a channel as it is.
  const refused = (line: string): Reply => ({
    tone: 'trouble',
    blocks: [{ kind: 'text', line }, about(collection, copy)],
    buttons,
    isAside: isSeenByAll,
  });
  const buttons = [
    { label: copy.knowledge.preview.again, customId: customId('knowledge', 'again', draft.id) },
    { label: copy.knowledge.preview.discard, customId: customId('knowledge', 'discard', draft.id) },
  ];
  switch (published.kind) {
    case 'published':
      return doneReply(published.revision, publisher, collection, wordsInPlace(presser));
    case 'unconfirmed':
      return previewReply(draft, wordsInPlace(presser), { isConfirming: true, isPosted: isSeenByAll });
    case 'stale':
      return refused(words.stale(published.base, published.current));
    case 'withdrawn':
      return refused(words.withdrawn(published.documents));
    case 'gone':
      return gone(copy);
  }
}

function doneReply(revision: number, publisher: string, collection: CollectionName, copy: Copy): Reply {
  const words = copy.knowledge.published;
  return {
    tone: 'answer',
    blocks: [
      { kind: 'text', line: words.done(revision, actor(publisher, copy)) },
      about(collection, copy),
      { kind: 'small', line: words.next },
    ],
    buttons: undoButton(collection, revision, words.undo),
  };
}

/** Prepares what a draft wanted once more, against what is live now, and lets go of the draft. */
async function* rebaseDraft(
  draft: DraftPreview,
  moderator: Moderator,
  services: Services,
): AsyncGenerator<Reply, void> {
  const { library } = services;
  const prepare = await preparationOf(draft, library);
  await library.discard(draft, moderator.userId);
  if (prepare === 'refresh') yield* previewRefresh(moderator, services, draft.preview.leavesOut);
  else if (prepare) yield* previewChange(moderator, prepare);
  else yield gone(moderator.copy);
}

type Prepare = (request: ChangeRequest) => Promise<Proposal>;

/** What prepares such a draft; `undefined` where what it was made of is not kept any more. */
async function preparationOf(
  draft: DraftPreview,
  library: Library,
): Promise<Prepare | 'refresh' | undefined> {
  const { kind, removed, rollbackTo, teaching } = draft.preview;
  switch (kind) {
    case 'first':
    case 'refresh':
      return 'refresh';
    case 'add': {
      const addition = await library.addition(draft);
      return addition && ((request) => library.add(request, addition));
    }
    case 'remove': {
      const [document] = removed;
      return document && ((request) => library.remove(request, document.id));
    }
    case 'teach':
      return teaching && ((request) => library.teach(request, teaching));
    case 'rollback':
      return rollbackTo === undefined ? undefined : (request) => library.rollback(request, rollbackTo);
  }
}
