import type { Command, MessageCommand } from '../discord/command.js';
import { ask } from './ask.js';
import { findSources } from './find-sources.js';
import { createHelp } from './help.js';
import { knowledge } from './knowledge/knowledge.js';
import { sources } from './sources.js';

const aboutDocuments = [ask, sources];

/** All commands: what is registered with Discord and what the router knows are this one list. */
export const commands: readonly Command[] = [
  ...aboutDocuments,
  knowledge,
  createHelp([...aboutDocuments, knowledge]),
];

/** Those in the menu of a message. */
export const messageCommands: readonly MessageCommand[] = [findSources];
