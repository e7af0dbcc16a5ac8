import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { APIMessage } from 'discord-api-types/v10';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { LoggedExchange } from '../playground/exchange-log.js';

// The process as people start it: what it prints, and how it ends. It may take long where much else runs.
vi.setConfig({ testTimeout: 180_000 });

const main = fileURLToPath(new URL('../src/main.js', import.meta.url));
const shipped = { KNOWLEDGE_DIR: fileURLToPath(new URL('../../knowledge/', import.meta.url)) };
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

interface Run {
  readonly child: ChildProcess;
  readonly printed: { stdout: string; stderr: string };
  readonly code: Promise<number | null>;
}

const newFolder = () => mkdtemp(join(tmpdir(), 'bot-'));

/** What ships takes a while to be read and indexed: here how it ends is looked at, and a sentence will do. */
let knowledge: string;
beforeAll(async () => {
  knowledge = await newFolder();
  await writeFile(join(knowledge, 'ferry.md'), '# Ferry\n\nThe ferry to the island leaves at noon.\n');
});

/** Runs it in a new folder, so that no .env and no cache of this one plays a part, or where another one ran. */
async function run(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd?: string,
): Promise<Run> {
  const child = spawn(process.execPath, [main, ...args], {
    cwd: cwd ?? (await newFolder()),
    env: { PATH: process.env.PATH, KNOWLEDGE_DIR: knowledge, ...env },
  });
  started.push(child);
  const printed = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => {
    printed.stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    printed.stderr += chunk;
  });
  return { child, printed, code: new Promise((resolve) => child.on('close', resolve)) };
}

interface State {
  readonly guilds: readonly { readonly channels: readonly { readonly id: string }[] }[];
}

/** The custom ids of all buttons, wherever they stand in it. */
function buttonsIn(shown: unknown): string[] {
  if (typeof shown !== 'object' || shown === null) return [];
  if ('type' in shown && shown.type === 2 && 'custom_id' in shown) return [`${shown.custom_id}`];
  return Object.values(shown).flatMap(buttonsIn);
}

const READY = /^Playground ready: (http:\/\/127\.0\.0\.1:\d+)$/m;

/** The address of the playground, once it is ready. */
function ready({ child, printed }: Run): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const address = READY.exec(printed.stdout)?.[1];
      if (address) resolve(address);
    });
    child.on('close', () => reject(new Error(printed.stderr)));
  });
}

test('without a token: the playground with what ships, and a clean end when told to stop', async () => {
  const bot = await run([], shipped);
  await ready(bot);
  bot.child.kill('SIGTERM');
  expect(await bot.code).toBe(0);
  expect(bot.printed.stderr).not.toMatch(/"level":"(warn|error|fatal)"/);
});

test('the playground ended and started again: what was said is there, and its buttons work', async () => {
  const folder = await newFolder();
  /** Does something in the page, and gives the messages that are there then. */
  const act = async (address: string, action: string, body: object) => {
    const headers = { origin: address, 'content-type': 'application/json' };
    const done = await fetch(`${address}/page/${action}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    expect(await done.json()).toMatchObject({ failed: false });
    return messagesAt(address);
  };
  const messagesAt = async (address: string) => {
    const state = (await (await fetch(`${address}/page/state`)).json()) as State;
    const shown = await fetch(`${address}/page/channels/${state.guilds[0]?.channels[0]?.id}`);
    return (await shown.json()) as { message: APIMessage }[];
  };

  const first = await run([], {}, folder);
  const asked = { command: 'ask', options: { question: 'When does the ferry to the island leave?' } };
  const said = await act(await ready(first), 'use', asked);
  first.child.kill('SIGTERM');
  await first.code;

  const second = await run([], {}, folder);
  const address = await ready(second);
  expect(await messagesAt(address)).toEqual(said);
  const messageId = said[0]?.message.id;
  const [customId] = buttonsIn(said);
  expect((await act(address, 'press', { messageId, customId })).length).toBeGreaterThan(0);
  const [exchange] = (await (await fetch(`${address}/page/exchanges`)).json()) as LoggedExchange[];
  expect(exchange).toMatchObject({ kind: 'component', failed: false });
  expect(exchange?.requests.map(({ status }) => status)).not.toContain(400);
}, 360_000);

test('settings that cannot be read: exit code 2, and not the playground', async () => {
  const folder = await newFolder();
  await mkdir(join(folder, '.env'));
  const bot = await run([], {}, folder);
  expect(await bot.code).toBe(2);
  expect(bot.printed.stderr).toMatch(/^The settings in \.env cannot be read \(EISDIR/);
});

test('a port that was asked for and is taken: exit code 2, and what to do', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.on('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? `${address?.port}` : '';
  const bot = await run([], { PLAYGROUND_PORT: port });
  expect(await bot.code).toBe(2);
  expect(bot.printed.stderr).toContain(`port ${port} is taken`);
  server.close();
});

/** A port that was free a moment ago, and is most likely still. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.on('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `${port}`;
}

test('asked for its health: exit code 0 while it runs, 1 when it does not', async () => {
  const env = { HTTP_PORT: await freePort() };
  const bot = await run([], env);
  await ready(bot);
  expect((await fetch(`http://127.0.0.1:${env.HTTP_PORT}/readyz`)).status).toBe(200);
  const alive = await run(['health'], env);
  expect(await alive.code).toBe(0);
  expect(alive.printed).toEqual({ stdout: 'The bot is alive.\n', stderr: '' });

  const second = await run([], env);
  expect(await second.code).toBe(2);
  expect(second.printed.stderr).toMatch(/^HTTP_PORT: port \d+ is taken\./);

  bot.child.kill('SIGTERM');
  expect(await bot.code).toBe(0);
  const gone = await run(['health'], { ...env, HTTP_HOST: '0.0.0.0' });
  expect(await gone.code).toBe(1);
  expect(gone.printed.stdout).toContain('ECONNREFUSED');
});

test.each([
  ['health without a port to ask at', ['health'], {}, /HTTP_PORT is not set/],
  [
    'settings that are wrong',
    [],
    { LOG_LEVEL: 'loud', DISCORD_API_URL: 'x' },
    /DISCORD_API_URL(.|\n)*LOG_LEVEL/,
  ],
  ['a task that there is not', ['dance'], {}, /no "dance"/],
  ['a knowledge folder that there is not', [], { KNOWLEDGE_DIR: '/nowhere' }, /no folder "\/nowhere"/],
  [
    'a database that cannot be reached',
    [],
    { DATABASE_URL: 'postgres://bot:s3cret@127.0.0.1:9/bot' },
    /DATABASE_URL: .*ECONNREFUSED/,
  ],
  [
    'a database in a folder that cannot be made',
    [],
    { DATABASE_URL: 'file:/proc/nowhere/data/bot.db' },
    /DATABASE_URL: .*\/proc/,
  ],
  [
    'a Discord that cannot be reached',
    [],
    { DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: 'http://127.0.0.1:9/api' },
    /cannot be reached at http:\/\/127\.0\.0\.1:9\/api/,
  ],
  [
    'an address of Discord with a password',
    [],
    { DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: 'http://bot:s3cret@127.0.0.1:9/api' },
    /DISCORD_API_URL: must have no user name and no password/,
  ],
])('%s: exit code 2, one message, no stack trace', async (_, args, env, message) => {
  const bot = await run(args, env);
  expect(await bot.code).toBe(2);
  expect(bot.printed.stderr).toMatch(message);
  expect(bot.printed.stderr).not.toMatch(/^\s+at |s3cret/m);
});

test('a token that Discord refuses: exit code 2, and where to get another', async () => {
  const playground = await run([]);
  const address = await ready(playground);
  const bot = await run([], { DISCORD_TOKEN: 'not.the.token', DISCORD_API_URL: `${address}/api` });
  expect(await bot.code).toBe(2);
  expect(bot.printed.stderr).toContain('Discord refused the token');
});

test.each([
  ['an answer', ['ask', 'When does the ferry to the island leave?']],
  ['a list of documents', ['knowledge', 'list']],
  ['a check', ['check']],
])('%s that nobody reads to its end: no stack trace, and exit code 0', async (_, args) => {
  const task = await run(args);
  // As `head` does once it has its lines, here before the first.
  task.child.stdout?.destroy();
  expect(await task.code).toBe(0);
  expect(task.printed.stderr).toBe('');
});

test('check: exit code 0 for the documents that ship', async () => {
  const check = await run(['check'], shipped);
  expect(await check.code).toBe(0);
  expect(check.printed.stdout).toContain('in order');
});

test('an error that nobody catches ends the process, and what it carries is not printed', async () => {
  const refused = `
    const url = 'https://discord.com/api/v10/interactions/123456789012345678/token-of-it/callback';
    const requestBody = { json: { content: 'a private question' } };
    // Once it serves.
    setInterval(() => {
      if (process.listenerCount('SIGTERM') > 0) throw Object.assign(new Error('refused'), { url, requestBody });
    }, 10);`;
  const module = join(await mkdtemp(join(tmpdir(), 'bot-')), 'refused.mjs');
  await writeFile(module, refused);
  const bot = await run([], { NODE_OPTIONS: `--import=${module}` });
  expect(await bot.code).toBe(1);
  expect(bot.printed.stderr).toContain("message: 'refused'");
  expect(bot.printed.stderr).toContain('/interactions/:id/:token/callback');
  expect(bot.printed.stderr).not.toMatch(/private|token-of-it|123456789012345678/);
});
