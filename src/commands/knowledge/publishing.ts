import { z } from 'zod';
import { copy } from '../../copy/en.js';
import type { ButtonAction } from '../../discord/command.js';
import { customId } from '../../discord/custom-id.js';
import type { Reply } from '../../discord/reply.js';
import type { DraftPreview, Published } from '../../library/library.js';
import { again } from './again.js';
import { draftId, ofDraft } from './draft.js';
import { type Moderator, moderatedButton, page } from './moderated.js';
import { gone, previewReply, trouble } from './preview.js';
import { who } from './who.js';

const words = copy.knowledge.published;

/** The buttons of a preview. All that they need is the draft's id, so they work for as long as it is kept. */
export const publishing: Readonly<Record<string, ButtonAction>> = {
  publish: moderatedButton(
    z.union([z.tuple([draftId]), z.tuple([draftId, z.literal('anyway')])]),
    ofDraft,
    async ([id, anyway], moderator, services) => {
      const draft = await services.library.draft(id);
      const published = await services.library.publish(id, moderator.userId, anyway === 'anyway');
      return draft ? publishedReply(published, draft, moderator) : gone();
    },
  ),
  discard: moderatedButton(z.tuple([draftId]), ofDraft, async ([id], { userId }, { library }) =>
    (await library.discard(id, userId))
      ? { tone: 'neutral', blocks: [{ kind: 'text', line: words.discarded }] }
      : gone(),
  ),
  preview: moderatedButton(z.tuple([draftId, page]), ofDraft, async ([id, shown], _, { library }) => {
    const draft = await library.draft(id);
    return draft ? previewReply(draft, { page: Number(shown) }) : gone();
  }),
  again: moderatedButton(z.tuple([draftId]), ofDraft, async function* ([id], moderator, services) {
    const draft = await services.library.draft(id);
    if (draft) yield* again(draft, moderator, services);
    else yield gone();
  }),
};

function publishedReply(published: Published, draft: DraftPreview, { userId }: Moderator): Reply {
  const buttons = [
    { label: copy.knowledge.preview.again, customId: customId('knowledge', 'again', draft.id) },
    { label: copy.knowledge.preview.discard, customId: customId('knowledge', 'discard', draft.id) },
  ];
  switch (published.kind) {
    case 'published':
      return {
        tone: 'answer',
        blocks: [
          { kind: 'text', line: words.done(published.revision, who(userId)) },
          { kind: 'small', line: words.next },
        ],
      };
    case 'unconfirmed':
      return previewReply(draft, { isConfirming: true });
    case 'stale':
      return trouble(words.stale(published.base, published.current), { buttons });
    case 'withdrawn':
      return trouble(words.withdrawn(published.documents), { buttons });
    case 'gone':
      return gone();
  }
}
