import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** The wanted port is in use and no other may be taken. */
export class PortTakenError extends Error {
  readonly port: number;

  constructor(port: number) {
    super(`port ${port} is already in use`);
    this.name = 'PortTakenError';
    this.port = port;
  }
}

/** How many ports above the wanted one are tried. */
const MAX_TRIES = 50;
const LOOPBACK = '127.0.0.1';

export interface ListenOptions {
  /** 0 takes any free port. */
  port: number;
  mustUsePort: boolean;
}

/**
 * Binds a server to the loopback address only, at the port or the next free one above it.
 *
 * @returns the port.
 * @throws PortTakenError where the port is in use and `mustUsePort` is set.
 */
export async function listen(server: Server, { port, mustUsePort }: ListenOptions): Promise<number> {
  const last = port === 0 || mustUsePort ? port : Math.min(port + MAX_TRIES, 65_535);
  for (let candidate = port; candidate <= last; candidate += 1) {
    if (await tryPort(server, candidate)) return (server.address() as AddressInfo).port;
  }
  throw new PortTakenError(port);
}

function tryPort(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off('listening', onListening);
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    const onListening = () => {
      server.off('error', onError);
      resolve(true);
    };
    server.once('error', onError);
    server.once('listening', onListening);
    server.listen(port, LOOPBACK);
  });
}

/**
 * Whether a request may come in. Any page in a browser can reach the loopback address: a foreign page gives
 * itself away by its Origin (or Sec-Fetch-Site), and one whose name was rebound to 127.0.0.1 by its Host.
 */
export function isTrusted({ method, headers }: IncomingMessage, port: number): boolean {
  // Clients leave the usual port out of Host and Origin.
  const hosts = [LOOPBACK, 'localhost'].flatMap((name) => [
    `${name}:${port}`,
    ...(port === 80 ? [name] : []),
  ]);
  const { host = '', origin, 'sec-fetch-site': site } = headers;
  if (!hosts.includes(host)) return false;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  // A link to the playground on somebody's page may be followed; that page sees nothing of what it opens.
  return (
    method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  );
}

/** Whether a page of this server itself sent the request: browsers put an Origin on every POST. */
export const isFromOwnPage = ({ headers }: IncomingMessage): boolean =>
  headers.origin === `http://${headers.host}`;

export function sendJson(response: ServerResponse, status: number, body?: unknown): void {
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Ends an upgrade that is not wanted. */
export function refuseUpgrade(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
}
