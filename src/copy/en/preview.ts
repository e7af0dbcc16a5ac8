import type { ChangedField } from '../../documents/diff.js';
import type { SentenceFault } from '../../documents/problem.js';
import type { Proposal } from '../../library/library.js';
import type { ChangeKind, Warning } from '../../library/preview.js';
import type { Words } from '../phrases.js';
import { changes } from './changes.js';
import { plural } from './phrases.js';

// The words around a change of the documents: what it would do, why it cannot be, what became of it.

export const collection = {
  option: 'Which documents; by default this server’s own, and in the home server the shared ones',
  names: { server: 'this server’s own', shared: 'shared, seen in every server' },
  title: (isShared: boolean) => (isShared ? 'Shared documents' : 'This server’s documents'),
  text: (isShared: boolean) => (isShared ? 'the shared documents' : 'this server’s documents'),
} as const;

export const preview = {
  title: (kind: ChangeKind, isShared: boolean, rollbackTo?: number) => {
    const documents = collection.text(isShared);
    if (kind === 'rollback')
      return `Preview: ${documents} as ${rollbackTo === 0 ? 'before the first revision' : `in revision ${rollbackTo}`}`;
    const titles = {
      first: 'first publication of',
      refresh: 'refresh of',
      add: 'adding to',
      remove: 'removing from',
      teach: 'known questions of',
    };
    return `Preview: ${titles[kind]} ${documents}`;
  },
  notLive: <T>(until: T): Words<T> => [
    'Nothing is live until you publish it. This preview is kept until ',
    until,
  ],
  passages: (before: number, after: number) =>
    before === after
      ? plural(after, 'passage')
      : `${plural(after, 'passage')}, ${before.toLocaleString('en')} now`,
  glossary: 'Names and synonyms changed',
  /** @param signed How many come, go and change, such as `+3 −1`. */
  knownQuestions: (signed: string) => `Known questions ${signed}`,
  wording: { added: '+ ', removed: '− ', changed: '~ ' },
  moreQuestions: (count: number) => `and ${plural(count, 'more known question')}`,
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed: ',
  problems: 'Problems',
  questionProblems: (count: number) =>
    `${plural(count, 'problem')} with known questions, which the whole preview names`,
  warnings: 'Please look at this first',
  says: 'What it says, as it would be quoted',
  moreOpenings: (count: number) => `and ${plural(count, 'more section')}`,
  leaveOut: (documents: number) => `Leave out ${plural(documents, 'document')} that cannot be read`,
  size: (passages: number) => plural(passages, 'passage'),
  fields: (fields: readonly ChangedField[]) => `Also changed: ${fields.map((one) => FIELDS[one]).join(', ')}`,
  onlyFields: (fields: readonly ChangedField[]) =>
    `Only changed: ${fields.map((one) => FIELDS[one]).join(', ')}`,
  moreLines: (count: number) => `and ${plural(count, 'more changed paragraph')}`,
  more: (count: number) => `and ${count.toLocaleString('en')} more`,
  warning: (warning: Warning): string => {
    switch (warning.kind) {
      case 'no-passages':
        return `“${warning.title}” has no text that an answer could quote.`;
      case 'not-found-by-title':
        return `Searching for “${warning.title}” does not find that document first. A clearer title helps.`;
      case 'replaces':
        return `“${warning.title}” would take the place of “${warning.before}”, which has the same name (${warning.id}). If it is another document, discard this and give the file another name. Publishing it takes a second press.`;
      case 'shrinks':
        return `Fewer than half of the passages would be left: ${warning.after.toLocaleString('en')} of ${warning.before.toLocaleString('en')}. Publishing this takes a second press.`;
    }
  },
  answers: (changed: number, compared: number) =>
    changed === 0
      ? `Answers: none of ${plural(compared, 'question')} would be answered differently.`
      : `Answers: ${changed} of ${plural(compared, 'question')} would be answered differently`,
  before: '− ',
  after: '+ ',
  noAnswer: '(the documents don’t answer it)',
  quoted: {
    answered: (text: string, document: string) => `“${text}” (${document})`,
    unsure: (text: string, document: string) => `comes closest: “${text}” (${document})`,
  },
  publish: 'Publish',
  publishAnyway: 'Publish anyway',
  discard: 'Discard',
  correct: 'Correct the source',
  again: 'Preview again',
  whole: 'Show the whole preview',
  sureToo: 'Press “Publish anyway” if this is what you want.',
} as const;

export const proposal = {
  unchanged: 'Nothing would change: what this would publish is live already.',
  busy: <T>(who: T, since: T): Words<T> => [
    who,
    ' has been preparing a change to these documents since ',
    since,
    '. Please try again when that is done.',
  ],
  refused: (proposal: Exclude<Proposal, { kind: 'draft' | 'unchanged' | 'busy' | 'unread' }>): string => {
    switch (proposal.kind) {
      case 'over-limit':
        if (proposal.limit === 'knownQuestions')
          return `With this there would be ${changes.limits.knownQuestions(proposal.wanted)}, and at most ${proposal.most.toLocaleString('en')} are kept. Remove some first: /knowledge questions with view: known lists them.`;
        return `With this the server would have ${changes.limits[proposal.limit](proposal.wanted)}, and at most ${changes.limits[proposal.limit](proposal.most)} are allowed. Remove something with /knowledge remove, or ask the person who hosts this bot for more room.`;
      case 'no-document':
        return `This server has no document “${proposal.document}” of its own. Pick one from the list that appears as you type.`;
      case 'no-revision':
        return `There is no revision ${proposal.revision}. Pick one from the list that appears as you type.`;
      case 'let-go':
        return `Revision ${proposal.revision} is too old to be brought back: its documents are no longer kept. Pick a later one from the list that appears as you type.`;
      case 'in-folder':
        return `“${proposal.document}” is one of the shared documents, which come from the knowledge folder. Remove its file there, then use /knowledge refresh with collection: shared.`;
      case 'withdrawn':
        return `The text of “${proposal.document}” was withdrawn and cannot be published again. Add another text.`;
      case 'no-sentence':
        return NO_SENTENCE[proposal.fault](proposal.document);
      case 'question-too-long':
        return `A known question has at most ${proposal.most} characters. Make it shorter.`;
      case 'question-in-folder':
        return `“${proposal.question}” is a known question of the knowledge folder. Change its file in the folder asked there, then use /knowledge refresh with collection: shared.`;
      case 'too-long':
        return `That took more than ${plural(proposal.minutes, 'minute')} and was stopped. Nothing has changed. Try again, or remove the largest documents first.`;
    }
  },
} as const;

export const published = {
  done: <T>(revision: number, who: T): Words<T> => [`Published as revision ${revision} by `, who, '.'],
  next: 'Members are answered from it now. /knowledge rollback brings an earlier revision back.',
  stale: (base: number, current: number) =>
    `The documents have changed since this preview: it was made for revision ${base}, and revision ${current} is live. Nothing was published. Make the preview again to see what would change now.`,
  gone: 'This preview has been published or discarded, or is more than a day old. Nothing was changed just now. Use the command again for a new one.',
  withdrawn: (documents: readonly string[]) =>
    `Since this preview, a text in it was withdrawn: ${documents.join(', ')}. Nothing was published. Make the preview again without it.`,
  undo: 'Undo',
  /** Above the preview that takes a revision back which is not the live one any more. */
  since: (revision: number, live: number) =>
    `Since revision ${revision}, more was published: revision ${live} is live. This takes all of that back too.`,
  discarded: 'Discarded. Nothing has changed.',
} as const;

export const correction = {
  title: 'Correct the source',
  fields: {
    title: 'Title',
    publisher: 'Publisher',
    author: 'Author',
    published: 'Published',
    url: 'Address of the original',
  },
  dateHint: 'YYYY, YYYY-MM or YYYY-MM-DD',
  badDate: (text: string) =>
    `“${text}” is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD, so the date stays as it was.`,
  badUrl: (text: string) =>
    `“${text}” is not an address that begins with https:// or http:// and has no user name before an @, so the address stays as it was.`,
} as const;

/** Why a sentence cannot answer a known question, and what to do. */
const NO_SENTENCE: Readonly<Record<SentenceFault, (document: string) => string>> = {
  'no-document': (document) => `“${document}” is no document any more. Choose another passage.`,
  'not-found': (document) =>
    `“${document}” has changed and does not say that any more. Look for the passage again, and choose the sentence as it is now.`,
  'not-unique': (document) =>
    `“${document}” says that sentence more than once, so it cannot be told which one answers. Choose another sentence.`,
};

const FIELDS: Readonly<Record<ChangedField, string>> = {
  title: 'title',
  source: 'source',
  tags: 'tags',
  'sentence-sources': 'sources of sentences',
  headings: 'headings',
  pages: 'pages',
  order: 'order of paragraphs',
  layout: 'layout',
  remarks: 'remarks on how it was read',
};
