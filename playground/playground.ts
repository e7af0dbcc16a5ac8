import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { WebSocketServer } from 'ws';
import { readBody } from './body.js';
import { type Clock, systemClock } from './clock.js';
import { createCommands } from './commands.js';
import { DiscordError } from './discord-error.js';
import { createDriver, type Driver } from './driver.js';
import { createFeed } from './feed.js';
import { createFiles } from './files.js';
import { createGateway } from './gateway.js';
import { createInteractions } from './interactions.js';
import { createMessages } from './messages.js';
import { createRest } from './rest.js';
import { isTrusted, listen, refuseUpgrade, sendJson } from './server.js';
import { createSnowflakes } from './snowflake.js';
import { createWorld, type World } from './world.js';

export { PortTakenError } from './server.js';

export interface PlaygroundOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** Fail where the port is taken, instead of taking the next free one. */
  mustUsePort?: boolean;
  /** What Discord's time limits are counted on. */
  clock?: Clock;
}

/** Something a bot did that Discord refuses. */
export interface Violation {
  /** Of a request: its method and path. Of the gateway: `GATEWAY`. */
  request: string;
  /** The HTTP status, or the code the gateway closed with. */
  status: number;
  /** Discord's error code. */
  code: number;
  message: string;
  errors?: object;
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
  /** Everything that a bot did and Discord refuses, oldest first. */
  violations: readonly Violation[];
  /** Cuts the gateway connections as a network failure would. */
  dropConnections(): void;
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
  const { port: wantedPort = 0, mustUsePort = false, clock = systemClock } = options;
  const violations: Violation[] = [];
  const world = createWorld();
  const token = newToken(world.application.id);
  let port = 0;
  const origin = () => `http://127.0.0.1:${port}`;
  const gatewayUrl = () => `ws://127.0.0.1:${port}/gateway`;

  const nextId = createSnowflakes(clock);
  const feed = createFeed();
  const files = createFiles(nextId, origin);
  const messages = createMessages({ clock, nextId, files, feed, world });
  const commands = createCommands(nextId, world, feed);
  const gateway = createGateway({
    world,
    token,
    url: gatewayUrl,
    onRefusal: (code, message) => violations.push({ request: 'GATEWAY', status: code, code, message }),
    onOnlineChange: (online) => feed.publish({ kind: 'online', online }),
  });
  const interactions = createInteractions({ world, clock, nextId, messages, dispatch: gateway.dispatch });
  const rest = createRest({ world, token, gatewayUrl, commands, messages, interactions });
  const driver = createDriver({ world, commands, interactions, messages, files });

  async function onRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isTrusted(request, port)) return sendJson(response, 403, { message: 'Forbidden', code: 0 });
    const url = new URL(request.url ?? '/', origin());
    if (url.pathname.startsWith('/api/')) return onApiRequest(request, response, url);
    sendJson(response, 404, { message: '404: Not Found', code: 0 });
  }

  async function onApiRequest(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const method = request.method ?? 'GET';
    const path = url.pathname.replace(/^\/api(\/v10)?/, '');
    try {
      const result = await rest.handle({
        method,
        path,
        query: url.searchParams,
        authorization: request.headers.authorization,
        body: () => readBody(request),
      });
      sendJson(response, result === undefined ? 204 : 200, result);
    } catch (error) {
      if (!(error instanceof DiscordError)) throw error;
      violations.push({ request: `${method} ${path}`, status: error.status, ...error.body });
      sendJson(response, error.status, error.body);
    }
  }

  const server = createServer((request, response) => {
    onRequest(request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) sendJson(response, 500, { message: '500: Internal Server Error', code: 0 });
    });
  });
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
    dropConnections: gateway.dropConnections,
    forgetSessions: gateway.forgetSessions,
    async stop() {
      gateway.close();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A token in the form of Discord's: the bot's id, a time and a secret. */
const newToken = (id: string): string =>
  [
    Buffer.from(id).toString('base64url'),
    randomBytes(4).toString('base64url'),
    randomBytes(27).toString('base64url'),
  ].join('.');
