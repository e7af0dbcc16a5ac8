import type { Services } from '../../discord/command.js';
import type { Reply, ReplyBlock, ReplyLine } from '../../discord/reply.js';
import { readSchedule } from '../../library/schedule.js';
import { collectionSubcommand, type Moderator } from './moderated.js';
import { actor } from './preview.js';

export const status = collectionSubcommand(
  'status',
  (copy) => copy.knowledge.status.description,
  statusReply,
);

async function statusReply({ collection, guildId, copy }: Moderator, services: Services): Promise<Reply> {
  const words = copy.knowledge.status;
  const { library, now } = services;
  const [found, { schedule, scheduleZone }] = await Promise.all([
    library.status(collection),
    library.settings(guildId),
  ]);
  const { revision, documents, passages, folder, underWay } = found;
  const next = schedule === undefined ? undefined : readSchedule(schedule, now(), scheduleZone);
  const lines: ReplyLine[] = [
    revision
      ? words.live(revision.number, actor(revision.publishedBy, copy), { time: revision.publishedAt })
      : words.nothing,
    words.size(documents, passages),
    ...(folder ? [words.folder[folder]] : []),
    ...(underWay ? [words.underWay(actor(underWay.by, copy), { time: underWay.since })] : []),
    next && 'next' in next ? words.schedule({ time: next.next }) : words.noSchedule,
  ];
  return {
    tone: folder === 'unreadable' ? 'trouble' : 'neutral',
    blocks: [
      { kind: 'heading', text: copy.knowledge.collection.title(collection === 'shared') },
      ...lines.map((line): ReplyBlock => ({ kind: 'text', line })),
    ],
  };
}
