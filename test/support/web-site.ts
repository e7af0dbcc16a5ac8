import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import type { AddressPolicy } from '../../src/sources/address-policy.js';
import { createFetcher, type FetcherParts, type FetchResult } from '../../src/sources/fetcher.js';
import { parserHere } from './parser-here.js';

export const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The servers of a test stand on this machine, so 127.0.0.1 and any port are the public web here. */
const TEST_WEB: AddressPolicy = {
  allowsAddress: (address) => address === '127.0.0.1',
  allowsPort: () => true,
};

export interface Site {
  readonly port: number;
  /** What was asked for, robots.txt aside. */
  readonly asked: string[];
  /** Its address, under a name. */
  at(path: string, host?: string): string;
}

/** A web server on this machine; without a robots.txt unless the handler gives one. */
export async function serve(handle: RequestListener, address = '127.0.0.1'): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const isRobots = request.url === '/robots.txt';
    if (!isRobots) asked.push(request.url ?? '');
    handle(request, response);
    if (isRobots && !response.headersSent) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));
  const { port } = server.address() as AddressInfo;
  return { port, asked, at: (path, host = 'site.test') => `http://${host}:${port}${path}` };
}

/** Answers all but robots.txt. */
export function page(answer: (request: IncomingMessage, response: ServerResponse) => void): RequestListener {
  return (request, response) => {
    if (request.url !== '/robots.txt') answer(request, response);
  };
}

export const html = { 'content-type': 'text/html; charset=utf-8' };
export const hello = page((_, response) => response.writeHead(200, html).end('<p>Hello</p>'));

export function fetcherWith(parts: Partial<FetcherParts> = {}) {
  return createFetcher({
    userAgent: 'test-bot/1.0 (+https://bot.example)',
    readRobots: parserHere.robots,
    policy: TEST_WEB,
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    ...parts,
  });
}

/** One that may go where the bot may: nowhere on this machine. */
export function fetcherOfTheWeb() {
  return createFetcher({ userAgent: 'test-bot', readRobots: parserHere.robots });
}

/** The kind of the result, and of the problem where there is one; the words for it must exist. */
export function outcome(result: FetchResult) {
  if (!('problem' in result)) return result.kind;
  expect(copy.problem(result.problem)).toMatch(/^\S+: .+\.$/);
  const { file: _, ...problem } = result.problem;
  return [result.kind, problem];
}
