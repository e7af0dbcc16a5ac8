import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.js';
import type { Verdict } from '../../src/answer/gate.js';
import { ask } from '../../src/commands/ask.js';
import { answerReply } from '../../src/commands/ask-reply.js';
import { en as copy } from '../../src/copy/en/en.js';
import { createChannels } from '../../src/discord/channels.js';
import type { Services } from '../../src/discord/command.js';
import { unobserved } from '../../src/discord/observer.js';
import { createQuestionLine } from '../../src/discord/question-line.js';
import { createRateLimiter } from '../../src/discord/rate-limit.js';
import { publishCommands } from '../../src/discord/registration.js';
import type { Reply } from '../../src/discord/reply.js';
import { createRouter } from '../../src/discord/router.js';
import type { GuildSettings, Library } from '../../src/library/library.js';
import { createRecentAnswers } from '../../src/library/recent-answers.js';
import { type Bench, setUp } from '../support/knowledge-base.js';
import { button, textOf } from '../support/moderated-server.js';
import { type Connected, connect } from '../support/playground-client.js';

// /ask with the real client, and a knowledge base whose settings are watched.

const logged: { level: number; msg: string }[] = [];
let bench: Bench;
let base: Library;
let connected: Connected;
const questions = createQuestionLine();
let reads = 0;
let settings: () => Promise<GuildSettings>;
let tellOfChange: () => void;

beforeAll(async () => {
  bench = await setUp();
  await bench.write('ferry.md', '# Ferry\n\nThe ferry to the island leaves at noon.\n');
  base = await bench.open();
  connected = await connect();
  const { client } = connected;
  await publishCommands(client.rest, [ask.definition]);
  const library: Library = {
    ...base,
    settings() {
      reads += 1;
      return settings();
    },
    watchSettings(listener) {
      tellOfChange = listener;
      return () => {};
    },
  };
  const log = pino({ level: 'info' }, { write: (line: string) => logged.push(JSON.parse(line)) });
  const services = {
    library,
    log,
    now: () => new Date(),
    oldAfterDays: 540,
    questions,
    answers: createRecentAnswers(),
    observer: unobserved,
    rateLimiter: createRateLimiter(() => new Date()),
  } as Partial<Services> as Services;
  // Nobody waits for settings longer than this takes; no answer here takes as long as Discord waits.
  const wait = (ms: number) => (ms < 1_000 ? delay(10) : new Promise(() => {}));
  connected.onInteraction(createRouter({ messageCommands: [], commands: [ask], services, wait }));
});

beforeEach(() => {
  reads = 0;
  logged.length = 0;
  // One member asks more here than a server allows by itself.
  settings = async () => ({ questionsPerMinute: 60 });
  tellOfChange();
});

afterAll(async () => {
  await connected?.stop();
  await bench?.end();
});

const asked = (question: string, more = {}) =>
  connected.playground.use({ command: 'ask', options: { question, ...more } });

test('the settings of a server are in memory, and read again when they may have been changed', async () => {
  settings = async () => ({ answersPrivate: true });
  tellOfChange();
  const answered = await asked('When does the ferry to the island leave?');
  expect(textOf(answered.message)).toContain('at noon');
  expect(answered.ephemeral).toBe(true);
  await asked('Who is the mayor?', { private: false });
  await connected.handled();
  expect(reads).toBe(1);
  settings = async () => ({});
  tellOfChange();
  expect((await asked('When does the ferry to the island leave?')).ephemeral).toBe(false);
  expect(reads).toBe(2);
});

describe.each([
  ['cannot be read', () => Promise.reject(new Error('no database'))],
  ['do not come', () => new Promise<never>(() => {})],
])('where the settings %s', (_, absent) => {
  test('members are answered all the same, by what was read last', async () => {
    settings = async () => ({ questionLog: false });
    tellOfChange();
    expect((await asked('When does the ferry to the island leave?')).ephemeral).toBe(false);
    settings = absent;
    tellOfChange();
    const answered = await asked('When does the ferry to the island leave?');
    expect(textOf(answered.message)).toContain('at noon');
    expect(answered.ephemeral).toBe(false);
    expect(textOf((await asked('Who is the harbour master?')).message)).toContain(copy.ask.none);
    await connected.handled();
    const kept = await base.questions(connected.playground.homeGuildId);
    expect(kept.map(({ text }) => text)).not.toContain('Who is the harbour master?');
  });

  test('and in a server of which nothing is known, the asker alone sees the answer', async () => {
    settings = absent;
    const elsewhere = await connected.playground.use({
      command: 'ask',
      options: { question: 'When does the ferry to the island leave?' },
      guild: 'other',
    });
    expect(textOf(elsewhere.message)).toContain('at noon');
    expect(elsewhere.ephemeral).toBe(true);
  });
});

test('the log says once that the settings cannot be read, until they can be', async () => {
  for (const isThere of [false, false, true, false]) {
    settings = isThere ? async () => ({}) : () => Promise.reject(new Error('no database'));
    tellOfChange();
    await asked('When does the ferry to the island leave?');
  }
  expect(logged.filter(({ level }) => level >= 50).map(({ msg }) => msg)).toEqual([
    'the settings of servers cannot be read',
    'the settings of servers cannot be read',
  ]);
});

test('what was found lately is answered at once, however many questions wait', async () => {
  await asked('When does the ferry to the island leave?');
  let end = () => {};
  const held = new Promise<void>((resolve) => {
    end = resolve;
  });
  const others = Array.from({ length: 400 }, () => questions.take(() => held).catch(() => {}));
  const again = await asked('When does the ferry to the island leave?');
  expect(textOf(again.message)).toContain('at noon');
  const another = await asked('When does the first ferry to the island leave?');
  expect(textOf(another.message)).toContain(copy.reply.busy);
  end();
  await Promise.all(others);
});

describe('a button below an answer', () => {
  const question = 'When does the ferry to the island leave?';
  const members = { guild: 'home' } as const;

  /** A message as it was once sent for a question, whatever the gate makes of that question today. */
  async function posted(verdict: Verdict, asked = question, more: Partial<Reply> = {}) {
    const { client, playground } = connected;
    const snapshot = await base.current(null);
    const { excerpts } = await answerQuestion(snapshot, asked, { gate: false });
    const answer = {
      verdict,
      confidence: 0.5,
      excerpts,
      further: [],
      missing: [],
      isOnSubject: true,
      alike: [],
    };
    const quoting = { log: pino({ level: 'silent' }), now: () => new Date(), oldAfterDays: 540 };
    const seen = { isKept: true, isPrivate: false };
    const reply = answerReply({ question: asked, answer, snapshot }, seen, copy, quoting);
    const { id, channels } = playground.world.guilds.home;
    await createChannels(() => client).post(id, channels[0]?.id ?? '', () => ({ ...reply, ...more }));
    return playground.read(members).at(-1) ?? expect.fail('nothing was posted');
  }

  test('shows the closest passages to the one who pressed it, and leaves the message as it is', async () => {
    const message = await posted('none', 'Which bank lent the mayor money for a second ferry in 1931?');
    expect(textOf(message)).not.toContain('at noon');
    const exchange = await connected.playground.press(message, button(message, copy.ask.closestButton));
    const aside = textOf(exchange.followUps.at(-1) ?? exchange.message);
    expect(aside).toContain(copy.ask.closest);
    expect(aside).toContain('at noon');
    expect(exchange.ephemeral).toBe(true);
    const shown = connected.playground.read(members).find(({ id }) => id === message.id);
    expect(textOf(shown)).toBe(textOf(message));
  });

  test('shows the answer, where the documents answer by now', async () => {
    const message = await posted('none');
    const exchange = await connected.playground.press(message, button(message, copy.ask.closestButton));
    const aside = textOf(exchange.followUps.at(-1) ?? exchange.message);
    expect(aside).toContain('at noon');
    expect(aside).not.toContain(copy.ask.closest);
  });

  test('counts as a question, of which a member has so many a minute', async () => {
    settings = async () => ({ questionsPerMinute: 1 });
    const message = await posted('none');
    const press = async () => {
      const exchange = await connected.playground.press(message, button(message, copy.ask.closestButton), {
        user: 'owner',
      });
      return textOf(exchange.followUps.at(-1) ?? exchange.message);
    };
    expect(await press()).toContain('at noon');
    expect(await press()).toContain(copy.ask.tooMany(1));
  });

  test('counts a thumb with the verdict that it stands below; one of an earlier release stood below answers', async () => {
    const { playground } = connected;
    const earlier = { buttons: [{ label: copy.ask.down, customId: 'ask:thumb:down' }] };
    const unsure = await posted('unsure');
    const answered = await posted('answered');
    const old = await posted('answered', question, earlier);
    await playground.press(unsure, button(unsure, copy.ask.up), { user: 'member' });
    await playground.press(answered, button(answered, copy.ask.up), { user: 'editor' });
    await playground.press(old, 'ask:thumb:down', { user: 'moderator' });
    const kept = await base.questions(playground.homeGuildId);
    expect(kept.find(({ text }) => text === question)?.thumbs).toEqual({
      answered: { up: 1, down: 1 },
      unsure: { up: 1, down: 0 },
    });
  });

  test.each(['ask:closest:1', 'ask:thumb:up:none', 'ask:thumb:up:answered:1', 'ask:thumb'])(
    'that is none of ours is refused: %s',
    async (id) => {
      const { client, playground } = connected;
      const { id: guild, channels } = playground.world.guilds.home;
      const blocks = [{ kind: 'text', line: 'A message' }] as const;
      const buttons = [{ label: 'Press', customId: id }];
      await createChannels(() => client).post(guild, channels[0]?.id ?? '', () => ({
        tone: 'neutral',
        blocks,
        buttons,
      }));
      const message = playground.read(members).at(-1) ?? expect.fail('nothing was posted');
      const exchange = await playground.press(message, id);
      expect(textOf(exchange.followUps.at(-1) ?? exchange.message)).toContain(copy.reply.staleButton);
    },
  );
});
