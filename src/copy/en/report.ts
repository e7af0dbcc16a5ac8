import type { RETENTION } from '../../library/library.js';
import { plural } from './phrases.js';

/** What a member reads who reports an answer, and what moderators read of reports. */
export const report = {
  offer: 'Is something wrong with the answer? Tell the moderators of this server.',
  button: 'Report',
  title: 'Report an answer',
  passage: 'Which passage',
  reason: 'What is wrong with it',
  reasons: {
    'not-said': 'The document doesn’t say that',
    outdated: 'It is outdated',
    source: 'The source is wrong',
    'no-answer': 'It doesn’t answer the question',
    other: 'Something else',
  },
  words: 'In your words',
  wordsHint: 'The moderators of this server read it, and not from whom it is',
  thanks:
    'Thank you. The moderators of this server see your report with the passage, but not who sent it. With /privacy you can delete it.',
  notTaken: 'This server keeps nothing of what members say of answers, so nothing was reported.',
  gone: 'The passage is not kept any more, so nothing was reported. Please ask the question again.',

  list: (count: number) => `${plural(count, 'report')} by members`,
  see: (count: number) => `Reports (${count})`,
  none: ({ reportDays }: Pick<typeof RETENTION, 'reportDays'>) =>
    `There are no reports. Members can report an answer after 👎; reports are kept for ${plural(reportDays, 'day')}.`,
  said: (words: string) => `“${words}”`,
  sent: 'Sent ',
  shown: ({ shared, guild }: { readonly shared: number; readonly guild?: number }) =>
    ` · shown at revision ${shared}${guild === undefined ? '' : `, and ${guild} of this server’s own`}`,
  changed: (title: string) => `“${title}” does not have this passage any more. It was:`,
} as const;
