import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { type Archive, openArchive } from './archive.js';
import { type Clock, systemClock } from './clock.js';
import { createCommands } from './commands.js';
import type { Violation } from './discord-error.js';
import { createExchangeLog, withoutToken } from './exchange-log.js';
import { type Faults, noFaults } from './faults.js';
import { createFeed } from './feed.js';
import { createFiles } from './files.js';
import { createGateway } from './gateway.js';
import { createInstalls } from './installs.js';
import { createInteractions } from './interactions.js';
import { createDriver, type Driver } from './member/driver.js';
import { createMessages } from './messages.js';
import { createPageApi } from './page-api.js';
import { createRest } from './rest/rest.js';
import { isTrusted, listen, refuseUpgrade } from './server.js';
import { countSessionStarts, ONE_SHARD, type Sharding } from './sharding.js';
import { createSnowflakes } from './snowflake.js';
import { createWeb } from './web.js';
import { type Crowd, createWorld, type GuildName, type World } from './world.js';

export { PortTakenError } from './server.js';

export interface PlaygroundOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** Fail where the port is taken, instead of taking the next free one. */
  mustUsePort?: boolean;
  /** What Discord's time limits are counted on. */
  clock?: Clock;
  /** More people and servers than one person can use. */
  crowd?: Crowd;
  /** How the bot has to share its servers out among connections; where nothing is said, it need not. */
  sharding?: Partial<Sharding>;
  /** File that messages outlive the process in. */
  archive?: string;
}

export interface Playground extends Driver {
  /** What a bot takes as the base of the REST API (`DISCORD_API_URL`). */
  apiUrl: string;
  gatewayUrl: string;
  /** A token made for this playground alone. */
  token: string;
  applicationId: string;
  /** The server whose moderators keep the shared collection (`HOME_GUILD_ID`). */
  homeGuildId: string;
  /** Where a person uses the playground. */
  pageUrl: string;
  world: World;
  /** Everything that a bot did and Discord refuses, oldest first. May be emptied. */
  violations: Violation[];
  /** What goes wrong on purpose, and may be changed. */
  faults: Faults;
  /** Takes the bot out of a server, and brings it back. */
  removeBot(guild: GuildName): void;
  addBot(guild: GuildName): void;
  /** Whether a bot is connected now. */
  isOnline(): boolean;
  /** Cuts the gateway connections as a network failure would. */
  dropConnections(): void;
  /** Closes the gateway connections with a code of Discord's. */
  closeConnections(code: number): void;
  /** Makes the gateway forget its sessions: a bot that comes back has to identify anew. */
  forgetSessions(): void;
  stop(): Promise<void>;
}

/**
 * Starts a Discord of one's own on the loopback address: REST API version 10, gateway and a page to use it.
 * It knows nothing of the real Discord and of no real token.
 *
 * @throws PortTakenError where `mustUsePort` is set and the port is in use.
 */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  const { port: wantedPort = 0, mustUsePort = false, clock = systemClock, crowd } = options;
  const sharding = { ...ONE_SHARD, ...options.sharding };
  let port = 0;
  const archive = await openArchive(options.archive);
  const parts = assemble({ clock, port: () => port, archive, sharding, ...(crowd && { crowd }) });
  const { world, token, violations, faults, origin, gatewayUrl, gateway, driver, pageApi, web } = parts;

  const server = createServer((request, response) => void web(request, response));
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    if (!isTrusted(request, port) || !request.url?.startsWith('/gateway')) return refuseUpgrade(socket);
    sockets.handleUpgrade(request, socket, head, (webSocket) => gateway.connect(webSocket));
  });
  port = await listen(server, { port: wantedPort, mustUsePort });

  return {
    ...driver,
    apiUrl: `${origin()}/api`,
    gatewayUrl: gatewayUrl(),
    token,
    applicationId: world.application.id,
    homeGuildId: world.guilds.home.id,
    pageUrl: origin(),
    world,
    violations,
    faults,
    removeBot: (guild) => gateway.removeBot(world.guilds[guild]),
    addBot: (guild) => gateway.addBot(world.guilds[guild]),
    isOnline: gateway.online,
    dropConnections: gateway.dropConnections,
    closeConnections: gateway.closeConnections,
    forgetSessions: gateway.forgetSessions,
    async stop() {
      pageApi.close();
      gateway.close();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await archive.close();
    },
  };
}

interface Ground {
  clock: Clock;
  /** Asked late: it is known only when the server listens. */
  port: () => number;
  archive: Archive;
  sharding: Sharding;
  crowd?: Crowd;
}

function assemble({ clock, port, archive, sharding, crowd }: Ground) {
  const violations: Violation[] = [];
  const faults = noFaults();
  const world = createWorld(crowd);
  const token = newToken(world.application.id);
  const origin = () => `http://127.0.0.1:${port()}`;
  const gatewayUrl = () => `ws://127.0.0.1:${port()}/gateway`;
  const nextId = createSnowflakes(clock);
  const feed = createFeed();
  const log = createExchangeLog(clock);

  function note(violation: Violation): void {
    violations.push(violation);
    feed.publish({ kind: 'violation', ...violation });
  }

  const files = createFiles({ nextId, origin, archive });
  const messages = createMessages({ clock, nextId, files, feed, world, archive });
  const commands = createCommands({ nextId, world, feed, archive });
  const installs = createInstalls(world);
  const starts = countSessionStarts(sharding, clock);
  const gateway = createGateway({
    world,
    installs,
    token,
    sharding,
    starts,
    faults,
    url: gatewayUrl,
    onRefusal: (code, message) => note({ request: 'GATEWAY', status: code, code, message }),
    onOnlineChange: (online) => feed.publish({ kind: 'online', online }),
  });
  const interactions = createInteractions({
    world,
    clock,
    nextId,
    messages,
    installs,
    log,
    dispatch: gateway.dispatch,
  });
  const rest = createRest({ world, installs, token, gatewayUrl, starts, commands, messages, interactions });
  const driver = createDriver({ world, commands, installs, interactions, messages, files });
  const pageApi = createPageApi({
    world,
    installs,
    driver,
    messages,
    feed,
    log,
    archive,
    isOnline: gateway.online,
  });
  const web = createWeb({
    port,
    rest,
    pageApi,
    files,
    faults,
    onAnswer(request) {
      log.answered(request);
      const { method, path, status, error } = request;
      if (error) note({ request: `${method} ${withoutToken(path)}`, status, ...error });
    },
  });
  return { world, token, violations, faults, origin, gatewayUrl, gateway, driver, pageApi, web };
}

/** A token in the form of Discord's: the bot's id, a time and a secret. */
const newToken = (id: string): string =>
  [
    Buffer.from(id).toString('base64url'),
    randomBytes(4).toString('base64url'),
    randomBytes(27).toString('base64url'),
  ].join('.');
