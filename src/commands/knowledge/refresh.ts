import { z } from 'zod';
import type { Services } from '../../discord/command.js';
import type { Reply } from '../../discord/reply.js';
import { FolderError } from '../../documents/folder.js';
import { collectionSubcommand, type Moderator, moderatedButton, scope, scoped } from './moderated.js';
import { about, forModerator, previewChange } from './preview.js';

export const refresh = collectionSubcommand(
  'refresh',
  (copy) => copy.knowledge.refresh.description,
  previewRefresh,
);

/** Previews the refresh once more, without the documents that cannot be read any more. */
export const leaveOut = moderatedButton(z.tuple([scope]), scoped, (_, moderator, services) =>
  forModerator(moderator, previewRefresh(moderator, services, true)),
);

/** Reads the sources of the collection again, and shows the preview of what would change. */
export async function* previewRefresh(
  moderator: Moderator,
  services: Services,
  leaveOut = false,
): AsyncGenerator<Reply, void> {
  try {
    yield* previewChange(moderator, (request) => services.library.refresh({ ...request, leaveOut }));
  } catch (error) {
    if (!(error instanceof FolderError)) throw error;
    // The folder's place on the host's machine is in the log alone.
    services.log.warn({ err: error }, 'the knowledge folder could not be read');
    const { folder, nothingChanged } = moderator.copy.knowledge.refresh;
    const line = `${folder[error.reason]} ${nothingChanged}`;
    yield {
      tone: 'trouble',
      blocks: [{ kind: 'text', line }, about(moderator.collection, moderator.copy)],
    };
  }
}
