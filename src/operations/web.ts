import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { codeOf } from '../documents/errors.js';

/** What is answered to one request. */
export interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface Web {
  /** Where it listens; of port 0 the one that was free. */
  readonly address: Address;
  stop(): Promise<void>;
}

/** The system gives the address to nobody, or not to this program. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';

  constructor(
    readonly address: Address,
    readonly code: string,
  ) {
    super(`cannot listen on ${address.host}:${address.port} (${code})`);
  }
}

/** Who asks is a program nearby, with a line or two. What takes longer, or is more, is cut off. */
const BOUNDS = {
  headersTimeout: 5_000,
  requestTimeout: 5_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 1_000,
  maxHeaderSize: 8_192,
};
const MAX_CONNECTIONS = 64;

/**
 * Serves some pages by their paths, to be read alone.
 *
 * @throws {CannotListen}
 */
export async function startWeb(
  { host, port }: Address,
  pages: ReadonlyMap<string, () => Promise<Page>>,
  onError: (error: unknown) => void,
): Promise<Web> {
  const server = createServer(BOUNDS, (request, response) => void answer(request, response, pages, onError));
  server.maxConnections = MAX_CONNECTIONS;
  await listen(server, { host, port });
  const { port: given } = server.address() as AddressInfo;
  return {
    address: { host, port: given },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, address: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new CannotListen(address, codeOf(error))));
    server.listen(address.port, address.host, resolve);
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  pages: ReadonlyMap<string, () => Promise<Page>>,
  onError: (error: unknown) => void,
): Promise<void> {
  const { status, type, body } = refusalOf(request) ?? (await pageFor(request, pages, onError));
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(status === 405 && { allow: 'GET, HEAD' }),
    // What follows of a request that was refused is not read.
    ...(status >= 400 && status < 500 && { connection: 'close' }),
  });
  response.end(body);
}

function refusalOf({ method = '', headers }: IncomingMessage): Page | undefined {
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'only GET and HEAD');
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  return hasBody ? plain(413, 'no body is read here') : undefined;
}

async function pageFor(
  { url = '' }: IncomingMessage,
  pages: ReadonlyMap<string, () => Promise<Page>>,
  onError: (error: unknown) => void,
): Promise<Page> {
  const [path = ''] = url.split('?');
  const page = pages.get(path);
  if (!page) return plain(404, `there is ${[...pages.keys()].join(', ')}`);
  try {
    return await page();
  } catch (error) {
    onError(error);
    return plain(500, 'failed; the log says why');
  }
}

/** A line of text. */
export function plain(status: number, line: string): Page {
  return { status, type: 'text/plain; charset=utf-8', body: `${line}\n` };
}
