import { setTimeout as wait } from 'node:timers/promises';
import { type Client, Events, type Interaction } from 'discord.js';
import type { Logger } from 'pino';
import { commands, messageCommands } from './commands/commands.js';
import { reportScheduled } from './commands/knowledge/scheduled.js';
import { welcome } from './commands/welcome.js';
import { SetupError, type ShardSetting } from './config.js';
import { connection as words } from './copy/host.js';
import { createChannels } from './discord/channels.js';
import type { Services } from './discord/command.js';
import { connect, NotWelcome } from './discord/connection.js';
import type { DocumentImport } from './discord/document-port.js';
import { createKeptForms } from './discord/kept-forms.js';
import { followMembership } from './discord/membership.js';
import { type Observer, unobserved } from './discord/observer.js';
import { ownersOf } from './discord/permissions.js';
import { createQuestionLine } from './discord/question-line.js';
import { createRateLimiter } from './discord/rate-limit.js';
import { createReception } from './discord/reception.js';
import { registerCommands } from './discord/registration.js';
import { persistentRequests } from './discord/requests.js';
import { createRouter } from './discord/router.js';
import { type ShardState, shardStates } from './discord/shard-states.js';
import { createShards, type Shards } from './discord/shards/shards.js';
import type { Leases, Library } from './library/library.js';
import { createRecentAnswers } from './library/recent-answers.js';
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
  /** Told of what the bot does; nobody is where it is left out. */
  readonly observer?: Observer;
  readonly log: Logger;
  /** Ends the start, while Discord cannot be reached. */
  readonly signal?: AbortSignal;
}

export interface Bot {
  /** The connections to the gateway as they are now. */
  shards(): readonly ShardState[];
  /** How many questions wait for their turn. */
  questionsWaiting(): number;
  /** Resolves if Discord closes the connection for good. */
  readonly shutOut: Promise<SetupError>;
  /** Refuses new commands, lets those under way end, and disconnects. Takes {@link GRACE_MS} and two seconds at most. */
  stop(): Promise<void>;
}

/** How long commands under way may keep the bot from stopping. */
const GRACE_MS = 5_000;
/** How long Discord may take to say goodbye, and the database to let others have the shards. */
const GOODBYE_MS = 2_000;
const MINUTE_MS = 60_000;

/**
 * Puts the bot together and connects it. Resolves when it answers commands, as soon as Discord can be reached.
 *
 * @throws {SetupError} if Discord will not have it as it is set up
 */
export async function startBot(parts: BotParts): Promise<Bot> {
  const { token, apiUrl, library, signal, everyMinute = (work) => every(MINUTE_MS, work) } = parts;
  const log = discreet(parts.log);
  const access = { token, apiUrl, log, signal };
  let shutOut: (why: NotWelcome) => void = () => {};
  const isShutOut = new Promise<NotWelcome>((resolve) => {
    shutOut = resolve;
  });
  const shards = createShards({
    rest: { api: apiUrl, ...persistentRequests(log) },
    ...(parts.shards ?? { ids: 'auto' }),
    leases: parts.leases,
    onClient: (client) => {
      client.on(Events.InteractionCreate, (interaction) => reception.receive(interaction));
      followMembership(client, library, (guildId) => services.channels.postFirst(guildId, welcome), log);
    },
    connect: (client, signal) => connect({ client, shutOut, ...access, signal }),
    ...access,
  });
  const services = servicesOf(shards, { ...parts, log });
  let isStopping = false;
  const route = createRouter({
    commands,
    messageCommands,
    services,
    wait: (ms) => wait(ms, undefined, { ref: false }),
    isStopping: () => isStopping,
  });
  const reception = createReception<Interaction>(route, services);

  await opened(shards);
  const definitions = [...commands, ...messageCommands].map(({ definition }) => definition);
  await registerCommands(shards.rest, definitions, log);
  tellHowToInvite(shards.clients(), log);

  const stopRefreshing = everyMinute(() =>
    reportScheduled((guildId) => shards.clientOf(guildId) !== undefined, services),
  );
  return {
    shards: () => shardStates(shards.clients()),
    questionsWaiting: () => services.questions.waiting,
    shutOut: isShutOut.then(({ message }) => new SetupError(message)),
    async stop() {
      isStopping = true;
      stopRefreshing();
      await reception.settled(GRACE_MS);
      await leave(shards);
    },
  };
}

async function opened(shards: Shards): Promise<void> {
  try {
    await shards.open();
  } catch (error) {
    await leave(shards);
    throw error instanceof NotWelcome ? new SetupError(error.message) : error;
  }
}

/** Whoever starts a bot for the first time has no server with it yet, and the portal says how in many ways. */
function tellHowToInvite([client]: readonly Client[], log: Logger): void {
  // The servers of a larger bot may be on other shards.
  if (client?.application && client.options.shardCount === 1 && client.guilds.cache.size === 0)
    log.info(words.inNoServer(client.application.id));
}

/** Disconnects, whether or not Discord and the database answer. */
async function leave(shards: Shards): Promise<void> {
  await Promise.race([shards.close(), wait(GOODBYE_MS, undefined, { ref: false })]);
}

function servicesOf(shards: Shards, parts: BotParts): Services {
  const { library, documentImport, homeGuildId, oldAfterDays, observer = unobserved, log } = parts;
  const { now = () => new Date() } = parts;
  const owners = ownersOf(shards.rest);
  return {
    library,
    documentImport,
    home: { owners, ...(homeGuildId !== undefined && { guildId: homeGuildId }) },
    channels: createChannels(shards.clientOf),
    questions: createQuestionLine(),
    answers: createRecentAnswers(),
    rateLimiter: createRateLimiter(now),
    keptForms: createKeptForms(),
    now,
    oldAfterDays,
    observer,
    log,
  };
}
