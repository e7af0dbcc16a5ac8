import type { Services } from '../../discord/command.js';
import type { Reply } from '../../discord/reply.js';
import type { ChangeRequest, Proposal } from '../../library/library.js';
import type { Moderator } from './moderated.js';
import { proposalReply } from './preview.js';
import { showingSteps } from './progress.js';

/** Prepares a draft for a moderator, shows how far it is, and then the preview, or why there is none. */
export async function* proposing(
  moderator: Moderator,
  services: Services,
  prepare: (request: ChangeRequest) => Promise<Proposal>,
  notes: readonly string[] = [],
): AsyncGenerator<Reply, void> {
  const proposal = yield* showingSteps((onProgress) => prepare({ ...requestOf(moderator), onProgress }));
  yield proposalReply(proposal, services, notes);
}

export function requestOf({ collection, userId, guildId }: Moderator): ChangeRequest {
  return { collection, by: userId, guildId };
}
