import { problemTexts } from '../problem-texts.js';
import { ask, citation } from './asking.js';
import { changes } from './changes.js';
import { findSources } from './find-sources.js';
import { knowledge } from './knowledge.js';
import { names } from './names.js';
import { plural } from './phrases.js';
import { atLine, problems } from './problems.js';

const sources = {
  description: 'List the documents behind the answers, or show the outline of one',
  document: 'A document, to see its outline',
  title: (count: number) => `${plural(count, 'document')} behind the answers`,
  none: 'There are no documents yet. The person who hosts this bot can add some to its knowledge folder.',
  paragraphs: (count: number) => plural(count, 'paragraph'),
  beforeHeadings: 'Opening',
  unknown: (asked: string) =>
    `I have no document called “${asked}”. Pick one from the list that appears as you type.`,
} as const;

const help = {
  description: 'What this bot can do, and how to use it',
  title: 'Answers you can check',
  about:
    'I answer questions about China’s AI alliances with passages quoted word for word from documents, each with ' +
    'its source. I write nothing of my own, and say so when the documents don’t answer.',
  commands: 'What you can do',
  tips: 'For better answers',
  tip: [
    'Ask one thing at a time, with the names you know: “Who is in the Model-Chip Ecosystem Innovation Alliance?”',
    'While you type, questions appear that the documents answer. Pick one, or ask in your own words.',
    'Words in bold are from your question. The line below a quotation says where it comes from.',
    'Answers are seen by everyone in the channel. With private: True, only you see yours.',
  ],
} as const;

const reply = {
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  previous: 'Previous',
  next: 'Next',
  formTooLate: 'The form took too long to open, and Discord no longer accepts it. Please try again.',
  shortened: 'Shortened: a message in Discord has no room for more.',
  failed: (errorId: string) =>
    `Something went wrong on my side. Please try again; if it happens again, tell the person who hosts this bot: error ${errorId}.`,
  unknownCommand: 'This command no longer exists. Reload Discord (Ctrl+R) to see the current ones.',
  preparing: 'The documents of this server are being prepared. Please try again in a moment.',
  staleButton: 'This belongs to an earlier version of me. Please use the command again.',
} as const;

/**
 * All that members and moderators read, in English: what the other languages are translated from. Plain text: rendering
 * adds the Markdown. An error says what happened and what to do next.
 */
export const en = {
  names,
  ask,
  sources,
  findSources,
  help,
  citation,
  reply,
  changes,
  knowledge,
  ...problemTexts(problems, atLine),
} as const;
