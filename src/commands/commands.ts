import type { Command, MessageCommand } from '../discord/command.js';
import { ask } from './ask.js';
import { findSources } from './find-sources.js';
import { createHelp } from './help.js';
import { knowledge } from './knowledge/knowledge.js';
import { privacy } from './privacy.js';
import { profile } from './profile.js';
import { search } from './search.js';
import { sources } from './sources.js';
import { timeline } from './timeline.js';

const forEveryone = [ask, search, profile, timeline, sources, privacy];

/** Those in the menu of a message. */
export const messageCommands: readonly MessageCommand[] = [findSources];

/** All commands: what is registered with Discord and what the router knows are this one list. */
export const commands: readonly Command[] = [
  ...forEveryone,
  knowledge,
  createHelp({ everyone: forEveryone, moderators: knowledge, ofMessages: messageCommands }),
];
