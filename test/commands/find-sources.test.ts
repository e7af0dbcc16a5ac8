import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../../src/commands/ask.js';
import { findSources } from '../../src/commands/find-sources.js';
import { en as copy } from '../../src/copy/en/en.js';
import type { Services } from '../../src/discord/command.js';
import { unobserved } from '../../src/discord/observer.js';
import { createQuestionLine } from '../../src/discord/question-line.js';
import { createRateLimiter } from '../../src/discord/rate-limit.js';
import { publishCommands } from '../../src/discord/registration.js';
import { createRouter } from '../../src/discord/router.js';
import type { Library } from '../../src/library/library.js';
import { createRecentAnswers } from '../../src/library/recent-answers.js';
import { type Bench, setUp } from '../support/knowledge-base.js';
import { textOf } from '../support/moderated-server.js';
import { type Connected, connect } from '../support/playground-client.js';

// Find sources with the real client, on a message of somebody else.

let bench: Bench;
let base: Library;
let connected: Connected;

beforeAll(async () => {
  bench = await setUp();
  await bench.write(
    'ferry.md',
    '# Ferry\n\nThe ferry to the island leaves the harbour at noon with 40 passengers.\n',
  );
  base = await bench.open();
  connected = await connect();
  const { client } = connected;
  await publishCommands(client.rest, [findSources.definition, ask.definition]);
  const services = {
    library: base,
    log: pino({ level: 'silent' }),
    questions: createQuestionLine(),
    answers: createRecentAnswers(),
    observer: unobserved,
    rateLimiter: createRateLimiter(() => new Date()),
    now: () => new Date(),
    oldAfterDays: 540,
  } as Partial<Services> as Services;
  const wait = () => new Promise<never>(() => {});
  connected.onInteraction(createRouter({ messageCommands: [findSources], commands: [ask], services, wait }));
});

afterAll(async () => {
  await connected?.stop();
  await bench?.end();
});

async function lookedUp(message: string) {
  const { playground } = connected;
  const exchange = await playground.menu(playground.say(message), copy.findSources.name);
  await connected.handled();
  return exchange;
}

test('each sentence has its passage, with its details, or is said to have none', async () => {
  const exchange = await lookedUp(
    '> **The ferry** to the island leaves the harbour with 60 passengers\nOur cat likes fish. Who is the mayor?',
  );
  const shown = textOf(exchange.message);
  expect(exchange.ephemeral).toBe(true);
  expect(shown).toContain(copy.findSources.title(1, 2));
  expect(shown).toContain('at noon with 40');
  expect(shown).toContain(copy.findSources.isNotThere('60'));
  expect(shown).toContain(copy.findSources.none);
  expect(shown).toContain(copy.findSources.questions(1));
  expect(await base.questions(connected.playground.homeGuildId)).toEqual([]);
});

test('a message without words is told so', async () => {
  expect(textOf((await lookedUp('🙂 12')).message)).toContain(copy.findSources.nothing);
});

test('what has no room in one message goes on below, seen by the same', async () => {
  const long = 'The ferry to the island leaves the harbour at noon with 40 passengers';
  const exchange = await lookedUp(
    Array.from({ length: 12 }, (_, at) => `${long}, ${'on every day of the week '.repeat(5)}${at}.`).join(
      '\n',
    ),
  );
  expect(exchange.followUps.length).toBeGreaterThan(0);
  const all = [exchange.message, ...exchange.followUps].map(textOf).join('\n');
  expect(all.split('leaves the harbour').length).toBeGreaterThanOrEqual(12);
  expect(exchange.followUps.every(({ flags = 0 }) => (flags & 64) !== 0)).toBe(true);
});

test('counts as a question', async () => {
  const { playground } = connected;
  await base.saveSettings(playground.homeGuildId, { questionsPerMinute: 1 }, 'mod');
  const look = async () => {
    const exchange = await playground.menu(playground.say('The ferry leaves.'), copy.findSources.name, {
      user: 'owner',
    });
    return textOf(exchange.message);
  };
  expect(await look()).not.toContain(copy.ask.tooMany(1));
  expect(await look()).toContain(copy.ask.tooMany(1));
});
