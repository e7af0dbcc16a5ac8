import { setTimeout as sleep } from 'node:timers/promises';
import {
  Client,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  type RESTOptions,
  SimpleShardingStrategy,
  type WebSocketOptions,
} from 'discord.js';
import type { IdentifyTurns } from './identify-turns.js';

export interface ShardClientOptions {
  readonly shard: number;
  readonly count: number;
  readonly rest: Partial<RESTOptions>;
  readonly identifyTurns: IdentifyTurns;
}

export interface ShardClient {
  readonly client: Client;
  /** Aborted as soon as it is being closed. */
  readonly closed: AbortSignal;
  /** Disconnects for good. */
  close(): Promise<void>;
}

/** How long it is waited for Discord to take leave, while no lease is renewed: one that ends gives its leases back in that time, too. */
const LEAVE_MS = 1_000;

/**
 * The client of one shard. discord.js takes the shards of a client once, when it is made; one for each can be connected and
 * given up by itself.
 */
export function createShardClient({ shard, count, rest, identifyTurns }: ShardClientOptions): ShardClient {
  const closing = new AbortController();
  const closed = closing.signal;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: [shard],
    shardCount: count,
    rest,
    jsonTransformer: asItIs,
    makeCache: cacheServersAlone,
    ws: {
      buildStrategy: (manager) => new SimpleShardingStrategy(connectingUntil(closed, manager)),
      buildIdentifyThrottler: async (manager) => {
        const { session_start_limit: limit } = await manager.fetchGatewayInformation();
        return { waitForIdentify: (id, signal) => identifyTurns.wait(id, limit.max_concurrency, signal) };
      },
    },
  });
  client.ws.on(GatewayDispatchEvents.Ready, () => void identifyTurns.identified(shard));
  client.ws.on(GatewayDispatchEvents.GuildCreate, withoutChannels);
  return {
    client,
    closed,
    async close() {
      closing.abort();
      // discord.js may wait for ever where it is destroyed between identifying and Discord's answer.
      await Promise.race([client.destroy(), sleep(LEAVE_MS, undefined, { ref: false })]);
    },
  };
}

/** All that we send is in Discord's own words; discord.js would go through each reply to put its names into them. */
const asItIs = (sent: unknown) => sent;

type Gateway = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0];

/**
 * A client that is destroyed while it connects, or waits to connect again, connects all the same a moment later, and whoever has
 * the shard by then is not alone. Before it connects, each shard asks for the session that it had: that is not answered any more.
 */
function connectingUntil(closed: AbortSignal, manager: Gateway): Gateway {
  const { options } = manager;
  const { retrieveSessionInfo } = options;
  const never = new Promise<never>(() => {});
  options.retrieveSessionInfo = (shard) => (closed.aborted ? never : retrieveSessionInfo(shard));
  return manager;
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
