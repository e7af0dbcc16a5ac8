import { setTimeout as wait } from 'node:timers/promises';
import {
  type APIApplication,
  type Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  type Interaction,
  Routes,
} from 'discord.js';
import type { Logger } from 'pino';
import { commands, messageCommands } from './commands/commands.js';
import { reportScheduled } from './commands/knowledge/scheduled.js';
import { welcome } from './commands/welcome.js';
import { SetupError, type ShardSetting } from './config.js';
import { start as words } from './copy/host.js';
import { createChannels } from './discord/channels.js';
import type { Services } from './discord/command.js';
import type { DocumentImport } from './discord/document-port.js';
import { createKeptForms } from './discord/kept-forms.js';
import { followMembership } from './discord/membership.js';
import { ownersOf } from './discord/permissions.js';
import { createRateLimiter } from './discord/rate-limit.js';
import { publishCommands } from './discord/registration.js';
import { createRouter } from './discord/router.js';
import { createShards, type Shards } from './discord/shards/shards.js';
import type { Leases, Library } from './library/library.js';
import { discreet } from './log.js';
import { every } from './store/every.js';

export interface BotParts {
  readonly token: string;
  /** Base of Discord's REST API, without the version. */
  readonly apiUrl: string;
  readonly library: Library;
  readonly documentImport: DocumentImport;
  /** The server whose moderators keep the shared collection. */
  readonly homeGuildId?: string;
  /** From how many days on a document is marked with its age. */
  readonly oldAfterDays: number;
  /** Which shards run here; where nothing is said, all. */
  readonly shards?: ShardSetting;
  /** Where given, processes with the same ones share the shards. */
  readonly leases?: Leases;
  readonly now?: () => Date;
  /** Runs work again and again; returns what ends it. */
  readonly everyMinute?: (work: () => Promise<void>) => () => void;
  readonly log: Logger;
}

export interface Bot {
  /** Takes no more commands, lets those under way end, and disconnects. */
  stop(): Promise<void>;
}

/** How long commands under way may keep the bot from stopping. */
const GRACE_MS = 5000;
const MINUTE_MS = 60_000;

/**
 * Puts the bot together and connects it. Resolves when it answers commands and Discord knows them.
 *
 * @throws {SetupError} if the token is refused or Discord cannot be reached
 */
export async function startBot(parts: BotParts): Promise<Bot> {
  const { token, apiUrl, library, everyMinute = (work) => every(MINUTE_MS, work) } = parts;
  const log = discreet(parts.log);
  const shards = createShards({
    token,
    rest: { api: apiUrl },
    ...(parts.shards ?? { ids: 'auto' }),
    leases: parts.leases,
    onClient: (client) => {
      client.on(Events.InteractionCreate, onInteraction);
      logConnection(client, log);
      followMembership(client, library, (guildId) => services.channels.postFirst(guildId, welcome), log);
    },
    connect: (client) => connect(client, token),
    log,
  });
  const services = servicesOf(shards, { ...parts, log });
  const route = createRouter({
    commands,
    messageCommands,
    services,
    wait: (ms) => wait(ms, undefined, { ref: false }),
  });
  const underWay = new Set<Promise<void>>();
  const onInteraction = (interaction: Interaction) => {
    const answered = route(interaction).finally(() => underWay.delete(answered));
    underWay.add(answered);
  };

  try {
    await shards.open();
    const definitions = [...commands, ...messageCommands].map(({ definition }) => definition);
    const isChanged = await publishCommands(shards.rest, await applicationId(shards), definitions);
    log.info({ commands: definitions.length, isChanged }, 'commands registered');
  } catch (error) {
    await shards.close();
    throw explain(error, apiUrl);
  }

  const stopRefreshing = everyMinute(() =>
    reportScheduled((guildId) => shards.clientOf(guildId) !== undefined, services),
  );
  return {
    async stop() {
      stopRefreshing();
      // What is under way needs no connection to be answered.
      await shards.close();
      await Promise.race([Promise.allSettled(underWay), wait(GRACE_MS, undefined, { ref: false })]);
    },
  };
}

function servicesOf(shards: Shards, parts: BotParts): Services {
  const { library, documentImport, homeGuildId, oldAfterDays, now = () => new Date(), log } = parts;
  const owners = ownersOf(shards.rest);
  return {
    library,
    documentImport,
    home: { owners, ...(homeGuildId !== undefined && { guildId: homeGuildId }) },
    channels: createChannels(shards.clientOf),
    rateLimiter: createRateLimiter(now),
    keptForms: createKeptForms(),
    now,
    oldAfterDays,
    log,
  };
}

async function applicationId({ rest }: Shards): Promise<string> {
  const { id } = (await rest.get(Routes.currentApplication())) as APIApplication;
  return id;
}

/** Resolves when the client is ready. */
async function connect(client: Client, token: string): Promise<void> {
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await ready;
}

function explain(error: unknown, apiUrl: string): unknown {
  const isNoToken = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
  if (isNoToken || (error instanceof DiscordAPIError && error.status === 401))
    return new SetupError(words.tokenRefused);
  // What fetch throws: the network or the address, not an answer of Discord's.
  if (error instanceof TypeError || (error instanceof Error && 'syscall' in error))
    return new SetupError(words.unreachable(apiUrl, error.message));
  return error;
}

/** discord.js comes back by itself after a lost connection; without a listener an error would end the process. */
function logConnection(client: Client, log: Logger): void {
  client.on(Events.ClientReady, ({ user, guilds }) =>
    log.info({ user: user.tag, guilds: guilds.cache.size }, 'connected'),
  );
  client.on(Events.ShardDisconnect, ({ code }, shard) => log.warn({ code, shard }, 'disconnected'));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'reconnecting'));
  client.on(Events.ShardResume, (shard) => log.info({ shard }, 'connected again'));
  client.on(Events.ShardError, (err, shard) => log.warn({ err, shard }, 'connection error'));
  client.on(Events.Error, (err) => log.error({ err }, 'error in the Discord client'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'warning of the Discord client'));
}
