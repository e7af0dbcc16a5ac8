import type { ScheduleFault } from '../../library/schedule.js';
import type { Words } from '../phrases.js';
import { list, plural, weekday } from './phrases.js';

/** The words of /knowledge settings. */
export const settings = {
  description: 'Set moderators, reports and schedule, or how answers are given',
  page: 'Which form',
  pages: {
    moderation: 'moderation: role, reports, schedule',
    answers: 'answers: who sees them, how many, what is kept',
  },
  moderation: {
    title: 'Settings: moderation',
    role: 'Moderator role',
    roleHint: 'May use /knowledge too, once allowed under Server Settings › Integrations',
    channel: 'Report channel',
    channelHint: 'Where scheduled refreshes are reported',
    schedule: 'Refresh schedule',
    scheduleHint: 'Such as “daily at 06:00” or “every 6 hours”; cron works too. Empty: none',
    scheduleExample: 'every Monday and Friday at 06:00',
    zone: 'Time zone of the schedule',
    zoneHint: 'Such as Europe/Berlin or Asia/Shanghai. Empty: UTC',
  },
  answers: {
    title: 'Settings: answers',
    visibility: 'Who sees an answer',
    visibilityHint: 'Unless the asker chooses otherwise with private',
    public: 'Everyone in the channel',
    private: 'Only the one who asks',
    pace: 'Questions a minute',
    paceHint: 'For each member, 1 to 60',
    log: 'Keep questions for moderators',
    logHint: 'For 90 days, without the askers’ names. Turning it off deletes them',
    on: 'Keep them',
    off: 'Don’t keep them',
  },
  saved: 'Saved.',
  notSaved: 'Not saved:',
  everyone: 'The moderator role: @everyone would make every member a moderator. Choose another role.',
  mayNotPost: <T>(channel: T): Words<T> => [
    'The report channel: I may not write in ',
    channel,
    '. Allow me “View Channel” and “Send Messages” there, or choose another one.',
  ],
  needsChannel: 'The schedule: choose a report channel too, for what a scheduled refresh finds.',
  badSchedule: (fault: ScheduleFault, text: string) => `The schedule “${text}” ${FAULTS[fault]}`,
  badZone: (text: string) =>
    `The time zone “${text}” is not one I know. Write its name in IANA’s list, such as Europe/Berlin, Asia/Shanghai or UTC.`,
  /** A schedule in words that are read back as it; times are of the form 06:00, days are from 0 for Sunday. */
  times: {
    daily: (time: string) => `daily at ${time}`,
    weekly: (days: readonly number[], time: string) => `every ${list(days.map(weekday))} at ${time}`,
    hours: (count: number) => (count === 1 ? 'every hour' : `every ${count} hours`),
  },
  again: 'Open the form again',
  kept: 'What you filled in is kept for 15 minutes.',
  logOff: {
    ask: (count: number) =>
      `The questions are still kept. Turning this off deletes ${plural(count, 'question')} that members asked, with their votes and reports, for good.`,
    confirm: 'Delete them and turn it off',
  },
  badPace: (text: string) => `Questions a minute: “${text}” is not a whole number from 1 to 60.`,
  change: 'Change',
  role: <T>(role: T | undefined): Words<T> =>
    role === undefined
      ? ['Moderators: members who may manage the server']
      : [
          'Moderators: members who may manage the server, and ',
          role,
          ' (an administrator must also allow that role to use /knowledge: Server Settings › Integrations)',
        ],
  channel: <T>(channel: T | undefined): Words<T> =>
    channel === undefined ? ['Report channel: none'] : ['Report channel: ', channel],
  schedule: <T>(schedule: { text: T | string; zone: string; next: T } | undefined): Words<T> =>
    schedule === undefined
      ? ['Schedule: none']
      : ['Schedule: ', schedule.text, ` (${schedule.zone}), next on `, schedule.next],
  visibility: (isPrivate: boolean) =>
    isPrivate ? 'Answers: only the one who asks sees them' : 'Answers: everyone in the channel sees them',
  pace: (perMinute: number) => `Each member: ${plural(perMinute, 'question')} a minute`,
  log: (isKept: boolean) =>
    isKept ? 'Questions: kept for 90 days, without the askers’ names' : 'Questions: not kept',
} as const;

const EXAMPLES =
  'Write “daily at 06:00”, “Mondays at 06:00”, “every 6 hours”, or a cron expression such as 0 6 * * 1.';
const FAULTS: Readonly<Record<ScheduleFault, string>> = {
  invalid: `is not one I can read. ${EXAMPLES}`,
  never: `never occurs. ${EXAMPLES}`,
  'too-often': 'runs more than once an hour. Write “every hour”, or something less often.',
  'uneven-hours': 'does not divide the day evenly. Write “every 2 hours”, or 1, 3, 4, 6, 8 or 12.',
};
