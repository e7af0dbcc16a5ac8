import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse as parseSettings } from 'dotenv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { DEFAULTS } from '../../src/config.js';
import { environmentOf, readDockerfile } from '../support/dockerfile.js';

// What starts the bot for real sets what there is to set, and gives it no rights that it does not need.

interface Service {
  readonly environment: Readonly<Record<string, string | number>>;
  readonly volumes: readonly string[];
  readonly read_only: boolean;
  readonly tmpfs: string | readonly string[];
  readonly cap_drop: readonly string[];
  readonly security_opt: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: string };
  readonly ports?: unknown;
}

const compose: { services: { bot: Service; database: Service }; volumes: object } = parse(
  readFileSync('compose.yaml', 'utf8'),
);
const UNIT = 'ops/china-ai-alliances-bot.service';
const unit = readFileSync(UNIT, 'utf8');

test('settings are those that there are', () => {
  const image = readDockerfile('Dockerfile').map(environmentOf);
  const set = [...Object.keys(compose.services.bot.environment), ...image.flatMap(Object.keys)];
  expect(set).toContain('HTTP_PORT');
  expect(set.filter((name) => name !== 'NODE_ENV' && !(name in DEFAULTS))).toEqual([]);
});

test('an empty line of .env takes nothing away that the image sets', () => {
  const example = parseSettings(readFileSync('.env.example'));
  const [, command = ''] =
    /^ {4}(docker run (?:.*\\\n)*.*)$/m.exec(readFileSync('docs/operating.md', 'utf8')) ?? [];
  const image = environmentOf(readDockerfile('Dockerfile').at(-1) ?? expect.fail('no image'));
  const emptied = Object.keys(image).filter((name) => example[name] === '');
  expect(emptied).toEqual(['HTTP_PORT']);
  for (const name of emptied) {
    expect(command).toContain(`-e ${name}=${image[name]}`);
    expect(`${compose.services.bot.environment[name]}`).toBe(image[name]);
  }
});

test.each(Object.entries(compose.services))('%s has a read-only root and no rights', (_, service) => {
  expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  expect(service.security_opt).toContain('no-new-privileges:true');
  expect(service.tmpfs).toContain('/tmp');
  expect(service.ports).toBeUndefined();
  for (const volume of service.volumes) {
    const [name = '', , mode] = volume.split(':');
    // What is no volume of its own is the host's, and only to be read.
    expect(name in compose.volumes || mode === 'ro', volume).toBe(true);
  }
});

test('the bot waits for a database that answers, and keeps what the image says it writes', () => {
  const { bot, database } = compose.services;
  expect(bot.depends_on).toEqual({ database: { condition: 'service_healthy' } });
  expect(database.healthcheck?.test).toContain('pg_isready');
  const written = readDockerfile('Dockerfile')
    .at(-1)
    ?.instructions.find(({ name }) => name === 'VOLUME')?.rest;
  expect(bot.volumes.some((volume) => volume.endsWith(`:${written}`))).toBe(true);
});

test('systemd starts it again after an error, and not where only the host can help', () => {
  expect(unit).toMatch(/^Restart=on-failure$/m);
  expect(unit).toMatch(/^RestartPreventExitStatus=2$/m);
  expect(unit).toMatch(/^User=alliances-bot$/m);
});

const analyze = (...args: string[]) => spawnSync('systemd-analyze', args, { encoding: 'utf8' });

test.skipIf(analyze('--version').status !== 0)('systemd understands the unit, and finds it hardened', () => {
  const { stdout, stderr } = analyze('verify', UNIT);
  expect(stdout + stderr).not.toContain('china-ai-alliances-bot.service:');
  const { stdout: review } = analyze('security', '--offline=true', '--no-pager', UNIT);
  const exposure = Number(/exposure level for .*: ([\d.]+)/.exec(review)?.[1]);
  // Of ten; what is left is that it reaches the network, which is its work, and that V8 compiles while it runs.
  expect(exposure).toBeLessThan(2);
});
