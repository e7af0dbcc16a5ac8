import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { copy } from '../src/copy/en.js';
import type { AddressPolicy } from '../src/sources/address-policy.js';
import { createFetcher, type FetcherParts, type FetchResult } from '../src/sources/fetcher.js';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The servers of a test stand on this machine, so 127.0.0.1 and any port are the public web here. */
const TEST_WEB: AddressPolicy = {
  allowsAddress: (address) => address === '127.0.0.1',
  allowsPort: () => true,
};

interface Site {
  readonly port: number;
  /** What was asked for, robots.txt aside. */
  readonly asked: string[];
  /** Its address, under a name. */
  at(path: string, host?: string): string;
}

/** A web server on this machine; without a robots.txt unless the handler gives one. */
async function serve(handle: RequestListener, address = '127.0.0.1'): Promise<Site> {
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
function page(answer: (request: IncomingMessage, response: ServerResponse) => void): RequestListener {
  return (request, response) => {
    if (request.url !== '/robots.txt') answer(request, response);
  };
}

const html = { 'content-type': 'text/html; charset=utf-8' };
const hello = page((_, response) => response.writeHead(200, html).end('<p>Hello</p>'));

function fetcherWith(parts: Partial<FetcherParts> = {}) {
  return createFetcher({
    userAgent: 'test-bot/1.0 (+https://bot.example)',
    policy: TEST_WEB,
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    ...parts,
  });
}

/** The kind of the result, and of the problem where there is one; the words for it must exist. */
function outcome(result: FetchResult) {
  if (!('problem' in result)) return result.kind;
  expect(copy.problem(result.problem)).toMatch(/^\S+: .+\.$/);
  const { file: _, ...problem } = result.problem;
  return [result.kind, problem];
}

describe('fetchPage', () => {
  it('gives the page, where it was found, and what the server said of its version', async () => {
    const site = await serve(
      page((request, response) => {
        if (request.url === '/old') return response.writeHead(301, { location: '/new?a=1' }).end();
        response.writeHead(200, { ...html, etag: '"1"', 'last-modified': 'Mon, 28 Jul 2025 00:00:00 GMT' });
        response.end(`<p>${request.headers['user-agent']}</p>`);
      }),
    );
    const result = await fetcherWith().fetchPage(site.at('/old'));
    expect(result).toEqual({
      kind: 'fetched',
      page: {
        url: site.at('/new?a=1'),
        bytes: Buffer.from('<p>test-bot/1.0 (+https://bot.example)</p>'),
        contentType: 'text/html; charset=utf-8',
        etag: '"1"',
        lastModified: 'Mon, 28 Jul 2025 00:00:00 GMT',
      },
    });
  });

  it('asks only whether there is another version than the known one', async () => {
    const site = await serve(
      page(({ headers }, response) => {
        const isKnown = headers['if-none-match'] === '"1"' || headers['if-modified-since'] === 'yesterday';
        response.writeHead(isKnown ? 304 : 200, html).end(isKnown ? undefined : 'new');
      }),
    );
    const ask = async (previous: { etag?: string; lastModified?: string }) =>
      outcome(await fetcherWith().fetchPage(site.at('/'), { previous }));
    expect(await ask({ etag: '"1"' })).toBe('not-modified');
    expect(await ask({ lastModified: 'yesterday' })).toBe('not-modified');
    expect(await ask({ etag: '"0"' })).toBe('fetched');
    expect(await ask({})).toBe('fetched');
  });

  it.each([
    ['file:///etc/passwd', 'scheme'],
    ['ftp://site.test/', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['site.test/page', 'scheme'],
    ['http://user@site.test/', 'password'],
    ['http://user:password@site.test/', 'password'],
  ])('refuses the address %s', async (url, reason) => {
    const result = await fetcherWith().fetchPage(url);
    expect(outcome(result)).toEqual(['refused', { kind: 'page-address', reason }]);
  });

  it('refuses unusual ports of the public web', async () => {
    const { fetchPage } = createFetcher({ userAgent: 'test-bot' });
    expect(outcome(await fetchPage('http://site.test:8080/'))).toEqual([
      'refused',
      { kind: 'page-address', reason: 'port' },
    ]);
  });

  it('follows five redirects and no more', async () => {
    const site = await serve(
      page((request, response) => {
        const left = Number(request.url?.slice(1));
        if (left === 0) response.writeHead(200, html).end('there');
        else response.writeHead(302, { location: `/${left - 1}` }).end();
      }),
    );
    expect(outcome(await fetcherWith().fetchPage(site.at('/5')))).toBe('fetched');
    expect(outcome(await fetcherWith().fetchPage(site.at('/6')))).toEqual([
      'refused',
      { kind: 'page-redirects', most: 5 },
    ]);
  });

  it.each([
    [404, ['failed', { kind: 'page-gone', status: 404 }]],
    [410, ['failed', { kind: 'page-gone', status: 410 }]],
    [403, ['failed', { kind: 'page-status', status: 403 }]],
    [500, ['failed', { kind: 'page-status', status: 500 }]],
    [304, ['failed', { kind: 'page-status', status: 304 }]],
    [301, ['failed', { kind: 'page-status', status: 301 }]],
  ])('tells what the status %i means', async (status, expected) => {
    const site = await serve(page((_, response) => response.writeHead(status, html).end()));
    expect(outcome(await fetcherWith().fetchPage(site.at('/')))).toEqual(expected);
  });

  it('takes only what there is a reader for', async () => {
    const site = await serve(
      page((request, response) =>
        response.writeHead(200, { 'content-type': request.url?.slice(1) }).end('x'),
      ),
    );
    const kinds = [
      'text/html',
      'text/plain;charset=gbk',
      'Text/Markdown',
      'application/pdf',
      'application/xhtml+xml',
    ];
    for (const kind of kinds)
      expect(outcome(await fetcherWith().fetchPage(site.at(`/${kind}`)))).toBe('fetched');
    for (const kind of ['image/png', 'application/json', 'application/octet-stream', 'video/mp4']) {
      expect(outcome(await fetcherWith().fetchPage(site.at(`/${kind}`)))).toEqual([
        'refused',
        { kind: 'page-type', contentType: kind },
      ]);
    }
  });

  it('gives an empty page as it is: the reader says that there is no text in it', async () => {
    const site = await serve(page((_, response) => response.writeHead(200, html).end()));
    expect(await fetcherWith().fetchPage(site.at('/'))).toMatchObject({
      kind: 'fetched',
      page: { bytes: Buffer.alloc(0) },
    });
  });

  it('tells that there is no such host, or nobody there', async () => {
    const noHost = Object.assign(new Error('not found'), { code: 'ENOTFOUND', hostname: 'nowhere.test' });
    const missing = fetcherWith({ resolve: () => Promise.reject(noHost) });
    expect(outcome(await missing.fetchPage('http://nowhere.test/'))).toEqual([
      'failed',
      { kind: 'page-no-host', host: 'nowhere.test' },
    ]);
    const site = await serve(hello);
    await closing.pop()?.();
    expect(outcome(await fetcherWith().fetchPage(site.at('/')))).toEqual([
      'failed',
      { kind: 'page-no-connection', detail: 'ECONNREFUSED' },
    ]);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const site = await serve(page(() => stop.abort(new Error('enough'))));
    const result = fetcherWith().fetchPage(site.at('/'), { signal: stop.signal });
    await expect(result).rejects.toThrow('enough');
  });
});

describe('robots.txt', () => {
  const withRobots =
    (robots: string, status = 200): RequestListener =>
    (request, response) => {
      if (request.url === '/robots.txt')
        response.writeHead(status, { 'content-type': 'text/plain' }).end(robots);
      else response.writeHead(200, html).end('<p>Hello</p>');
    };

  it('is respected, for the bot by its name or for all', async () => {
    const rules = 'User-agent: test-bot\nDisallow: /private\n\nUser-agent: *\nDisallow: /';
    const site = await serve(withRobots(rules));
    const refused = ['refused', { kind: 'page-robots', host: `site.test:${site.port}` }];
    expect(outcome(await fetcherWith().fetchPage(site.at('/public')))).toBe('fetched');
    expect(outcome(await fetcherWith().fetchPage(site.at('/private/a')))).toEqual(refused);
    const other = fetcherWith({ userAgent: 'other-bot/1.0' });
    expect(outcome(await other.fetchPage(site.at('/public')))).toEqual(refused);
    expect(site.asked).toEqual(['/public']);
  });

  it('is asked of each site of a chain of redirects', async () => {
    const closed = await serve(withRobots('User-agent: *\nDisallow: /'));
    const open = await serve(
      page((_, response) => response.writeHead(302, { location: closed.at('/x', 'b.test') }).end()),
    );
    const result = await fetcherWith().fetchPage(open.at('/', 'a.test'));
    expect(outcome(result)).toEqual(['refused', { kind: 'page-robots', host: `b.test:${closed.port}` }]);
    expect(closed.asked).toEqual([]);
  });

  it('is read once in a session', async () => {
    let times = 0;
    const site = await serve((request, response) => {
      if (request.url === '/robots.txt') times++;
      else response.writeHead(200, html).end('x');
    });
    const fetcher = fetcherWith();
    for (const path of ['/a', '/b', '/c']) await fetcher.fetchPage(site.at(path));
    expect(times).toBe(1);
  });

  it('allows all where there is none, and nothing is known where the server fails', async () => {
    for (const status of [401, 403, 404, 410]) {
      const site = await serve(withRobots('User-agent: *\nDisallow: /', status));
      expect(outcome(await fetcherWith().fetchPage(site.at('/')))).toBe('fetched');
    }
    const site = await serve(withRobots('', 503));
    expect(outcome(await fetcherWith().fetchPage(site.at('/')))).toEqual([
      'failed',
      { kind: 'page-robots-unknown', host: `site.test:${site.port}`, status: 503 },
    ]);
  });
});

describe('what is not on the public web', () => {
  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '017700000001',
    '0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '169.254.169.254',
    '10.0.0.1',
  ])('is not asked, written as http://%s/', async (host) => {
    const { fetchPage } = createFetcher({ userAgent: 'test-bot' });
    const named = new URL(`http://${host}/`).hostname.replace(/^\[|\]$/g, '');
    expect(outcome(await fetchPage(`http://${host}/`))).toEqual([
      'refused',
      { kind: 'page-private', host: named },
    ]);
  });

  it('is not asked by a name that leads there, not even as one address among others', async () => {
    const site = await serve(hello);
    for (const addresses of [
      ['169.254.169.254'],
      ['::1'],
      ['127.0.0.1', '10.0.0.1'],
      ['fe80::1', '127.0.0.1'],
    ]) {
      const resolve = async () =>
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      expect(outcome(await fetcherWith({ resolve }).fetchPage(site.at('/')))).toEqual([
        'refused',
        { kind: 'page-private', host: 'site.test' },
      ]);
    }
    expect(site.asked).toEqual([]);
  });

  it.each(['http://169.254.169.254/latest/meta-data/', 'http://[::1]/', 'http://localhost/', '//10.0.0.1/'])(
    'is not asked when a page sends on to %s',
    async (location) => {
      const site = await serve(page((_, response) => response.writeHead(302, { location }).end()));
      const resolve = async (host: string) => [
        { address: host === 'site.test' ? '127.0.0.1' : '127.0.0.2', family: 4 },
      ];
      const { hostname } = new URL(location, 'http://site.test');
      expect(outcome(await fetcherWith({ resolve }).fetchPage(site.at('/')))).toEqual([
        'refused',
        { kind: 'page-private', host: hostname.replace(/^\[|\]$/g, '') },
      ]);
    },
  );

  it('is not asked when a page sends on to a file', async () => {
    const site = await serve(
      page((_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end()),
    );
    expect(outcome(await fetcherWith().fetchPage(site.at('/')))).toEqual([
      'refused',
      { kind: 'page-address', reason: 'scheme' },
    ]);
  });

  it('is not asked when a name server gives another answer after the check', async () => {
    // The second server stands for one of the private network, on the same port.
    const site = await serve((_, response) => response.writeHead(404, { connection: 'close' }).end());
    const inner: string[] = [];
    const private_ = createServer((request, response) => {
      inner.push(request.url ?? '');
      response.writeHead(200, html).end('secret');
    });
    await new Promise<void>((resolve) => private_.listen(site.port, '127.0.0.2', resolve));
    closing.push(() => private_.close());
    const answers = ['127.0.0.1', '127.0.0.2'];
    const resolve = async () => [{ address: answers.shift() ?? '127.0.0.2', family: 4 }];
    // robots.txt is read from the first address; the page would come from the second.
    const result = await fetcherWith({ resolve }).fetchPage(site.at('/', 'rebind.test'));
    expect(outcome(result)).toEqual(['refused', { kind: 'page-private', host: 'rebind.test' }]);
    expect(inner).toEqual([]);
    expect(answers).toEqual([]);
  });
});

describe('a server that means harm', () => {
  it('may not send a byte now and then for ever', async () => {
    const site = await serve(
      page((_, response) => {
        response.writeHead(200, html);
        const drip = setInterval(() => response.write('x'), 50);
        response.on('close', () => clearInterval(drip));
      }),
    );
    const result = await fetcherWith({ seconds: 1 }).fetchPage(site.at('/'));
    expect(outcome(result)).toEqual(['failed', { kind: 'page-too-slow', seconds: 1 }]);
  });

  it('may not keep silent, as a page, as robots.txt, or as a name server', async () => {
    const tooSlow = ['failed', { kind: 'page-too-slow', seconds: 0.3 }];
    const parts = { seconds: 0.3 };
    const silent = await serve(page(() => {}));
    expect(outcome(await fetcherWith(parts).fetchPage(silent.at('/')))).toEqual(tooSlow);
    const robots = createServer(() => {});
    await new Promise<void>((resolve) => robots.listen(0, '127.0.0.1', resolve));
    closing.push(() => new Promise((resolve) => robots.close(resolve).closeAllConnections()));
    const { port } = robots.address() as AddressInfo;
    expect(outcome(await fetcherWith(parts).fetchPage(`http://site.test:${port}/`))).toEqual(tooSlow);
    const nameless = fetcherWith({ ...parts, resolve: () => new Promise(() => {}) });
    expect(outcome(await nameless.fetchPage('http://site.test/'))).toEqual(tooSlow);
  });

  it('may not send without end', async () => {
    const block = Buffer.alloc(64_000, 'x');
    const site = await serve(
      page((_, response) => {
        response.writeHead(200, html);
        const send = () => {
          while (!response.destroyed && response.write(block));
        };
        response.on('drain', send);
        send();
      }),
    );
    const result = await fetcherWith().fetchPage(site.at('/'));
    expect(outcome(result)).toEqual(['refused', { kind: 'page-too-large', most: 8_000_000 }]);
  });

  it('may not say that it will send too much', async () => {
    const site = await serve(
      page((_, response) => response.writeHead(200, { ...html, 'content-length': 8_000_001 }).write('x')),
    );
    const result = await fetcherWith().fetchPage(site.at('/'));
    expect(outcome(result)).toEqual(['refused', { kind: 'page-too-large', most: 8_000_000 }]);
  });

  it('may send 8 MB, but not pack more into a few kilobytes', async () => {
    const packed = (bytes: number) => gzipSync(Buffer.alloc(bytes));
    const site = await serve(
      page((request, response) => {
        const bytes = Number(request.url?.slice(1));
        response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(packed(bytes));
      }),
    );
    expect(await fetcherWith().fetchPage(site.at('/8000000'))).toMatchObject({
      kind: 'fetched',
      page: { bytes: { length: 8_000_000 } },
    });
    for (const bytes of [8_000_001, 200_000_000]) {
      expect(outcome(await fetcherWith().fetchPage(site.at(`/${bytes}`)))).toEqual([
        'refused',
        { kind: 'page-too-large', most: 8_000_000 },
      ]);
    }
  });

  it('may break off', async () => {
    const site = await serve(
      page((_, response) => {
        response.writeHead(200, { ...html, 'content-length': 100 });
        response.write('x', () => response.destroy());
      }),
    );
    expect(outcome(await fetcherWith().fetchPage(site.at('/')))).toEqual([
      'failed',
      { kind: 'page-no-connection', detail: 'UND_ERR_SOCKET' },
    ]);
  });
});
