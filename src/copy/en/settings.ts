import type { ScheduleFault } from '../../library/schedule.js';
import type { Words } from '../phrases.js';
import { plural } from './phrases.js';

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
    scheduleHint: 'Five fields in UTC: minute hour day month weekday. Empty: none',
    scheduleExample: '0 6 * * 1 (Mondays at 6:00)',
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
  schedule: <T>(schedule: { text: T; next: T } | undefined): Words<T> =>
    schedule === undefined
      ? ['Schedule: none']
      : ['Schedule: ', schedule.text, ' (UTC), next on ', schedule.next],
  visibility: (isPrivate: boolean) =>
    isPrivate ? 'Answers: only the one who asks sees them' : 'Answers: everyone in the channel sees them',
  pace: (perMinute: number) => `Each member: ${plural(perMinute, 'question')} a minute`,
  log: (isKept: boolean) =>
    isKept ? 'Questions: kept for 90 days, without the askers’ names' : 'Questions: not kept',
} as const;

const FAULTS: Readonly<Record<ScheduleFault, string>> = {
  invalid: 'is not one I can read. Give five fields, for instance 0 6 * * 1 for Mondays at 6:00 UTC.',
  never: 'never occurs. Give five fields, for instance 0 6 * * 1 for Mondays at 6:00 UTC.',
  'too-often': 'runs more than once an hour. Choose one minute of the hour, for instance 0 * * * *.',
};
