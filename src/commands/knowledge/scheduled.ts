import type { Copy } from '../../copy/copy.js';
import type { Services } from '../../discord/command.js';
import type { Reply } from '../../discord/reply.js';
import { FolderError } from '../../documents/folder.js';
import type { Scheduled } from '../../library/library.js';
import { about, previewReply } from './preview.js';

/** Refreshes what came due, and tells the report channels of changes and failures. Never rejects. */
export async function reportScheduled(
  isHere: (guildId: string) => boolean,
  services: Services,
): Promise<void> {
  const { library, home, log } = services;
  try {
    const homeGuildId = home.guildId;
    const due = library.refreshDue({ isHere, ...(homeGuildId !== undefined && { homeGuildId }) });
    for await (const one of due) await report(one, services);
  } catch (error) {
    log.error({ err: error }, 'scheduled refreshes could not be looked after');
  }
}

async function report(scheduled: Scheduled, services: Services): Promise<void> {
  const { library, log } = services;
  const { collection } = scheduled;
  if ('failure' in scheduled) log.error({ err: scheduled.failure, collection }, 'a scheduled refresh failed');
  const isTold = await tell(scheduled, services).catch((error: unknown) => {
    log.error({ err: error, collection }, 'a scheduled refresh could not be reported');
    return false;
  });
  log.info({ collection, isTold }, 'scheduled refresh');
  // Else the next one would find the same changes told of already.
  if (!isTold && 'draft' in scheduled) await library.discard(scheduled.draft, scheduled.draft.author);
}

/** Whether the report could be posted. */
async function tell(scheduled: Scheduled, { library, channels }: Services): Promise<boolean> {
  const { guildId } = scheduled;
  const { reportChannel } = await library.settings(guildId);
  if (reportChannel === undefined) return false;
  return channels.post(guildId, reportChannel, (copy) => reportOf(scheduled, copy));
}

function reportOf(scheduled: Scheduled, copy: Copy): Reply {
  const { collection } = scheduled;
  if ('failure' in scheduled) {
    const line = copy.knowledge.report.failed(detailOf(scheduled.failure, copy));
    return { tone: 'trouble', blocks: [{ kind: 'text', line }, about(collection, copy)] };
  }
  return previewReply(scheduled.draft, copy, { notes: [copy.knowledge.report.waiting], isPosted: true });
}

/** The reason, where moderators can do something about it; otherwise it is in the log alone. */
function detailOf(failure: unknown, copy: Copy): string {
  if (failure instanceof FolderError) return copy.knowledge.refresh.folder[failure.reason];
  const isTooLong = typeof failure === 'object' && failure !== null && 'minutes' in failure;
  return isTooLong ? copy.knowledge.report.tooLong : copy.knowledge.report.unknown;
}
