import { Client, GatewayDispatchEvents, GatewayIntentBits, Options, type RESTOptions } from 'discord.js';
import type { IdentifyTurns } from './identify-turns.js';

export interface ShardClientOptions {
  readonly shard: number;
  readonly count: number;
  readonly rest: Partial<RESTOptions>;
  readonly identifyTurns: IdentifyTurns;
}

/**
 * The client of one shard. discord.js takes the shards of a client once, when it is made; one for each can be connected and
 * given up by itself.
 */
export function createShardClient({ shard, count, rest, identifyTurns }: ShardClientOptions): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: [shard],
    shardCount: count,
    rest,
    makeCache: cacheServersAlone,
    ws: {
      buildIdentifyThrottler: async (manager) => {
        const { session_start_limit: limit } = await manager.fetchGatewayInformation();
        return { waitForIdentify: (id, signal) => identifyTurns.wait(id, limit.max_concurrency, signal) };
      },
    },
  });
  client.ws.on(GatewayDispatchEvents.Ready, () => void identifyTurns.identified(shard));
  client.ws.on(GatewayDispatchEvents.GuildCreate, withoutChannels);
  return client;
}

/**
 * Channels are most of what there is to keep of a server, and few are ever written to: these are fetched then. discord.js takes
 * a server in after it has told of it.
 */
function withoutChannels(server: { channels: readonly unknown[]; threads: readonly unknown[] }): void {
  server.channels = [];
  server.threads = [];
}

const onlyItself = {
  maxSize: 0,
  keepOverLimit: ({ id, client }: { readonly id: string; readonly client: Client }) => id === client.user?.id,
};

/**
 * Keeps servers with their roles, and of people the bot alone. By default everybody who ever asks something
 * would be kept, and up to 200 messages of each channel.
 */
const cacheServersAlone = Options.cacheWithLimits({
  UserManager: onlyItself,
  GuildMemberManager: onlyItself,
  AutoModerationRuleManager: 0,
  DMMessageManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildForumThreadManager: 0,
  GuildInviteManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  GuildTextThreadManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  VoiceStateManager: 0,
});
