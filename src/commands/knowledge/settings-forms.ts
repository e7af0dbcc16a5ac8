import type { Copy } from '../../copy/copy.js';
import type { Services } from '../../discord/command.js';
import { customId } from '../../discord/custom-id.js';
import type { Filled, Form } from '../../discord/form.js';
import { DEFAULT_QUESTIONS_PER_MINUTE } from '../../discord/rate-limit.js';
import type { ReplyLine } from '../../discord/reply.js';
import type { GuildSettings } from '../../library/library.js';
import { readSchedule } from '../../library/schedule.js';
import type { Moderator } from './moderated.js';

const MAX_A_MINUTE = 60;

/** One of the forms that settings are made in. */
export interface SettingsPage {
  form(current: GuildSettings, copy: Copy): Form;
  read(current: GuildSettings, filled: Filled, moderator: Moderator, services: Services): Promise<ReadForm>;
  /** What is set now, in words. */
  lines(settings: GuildSettings, now: Date, copy: Copy): ReplyLine[];
}

export interface ReadForm {
  readonly next: GuildSettings;
  /** Why some of it was not taken; that stays as it was. */
  readonly faults: readonly ReplyLine[];
}

/** Who moderates, where reports go, and when to refresh. */
export const moderationSettings: SettingsPage = {
  form: moderationForm,
  read: readModeration,
  lines: moderationLines,
};

function moderationForm({ moderatorRole, reportChannel, schedule }: GuildSettings, copy: Copy): Form {
  const { moderation } = copy.knowledge.settings;
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
  { guildId, copy }: Moderator,
  { channels, now }: Services,
): Promise<ReadForm> {
  const words = copy.knowledge.settings;
  const { moderatorRole, reportChannel, schedule: oldSchedule, ...rest } = current;
  const faults: ReplyLine[] = [];
  const take = <T>(
    wanted: T | undefined,
    old: T | undefined,
    fault: ReplyLine | undefined,
  ): T | undefined => {
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
  const takenSchedule = take(schedule, oldSchedule, scheduleFault(schedule, takenChannel, now(), copy));
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
  copy: Copy,
): string | undefined {
  const words = copy.knowledge.settings;
  if (schedule === undefined) return undefined;
  const read = readSchedule(schedule, now);
  if ('fault' in read) return words.badSchedule(read.fault, schedule);
  return channel === undefined ? words.needsChannel : undefined;
}

function moderationLines(
  { moderatorRole, reportChannel, schedule }: GuildSettings,
  now: Date,
  copy: Copy,
): ReplyLine[] {
  const words = copy.knowledge.settings;
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

/** Who sees answers, how many a member may ask for, and whether questions are kept. */
export const answersSettings: SettingsPage = { form: answersForm, read: readAnswers, lines: answersLines };

function answersForm({ answersPrivate, questionsPerMinute, questionLog }: GuildSettings, copy: Copy): Form {
  const { answers } = copy.knowledge.settings;
  return {
    title: answers.title,
    customId: customId('knowledge', 'settings', 'answers'),
    fields: [
      {
        ...either('visibility', ['public', 'private'], answersPrivate !== true, copy),
        label: answers.visibility,
        hint: answers.visibilityHint,
      },
      {
        kind: 'line',
        name: 'pace',
        label: answers.pace,
        hint: answers.paceHint,
        isRequired: true,
        most: 3,
        value: `${questionsPerMinute ?? DEFAULT_QUESTIONS_PER_MINUTE}`,
      },
      {
        ...either('log', ['on', 'off'], questionLog !== false, copy),
        label: answers.log,
        hint: answers.logHint,
      },
    ],
  };
}

/** A choice of two values, whose labels stand in `copy` under the same names. */
function either(
  name: string,
  [first, second]: readonly ['public', 'private'] | readonly ['on', 'off'],
  isFirst: boolean,
  copy: Copy,
) {
  const words = copy.knowledge.settings.answers;
  const choices = [first, second].map((value) => ({ label: words[value], value }));
  return { kind: 'choice', name, isRequired: true, choices, value: isFirst ? first : second } as const;
}

async function readAnswers(
  current: GuildSettings,
  { visibility, pace, log }: Filled,
  { copy }: Moderator,
): Promise<ReadForm> {
  const perMinute = Number(pace);
  const isPace = Number.isInteger(perMinute) && perMinute >= 1 && perMinute <= MAX_A_MINUTE;
  return {
    next: {
      ...current,
      answersPrivate: visibility === 'private',
      questionLog: log !== 'off',
      ...(isPace && { questionsPerMinute: perMinute }),
    },
    faults: isPace ? [] : [copy.knowledge.settings.badPace(pace ?? '')],
  };
}

function answersLines(
  { answersPrivate, questionsPerMinute, questionLog }: GuildSettings,
  _: Date,
  copy: Copy,
): ReplyLine[] {
  const words = copy.knowledge.settings;
  return [
    words.visibility(answersPrivate === true),
    words.pace(questionsPerMinute ?? DEFAULT_QUESTIONS_PER_MINUTE),
    words.log(questionLog !== false),
  ];
}
