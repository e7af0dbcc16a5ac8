import { problemTexts } from '../problem-texts.js';
import { ask, citation, cite } from './asking.js';
import { changes } from './changes.js';
import { findSources } from './find-sources.js';
import { help } from './help.js';
import { knowledge } from './knowledge.js';
import { names } from './names.js';
import { privacy } from './privacy.js';
import { atLine, problems } from './problems.js';
import { profile } from './profile.js';
import { report } from './report.js';
import { dates, search } from './search.js';
import { sources } from './sources.js';
import { timeline } from './timeline.js';

/** First steps, posted once in a server that the bot has joined. */
const welcome = {
  title: 'Thank you for adding me',
  members: `Ask with /${names.ask}: questions appear while you type, and answers come with their sources.`,
  moderators: `For moderators: /${names.knowledge} ${names.add} adds documents of this server’s own, and the settings say who sees answers and where reports go.`,
  help: 'What I can do',
  settings: 'Settings for moderators',
} as const;

const reply = {
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  previous: 'Previous',
  next: 'Next',
  formTooLate: 'The form took too long to open, and Discord no longer accepts it. Please try again.',
  shortened: 'Shortened: a message in Discord has no room for more.',
  failed: (errorId: string) =>
    `Something went wrong on my side. Please try again; if it happens again, tell the person who hosts this bot: error ${errorId}.`,
  database: {
    full: (errorId: string) =>
      `Nothing could be saved: the disk of the machine that I run on is full. Whoever hosts this bot has to make room there; nothing has changed. Error ${errorId}.`,
    replaced: (errorId: string) =>
      `Nothing could be saved: the file of my database was deleted or replaced. Whoever hosts this bot has to put it back, or restart me. Error ${errorId}.`,
    damaged: (errorId: string) =>
      `My database is damaged. Whoever hosts this bot has to bring back a backup. Error ${errorId}.`,
    away: (errorId: string) =>
      `My database cannot be used at the moment. Please try again in a few minutes; if it goes on, tell the person who hosts this bot: error ${errorId}.`,
  },
  unknownCommand: 'This command no longer exists. Reload Discord (Ctrl+R) to see the current ones.',
  preparing: 'The documents of this server are being prepared. Please try again in a moment.',
  busy: 'More is being asked just now than I can answer. Please try again in a moment.',
  restarting: 'I am being restarted. Please try again in a moment.',
  staleButton: 'This belongs to an earlier version of me. Please use the command again.',
} as const;

/**
 * All that members and moderators read, in English: what the other languages are translated from. Plain text: rendering
 * adds the Markdown. An error says what happened and what to do next.
 */
export const en = {
  names,
  ask,
  search,
  timeline,
  profile,
  dates,
  sources,
  findSources,
  help,
  welcome,
  privacy,
  report,
  citation,
  cite,
  reply,
  changes,
  knowledge,
  ...problemTexts(problems, atLine),
} as const;
