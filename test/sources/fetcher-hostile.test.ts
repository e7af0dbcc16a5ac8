import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
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
    const { fetchPage } = fetcherOfTheWeb();
    const named = new URL(`http://${host}/`).hostname.replace(/^\[|\]$/g, '');
    expect(outcome(await fetchPage(`http://${host}/`))).toEqual([
      'failed',
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
        'failed',
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
        'failed',
        { kind: 'page-private', host: hostname.replace(/^\[|\]$/g, '') },
      ]);
    },
  );

  it('is not asked when a page sends on to a file', async () => {
    const site = await serve(
      page((_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end()),
    );
    expect(outcome(await fetcherWith().fetchPage(site.at('/')))).toEqual([
      'failed',
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
    expect(outcome(result)).toEqual(['failed', { kind: 'page-private', host: 'rebind.test' }]);
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
    expect(outcome(result)).toEqual(['failed', { kind: 'page-too-large', most: 8_000_000 }]);
  });

  it('may not say that it will send too much', async () => {
    const site = await serve(
      page((_, response) => response.writeHead(200, { ...html, 'content-length': 8_000_001 }).write('x')),
    );
    const result = await fetcherWith().fetchPage(site.at('/'));
    expect(outcome(result)).toEqual(['failed', { kind: 'page-too-large', most: 8_000_000 }]);
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
        'failed',
        { kind: 'page-too-large', most: 8_000_000 },
      ]);
    }
  });

  it('may not send on to an address of 15,000 characters', async () => {
    const location = `/${'a'.repeat(15_000)}`;
    const site = await serve(page((_, response) => response.writeHead(302, { location }).end()));
    const result = await fetcherWith().fetchPage(site.at('/'));
    expect(outcome(result)).toEqual(['failed', { kind: 'page-address', reason: 'too-long' }]);
    expect(site.asked).toEqual(['/']);
  });

  it('may have a robots.txt that cannot be read, and is not asked for more', async () => {
    const site = await serve((_, response) => response.writeHead(200).end('user-agent: *'));
    const readRobots = async () => ({ problems: [] });
    const result = await fetcherWith({ readRobots }).fetchPage(site.at('/'));
    const host = `site.test:${site.port}`;
    expect(outcome(result)).toEqual(['failed', { kind: 'page-robots-unread', host }]);
    expect(site.asked).toEqual([]);
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
