import type { ApplicationCommandType, ApplicationIntegrationType } from 'discord-api-types/v10';
import type { Archive } from './archive.js';
import type { Feed } from './feed.js';
import type { Upload } from './files.js';
import { type CommandBody, checkCommands, typeOf } from './rules/command.js';
import type { CommandOption } from './rules/option.js';
import type { World } from './world.js';

/** What a member gives as an option: ids for users, roles and channels, a file for an attachment. */
export type OptionValue = string | number | boolean | Upload;

export interface RegisteredCommand extends Omit<CommandBody, 'options' | 'type'> {
  id: string;
  application_id: string;
  version: string;
  type: ApplicationCommandType;
  description: string;
  default_member_permissions: string | null;
  integration_types: ApplicationIntegrationType[];
  dm_permission: boolean;
  guild_id?: string;
  options?: CommandOption[];
}

export interface Commands {
  /** Replaces all commands of a scope: a server's id, or `global`. */
  overwrite(scope: string, bodies: readonly CommandBody[]): RegisteredCommand[];
  list(scope: string): RegisteredCommand[];
  /** All commands that there are in a server, or outside of servers; its own win over global ones. */
  registeredFor(guildId: string | undefined): RegisteredCommand[];
}

export const GLOBAL = 'global';

export interface CommandsOptions {
  nextId: () => string;
  world: World;
  feed: Feed;
  archive: Archive;
}

/** The commands that were registered, also by a bot that is away now. */
export function createCommands({ nextId, world, feed, archive }: CommandsOptions): Commands {
  const scopes = new Map(archive.read<[string, RegisteredCommand[]]>('commands'));
  const changed = archive.keep('commands', () => [...scopes]);
  const list = (scope: string) => scopes.get(scope) ?? [];

  return {
    list,
    overwrite(scope, bodies) {
      checkCommands(bodies);
      const old = list(scope);
      const fresh = bodies.map((body) => {
        const same = old.find(({ name, type }) => name === body.name && type === typeOf(body));
        return register(body, scope, same?.id ?? nextId(), nextId(), world);
      });
      scopes.set(scope, fresh);
      changed();
      feed.publish({ kind: 'commands' });
      return fresh;
    },
    registeredFor(guildId) {
      const own = guildId === undefined ? [] : list(guildId);
      const isShadowed = (command: RegisteredCommand) =>
        own.some(({ name, type }) => name === command.name && type === command.type);
      return [...own, ...list(GLOBAL).filter((command) => !isShadowed(command))];
    },
  };
}

/** A command as Discord gives it back. */
function register(
  body: CommandBody,
  scope: string,
  id: string,
  version: string,
  world: World,
): RegisteredCommand {
  const { options, default_member_permissions: permissions, ...rest } = body;
  return {
    ...rest,
    name_localizations: body.name_localizations ?? null,
    description_localizations: body.description_localizations ?? null,
    contexts: body.contexts ?? null,
    dm_permission: body.dm_permission ?? true,
    integration_types: body.integration_types ?? [0],
    nsfw: body.nsfw ?? false,
    id,
    version,
    application_id: world.application.id,
    type: typeOf(body),
    description: body.description ?? '',
    default_member_permissions: permissions == null ? null : String(permissions),
    ...(options?.length ? { options } : {}),
    ...(scope === GLOBAL ? {} : { guild_id: scope }),
  };
}
