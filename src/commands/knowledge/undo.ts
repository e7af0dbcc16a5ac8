import { z } from 'zod';
import type { Services } from '../../discord/command.js';
import { customId } from '../../discord/custom-id.js';
import type { Button, Reply } from '../../discord/reply.js';
import type { CollectionName } from '../../library/library.js';
import { type Moderator, moderatedButton, scope, scoped, scopeOf } from './moderated.js';
import { lastAside, previewChange } from './preview.js';

const revisionNumber = z.string().regex(/^[1-9]\d{0,8}$/);

/** The button that takes a revision back; none where nothing was before it, as with the first of the shared collection. */
export function undoButton(collection: CollectionName, revision: number, label: string): Button[] {
  if (revision === 1 && collection === 'shared') return [];
  return [{ label, customId: customId('knowledge', 'undo', scopeOf(collection), revision) }];
}

/** Previews the state before a revision; the message that says it was published stays. */
export const undo = moderatedButton(
  z.tuple([scope, revisionNumber]),
  scoped,
  ([, published], moderator, services) =>
    lastAside(previewUndo(Number(published), moderator, services), moderator.copy),
);

async function* previewUndo(
  published: number,
  moderator: Moderator,
  { library }: Services,
): AsyncGenerator<Reply, void> {
  const [live] = await library.revisions(moderator.collection, 1);
  const isLater = live !== undefined && live.number > published;
  const notes = isLater ? [moderator.copy.knowledge.published.since(published, live.number)] : [];
  yield* previewChange(moderator, (request) => library.rollback(request, published - 1), notes);
}
