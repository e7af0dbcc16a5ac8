import type { Copy } from '../../copy/copy.js';
import { readScheduleWords, scheduleWords } from '../../copy/schedule-words.js';
import type { Services } from '../../discord/command.js';
import { customId } from '../../discord/custom-id.js';
import type { Filled, Form } from '../../discord/form.js';
import { DEFAULT_QUESTIONS_PER_MINUTE } from '../../discord/rate-limit.js';
import type { ReplyLine, Run } from '../../discord/reply.js';
import type { GuildSettings } from '../../library/library.js';
import { readSchedule, readZone, UTC } from '../../library/schedule.js';
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
  /** What is wrong with it; where anything is, nothing is saved. */
  readonly faults: readonly ReplyLine[];
}

/** Who moderates, where reports go, and when to refresh. */
export const moderationSettings: SettingsPage = {
  form: moderationForm,
  read: readModeration,
  lines: moderationLines,
};

function moderationForm(
  { moderatorRole, reportChannel, schedule, scheduleZone }: GuildSettings,
  copy: Copy,
): Form {
  const { moderation, times } = copy.knowledge.settings;
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
        ...(schedule !== undefined && { value: scheduleWords(schedule, times) ?? schedule }),
      },
      {
        kind: 'line',
        name: 'zone',
        label: moderation.zone,
        hint: moderation.zoneHint,
        example: UTC,
        most: 60,
        ...(scheduleZone !== undefined && { value: scheduleZone }),
      },
    ],
  };
}

async function readModeration(
  {
    moderatorRole: _role,
    reportChannel: _channel,
    schedule: _schedule,
    scheduleZone: _zone,
    ...rest
  }: GuildSettings,
  { role, channel, schedule, zone }: Filled,
  { guildId, copy }: Moderator,
  { channels, now }: Services,
): Promise<ReadForm> {
  const words = copy.knowledge.settings;
  const mayPost = channel === undefined || (await channels.mayPost(guildId, channel));
  const scheduleZone = zone === undefined ? undefined : readZone(zone);
  const read = schedule === undefined ? undefined : readScheduleWords(schedule);
  const cron = read && 'cron' in read ? read.cron : undefined;
  return {
    next: {
      ...rest,
      ...(role !== undefined && { moderatorRole: role }),
      ...(channel !== undefined && { reportChannel: channel }),
      ...(cron !== undefined && { schedule: cron }),
      ...(scheduleZone !== undefined && { scheduleZone }),
    },
    faults: [
      ...(role === guildId ? [words.everyone] : []),
      ...(mayPost ? [] : [words.mayNotPost({ mention: 'channel', id: channel } as const)]),
      ...(schedule === undefined ? [] : scheduleFaults(schedule, scheduleZone, now(), copy)),
      ...(schedule !== undefined && channel === undefined ? [words.needsChannel] : []),
      ...(zone !== undefined && scheduleZone === undefined ? [words.badZone(zone)] : []),
    ],
  };
}

/** What is wrong with a schedule as somebody wrote it. */
function scheduleFaults(text: string, zone: string | undefined, now: Date, copy: Copy): string[] {
  const read = readScheduleWords(text);
  const found = 'cron' in read ? readSchedule(read.cron, now, zone) : read;
  return 'fault' in found ? [copy.knowledge.settings.badSchedule(found.fault, text)] : [];
}

function moderationLines(
  { moderatorRole, reportChannel, schedule, scheduleZone = UTC }: GuildSettings,
  now: Date,
  copy: Copy,
): ReplyLine[] {
  const words = copy.knowledge.settings;
  const read = schedule === undefined ? undefined : readSchedule(schedule, now, scheduleZone);
  return [
    words.role(moderatorRole === undefined ? undefined : ({ mention: 'role', id: moderatorRole } as const)),
    words.channel(
      reportChannel === undefined ? undefined : ({ mention: 'channel', id: reportChannel } as const),
    ),
    words.schedule<Run>(
      schedule !== undefined && read && 'next' in read
        ? {
            text: scheduleWords(schedule, words.times) ?? { code: schedule },
            zone: scheduleZone,
            next: { time: read.next },
          }
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
