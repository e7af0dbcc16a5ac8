import { readFileSync } from 'node:fs';
import dotenv from 'dotenv';
import { expect, test } from 'vitest';
import { DEFAULTS, readConfig, SetupError } from '../src/config.js';

test('nothing set: the defaults, without a token', () => {
  expect(readConfig({})).toEqual({
    discordApiUrl: 'https://discord.com/api',
    knowledgeDir: 'knowledge',
    databaseUrl: 'file:data/playground.db',
    shards: { ids: 'auto' },
    playgroundPort: 3000,
    playgroundPortIsFixed: false,
    semantic: true,
    serverLimits: { documents: 200, bytes: 20_000_000, passages: 5_000, storage: 200_000_000 },
    oldAfterDays: 540,
    logLevel: 'info',
  });
});

test('all set, with blanks around and a slash at the end', () => {
  const config = readConfig({
    DISCORD_TOKEN: ' a.b.c ',
    DISCORD_API_URL: 'http://127.0.0.1:8080/api/',
    KNOWLEDGE_DIR: '/srv/our knowledge',
    DATABASE_URL: 'postgres://bot:s3cret@db/bot',
    SHARDS: '2-4',
    SHARD_COUNT: '16',
    PLAYGROUND_PORT: '3000',
    HTTP_PORT: '9464',
    HTTP_HOST: '0.0.0.0',
    SEMANTIC: 'off',
    EMBEDDING_MODEL: '/srv/e5',
    SERVER_DOCUMENTS: '7',
    SERVER_MEGABYTES: '1',
    SERVER_PASSAGES: '90',
    OLD_AFTER_DAYS: '365',
    LOG_LEVEL: 'debug',
  });
  expect(config).toEqual({
    discordToken: 'a.b.c',
    discordApiUrl: 'http://127.0.0.1:8080/api',
    knowledgeDir: '/srv/our knowledge',
    databaseUrl: 'postgres://bot:s3cret@db/bot',
    shards: { ids: [2, 3, 4], count: 16 },
    playgroundPort: 3000,
    playgroundPortIsFixed: true,
    http: { host: '0.0.0.0', port: 9464 },
    semantic: false,
    embeddingModel: '/srv/e5',
    serverLimits: { documents: 7, bytes: 1_000_000, passages: 90, storage: 10_000_000 },
    oldAfterDays: 365,
    logLevel: 'debug',
  });
  expect(Object.isFrozen(config)).toBe(true);
});

test('nobody is answered over HTTP unless a port is set, and then on this machine alone', () => {
  expect(readConfig({ HTTP_HOST: '0.0.0.0' }).http).toBeUndefined();
  expect(readConfig({ HTTP_PORT: '9464' }).http).toEqual({ host: '127.0.0.1', port: 9464 });
  expect(readConfig({ HTTP_PORT: '9464', HTTP_HOST: '::' }).http?.host).toBe('::');
});

test('an empty value means "not set"', () => {
  expect(readConfig({ DISCORD_TOKEN: '', PLAYGROUND_PORT: '  ' })).toEqual(readConfig({}));
});

test('one error lists every problem, and does not repeat the token', () => {
  const read = () =>
    readConfig({
      DISCORD_TOKEN: 'Bot s3cret',
      DISCORD_API_URL: 'discord.com',
      DATABASE_URL: 'mysql://bot:s3cret@db/bot',
      PLAYGROUND_PORT: '70000',
      HTTP_PORT: '0',
      HTTP_HOST: 'my server',
      SEMANTIC: 'maybe',
      SERVER_PASSAGES: 'many',
      OLD_AFTER_DAYS: '0',
      LOG_LEVEL: 'loud',
    });
  expect(read).toThrow(SetupError);
  for (const name of [
    'DISCORD_TOKEN',
    'DISCORD_API_URL',
    'DATABASE_URL',
    'PLAYGROUND_PORT',
    'HTTP_PORT',
    'HTTP_HOST',
    'SEMANTIC',
    'SERVER_PASSAGES',
    'OLD_AFTER_DAYS',
    'LOG_LEVEL',
  ])
    expect(read).toThrow(new RegExp(`^ {2}${name}: `, 'm'));
  expect(read).not.toThrow('s3cret');
});

test('the database of a bot is not the one of the playground, unless it is said so', () => {
  expect(readConfig({ DISCORD_TOKEN: 'a.b.c' }).databaseUrl).toBe('file:data/bot.db');
  expect(readConfig({ DATABASE_URL: 'file:data/bot.db' }).databaseUrl).toBe('file:data/bot.db');
});

test('the API address is the base: discord.js adds the version itself', () => {
  expect(() => readConfig({ DISCORD_API_URL: 'https://discord.com/api/v10' })).toThrow('/v10');
});

test.each(['0', '-1', '80.5', '1e3', 'http'])('port %s is refused', (port) => {
  expect(() => readConfig({ PLAYGROUND_PORT: port })).toThrow('PLAYGROUND_PORT');
});

test.each([
  [{ SHARDS: 'auto' }, { ids: 'auto' }],
  [{ SHARD_COUNT: '4' }, { ids: 'auto', count: 4 }],
  [
    { SHARDS: '0-3', SHARD_COUNT: '16' },
    { ids: [0, 1, 2, 3], count: 16 },
  ],
  [
    { SHARDS: '5', SHARD_COUNT: '6' },
    { ids: [5], count: 6 },
  ],
])('%o are shards', (given, shards) => {
  expect(readConfig(given).shards).toEqual(shards);
});

test.each([
  [{ SHARDS: '[0,1]' }, /^ {2}SHARDS: must be auto/m],
  [{ SHARDS: '3-1', SHARD_COUNT: '4' }, /^ {2}SHARDS: must be auto/m],
  [{ SHARDS: '0-3' }, /^ {2}SHARDS: .*SHARD_COUNT must say/m],
  [{ SHARDS: '2-4', SHARD_COUNT: '4' }, /^ {2}SHARDS: .*numbered from 0 to 3/m],
  [{ SHARD_COUNT: '0' }, /^ {2}SHARD_COUNT: must be/m],
])('%o are refused, and it is said why', (given, message) => {
  expect(() => readConfig(given)).toThrow(message);
});

test('.env.example has every setting with its default, and no other', () => {
  const example = dotenv.parse(readFileSync('.env.example'));
  const defaults = Object.entries(DEFAULTS).map(([name, value]) => [name, String(value ?? '')]);
  expect(example).toEqual(Object.fromEntries(defaults));
});
