import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ask } from '../../src/commands/ask.js';
import { copy } from '../../src/copy/en.js';
import type { Services } from '../../src/discord/command.js';
import { createRateLimiter } from '../../src/discord/rate-limit.js';
import { publishCommands } from '../../src/discord/registration.js';
import { createRouter } from '../../src/discord/router.js';
import type { GuildSettings, Library } from '../../src/library/library.js';
import { type Bench, setUp } from '../support/knowledge-base.js';
import { textOf } from '../support/moderated-server.js';
import { type Connected, connect } from '../support/playground-client.js';

// /ask with the real client, and a knowledge base whose settings are watched.

const logged: { level: number; msg: string }[] = [];
let bench: Bench;
let base: Library;
let connected: Connected;
let reads = 0;
let settings: () => Promise<GuildSettings>;

beforeAll(async () => {
  bench = await setUp();
  await bench.write('ferry.md', '# Ferry\n\nThe ferry to the island leaves at noon.\n');
  base = await bench.open();
  connected = await connect();
  const { client } = connected;
  await publishCommands(client.rest, client.application.id, [ask.definition]);
  const library: Library = {
    ...base,
    settings() {
      reads += 1;
      return settings();
    },
  };
  const log = pino({ level: 'info' }, { write: (line: string) => logged.push(JSON.parse(line)) });
  const services = {
    library,
    log,
    rateLimiter: createRateLimiter(() => new Date()),
  } as Partial<Services> as Services;
  const wait = () => new Promise<never>(() => {});
  connected.onInteraction(createRouter({ commands: [ask], services, wait }));
});

beforeEach(() => {
  reads = 0;
  logged.length = 0;
  settings = async () => ({});
});

afterAll(async () => {
  await connected?.stop();
  await bench?.end();
});

const asked = (question: string, more = {}) =>
  connected.playground.use({ command: 'ask', options: { question, ...more } });

test('the settings of a server are read once for a question, whether it is answered or declined', async () => {
  settings = async () => ({ answersPrivate: true });
  const answered = await asked('When does the ferry to the island leave?');
  expect(textOf(answered.message)).toContain('at noon');
  expect(answered.ephemeral).toBe(true);
  expect(reads).toBe(1);
  await asked('Who is the mayor?', { private: false });
  await connected.handled();
  expect(reads).toBe(2);
});

test('where the settings cannot be read, members are answered all the same, and nothing is kept', async () => {
  settings = () => Promise.reject(new Error('no database'));
  const answered = await asked('When does the ferry to the island leave?');
  expect(textOf(answered.message)).toContain('at noon');
  expect(answered.ephemeral).toBe(false);
  expect(textOf((await asked('Who is the harbour master?')).message)).toContain(copy.ask.declined);
  await connected.handled();
  expect(logged.filter(({ level }) => level >= 50).map(({ msg }) => msg)).toEqual([
    'the settings of a server could not be read',
    'the settings of a server could not be read',
  ]);
  const kept = await base.questions(connected.playground.homeGuildId);
  expect(kept.map(({ text }) => text)).not.toContain('Who is the harbour master?');
});
