import { setTimeout as sleep } from 'node:timers/promises';
import {
  type APIGatewayBotInfo,
  type Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  HTTPError,
  RESTEvents,
  Routes,
} from 'discord.js';
import type { Logger } from 'pino';
import { connection as words } from '../copy/host.js';

/** Discord will not have this bot as it is set up: the message says what the host can do about it. */
export class NotWelcome extends Error {
  override readonly name = 'NotWelcome';
}

/** How Discord is reached. */
export interface Access {
  readonly token: string;
  /** Base of Discord's REST API. */
  readonly apiUrl: string;
  readonly log: Logger;
  /** Ends the tries, with its reason. */
  readonly signal?: AbortSignal | undefined;
}

export interface ConnectOptions extends Access {
  /** Of one shard. */
  readonly client: Client;
  /** Called if Discord closes the connection for good. */
  readonly shutOut: (why: NotWelcome) => void;
}

/** Waits between two tries to reach Discord, the last one again and again. */
const WAITS_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000];
/** After so long without a word from the gateway the log says that the bot is not connected yet, and again each time. */
const NOTICE_MS = 15_000;

/**
 * Connects to the gateway: resolves when Discord has said who we are. As long as Discord cannot be reached, is out of order or
 * gives out no more sessions, it is tried again, which the log says each time.
 *
 * @throws {NotWelcome} where no further try would help
 */
export async function connect({ client, shutOut, ...access }: ConnectOptions): Promise<void> {
  const { token, log, signal } = access;
  logConnection(client, log, signal);
  const refused = new Promise<never>((_, refuse) => {
    client.on(Events.ShardDisconnect, ({ code }) => {
      const why = words.closed[code as keyof typeof words.closed];
      if (why === undefined) return;
      const error = new NotWelcome(why);
      refuse(error);
      shutOut(error);
    });
  });
  // Once connected, nobody waits for it here.
  refused.catch(() => {});
  await reach(client.rest, access);
  await unless(signal, Promise.race([login(client, token, log), refused]));
}

/**
 * Resolves when Discord would take a connection, to what it says of its gateway: discord.js has one try for that, and a client
 * can be used for no other.
 *
 * @throws {NotWelcome} where no further try would help
 */
export async function reach(
  rest: Client['rest'],
  { token, apiUrl, log, signal }: Access,
): Promise<APIGatewayBotInfo> {
  rest.setToken(token);
  for (let tries = 0; ; tries++) {
    signal?.throwIfAborted();
    let waitMs = WAITS_MS[tries] ?? WAITS_MS.at(-1) ?? 0;
    try {
      const information = await unless(signal, gatewayOf(rest, apiUrl));
      const { remaining, reset_after: resetMs } = information.session_start_limit;
      if (remaining > 0) return information;
      waitMs = Math.min(Math.max(waitMs, resetMs), WAITS_MS.at(-1) ?? 0);
      log.warn({ inMs: waitMs, resetMs }, words.noSessions);
    } catch (error) {
      if (!isPassing(error)) throw explained(error, apiUrl);
      log.warn({ err: error, inMs: waitMs }, words.unreachableYet);
    }
    await sleep(waitMs, undefined, signal && { signal }).catch(() => signal?.throwIfAborted());
  }
}

async function gatewayOf(rest: Client['rest'], apiUrl: string): Promise<APIGatewayBotInfo> {
  const info = (await rest.get(Routes.gatewayBot())) as Partial<APIGatewayBotInfo>;
  if (info.session_start_limit === undefined) throw new NotWelcome(words.unreachable(apiUrl, words.noApi));
  return info as APIGatewayBotInfo;
}

/** That nobody is at the address is a matter of the address. */
const NOBODY_THERE: ReadonlySet<unknown> = new Set(['ENOTFOUND', 'ECONNREFUSED']);

/** Whether it may be better by itself: an error of Discord's own or of the network, and no answer that we are wrong. */
function isPassing(error: unknown): boolean {
  if (error instanceof HTTPError) return true;
  if (!(error instanceof Error) || error instanceof NotWelcome || error instanceof DiscordAPIError)
    return false;
  return !('code' in error && NOBODY_THERE.has(error.code));
}

function explained(error: unknown, apiUrl: string): unknown {
  if (error instanceof DiscordAPIError)
    return new NotWelcome(
      error.status === 401 ? words.tokenRefused : words.unreachable(apiUrl, `HTTP ${error.status}`),
    );
  if (error instanceof Error && 'code' in error && NOBODY_THERE.has(error.code))
    return new NotWelcome(words.unreachable(apiUrl, error.message));
  return error;
}

/** Resolves when the gateway is ready. */
async function login(client: Client, token: string, log: Logger): Promise<void> {
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  const notice = setInterval(() => log.warn(words.notConnected), NOTICE_MS).unref();
  try {
    await client.login(token);
    await ready;
  } catch (error) {
    if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
      throw new NotWelcome(words.tokenRefused);
    throw error;
  } finally {
    clearInterval(notice);
  }
}

/** What a promise gives, or the reason of a signal that ends the wait. */
async function unless<T>(signal: AbortSignal | undefined, promise: Promise<T>): Promise<T> {
  if (!signal) return promise;
  signal.throwIfAborted();
  let end = () => {};
  const ended = new Promise<never>((_, reject) => {
    end = () => reject(signal.reason);
    signal.addEventListener('abort', end);
  });
  try {
    return await Promise.race([promise, ended]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/** A limit on requests that is over sooner is nothing to tell. */
const LONG_LIMIT_MS = 5_000;

/** discord.js comes back by itself after a lost connection; without a listener an error would end the process. */
function logConnection(client: Client, log: Logger, signal?: AbortSignal): void {
  client.on(Events.ClientReady, ({ user, guilds }) =>
    log.info({ user: user.tag, guilds: guilds.cache.size }, 'connected'),
  );
  client.on(Events.ShardDisconnect, ({ code }, shard) =>
    log.warn({ code, reason: GatewayCloseCodes[code], shard }, 'disconnected'),
  );
  client.on(Events.ShardReconnecting, (shard) => {
    // discord.js says so of a connection that we close, too.
    if (!signal?.aborted) log.info({ shard }, 'reconnecting');
  });
  client.on(Events.ShardResume, (shard) => log.info({ shard }, 'connected again'));
  client.on(Events.ShardError, (err, shard) => log.warn({ err, shard }, 'connection error'));
  client.on(Events.Error, (err) => log.error({ err }, 'error in the Discord client'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'warning of the Discord client'));
  client.rest.on(RESTEvents.RateLimited, ({ method, route, timeToReset }) => {
    if (timeToReset > LONG_LIMIT_MS)
      log.warn({ method, route, inMs: timeToReset }, 'Discord takes no more of these requests for a while');
  });
}
