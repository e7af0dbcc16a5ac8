import type { Services } from '../../discord/command.js';
import type { Reply } from '../../discord/reply.js';
import type { ChangeRequest, DraftPreview, Library, Proposal } from '../../library/library.js';
import type { Moderator } from './moderated.js';
import { gone } from './preview.js';
import { proposing } from './proposing.js';
import { refreshing } from './refresh.js';

/** Prepares what a draft wanted once more, against what is live now, and lets go of the draft. */
export async function* again(
  draft: DraftPreview,
  moderator: Moderator,
  services: Services,
): AsyncGenerator<Reply, void> {
  const { library } = services;
  const prepare = await preparing(draft, library);
  await library.discard(draft.id, moderator.userId);
  if (prepare === 'refresh') yield* refreshing(moderator, services);
  else if (prepare) yield* proposing(moderator, services, prepare);
  else yield gone();
}

type Prepare = (request: ChangeRequest) => Promise<Proposal>;

async function preparing(
  { id, preview }: DraftPreview,
  library: Library,
): Promise<Prepare | 'refresh' | undefined> {
  switch (preview.kind) {
    case 'first':
    case 'refresh':
      return 'refresh';
    case 'add': {
      const addition = await library.addition(id);
      return addition && ((request) => library.add(request, addition));
    }
    case 'remove': {
      const [removed] = preview.removed;
      return removed && ((request) => library.remove(request, removed.id));
    }
    case 'rollback': {
      const { rollbackTo } = preview;
      return rollbackTo === undefined ? undefined : (request) => library.rollback(request, rollbackTo);
    }
  }
}
