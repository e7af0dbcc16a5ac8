import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import {
  closing,
  fetcherOfTheWeb,
  fetcherWith,
  hello,
  html,
  outcome,
  page,
  serve,
} from '../support/web-site.js';

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
    expect(outcome(result)).toEqual(['failed', { kind: 'page-address', reason }]);
  });

  it('refuses unusual ports of the public web', async () => {
    const { fetchPage } = fetcherOfTheWeb();
    expect(outcome(await fetchPage('http://site.test:8080/'))).toEqual([
      'failed',
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
      'failed',
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
        'failed',
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
    const refused = ['failed', { kind: 'page-robots', host: `site.test:${site.port}` }];
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
    expect(outcome(result)).toEqual(['failed', { kind: 'page-robots', host: `b.test:${closed.port}` }]);
    expect(closed.asked).toEqual([]);
  });

  it('is read once in a session', async () => {
    let times = 0;
    const site = await serve((request, response) => {
      if (request.url === '/robots.txt') times++;
      else response.writeHead(200, html).end('x');
    });
    const fetcher = fetcherWith();
    await Promise.all(['/a', '/b'].map((path) => fetcher.fetchPage(site.at(path))));
    await fetcher.fetchPage(site.at('/c'));
    expect(times).toBe(1);
  });

  it('is asked for again by a page that waited for another one’s, which failed', async () => {
    let times = 0;
    const site = await serve((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(++times === 1 ? 503 : 404).end();
      else response.writeHead(200, html).end('x');
    });
    const fetcher = fetcherWith();
    const results = await Promise.all(['/a', '/b', '/c'].map((path) => fetcher.fetchPage(site.at(path))));
    expect(results.map(({ kind }) => kind)).toEqual(['failed', 'fetched', 'fetched']);
    expect(times).toBe(2);
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
