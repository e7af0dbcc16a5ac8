import { copy } from '../../copy/en.js';
import type { Services } from '../../discord/command.js';
import { customId } from '../../discord/custom-id.js';
import type { Filled, Form } from '../../discord/form.js';
import type { Line } from '../../discord/reply.js';
import type { GuildSettings } from '../../library/library.js';
import { readSchedule } from '../../library/schedule.js';
import type { Moderator } from './moderated.js';
import type { ReadForm, SettingsPage } from './settings-page.js';

const words = copy.knowledge.settings;

/** Who moderates, where reports go, and when to refresh. */
export const moderationSettings: SettingsPage = {
  form: moderationForm,
  read: readModeration,
  lines: moderationLines,
};

function moderationForm({ moderatorRole, reportChannel, schedule }: GuildSettings): Form {
  const { moderation } = words;
  return {
    title: moderation.title,
    customId: customId('knowledge', 'settings', 'moderation'),
    fields: [
      {
        kind: 'role',
        name: 'role',
        label: moderation.role,
        hint: moderation.roleHint,
        ...(moderatorRole !== undefined && { value: moderatorRole }),
      },
      {
        kind: 'channel',
        name: 'channel',
        label: moderation.channel,
        hint: moderation.channelHint,
        ...(reportChannel !== undefined && { value: reportChannel }),
      },
      {
        kind: 'line',
        name: 'schedule',
        label: moderation.schedule,
        hint: moderation.scheduleHint,
        example: moderation.scheduleExample,
        most: 100,
        ...(schedule !== undefined && { value: schedule }),
      },
    ],
  };
}

async function readModeration(
  current: GuildSettings,
  { role, channel, schedule }: Filled,
  { guildId }: Moderator,
  { channels, now }: Services,
): Promise<ReadForm> {
  const { moderatorRole, reportChannel, schedule: oldSchedule, ...rest } = current;
  const faults: Line[] = [];
  const take = <T>(wanted: T | undefined, old: T | undefined, fault: Line | undefined): T | undefined => {
    if (fault === undefined) return wanted;
    faults.push(fault);
    return old;
  };
  const mayPost = channel === undefined || (await channels.mayPost(guildId, channel));
  const takenRole = take(role, moderatorRole, role === guildId ? words.everyone : undefined);
  const takenChannel = take(
    channel,
    reportChannel,
    mayPost ? undefined : words.mayNotPost({ mention: 'channel', id: channel } as const),
  );
  const takenSchedule = take(schedule, oldSchedule, scheduleFault(schedule, takenChannel, now()));
  return {
    next: {
      ...rest,
      ...(takenRole !== undefined && { moderatorRole: takenRole }),
      ...(takenChannel !== undefined && { reportChannel: takenChannel }),
      ...(takenSchedule !== undefined && { schedule: takenSchedule }),
    },
    faults,
  };
}

function scheduleFault(
  schedule: string | undefined,
  channel: string | undefined,
  now: Date,
): string | undefined {
  if (schedule === undefined) return undefined;
  const read = readSchedule(schedule, now);
  if ('fault' in read) return words.badSchedule(read.fault, schedule);
  return channel === undefined ? words.needsChannel : undefined;
}

function moderationLines({ moderatorRole, reportChannel, schedule }: GuildSettings, now: Date): Line[] {
  const read = schedule === undefined ? undefined : readSchedule(schedule, now);
  return [
    words.role(moderatorRole === undefined ? undefined : ({ mention: 'role', id: moderatorRole } as const)),
    words.channel(
      reportChannel === undefined ? undefined : ({ mention: 'channel', id: reportChannel } as const),
    ),
    words.schedule(
      schedule !== undefined && read && 'next' in read
        ? { text: { code: schedule }, next: { time: read.next } }
        : undefined,
    ),
  ];
}
