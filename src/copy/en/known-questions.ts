import { plural } from './phrases.js';

/** Which questions of a list a message has. */
export function position(from: number, to: number, count: number): string {
  const [first, last, all] = [from, to, count].map((number) => number.toLocaleString('en'));
  return from === to ? `Question ${first} of ${all}` : `Questions ${first} to ${last} of ${all}`;
}

/** The words for tying what a member asked to the sentence that answers it. */
export const teach = {
  button: 'This passage answers it',
  title: 'Which passage answers it?',
  how: 'Choose the sentence that answers it; where it takes two or three together, choose all of them. You see which answers would change before anything is live.',
  along: (texts: readonly string[], more: number) =>
    `Asked in other words too, and taught with it: ${texts.map((text) => `“${text}”`).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  leftOut: (count: number, most: number) =>
    `Left out, as ${count === 1 ? 'it has' : 'they have'} more than ${most} characters: ${plural(count, 'wording')}.`,
  tooLong: (most: number) =>
    `A known question has at most ${most} characters, and this one is longer. You can answer it with a note; or ask it in fewer words with /ask, and if the answer is not sure, teach it from here.`,
  closest: 'What comes closest, best first:',
  found: (text: string) => `What comes closest to “${text}”, best first:`,
  nothing: 'Nothing in the documents comes close. Search for it in other words, or answer it with a note.',
  nothingFor: (text: string) =>
    `Nothing in the documents comes close to “${text}”. Search for it in other words, or add a document that says it with /knowledge add.`,
  sentence: (number: number, text: string) => `${number}. “${text}”`,
  choice: (number: number, text: string) => `${number} · ${text}`,
  marked: 'marked by a member',
  placeholder: 'The sentence that answers it, or up to three',
  search: 'Search for another',
  form: {
    title: 'Search for another passage',
    text: 'Words of the passage',
    example: 'As the document may say it',
  },
  changed:
    'The documents have changed since this list was made, and what you chose is no longer there. Use /knowledge questions for a new list.',
} as const;

/** The words for the known questions of a collection. */
export const known = {
  title: (count: number) => plural(count, 'known question'),
  none: 'No question is tied to a passage yet. /knowledge questions lists what members asked in vain; “This passage answers it” ties one to its answer.',
  orphans: (count: number) =>
    `${plural(count, 'question')} without ${count === 1 ? 'its' : 'their'} answer: the sentence is no longer in the documents. Pick ${count === 1 ? 'it' : 'one'} below to choose another sentence, or to remove the question.`,
  orphan: 'Its sentence is gone. ',
  answer: (text: string, title: string) => `“${text}” (${title})`,
  gone: (text: string, document: string) =>
    `“${text}” is no longer in “${document}”, so it answers nothing now. Choose another sentence, or remove the question.`,
  goneInFolder: (text: string, document: string) =>
    `“${text}” is no longer in “${document}”, so it answers nothing now.`,
  from: {
    folder: 'knowledge folder',
    shared: 'taught here, for every server',
    server: 'taught here, for this server',
  },
  placeholder: 'Look at a question, edit or remove it',
  position,
  edit: 'Edit the wording',
  passage: 'Choose another sentence',
  remove: 'Remove',
  back: 'Back to the list',
  form: { title: 'Edit the wording', question: 'The question, as members ask it' },
  noWording: 'The question was empty, so it stays as it was. Open the form again, or remove the question.',
  unknown:
    'This is no known question any more: it was changed or removed. Use /knowledge questions with view: known for those that are there now.',
} as const;
