import { number, plural } from './phrases.js';

/** The words of /sources. */
export const sources = {
  description: 'List the documents behind the answers and their outlets, or show one document',
  document: 'A document, to see its outline and its sources',
  title: (count: number) => `${plural(count, 'document')} behind the answers`,
  none: 'There are no documents yet. The person who hosts this bot can add some to its knowledge folder.',
  paragraphs: (count: number) => plural(count, 'paragraph'),
  beforeHeadings: 'Opening',
  /** The outlets that are quoted most, of so many. */
  outlets: (names: readonly string[], count: number) =>
    `rests on ${plural(count, 'outlet')}: ${[...names, ...(count > names.length ? [`${number(count - names.length)} more`] : [])].join('; ')}`,
  sections: 'Sections',
  behind: 'Outlets behind its sentences',
  sentences: (count: number) => plural(count, 'sentence'),
  moreLinks: (count: number) => `and ${number(count)} more`,
  searchIn: 'Search in it',
  words: 'Words',
  which: 'Several documents may be meant. Which one?',
  choose: 'Choose a document',
  unknown: (asked: string) =>
    `I have no document called “${asked}”. Pick one from the list that appears as you type.`,
} as const;
