import type { APIMessage } from 'discord-api-types/v10';
import type { Actor } from '../interaction.js';
import type { Messages } from '../messages.js';
import type { Guild, GuildName, UserName, World } from '../world.js';
import { ClientRefusal } from './client-refusal.js';

/** Who does something and where; a member in #general of the home server where nothing is said. */
export interface As {
  user?: UserName;
  guild?: GuildName;
  /** Name of a channel. */
  channel?: string;
  /** Discord's code of the user's language. */
  locale?: string;
  /** Permission bits to have instead of those of the user's roles. */
  permissions?: bigint;
}

/** @throws ClientRefusal where there is no such server. */
export function guildNamed(name: GuildName, world: World): Guild {
  if (!Object.hasOwn(world.guilds, name)) throw new ClientRefusal(`there is no server called ${name}`);
  return world.guilds[name];
}

/** @throws ClientRefusal where there is nobody, no server or no channel of that name. */
export function actorOf(as: As, world: World): Actor {
  const { user = 'member', guild: guildName = 'home', channel: channelName = 'general' } = as;
  const { locale = 'en-US', permissions } = as;
  if (!Object.hasOwn(world.users, user)) throw new ClientRefusal(`there is nobody called ${user}`);
  const guild = guildNamed(guildName, world);
  const channel = guild.channels.find(({ name }) => name === channelName);
  if (!channel) throw new ClientRefusal(`no channel #${channelName} in ${guild.name}`);
  const { id: userId } = world.users[user];
  return { userId, guild, channel, locale, ...(permissions === undefined ? {} : { permissions }) };
}

/** The same, in the channel of a message. @throws ClientRefusal where the user cannot see the message. */
export function actorAt(message: APIMessage, as: As, world: World, messages: Messages): Actor {
  const channel = world.channelById(message.channel_id);
  const guild = channel && world.guildById(channel.guild_id);
  if (!channel || !guild) throw new ClientRefusal(`no channel ${message.channel_id}`);
  const actor = { ...actorOf(as, world), channel, guild };
  const reader = messages.visibleTo(message.id);
  if (reader !== undefined && reader !== actor.userId)
    throw new ClientRefusal('this message is ephemeral, for somebody else');
  return actor;
}
