import type { ApplicationCommandType } from 'discord-api-types/v10';
import type { Feed } from './feed.js';
import type { Upload } from './files.js';
import { type CommandBody, type CommandOption, checkCommands, typeOf } from './rules/command.js';
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
  guild_id?: string;
  options?: CommandOption[];
}

export interface Commands {
  /** Replaces all commands of a scope: a server's id, or `global`. */
  overwrite(scope: string, bodies: readonly CommandBody[]): RegisteredCommand[];
  list(scope: string): RegisteredCommand[];
  /** The commands that can be used in a server; its own win over global ones. */
  usableIn(guildId: string): RegisteredCommand[];
}

export const GLOBAL = 'global';

export function createCommands(nextId: () => string, world: World, feed: Feed): Commands {
  const scopes = new Map<string, RegisteredCommand[]>();
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
      feed.publish({ kind: 'commands' });
      return fresh;
    },
    usableIn(guildId) {
      const own = list(guildId);
      const isShadowed = (command: RegisteredCommand) =>
        own.some(({ name, type }) => name === command.name && type === command.type);
      return [...own, ...list(GLOBAL).filter((command) => !isShadowed(command))];
    },
  };
}

function register(
  body: CommandBody,
  scope: string,
  id: string,
  version: string,
  world: World,
): RegisteredCommand {
  const permissions = body.default_member_permissions;
  return {
    ...stored(body),
    id,
    version,
    application_id: world.application.id,
    type: typeOf(body),
    description: body.description ?? '',
    default_member_permissions: permissions == null ? null : String(permissions),
    ...(scope === GLOBAL ? {} : { guild_id: scope }),
  };
}

/** Without the fields that are null or empty, except those that Discord gives back all the same. */
function stored(body: CommandBody): Omit<CommandBody, 'options' | 'type'> & { options?: CommandOption[] } {
  const defaults = {
    name_localizations: null,
    description_localizations: null,
    dm_permission: true,
    contexts: null,
    integration_types: [0],
    nsfw: false,
  };
  const { options, type: _, ...rest } = body;
  return { ...defaults, ...rest, ...(options?.length ? { options } : {}) };
}
