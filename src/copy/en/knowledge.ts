import type { AskedQuestion, Step, Thumbs } from '../../library/library.js';
import type { Words } from '../phrases.js';
import { known, position, teach } from './known-questions.js';
import { moment, plural } from './phrases.js';
import { collection, correction, preview, proposal, published } from './preview.js';
import { settings } from './settings.js';

/** The words of /knowledge, with which moderators keep the documents. */
export const knowledge = {
  description: 'Manage the documents behind the answers, and what members ask in vain: for moderators',
  collection,

  refusal: {
    'direct-message': 'This works in a server, for its moderators; not in a direct message.',
    'not-added':
      'This works in a server that has added me. Somebody who may manage this server can do that in my profile: Add App.',
    moderators: <T>(role?: T): Words<T> =>
      role === undefined
        ? ['Only members who may manage this server (permission “Manage Server”) can do this.']
        : [
            'Only members who may manage this server (permission “Manage Server”) or have the role ',
            role,
            ' can do this.',
          ],
    'other-server': 'This belongs to another server: only its moderators can do this, and only there.',
    'home-moderators':
      'The shared documents are managed by the moderators of the bot’s home server; here you can manage your server’s own with collection: server.',
    owners:
      'Only the owner of this bot can change the shared documents; the person who hosts it can set HOME_GUILD_ID to a server’s id, and that server’s moderators will manage them.',
  },

  step: (step: Step): string => {
    switch (step.kind) {
      case 'reading':
        return 'Reading the documents…';
      case 'comparing':
        return 'Comparing them with what is live…';
      case 'building':
        return `Indexing ${plural(step.passages, 'passage')}…`;
      case 'asking':
        return `Asking ${plural(step.questions, 'question')} of the old and the new…`;
    }
  },

  refresh: {
    description: 'Read the sources of the documents again and see what would change',
    nothingChanged: 'Nothing has changed.',
    /** By the reason of a FolderError. */
    folder: {
      missing:
        'There is no folder of documents. For the person who hosts this bot: Create it, or name another one in KNOWLEDGE_DIR.',
      'not-a-folder':
        'There is a file in place of the folder of documents. For the person who hosts this bot: Name the folder in KNOWLEDGE_DIR.',
      changed:
        'A file was changed while the folder of documents was being read. Try again when nobody is writing to it.',
      unreadable:
        'The folder of documents cannot be read. For the person who hosts this bot: Allow the bot to read it, or name another one in KNOWLEDGE_DIR.',
    },
  },
  add: {
    description: 'Add a document to this server’s own, from a file or a web page',
    file: 'Markdown, plain text, mail or subtitles up to 2 MB; HTML, PDF or Word (.docx) up to 8 MB',
    url: 'The address of a web page, which begins with https:// or http://',
    oneOfTwo: 'Give either a file or the address (url) of a web page: exactly one of the two.',
    unread: 'It was not added:',
  },
  remove: {
    description: 'Remove a document from this server’s own',
    document: 'A document of this server',
  },
  rollback: {
    description: 'Bring back the documents of an earlier revision',
    revision: 'The number of the revision, see /knowledge history',
    beforeFirst: '0 · before the first revision: nothing of this server’s own',
    choice: (revision: number, at: Date, zone: string, what: string) =>
      `${revision} · ${moment(at, zone)} · ${what}`,
  },

  preview,

  proposal,

  published,

  correction,

  list: {
    description: 'List the documents of a collection',
    none: (isShared: boolean) =>
      isShared
        ? 'There are no shared documents yet. The person who hosts this bot can add some to its knowledge folder.'
        : 'This server has no documents of its own yet. /knowledge add takes a file or a web page.',
    count: (documents: number) => plural(documents, 'document'),
    moreRemarks: (count: number) => `and ${plural(count, 'more remark')} on how it was read`,
    origin: {
      folder: 'knowledge folder',
      file: (name: string) => `file ${name}`,
      url: 'web page',
      note: 'note by ',
    },
  },

  status: {
    description: 'What is live, since when, and whether a refresh is waiting',
    live: <T>(revision: number, who: T, when: T): Words<T> => [
      `Revision ${revision} is live, published by `,
      who,
      ', ',
      when,
    ],
    nothing: 'Nothing has been published yet.',
    size: (documents: number, passages: number) =>
      `${plural(documents, 'document')}, ${plural(passages, 'passage')}`,
    folder: {
      same: 'The knowledge folder holds the same: no refresh is waiting.',
      differs: 'The knowledge folder has changed: a refresh is waiting. See it with /knowledge refresh.',
      unreadable: 'The knowledge folder cannot be read. Tell the person who hosts this bot.',
    },
    underWay: <T>(who: T, since: T): Words<T> => [who, ' has been preparing a change since ', since, '.'],
    schedule: <T>(next: T): Words<T> => ['The next scheduled refresh is ', next, '.'],
    noSchedule: 'No refresh is scheduled. /knowledge settings sets one.',
  },

  history: {
    description: 'Revisions, and what moderators did',
    title: (isShared: boolean) => `History of ${collection.text(isShared)}`,
    none: 'Nothing has happened yet.',
    actions: {
      /** @param what What the revision was published for; empty where that is not known. */
      publish: (revision: number, what: string) => `published revision ${revision}${what && `: ${what}`}`,
      takedown: (document: string, why: string) => `withdrew “${document}”: ${why}`,
      discard: 'discarded a preview',
      settings: 'changed the settings',
      dismiss: 'dismissed a question that members asked',
      'dismiss-report': 'dismissed a report of a member',
      first: 'read the knowledge folder for the first time',
      refresh: 'previewed a refresh',
      add: 'previewed adding a document',
      remove: 'previewed removing a document',
      rollback: 'previewed a rollback',
      teach: 'previewed a change of the known questions',
    },
    older: 'Older',
    newest: 'Newest',
    end: 'There is nothing earlier.',
  },

  questions: {
    description: 'What members asked in vain or reported, and the questions tied to a passage',
    view: 'Which of them; by default the questions that members asked in vain',
    views: {
      asked: 'asked without a sure answer',
      reports: 'reports: what members say is wrong',
      known: 'known: tied to the passage that answers',
    },
    title: (count: number) => `${plural(count, 'question')} without a sure answer`,
    none: 'No question waits for you: each that members asked so far had a sure answer. One without is listed here for 90 days.',
    off: 'Questions are not kept in this server. /knowledge settings with page: answers turns that on.',
    counts: ({ unanswered, unsure, thumbs }: Pick<AskedQuestion, 'unanswered' | 'unsure' | 'thumbs'>) =>
      [
        ...(unanswered > 0 ? [`no answer, ${times(unanswered)}`] : []),
        ...(unsure > 0 ? [`no sure answer, ${times(unsure)}`] : []),
        ...counted('answer', thumbs.answered),
        ...counted('unsure answer', thumbs.unsure),
      ].join(' · '),
    last: ' · last ',
    alike: (texts: readonly string[]) => `Also asked as: ${texts.map((text) => `“${text}”`).join(', ')}`,
    closest: 'Closest:',
    answered: 'The documents answer this now:',
    marked: (members: number) =>
      `${members === 1 ? 'A member' : `${members.toLocaleString('en')} members`} marked this as the answer:`,
    teach: teach.button,
    nothingNear: 'Nothing in the documents comes close.',
    note: 'Answer with a note',
    dismiss: 'Dismiss',
    download: 'Download as CSV',
    downloaded: (count: number) => `${plural(count, 'question')}, most asked first.`,
    position,
    fileName: 'questions.csv',
    columns: [
      'question',
      'not answered',
      'not surely answered',
      'thumbs up',
      'thumbs down',
      'thumbs up where unsure',
      'thumbs down where unsure',
      'last asked',
      'closest document',
      'closest passage',
    ],
    gone: 'This question is no longer on the list: it was dismissed, has become a known question, or is older than 90 days. Use /knowledge questions for those that are there now.',
  },

  teach,

  known,

  note: {
    formTitle: 'Answer with a note',
    fields: {
      text: 'The answer, in your own words',
      title: 'Title',
      publisher: 'Who says so (publisher of the source)',
      url: 'Address of the source',
      published: 'When it was published',
    },
    title: (title: string) => `Note of this server’s moderators: ${title}`,
    author: 'this server’s moderators',
  },

  settings,

  report: {
    waiting: 'The scheduled refresh found changes. A moderator can publish them:',
    failed: (detail: string) =>
      `The scheduled refresh failed. ${detail} It will be tried again at the next scheduled time; you are told only once until it works again.`,
    tooLong: 'It took too long and was stopped.',
    unknown: 'The person who hosts this bot can find the reason in its log.',
  },

  who: { host: 'the person who hosts this bot', schedule: 'the schedule' },
} as const;

function times(count: number): string {
  return count === 1 ? 'once' : `${count.toLocaleString('en')} times`;
}

function counted(what: string, { up, down }: Thumbs): string[] {
  return up + down > 0 ? [`${what} 👍 ${up} 👎 ${down}`] : [];
}
