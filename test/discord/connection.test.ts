import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RestFault } from '../../playground/faults.js';
import { type Playground, startPlayground } from '../../playground/playground.js';
import { type Bot, startBot } from '../../src/bot.js';
import { SetupError } from '../../src/config.js';
import { connection as words } from '../../src/copy/host.js';
import type { DocumentImport } from '../../src/discord/document-port.js';
import type { Library } from '../../src/library/library.js';
import { freshSqlite } from '../support/databases.js';
import { type Bench, setUp } from '../support/knowledge-base.js';

// How the bot comes to be connected, and what it does where Discord will not have it.

const GATEWAY = 'GET /gateway/bot';
const COMMANDS = 'PUT /applications/:app/commands';

let bench: Bench;
let library: Library;
let playground: Playground;
let bot: Bot | undefined;
let logged: { level: number; msg: string; [more: string]: unknown }[];

beforeEach(async () => {
  bench = await setUp(freshSqlite);
  await bench.write('ferry.md', '# Ferry\n\nThe ferry to the island leaves at noon.\n');
  library = await bench.open();
  playground = await startPlayground();
  logged = [];
});

afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await playground.stop();
  await bench.end();
});

async function start(options: { signal?: AbortSignal; token?: string } = {}): Promise<Bot> {
  bot = await startBot({
    token: playground.token,
    apiUrl: playground.apiUrl,
    library,
    documentImport: {} as DocumentImport,
    oldAfterDays: 540,
    log: pino({ level: 'info' }, { write: (line: string) => logged.push(JSON.parse(line)) }),
    ...options,
  });
  return bot;
}

function answers(
  route: string,
  times: number,
  what: { status: number; body?: object; headers?: Record<string, string> },
) {
  const fault: RestFault = { route, times, when: 'before', what: { kind: 'answer', ...what } };
  playground.faults.rest.push(fault);
}

const said = () => logged.filter(({ level }) => level >= 40).map(({ msg }) => msg);

async function answered(): Promise<boolean> {
  const { failed } = await playground.use({
    command: 'ask',
    options: { question: 'When does the ferry leave?' },
  });
  return !failed;
}

test('servers that are out of order at the start: it is tried again, and the log says so', async () => {
  // Each try is made of four.
  answers(GATEWAY, 5, { status: 502 });
  await start();
  expect(said()).toContain(words.unreachableYet);
  expect(await answered()).toBe(true);
});

test('no more sessions for now: it is tried again, and the log says so', async () => {
  const session_start_limit = { total: 1000, remaining: 0, reset_after: 1_500, max_concurrency: 1 };
  answers(GATEWAY, 1, { status: 200, body: { url: playground.gatewayUrl, shards: 1, session_start_limit } });
  await start();
  expect(said()).toEqual([words.noSessions]);
  expect(await answered()).toBe(true);
});

test('a token that is refused is a matter for the host', async () => {
  await expect(start({ token: 'not.the.token' })).rejects.toEqual(new SetupError(words.tokenRefused));
});

test('an address where Discord is not is a matter for the host', async () => {
  answers(GATEWAY, 1, { status: 200, body: { hello: 'there' } });
  await expect(start()).rejects.toThrow(SetupError);
  answers(GATEWAY, 1, { status: 404 });
  await expect(start()).rejects.toThrow('HTTP 404');
});

describe.each([4004, 4010, 4011, 4012, 4013, 4014] as const)('a gateway that closes with %i', (code) => {
  test('at the start ends it with a sentence', async () => {
    playground.faults.gateway.closeWith = code;
    await expect(start()).rejects.toEqual(new SetupError(words.closed[code]));
  });

  test('later is said, too', async () => {
    const { shutOut } = await start();
    playground.closeConnections(code);
    await expect(shutOut).resolves.toEqual(new SetupError(words.closed[code]));
  });
});

test('a gateway that closes for a while is no end', async () => {
  const { shutOut } = await start();
  playground.closeConnections(4000);
  await expect
    .poll(() => logged.some(({ msg }) => msg === 'connected again'), { timeout: 10_000 })
    .toBe(true);
  await expect(Promise.race([shutOut, answered()])).resolves.toBe(true);
});

/** Resolves when the bot has met all that was put in its way. */
const met = () =>
  expect.poll(() => playground.faults.rest.every(({ times }) => times === 0), { timeout: 10_000 }).toBe(true);

test.each<[name: string, isSo: () => void]>([
  [
    'does not say a word',
    () => {
      playground.faults.gateway.isSilent = true;
      const unharmed = { when: 'before', what: { kind: 'delay', ms: 0 } } as const;
      playground.faults.rest.push({ route: GATEWAY, times: 1, ...unharmed });
    },
  ],
  [
    'wants an hour before the next request',
    () => answers(GATEWAY, 1, { status: 429, headers: { 'retry-after': '3600' } }),
  ],
  ['is out of order', () => answers(GATEWAY, 4, { status: 503 })],
])('a start can be ended where Discord %s', async (_, isSo) => {
  isSo();
  const stop = new AbortController();
  const starting = start({ signal: stop.signal });
  starting.catch(() => {});
  await met();
  stop.abort();
  await expect(starting).rejects.toBe(stop.signal.reason);
});

describe('commands that cannot be registered are a warning, and the bot goes on', () => {
  beforeEach(async () => {
    // Those of yesterday.
    await (await start()).stop();
    logged.length = 0;
  });

  test.each([
    ['500', { status: 500 }],
    ['403', { status: 403, body: { code: 50_001, message: 'Missing Access' } }],
    [
      'too many in a day',
      { status: 400, body: { code: 30_034, message: 'Max number of daily application command creates' } },
    ],
  ])('%s', async (_, what) => {
    answers('GET /applications/:app/commands', 10, what);
    answers(COMMANDS, 10, what);
    await start();
    expect(said()).toContain(words.commandsFailed);
    expect(await answered()).toBe(true);
  });

  test('an hour before the next request', async () => {
    answers('GET /applications/:app/commands', 1, { status: 429, headers: { 'retry-after': '3600' } });
    await start();
    expect(said()).toContain(words.commandsLate);
    expect(await answered()).toBe(true);
  });
});

test('where no server has it yet, the log says how to add it to one', async () => {
  await start();
  const invitation = words.inNoServer(playground.applicationId);
  expect(logged.map(({ msg }) => msg)).not.toContain(invitation);
  await bot?.stop();
  playground.removeBot('home');
  playground.removeBot('other');
  await start();
  expect(logged.map(({ msg }) => msg)).toContain(invitation);
});

test('a connection that the bot closes itself is not said to come back', async () => {
  await start();
  await bot?.stop();
  bot = undefined;
  expect(logged.map(({ msg }) => msg)).not.toContain('reconnecting');
});
