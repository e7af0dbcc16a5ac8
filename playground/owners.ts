import {
  type APIMessage,
  InteractionContextType as Context,
  ApplicationIntegrationType as Kind,
} from 'discord-api-types/v10';
import type { RegisteredCommand } from './commands.js';
import type { Installs } from './installs.js';
import type { Place } from './world.js';

/** Whose installs allow an interaction, by the kind of install; `"0"` stands for the direct messages with the bot. */
export type Owners = Partial<Record<Kind, string>>;

/** Who uses something, and where. */
interface Use {
  place: Place;
  userId: string;
}

/** Whose installs let somebody use a command at a place: those of whom nobody is left are without it. */
export function ownersOf(command: RegisteredCommand, { place, userId }: Use, installs: Installs): Owners {
  const { contexts, integration_types: kinds, dm_permission: inDirect } = command;
  const isForPlace = contexts ? contexts.includes(place.context) : inDirect || place.guild;
  if (!isForPlace) return {};
  const guild = kinds.includes(Kind.GuildInstall) ? guildOwner(place, installs) : undefined;
  const user = kinds.includes(Kind.UserInstall) && installs.onUser(userId) ? userId : undefined;
  return {
    ...(guild !== undefined && { [Kind.GuildInstall]: guild }),
    ...(user !== undefined && { [Kind.UserInstall]: user }),
  };
}

/**
 * Whose installs let people use the components of a message: those that brought it there, whoever presses a button. What
 * the bot wrote of itself is there by the server's.
 */
export function ownersOfMessage(message: APIMessage, place: Place, installs: Installs): Owners {
  const brought = message.interaction_metadata?.authorizing_integration_owners;
  if (brought) return brought;
  const guild = guildOwner(place, installs);
  return guild === undefined ? {} : { [Kind.GuildInstall]: guild };
}

/** The server whose install counts at a place. */
function guildOwner({ context, guild }: Place, installs: Installs): string | undefined {
  if (context === Context.BotDM) return '0';
  return guild && installs.inGuild(guild.id) ? guild.id : undefined;
}

/** Whether only the person themselves brought the application here. */
export const isByUserAlone = (owners: Owners): boolean => owners[Kind.GuildInstall] === undefined;
