import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Playground, startPlayground } from '../playground/playground.js';
import { connection as words } from '../src/copy/host.js';

// How the process ends: when it is told to, whatever it does then, and when Discord will not have it any more.
vi.setConfig({ testTimeout: 120_000 });

const root = fileURLToPath(new URL('../../', import.meta.url));
const main = join(root, 'dist/src/main.js');
const STOP_MS = 10_000;

let knowledge: string;
let playground: Playground;
const started: ChildProcess[] = [];

beforeEach(async () => {
  knowledge = await mkdtemp(join(tmpdir(), 'knowledge-'));
  await writeFile(join(knowledge, 'ferry.md'), '# Ferry\n\nThe ferry to the island leaves at noon.\n');
  playground = await startPlayground();
});

afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await playground.stop();
});

interface Run {
  readonly child: ChildProcess;
  readonly printed: { text: string };
  /** Resolves when this is printed. */
  has(text: string): Promise<void>;
  readonly code: Promise<number | null>;
}

/** A bot of the playground's, in a folder of its own. */
async function run(env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const cwd = await mkdtemp(join(tmpdir(), 'bot-'));
  const child = spawn(process.execPath, [main], { cwd, env: { ...environment(), ...env } });
  return watched(child);
}

function environment(): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    KNOWLEDGE_DIR: knowledge,
    DISCORD_TOKEN: playground.token,
    DISCORD_API_URL: playground.apiUrl,
  };
}

function watched(child: ChildProcess): Run {
  started.push(child);
  const printed = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      printed.text += chunk;
    });
  const code = once(child, 'close').then(([status]) => status as number | null);
  return {
    child,
    printed,
    code,
    async has(text) {
      while (!printed.text.includes(text)) {
        const ended = await Promise.race([
          once(child.stderr ?? child, 'data').then(() => false),
          code.then(() => true),
        ]);
        if (ended) throw new Error(printed.text);
      }
    },
  };
}

const CONNECTED = 'commands registered';

/** Tells it to stop, and gives how it ended. */
async function stopped({ child, code }: Run): Promise<number | null> {
  const begun = performance.now();
  child.kill('SIGTERM');
  const ended = await code;
  expect(performance.now() - begun).toBeLessThan(STOP_MS);
  return ended;
}

test('Discord shuts it out while it runs: exit code 2, one sentence, no stack trace', async () => {
  const bot = await run();
  await bot.has(CONNECTED);
  playground.closeConnections(4014);
  expect(await bot.code).toBe(2);
  expect(bot.printed.text).toContain(words.closed[4014]);
  expect(bot.printed.text).not.toMatch(/^\s+at /m);
});

test('told to stop while the gateway does not say a word', async () => {
  playground.faults.gateway.isSilent = true;
  const unharmed = { when: 'before', what: { kind: 'delay', ms: 0 } } as const;
  playground.faults.rest.push({ route: 'GET /gateway/bot', times: 1, ...unharmed });
  const bot = await run();
  await expect.poll(() => playground.faults.rest[0]?.times, { timeout: 60_000 }).toBe(0);
  expect(await stopped(bot)).toBe(0);
  expect(bot.printed.text).not.toMatch(/^\s+at /m);
});

test('told to stop while Discord is out of order', async () => {
  const what = { kind: 'answer', status: 503 } as const;
  playground.faults.rest.push({ route: 'GET /gateway/bot', times: 1_000, when: 'before', what });
  const bot = await run();
  await bot.has(words.unreachableYet);
  expect(await stopped(bot)).toBe(0);
});

test('told to stop while Discord takes no request for an hour', async () => {
  const what = { kind: 'answer', status: 429, headers: { 'retry-after': '3600' } } as const;
  playground.faults.rest.push({ route: 'GET /applications/:app/commands', times: 1, when: 'before', what });
  const bot = await run();
  await bot.has(words.commandsLate);
  expect(await stopped(bot)).toBe(0);
});

test('told to stop while Discord is cut off: nothing is answered any more, nor is the end', async () => {
  const bot = await run();
  await bot.has(CONNECTED);
  for (const route of [
    'POST /interactions/:id/:token/callback',
    'PATCH /webhooks/:app/:token/messages/:message',
  ])
    playground.faults.rest.push({ route, times: 1_000, when: 'before', what: { kind: 'silence' } });
  const asked = playground.use({ command: 'ask', options: { question: 'When does the ferry leave?' } });
  await expect.poll(() => playground.faults.rest[0]?.times, { timeout: 60_000 }).toBeLessThan(1_000);
  expect(await stopped(bot)).toBe(0);
  expect((await asked).failed).toBe(true);
});

test('told to stop under npm: the bot ends, and not npm alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'npm-start-'));
  await copyFile(join(root, 'package.json'), join(folder, 'package.json'));
  // It is built already.
  await writeFile(join(folder, 'build.mjs'), '');
  for (const name of ['dist', 'node_modules']) await symlink(join(root, name), join(folder, name));
  const bot = watched(spawn('npm', ['start'], { cwd: folder, env: { ...environment(), HOME: folder } }));
  await bot.has(CONNECTED);
  await stopped(bot);
  const asking = playground.use({ command: 'ask', options: { question: 'When does the ferry leave?' } });
  await expect(asking).rejects.toThrow('No bot is connected');
});

test('what arrives while it stops is refused with a sentence, and what is under way is answered', async () => {
  const bot = await run();
  await bot.has(CONNECTED);
  // The answer to this one takes a second to be taken.
  const slow = {
    route: 'POST /interactions/:id/:token/callback',
    times: 1,
    when: 'before',
    what: { kind: 'delay', ms: 1_000 },
  } as const;
  const question = { command: 'ask', options: { question: 'When does the ferry leave?' } };
  await playground.use(question);
  playground.faults.rest.push({ ...slow });
  const before = playground.use(question);
  await expect.poll(() => playground.faults.rest[0]?.times, { timeout: 60_000 }).toBe(0);
  const ending = stopped(bot);
  let told = '';
  while (!told.includes('being restarted'))
    told = JSON.stringify((await playground.use(question)).message?.components);
  expect((await before).failed).toBe(false);
  expect(await ending).toBe(0);
});
