import { ChannelType, type Client, DiscordAPIError, type Guild, PermissionFlagsBits } from 'discord.js';
import type { Copy } from '../copy/copy.js';
import { copyFor } from '../copy/languages.js';
import { render } from './render.js';
import type { Reply } from './reply.js';

/** Messages that answer nobody: reports in a channel of a server. */
export interface Channels {
  /** Whether the bot may write in a channel of this server. */
  mayPost(guildId: string, channelId: string): Promise<boolean>;
  /**
   * Posts what `reply` makes of the words of the server's language.
   * @returns false where it may not, or not any more.
   */
  post(guildId: string, channelId: string, reply: (copy: Copy) => Reply): Promise<boolean>;
  /** The same in the channel that a server has for messages of the system, or else in the first one where it may. */
  postFirst(guildId: string, reply: (copy: Copy) => Reply): Promise<boolean>;
}

const NEEDED = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;

/** @param clientOf The client on whose shard a server is; what is posted where none is here is not posted. */
export function createChannels(clientOf: (guildId: string) => Client | undefined): Channels {
  async function find(guildId: string, channelId: string) {
    const channel = await clientOf(guildId)?.channels.fetch(channelId).catch(unlessRefused);
    if (!channel?.isSendable() || channel.isDMBased() || channel.guildId !== guildId) return undefined;
    return channel.permissionsFor(channel.client.user)?.has(NEEDED) ? channel : undefined;
  }

  async function post(guildId: string, channelId: string, reply: (copy: Copy) => Reply): Promise<boolean> {
    const channel = await find(guildId, channelId);
    if (!channel) return false;
    const copy = copyFor(channel.guild.preferredLocale);
    return (await channel.send(render(reply(copy), copy)).catch(unlessRefused)) !== null;
  }

  return {
    async mayPost(guildId, channelId) {
      return (await find(guildId, channelId)) !== undefined;
    },
    post,
    async postFirst(guildId, reply) {
      for (const id of await channelsToGreetIn(clientOf(guildId)?.guilds.cache.get(guildId)))
        if (await post(guildId, id, reply)) return true;
      return false;
    },
  };
}

/** Ids of text channels, as a server orders them, after the one for messages of the system. */
async function channelsToGreetIn(guild: Guild | undefined): Promise<string[]> {
  if (!guild) return [];
  const all = await guild.channels.fetch(undefined, { cache: false });
  const texts = [...all.values()]
    .filter((channel) => channel?.type === ChannelType.GuildText)
    .sort((a, b) => a.rawPosition - b.rawPosition)
    .map(({ id }) => id);
  return [...new Set([...(guild.systemChannelId === null ? [] : [guild.systemChannelId]), ...texts])];
}

/** Unknown channel, missing access, missing permissions. */
const REFUSED: ReadonlySet<unknown> = new Set([10_003, 50_001, 50_013]);

function unlessRefused(error: unknown): null {
  if (error instanceof DiscordAPIError && REFUSED.has(error.code)) return null;
  throw error;
}
