import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { connect as connectTcp } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Playground, startPlayground } from '../../playground/playground.js';
import { isTrusted } from '../../playground/server.js';

let playground: Playground;
let port: number;

beforeAll(async () => {
  playground = await startPlayground();
  port = Number(new URL(playground.pageUrl).port);
});

afterAll(() => playground.stop());

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

/** A request with exactly these headers: `fetch` would not let one set Host and Origin. */
function send(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const own = () => `http://127.0.0.1:${port}`;
const authorization = () => `Bot ${playground.token}`;
const action = JSON.stringify({ content: 'hello' });

describe('the Host', () => {
  test.each(['127.0.0.1', 'localhost'])('may be %s', async (name) => {
    expect((await send('GET', '/', { host: `${name}:${port}` })).status).toBe(200);
  });

  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1', '[::1]', '0.0.0.0'])(
    'may not be %s, which a rebound name or another port would send',
    async (name) => {
      const host = name === '127.0.0.1' ? name : `${name}:${port}`;
      for (const path of ['/', '/page/state', '/api/v10/gateway', '/attachments/1/2/x']) {
        expect((await send('GET', path, { host, authorization: authorization() })).status).toBe(403);
      }
    },
  );
});

describe('the Origin', () => {
  test('is not needed by a bot, which has its token', async () => {
    const { status, body } = await send('GET', '/api/v10/users/@me', { authorization: authorization() });
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ id: playground.applicationId, bot: true });
  });

  test.each(['https://evil.example', 'null', 'http://127.0.0.1', 'http://localhost:1'])(
    'may not be %s, even with the token',
    async (origin) => {
      const headers = { origin, authorization: authorization() };
      expect((await send('GET', '/api/v10/users/@me', headers)).status).toBe(403);
      expect((await send('POST', '/page/say', headers, action)).status).toBe(403);
    },
  );

  test('must be the page’s own for what the page does', async () => {
    expect((await send('POST', '/page/say', {}, action)).status).toBe(403);
    expect((await send('POST', '/page/say', { origin: own() }, action)).status).toBe(200);
  });

  test('is told by Sec-Fetch-Site where a browser sends none', async () => {
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect((await send('GET', '/page/state', foreign)).status).toBe(403);
    expect((await send('GET', '/page/state', { ...foreign, 'sec-fetch-site': 'same-origin' })).status).toBe(
      200,
    );
    const link = { ...foreign, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect((await send('GET', '/', link)).status).toBe(200);
    expect((await send('GET', '/', { ...link, 'sec-fetch-dest': 'iframe' })).status).toBe(403);
  });
});

describe('the gateway', () => {
  const open = (path: string, options: object) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, options);
      socket.on('message', () => {
        resolve('hello');
        socket.close(1000);
      });
      socket.on('error', ({ message }) => resolve(message));
    });

  test('greets a bot', async () => {
    expect(await open('/gateway?v=10&encoding=json', {})).toBe('hello');
  });

  test('refuses a foreign page, a rebound name and another path', async () => {
    const refused = 'Unexpected server response: 403';
    expect(await open('/gateway', { origin: 'https://evil.example' })).toBe(refused);
    expect(await open('/gateway', { headers: { host: `evil.example:${port}` } })).toBe(refused);
    expect(await open('/elsewhere', {})).toBe(refused);
  });
});

describe('the REST API', () => {
  test.each(['', 'Bot x.y.z', 'Bearer token'])('refuses the token "%s" as Discord does', async (given) => {
    const headers = given ? { authorization: given } : {};
    const { status, body } = await send('GET', '/api/v10/users/@me', headers);
    expect(status).toBe(401);
    expect(JSON.parse(body)).toEqual({ message: '401: Unauthorized', code: 0 });
  });

  test('does not know what it does not have, and says so in the violations', async () => {
    playground.violations.length = 0;
    const { status, body } = await send('GET', '/api/v10/stickers/1', { authorization: authorization() });
    expect(status).toBe(404);
    expect(JSON.parse(body)).toEqual({ message: '404: Not Found', code: 0 });
    expect(playground.violations).toMatchObject([{ request: 'GET /stickers/1', status: 404 }]);
  });

  test('refuses broken JSON', async () => {
    const channel = playground.world.guilds.home.channels[0]?.id;
    const headers = { authorization: authorization(), 'content-type': 'application/json' };
    const { status, body } = await send('POST', `/api/v10/channels/${channel}/messages`, headers, '{');
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({ code: 50109 });
  });
});

describe('the page', () => {
  test('takes nothing from elsewhere, runs nothing inline and is not framed', async () => {
    const { headers, body } = await send('GET', '/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(body).not.toMatch(/https?:\/\/|<script>|style=/);
  });

  test('has every file that it names', async () => {
    const { body } = await send('GET', '/');
    const seen = new Set<string>();
    const wanted = [...body.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path]) => path ?? '');
    for (let path = wanted.shift(); path; path = wanted.shift()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const file = await send('GET', path);
      expect(`${path} ${file.status}`).toBe(`${path} 200`);
      if (path.endsWith('.js')) {
        const imported = [...file.body.matchAll(/from '(\.[^']+)'/g)].map(([, name]) => name ?? '');
        wanted.push(...imported.map((name) => new URL(name, `http://localhost${path}`).pathname));
      }
    }
    expect(seen.size).toBeGreaterThan(40);
  });

  test.each(['/../package.json', '/%2e%2e/package.json', '/__proto__', '/page/constructor', '/page/nothing'])(
    'has nothing at %s',
    async (path) => {
      expect((await send('GET', path)).status).toBe(404);
    },
  );

  test('is told of all places and people, and where the bot and its app are', async () => {
    const { guilds, privates, users } = JSON.parse((await send('GET', '/page/state')).body);
    expect(guilds.map(({ key, hasBot }: { key: string; hasBot: boolean }) => [key, hasBot])).toEqual([
      ['home', true],
      ['other', true],
      ['foreign', false],
    ]);
    expect(privates).toHaveLength(users.length + 1);
    expect(privates).toContainEqual(
      expect.objectContaining({ kind: 'group', name: 'Mina, Edgar', members: ['member', 'editor'] }),
    );
    expect(privates).toContainEqual(
      expect.objectContaining({ kind: 'dm', name: 'AI Alliances', members: ['owner'] }),
    );
    const withApp = users.filter(({ hasApp }: { hasApp: boolean }) => hasApp);
    expect(withApp).toMatchObject([{ key: 'member' }, { key: 'moderator' }]);
  });

  test('is told which commands a person is offered at a place, in their language', async () => {
    const headers = { authorization: authorization(), 'content-type': 'application/json' };
    const command = { name: 'ask', name_localizations: { fr: 'demander' }, description: 'd' };
    const restricted = { name: 'keep', description: 'd', default_member_permissions: '32' };
    const path = `/api/v10/applications/${playground.applicationId}/commands`;
    await send('PUT', path, headers, JSON.stringify([command, restricted]));
    const place = playground.world.guilds.home.channels[0]?.id;
    const offered = async (user: string) => {
      const { body } = await send('GET', `/page/commands?place=${place}&user=${user}&locale=fr`);
      return JSON.parse(body).map((one: { name_localized: string }) => one.name_localized);
    };
    expect(await offered('member')).toEqual(['demander']);
    expect(await offered('moderator')).toEqual(['demander', 'keep']);
    expect((await send('GET', '/page/commands?place=1&user=member')).status).toBe(400);
    expect((await send('GET', `/page/commands?place=${place}&user=__proto__`)).status).toBe(400);
  });

  test('refuses in words what a person cannot do', async () => {
    const headers = { origin: own(), 'content-type': 'application/json' };
    const use = JSON.stringify({ command: 'nothing' });
    const { status, body } = await send('POST', '/page/use', headers, use);
    expect(status).toBe(400);
    expect(JSON.parse(body).message).toContain('no command /nothing');
    expect((await send('POST', '/page/__proto__', headers, '{}')).status).toBe(400);
    const nobody = JSON.stringify({ as: { user: '__proto__' }, content: 'x' });
    expect((await send('POST', '/page/say', headers, nobody)).status).toBe(400);
  });
});

describe('the server', () => {
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal)?.address;

  test.skipIf(!outside)('cannot be reached from another address of this machine', async () => {
    const reached = await new Promise((resolve) => {
      const socket = connectTcp(port, outside);
      socket.on('connect', () => resolve(true));
      socket.on('error', () => resolve(false));
    });
    expect(reached).toBe(false);
  });

  // Who may bind port 80 differs from machine to machine; what comes in there does not.
  test.each([
    [80, 'localhost', true],
    [80, '127.0.0.1', true],
    [80, 'localhost:80', true],
    [80, 'evil.example', false],
    [3000, 'localhost:3000', true],
    [3000, 'localhost', false],
  ])('at port %i trusts a request for %s: %s', (at, host, isIn) => {
    const headers = { host, origin: `http://${host}` };
    expect(isTrusted({ method: 'POST', headers } as IncomingMessage, at)).toBe(isIn);
  });
});
