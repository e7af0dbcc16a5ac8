import type { Proposal, RestoreFault } from '../library/library.js';
import type { Report, Warning } from '../library/preview.js';
import {
  countedDocuments,
  type DocumentCounts,
  type QuestionCounts,
  reportWords,
  signedCounts,
} from './change-words.js';
import { changes } from './en/changes.js';
import { plural } from './en/phrases.js';

/** How many rows of each table. */
type BackedUp = Readonly<Record<string, number>>;

function counted({ revisions = 0, documents = 0, questions = 0, guilds = 0 }: BackedUp): string {
  return [
    plural(revisions, 'revision'),
    plural(documents, 'document'),
    plural(questions, 'question'),
    `what is set in ${plural(guilds, 'server')}`,
  ].join(', ');
}

/** The words of `npm run knowledge`. */
export const knowledgeTerminal = {
  usage: `Usage:
  npm run knowledge -- refresh [--publish] [--confirm]       what the folder would change; --publish makes it live
                               [--leave-out]                 without live documents that cannot be read any more
  npm run knowledge -- rollback REVISION [--publish] [--confirm]
  npm run knowledge -- list                                  the documents that are live: id, passages, title
  npm run knowledge -- history                               revisions and what was done, newest first
  npm run knowledge -- export FOLDER [--revision NUMBER]     the files of a revision, to be read back
  npm run knowledge -- backup FILE                           all that the database keeps, also while the bot runs
  npm run knowledge -- restore FILE                          brings a backup back into an empty database, while no bot runs
  npm run knowledge -- takedown DOCUMENT --why REASON        withdraws a document's text from every revision

Each but backup and restore takes --collection NAME: shared (where none is given), or guild: and the id of a server.`,
  badCollection: (name: string) =>
    `There is no collection "${name}". Write shared, or guild: and the id of a server.`,
  badNumber: (text: string) => `"${text}" is not the number of a revision. See: npm run knowledge -- history`,
  whyNeeded: 'Say why: npm run knowledge -- takedown DOCUMENT --why REASON',

  preview: (from: number) => `Compared with revision ${from}:`,
  counts: (counts: DocumentCounts) => countedDocuments(counts, changes).join(', '),
  passages: (before: number, after: number) => `passages: ${before} before, ${after} after`,
  glossary: 'names and synonyms changed',
  /** Empty where none comes, goes or changes. */
  knownQuestions: (counts: QuestionCounts) => {
    const signed = signedCounts(counts);
    return signed && changes.knownQuestions(signed);
  },
  moreQuestions: (count: number) => `… and ${plural(count, 'more known question')}`,
  moreLines: (count: number) => `… and ${plural(count, 'more line')}`,
  answers: (changed: number, compared: number) =>
    `${changed} of ${compared} questions would be answered differently${changed > 0 ? ':' : '.'}`,
  noAnswer: '(no answer)',
  warning: (warning: Warning): string => {
    switch (warning.kind) {
      case 'no-passages':
        return `${warning.id}: has no text that an answer could quote`;
      case 'not-found-by-title':
        return `${warning.id}: searching for its title does not find it first`;
      case 'replaces':
        return `${warning.id}: would take the place of “${warning.before}”: publishing needs --confirm`;
      case 'shrinks':
        return 'fewer than half of the passages would be left: publishing needs --confirm';
    }
  },
  kept: 'What cannot be read is kept as it was. To leave it out, run this again with --leave-out.',
  notLive: 'Nothing is live yet. To publish it, run this again with --publish.',
  published: (revision: number) => `Published as revision ${revision}.`,
  unpublished: {
    stale:
      'Not published: somebody published another revision in the meantime. Run this again to see what changes now.',
    gone: 'Not published: somebody published or discarded it in the meantime. Run this again.',
    withdrawn: 'Not published: a text was withdrawn in the meantime. Run this again.',
    unconfirmed:
      'Not published: more would be gone than you may have meant (see above). If that is right, add --confirm.',
  },
  refused: (proposal: Exclude<Proposal, { kind: 'draft' }>): string => {
    switch (proposal.kind) {
      case 'unchanged':
        return 'Nothing would change.';
      case 'unread':
        return 'The document could not be read. Look at its problems, and add it again.';
      case 'busy':
        return `Another one is under way, by ${proposal.by}. Wait for it to finish.`;
      case 'over-limit':
        return `That would be ${changes.limits[proposal.limit](proposal.wanted)}, and at most ${changes.limits[proposal.limit](proposal.most)} are kept for a server (see SERVER_… in .env.example).`;
      case 'no-revision':
        return `There is no revision ${proposal.revision}. See: npm run knowledge -- history`;
      case 'let-go':
        return `The documents of revision ${proposal.revision} are no longer kept. Take a later one: npm run knowledge -- history`;
      case 'no-document':
        return `There is no document "${proposal.document}". See: npm run knowledge -- list`;
      case 'in-folder':
        return `"${proposal.document}" is in the knowledge folder: remove its file, then refresh.`;
      case 'withdrawn':
        return `The text of "${proposal.document}" was withdrawn and cannot be published again.`;
      case 'no-sentence':
        return `"${proposal.document}" does not have the sentence that is to answer "${proposal.question}", or has it more than once.`;
      case 'question-too-long':
        return `A known question has at most ${proposal.most} characters.`;
      case 'question-in-folder':
        return `"${proposal.question}" is a known question of the knowledge folder: change its file, then refresh.`;
      case 'too-long':
        return `It took more than ${proposal.minutes} minutes and was stopped.`;
    }
  },

  backup: {
    written: (file: string, rows: BackedUp, key: string | undefined) =>
      [
        `${file} has ${counted(rows)}.`,
        'Not in it: the knowledge folder, and the settings of this machine (.env).',
        ...(key === undefined
          ? []
          : [
              `Nor ${key}, with which members are hashed: keep a copy of it in another place than this file, and put it beside the database that you restore. Without it members can no longer take back the thumbs and reports that they gave.`,
            ]),
      ].join('\n'),
    restored: (rows: BackedUp, key: string | undefined) =>
      [
        `Restored: ${counted(rows)}.`,
        ...(key === undefined
          ? []
          : [
              `If you have the key file of the earlier database, put it in the place of ${key} before you start.`,
            ]),
      ].join('\n'),
    exists: (file: string) => `"${file}" is there already, and is left as it is. Name another file.`,
    nothing: 'There is nothing to back up: nothing was ever kept in the database. Check DATABASE_URL.',
    failed: (detail: string) =>
      `No backup was made: ${detail}. Check DATABASE_URL, and that this user can write the file.`,
    notRestored: (detail: string) =>
      `Nothing was restored: ${detail}. Check the file and DATABASE_URL, and that this user can write the database.`,
    refused: {
      'no-backup':
        'Nothing was restored: the file is no backup of this bot. Name one that npm run knowledge -- backup has made.',
      'too-new': 'Nothing was restored: a later release of this bot made the backup. Use that release.',
      damaged: 'Nothing was restored: the backup is not whole. Take another copy of it, or an earlier one.',
      'not-empty':
        'Nothing was restored: the database keeps something already. Stop the bot and move the database away (of SQLite the file with -wal and -shm), or name an empty one in DATABASE_URL.',
    } satisfies Record<RestoreFault, string>,
  },

  nothingPublished: 'Nothing has been published yet.',
  noRevision: (revision: number) =>
    `There is no revision ${revision}, or it holds no documents, or they are no longer kept.`,
  revisions: 'Revisions:',
  actions: 'What was done:',
  report: (report: Report) => reportWords(report, changes),
  letGo: changes.letGo,
  exported: (files: number, folder: string) => `${plural(files, 'file')} written to ${folder}.`,
  cannotWrite: (place: string, why: string) =>
    `"${place}" cannot be written: ${why}. Name a folder that you can write to.`,
  notEmpty: (folder: string) =>
    `"${folder}" is not an empty folder. Name one that is empty or does not exist yet.`,
  takenDown: (document: string, entries: number) =>
    `The text of "${document}" is withdrawn from ${plural(entries, 'place')}. No refresh publishes it again: remove its file from the folder. Backups that were made before have it still: delete them.`,
  nothingTakenDown: (document: string) =>
    `No document "${document}" was ever published in this collection. See: npm run knowledge -- list`,
} as const;
