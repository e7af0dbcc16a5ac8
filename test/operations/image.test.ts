import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  environmentOf,
  type Instruction,
  readDockerfile,
  type Stage,
  wordsOf,
} from '../support/dockerfile.js';

// The image, without a container engine: the steps of the Dockerfile are carried out in a folder for each stage, and what
// comes of it is started there by a user without rights, who can write to data/ alone.

const isRoot = process.getuid?.() === 0;
/** Nobody, on every Linux; where a process cannot become that, it stays who it is. */
const user = isRoot ? { uid: 65_534, gid: 65_534 } : { uid: process.getuid?.(), gid: process.getgid?.() };
const stages = readDockerfile('Dockerfile');
const final = stages.at(-1) as Stage;
let root: string;
let bot: ChildProcess | undefined;

const appOf = (stage: Stage) => join(root, stage.name, 'app');

interface Ended {
  readonly code: number | null;
  readonly printed: string;
}

function run(command: string, args: readonly string[], options: SpawnOptions): Promise<Ended> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let printed = '';
  for (const output of [child.stdout, child.stderr]) output?.on('data', (chunk) => (printed += chunk));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, printed })));
}

/** Carries out a stage. What is asked for by another user of the image is done for ours. */
async function carryOut(stage: Stage): Promise<void> {
  await mkdir(appOf(stage), { recursive: true });
  for (const { name, rest } of stage.instructions) {
    if (name === 'COPY') await copy(rest, stage);
    if (name === 'RUN') await runStep(rest.replaceAll('node:node', `${user.uid}:${user.gid}`), appOf(stage));
  }
}

async function copy(rest: string, stage: Stage): Promise<void> {
  const from = /^--from=(\S+) /.exec(rest)?.[1];
  const words = rest.replace(/^--from=\S+ /, '').split(' ');
  const target = words.pop() ?? '';
  for (const source of words) {
    const origin = from === undefined ? source : join(root, from, source);
    const isFile = (await stat(origin)).isFile();
    const into = join(appOf(stage), target, isFile ? basename(source) : '');
    await mkdir(join(into, '..'), { recursive: true });
    // Nothing asks again for what a stage has made.
    if (from === undefined) await cp(origin, into, { recursive: true });
    else await rename(origin, into);
  }
}

async function runStep(command: string, cwd: string): Promise<void> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, npm_config_prefer_offline: 'true' };
  const { code, printed } = await run('sh', ['-ec', command], { cwd, env });
  if (code === 0) return;
  if (!command.startsWith('npm ci') || !/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENOTCACHED/.test(printed))
    expect.fail(`${command}\n${printed}`);
  console.warn(
    'The registry cannot be reached: the packages of this folder are taken, and npm ci is not tried.',
  );
  await cp('node_modules', join(cwd, 'node_modules'), { recursive: true });
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.on('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' ? `${address?.port}` : '';
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'image-'));
  await chmod(root, 0o755);
  for (const stage of stages) await carryOut(stage);
  if (!isRoot) await run('chmod', ['a-w', appOf(final)], {});
}, 600_000);

afterAll(async () => {
  bot?.kill('SIGKILL');
  if (!isRoot) await run('chmod', ['u+w', appOf(final)], {});
  await rm(root, { recursive: true, force: true });
});

test('only what is written down reaches the build: no settings, no data', async () => {
  const allowed = (await readFile('.dockerignore', 'utf8')).split('\n').filter((line) => /^[^#]/.test(line));
  expect(allowed[0]).toBe('*');
  const names = allowed.slice(1).map((line) => line.replace(/^!/, ''));
  const sources = stages
    .flatMap(({ instructions }) => instructions)
    .filter(({ name, rest }: Instruction) => name === 'COPY' && !rest.startsWith('--from='))
    .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
  expect([...new Set(sources.map((source) => source.split('/')[0]))].sort()).toEqual(names.sort());
  expect(names.filter((name) => /^(\.env|data|\.git)/.test(name))).toEqual([]);
});

test('it has nothing that compiles or tests, and belongs to somebody else than who runs it', async () => {
  const there = (path: string) =>
    stat(join(appOf(final), path)).then(
      () => true,
      () => false,
    );
  for (const path of ['node_modules/typescript', 'node_modules/vitest', 'node_modules/@biomejs', 'test'])
    expect(await there(path), path).toBe(false);
  expect(await there('node_modules/prom-client')).toBe(true);
  expect(final.instructions.filter(({ name }) => name === 'USER').map(({ rest }) => rest)).toEqual(['node']);
});

test('it starts where all but data/ is read-only, is ready, says that it is healthy, and ends when told to', async () => {
  const cwd = appOf(final);
  if (isRoot) await chown(join(cwd, 'data'), user.uid as number, user.gid as number);
  const env = { PATH: process.env.PATH, ...environmentOf(final), HTTP_PORT: await freePort() };
  const options = { cwd, env, ...user };
  const [node = '', ...args] = wordsOf(final, 'CMD');
  const [asker = '', ...health] = wordsOf(final, 'HEALTHCHECK');
  expect((await run(asker, health, options)).code).toBe(1);

  const child = spawn(node, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  bot = child;
  let printed = '';
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  child.stderr.on('data', (chunk) => (printed += chunk));
  const isReady = new Promise<boolean>((resolve) => {
    child.stdout.on('data', (chunk) => `${chunk}`.includes('Playground ready') && resolve(true));
  });
  expect(await Promise.race([isReady, ended]), printed).toBe(true);

  const ready = await fetch(`http://127.0.0.1:${env.HTTP_PORT}/readyz`);
  expect([ready.status, await ready.json()]).toMatchObject([200, { ready: true }]);
  expect((await fetch(`http://127.0.0.1:${env.HTTP_PORT}/healthz`)).status).toBe(200);
  expect(await run(asker, health, options)).toMatchObject({ code: 0 });
  const write = ['-e', 'fs.writeFileSync("dist/x", "")'];
  if (isRoot) expect((await run(node, write, options)).printed).toContain('EACCES');

  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(printed).not.toMatch(/"level":"(error|fatal)"|EROFS|EACCES/);
}, 300_000);
