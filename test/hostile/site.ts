import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDocumentImport } from '../../src/import.js';
import type { Parsers } from '../../src/parsing/parsers.js';
import { createFetcher } from '../../src/sources/fetcher.js';
import type { HostilePage } from './pages.js';

/** Web sites on this machine that mean harm: each page is on a site of its own, with its robots.txt. */
export interface HostileSites {
  /** @returns the address of the page */
  publish(page: HostilePage): string;
  close(): Promise<void>;
}

export async function openSites(): Promise<HostileSites> {
  const pages = new Map<string, HostilePage>();
  const server = createServer((request, response) => {
    const page = pages.get(request.headers.host ?? '');
    if (!page) return response.writeHead(404).end();
    if (request.url === '/robots.txt')
      return response.writeHead(page.robots === '' ? 404 : 200).end(page.robots);
    return response.writeHead(page.status, page.headers).end(page.bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    publish(page) {
      const host = `site${pages.size}.test:${port}`;
      pages.set(host, page);
      return `http://${host}${page.path}`;
    },
    close: () => new Promise((resolve) => void server.close(() => resolve()).closeAllConnections()),
  };
}

/** What brings documents from outside, for whom this machine is the web. */
export function importFromHere(apiUrl: string, parsers: Parsers) {
  const fetcher = createFetcher({
    userAgent: 'test-bot/1.0',
    readRobots: parsers.ofServer('sites').robots,
    policy: { allowsAddress: (address) => address === '127.0.0.1', allowsPort: () => true },
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  });
  return createDocumentImport({ apiUrl, parserOf: parsers.ofServer, fetcher });
}
