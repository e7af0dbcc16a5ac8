import { setTimeout as wait } from 'node:timers/promises';
import { Client, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import type { Logger } from 'pino';
import { commands, messageCommands } from './commands/commands.js';
import { reportScheduled } from './commands/knowledge/scheduled.js';
import { welcome } from './commands/welcome.js';
import { SetupError } from './config.js';
import { createChannels } from './discord/channels.js';
import type { Services } from './discord/command.js';
import { type Connection, type ConnectOptions, connect, NotWelcome } from './discord/connection.js';
import type { DocumentImport } from './discord/document-port.js';
import { createKeptForms } from './discord/kept-forms.js';
import { followMembership, isOfThisProcess } from './discord/membership.js';
import { type Observer, unobserved } from './discord/observer.js';
import { ownersOf } from './discord/permissions.js';
import { createQuestionLine } from './discord/question-line.js';
import { createRateLimiter } from './discord/rate-limit.js';
import { createReception } from './discord/reception.js';
import { registerCommands } from './discord/registration.js';
import { persistentRequests } from './discord/requests.js';
import { createRouter } from './discord/router.js';
import { type ShardState, shardStates } from './discord/shard-states.js';
import type { Library } from './library/library.js';
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
  /** Refuses new commands, lets those under way end, and disconnects. Takes {@link GRACE_MS} and a second at most. */
  stop(): Promise<void>;
}

/** How long commands under way may keep the bot from stopping. */
const GRACE_MS = 5_000;
/** How long Discord may take to say goodbye. */
const GOODBYE_MS = 1_000;
const MINUTE_MS = 60_000;

/**
 * Puts the bot together and connects it. Resolves when it answers commands, as soon as Discord can be reached.
 *
 * @throws {SetupError} if Discord will not have it as it is set up
 */
export async function startBot(parts: BotParts): Promise<Bot> {
  const { token, apiUrl, library, signal, everyMinute = (work) => every(MINUTE_MS, work) } = parts;
  const log = discreet(parts.log);
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: apiUrl, ...persistentRequests(log) },
  });
  const services = servicesOf(client, { ...parts, log });
  let isStopping = false;
  const route = createRouter({
    commands,
    messageCommands,
    services,
    wait: (ms) => wait(ms, undefined, { ref: false }),
    isStopping: () => isStopping,
  });
  const reception = createReception<Interaction>(route, services);
  client.on(Events.InteractionCreate, reception.receive);
  followMembership(client, library, (guildId) => services.channels.postFirst(guildId, welcome), log);

  const { applicationId, shutOut } = await connected(client, { token, apiUrl, log, signal });
  const definitions = [...commands, ...messageCommands].map(({ definition }) => definition);
  await registerCommands(client.rest, applicationId, definitions, log);

  const stopRefreshing = everyMinute(() =>
    reportScheduled((guildId) => isOfThisProcess(client, guildId), services),
  );
  return {
    shards: () => shardStates([client]),
    questionsWaiting: () => services.questions.waiting,
    shutOut: shutOut.then(({ message }) => new SetupError(message)),
    async stop() {
      isStopping = true;
      stopRefreshing();
      await reception.settled(GRACE_MS);
      await leave(client);
    },
  };
}

async function connected(client: Client, options: Omit<ConnectOptions, 'client'>): Promise<Connection> {
  try {
    return await connect({ client, ...options });
  } catch (error) {
    await leave(client);
    throw error instanceof NotWelcome ? new SetupError(error.message) : error;
  }
}

/** Disconnects, whether or not Discord answers. */
async function leave(client: Client): Promise<void> {
  await Promise.race([client.destroy(), wait(GOODBYE_MS, undefined, { ref: false })]);
}

function servicesOf(client: Client, parts: BotParts): Services {
  const { library, documentImport, homeGuildId, oldAfterDays, observer = unobserved, log } = parts;
  const { now = () => new Date() } = parts;
  const owners = ownersOf(client);
  return {
    library,
    documentImport,
    home: { owners, ...(homeGuildId !== undefined && { guildId: homeGuildId }) },
    channels: createChannels(client),
    questions: createQuestionLine(),
    rateLimiter: createRateLimiter(now),
    keptForms: createKeptForms(),
    now,
    oldAfterDays,
    observer,
    log,
  };
}
