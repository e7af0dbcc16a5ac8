import type { RETENTION } from '../../library/library.js';
import { number, plural } from './phrases.js';

type Retention = typeof RETENTION;

/** The words of /privacy. */
export const privacy = {
  description: 'What is kept of what you ask and press, for how long, and how to delete it',
  title: 'What is kept of you',
  about:
    'I read no messages but one on which you use a command of mine, and keep neither your name nor your id with what you ask.',
  questions: 'Questions',
  /** Where the server keeps them. */
  kept: ({ questionDays, questions }: Retention) =>
    'This server keeps questions that had no sure answer, and those whose answer got a thumb, without their askers: ' +
    `until ${plural(questionDays, 'day')} after they were asked last, ${number(questions)} at most. Its moderators see them.`,
  askedAgain:
    'Questions that were asked for all to see are held in memory until I am restarted: moderators see whether a change of the documents would answer them differently.',
  off: 'This server keeps no questions: its moderators have turned that off.',
  /** In a direct message, and in a server that has not added the bot. */
  away: 'Here no question is kept, and no thumb or report: that is so only in servers that have added me.',
  wanted: 'A question that you ask with private: True is never kept.',
  pace: 'For a minute I hold in memory how often you have asked.',
  said: 'Thumbs and reports',
  thumbs: 'Thumbs are kept for as long as their question. Moderators see how many there are, not from whom.',
  reports: ({ reportDays, reports }: Retention) =>
    `A report is kept with its reason, your words, the question and the passage for ${plural(reportDays, 'day')}, ` +
    `${number(reports)} at most for a server. Its moderators read it, and not from whom it is.`,
  hashed:
    'Whose a thumb or a report is stands there only as a hash, made with a key that is not in the database. By it yours are found when you delete them.',
  moderators: 'What moderators do',
  history: ({ draftDays }: Retention) =>
    'A server’s settings and documents are kept, and a history of who published, discarded, set or dismissed what, with the ids ' +
    `of moderators; a note has that of its author. The moderators of that server see it. Previews are kept for ${plural(draftDays, 'day')}.`,
  ends: 'How it ends',
  left: ({ guildDays }: Retention) =>
    `All that belongs to a server is deleted ${plural(guildDays, 'day')} after it has removed me and somebody used me there last.`,
  host: 'The person who hosts me can read the database. My log has no questions and no ids, unless they make it more detailed to find a fault.',
  delete: 'Delete my data',
  sure: 'Delete your thumbs and reports in all servers? That cannot be undone. Questions stay, as nothing says which are yours.',
  yes: 'Delete them',
  no: 'Keep them',
  deleted: ({ thumbs, reports }: { readonly thumbs: number; readonly reports: number }) =>
    thumbs + reports === 0
      ? 'There was no thumb and no report of yours.'
      : `Deleted: ${plural(thumbs, 'thumb')} and ${plural(reports, 'report')} of yours.`,
} as const;
