import { megabytes, number, plural } from './phrases.js';

/** What became of the documents: pieces of the lines that `change-words.ts` puts together. */
export const changes = {
  counts: {
    added: (count: number) => `${number(count)} added`,
    changed: (count: number) => `${number(count)} changed`,
    removed: (count: number) => `${number(count)} removed`,
    unchanged: (count: number) => `${number(count)} unchanged`,
  },
  /** Which documents, by their titles. */
  named: {
    added: (titles: string) => `added ${titles}`,
    changed: (titles: string) => `changed ${titles}`,
    removed: (titles: string) => `removed ${titles}`,
  },
  /** The first titles, and how many more there are. */
  titles: (titles: readonly string[], more: number) =>
    `${titles.join(', ')}${more > 0 ? ` and ${number(more)} more` : ''}`,
  /** @param signed How many come, go and change, such as `+3 −1`. */
  knownQuestions: (signed: string) => `known questions ${signed}`,
  glossary: 'names and synonyms',
  /** What a revision was published for. */
  kinds: {
    first: 'first publication',
    refresh: 'refresh',
    add: 'addition',
    remove: 'removal',
    teach: 'teaching',
  },
  takedown: (document: string) => `“${document}” withdrawn`,
  serverLeft: 'emptied after the bot left',
  rollback: (revision: number) => `rollback to revision ${revision}`,
  rollbackToStart: 'rollback to before the first revision',
  /** Stands behind a revision whose documents are gone. */
  letGo: ' (no longer kept)',
  /** So much of what a limit counts. */
  limits: {
    documents: (count: number) => plural(count, 'document'),
    bytes: (count: number) => `${megabytes(count)} of text`,
    passages: (count: number) => plural(count, 'passage'),
    storage: (count: number) => `${megabytes(count)} of documents with their files`,
    knownQuestions: (count: number) => plural(count, 'known question'),
  },
} as const;
