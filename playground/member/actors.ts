import { type APIMessage, ChannelType } from 'discord-api-types/v10';
import type { Actor } from '../interaction.js';
import type { Messages } from '../messages.js';
import type { PrivateChannel } from '../private-channels.js';
import type { GuildName, Place, UserName, World } from '../world.js';
import { ClientRefusal } from './client-refusal.js';

/** Who does something and where; a member in #general of the home server where nothing is said. */
export interface As {
  user?: UserName;
  guild?: GuildName;
  /** Name of a channel. */
  channel?: string;
  /** Instead of a server's channel by its name: `dm` with the bot, the `group`, or any channel by its id. */
  place?: string;
  /** Discord's code of the user's language. */
  locale?: string;
  /** Permission bits to have instead of those of the user's roles. */
  permissions?: bigint;
}

/** @throws ClientRefusal where there is nobody or no such place, or the user is not there. */
export function actorOf(as: As, world: World): Actor {
  const { user = 'member', locale = 'en-US', permissions } = as;
  if (!Object.hasOwn(world.users, user)) throw new ClientRefusal(`there is nobody called ${user}`);
  const { id: userId } = world.users[user];
  const place = as.place === undefined ? channelNamed(as, world) : placeCalled(as.place, userId, world);
  if (!isIn(place, userId)) throw new ClientRefusal(`${user} cannot see that channel`);
  return { userId, place, locale, ...(permissions === undefined ? {} : { permissions }) };
}

/** The same, in the channel of a message. @throws ClientRefusal where the user cannot see the message. */
export function actorAt(message: APIMessage, as: As, world: World, messages: Messages): Actor {
  const actor = actorOf({ ...as, place: message.channel_id }, world);
  const reader = messages.visibleTo(message.id);
  if (reader !== undefined && reader !== actor.userId)
    throw new ClientRefusal('this message is ephemeral, for somebody else');
  return actor;
}

function channelNamed({ guild: name = 'home', channel: channelName = 'general' }: As, world: World): Place {
  if (!Object.hasOwn(world.guilds, name)) throw new ClientRefusal(`there is no server called ${name}`);
  const { channels, name: shown } = world.guilds[name];
  const id = channels.find((channel) => channel.name === channelName)?.id ?? '';
  const place = world.placeById(id);
  if (!place) throw new ClientRefusal(`no channel #${channelName} in ${shown}`);
  return place;
}

function placeCalled(name: string, userId: string, world: World): Place {
  const direct = () => world.privates.find((one) => one.type === ChannelType.DM && isRecipient(one, userId));
  const group = () => world.privates.find(({ type }) => type === ChannelType.GroupDM);
  const id = name === 'dm' ? direct()?.id : name === 'group' ? group()?.id : name;
  const place = world.placeById(id ?? '');
  if (!place) throw new ClientRefusal(`no channel ${name}`);
  return place;
}

const isIn = ({ guild, channel }: Place, userId: string): boolean =>
  guild ? guild.members.some(({ user }) => user.id === userId) : isRecipient(channel, userId);

const isRecipient = ({ recipients }: PrivateChannel, userId: string): boolean =>
  recipients.some(({ id }) => id === userId);
