import type { MissingDetail } from '../../answer/details/missing-details.js';
import type { Words } from '../phrases.js';
import { date, plural, shortDate } from './phrases.js';

/** The words of /ask. */
export const ask = {
  description: 'Ask about China’s AI alliances: the answer is quoted from the documents, with sources',
  question: 'What you want to know',
  private: 'Show the answer only to you, and keep nothing of the question',
  summary: (excerpts: number, asOf: string | undefined, revision: string) =>
    [
      plural(excerpts, 'excerpt'),
      ...(asOf === undefined ? [] : [`documents as of ${shortDate(asOf)}`]),
      revision,
    ].join(' · '),
  revision: ({ shared, guild }: { readonly shared: number; readonly guild?: number }) =>
    guild === undefined ? `revision ${shared}` : `revision ${shared} · this server’s revision ${guild}`,
  context: 'Context',
  inContext: 'Where the words in bold stand',
  more: 'More',
  further: 'More excerpts, which say less of what was asked',
  cite: 'Cite',
  share: 'Share',
  askedBy: <T>(who: T): Words<T> => ['Asked by ', who],
  again: 'Ask again',
  notLive: (then: string, now: string) => `This is from ${then}; ${now} is live now.`,
  letGo: (then: string) =>
    `This is from ${then}, whose documents are no longer kept. Ask again to see what they say now.`,
  withdrawn: 'A text that was quoted here has been withdrawn. Ask again to see what the documents say now.',
  unsure: 'This comes closest; check whether it answers you:',
  none: 'The documents don’t answer this.',
  missing: ({ asked, nearest, isNowhere }: Pick<MissingDetail, 'asked' | 'nearest' | 'isNowhere'>) =>
    `${asked} is ${isNowhere ? 'in none of the documents' : 'not in what comes closest'}${nearest === undefined ? '' : `; the closest is on ${nearest}`}.`,
  asOf: (day: string) => `As of ${date(day)}: what is quoted here goes no further`,
  next: 'Other words may find it: one question at a time, with the names that you know.',
  moderatorsSee: 'The moderators of this server see which questions had no answer.',
  about: 'I know about China’s AI alliances. Questions that I can answer, for instance:',
  examples: [
    'Which companies are in the Model-Chip Ecosystem Innovation Alliance?',
    'When was FlagOS 2.0 released?',
  ],
  closestButton: 'Closest passages',
  closest: 'Closest passages, which may help but are not an answer:',
  nothingNear:
    'Nothing in the documents comes close any more. Other words may find more; /sources lists what there is.',
  tooMany: (perMinute: number) =>
    `That is more than the ${plural(perMinute, 'question')} a minute that this server allows. You can ask again `,
  related: 'Ask a related question',
  up: '👍 Helpful',
  down: '👎 Not helpful',
  thanks: 'Thank you, that was counted. Moderators see how often an answer helped, but not who said so.',
  notCounted: 'This server no longer keeps questions, so your thumb was not counted.',
} as const;

/** Citations to copy. */
export const cite = {
  plain: 'Plain text',
  markdown: 'Markdown',
  wikipedia: 'Wikipedia',
  bibtex: 'BibTeX',
  words: {
    date,
    accessed: (day: string) => `accessed ${day}`,
    archived: (address: string) => `archived at ${address}`,
  },
} as const;

/** What stands below a quotation: where it comes from. */
export const citation = {
  paragraph: (number: number) => `paragraph ${number}`,
  page: (page: number) => `page ${page}`,
  sources: (count: number) => (count === 1 ? 'Source' : 'Sources'),
  archived: 'archived copy',
  noSource: 'no source given',
  more: (count: number) => `+ ${count} more`,
  old: (months: number) =>
    months < 36 ? `${plural(months, 'month')} old` : `${plural(Math.floor(months / 12), 'year')} old`,
  moreItems: (count: number) => `${plural(count, 'more item')} in the list`,
  differing: { sources: 'Sources differ', times: 'At different times' },
  undated: 'no date given',
  asOf: (day: string) => `as of ${date(day)}`,
  alsoIn: (titles: readonly string[], count: number) =>
    `also in ${titles.join('; ')}${count > titles.length ? ` and ${count - titles.length} more` : ''}`,
  date,
  shortDate,
} as const;
