import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type APIApplication, type REST, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { connection as words } from '../copy/host.js';
import type { Command, MessageCommand } from './command.js';

/** A limit of Discord's on registering can last for a day. */
const PATIENCE_MS = 5_000;

/**
 * Registers the commands, or says in the log why not: with those that Discord knows the bot works, too. Resolves in any case,
 * and soon: what takes longer goes on.
 */
export async function registerCommands(
  rest: REST,
  definitions: readonly (Command | MessageCommand)['definition'][],
  log: Logger,
): Promise<void> {
  const registered = publishCommands(rest, definitions).then(
    (isChanged) => log.info({ commands: definitions.length, isChanged }, 'commands registered'),
    (error: unknown) => log.warn({ err: error }, words.commandsFailed),
  );
  const isLate = await Promise.race([registered, wait(PATIENCE_MS, 'late', { ref: false })]);
  if (isLate === 'late') log.warn(words.commandsLate);
}

/**
 * Makes Discord's list of commands equal to ours by one bulk overwrite, and only where it differs: members'
 * clients load the list anew after every overwrite, and Discord limits how many there may be in a day.
 *
 * @returns whether anything was written
 */
export async function publishCommands(
  rest: REST,
  definitions: readonly (Command | MessageCommand)['definition'][],
): Promise<boolean> {
  const { id } = (await rest.get(Routes.currentApplication())) as APIApplication;
  const route = Routes.applicationCommands(id);
  const published = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
  if (isSameList(published, definitions)) return false;
  await rest.put(route, { body: definitions });
  return true;
}

/** Whether two lists of commands mean the same, in whatever order and with whatever defaults spelt out. */
export function isSameList(published: unknown, definitions: readonly unknown[]): boolean {
  if (!Array.isArray(published)) return false;
  return isDeepStrictEqual(byName(published), byName(definitions));
}

function byName(commands: readonly unknown[]): unknown[] {
  const name = (command: unknown) => JSON.stringify([nameOf(command)]);
  return commands.map(normalise).sort((a, b) => (name(a) < name(b) ? -1 : 1));
}

function nameOf(command: unknown): unknown {
  return typeof command === 'object' && command && 'name' in command ? command.name : undefined;
}

/** What Discord adds to a command that it keeps. */
const KEPT_BY_DISCORD: ReadonlySet<string> = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'dm_permission',
  'name_localized',
  'description_localized',
]);

/** What a field means when it is absent. */
const MEANT_WHEN_ABSENT: Readonly<Record<string, unknown>> = { type: 1, integration_types: [0] };

/** Without what Discord adds, and without what says the same as its absence. */
function normalise(command: unknown): unknown {
  if (Array.isArray(command)) return command.map(normalise);
  if (typeof command !== 'object' || command === null) return command;
  const entries = Object.entries(command)
    .filter(([key, value]) => !KEPT_BY_DISCORD.has(key) && !isEmpty(value))
    .filter(([key, value]) => !isDeepStrictEqual(value, MEANT_WHEN_ABSENT[key]))
    .map(([key, value]) => [key, normalise(value)]);
  return Object.fromEntries(entries);
}

/** The description of a command in a menu is an empty text to Discord, and absent to us. */
function isEmpty(value: unknown): boolean {
  const isNothing = value === null || value === undefined || value === false || value === '';
  return isNothing || (Array.isArray(value) && value.length === 0);
}
