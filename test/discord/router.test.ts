import type { APIMessage } from 'discord.js';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { manualClock } from '../../playground/clock.js';
import { en as copy } from '../../src/copy/en/en.js';
import { fr } from '../../src/copy/fr/fr.js';
import {
  type Command,
  defineButton,
  defineCommand,
  defineSelect,
  defineSelectOfSeveral,
  type Replies,
  type Services,
} from '../../src/discord/command.js';
import { customId } from '../../src/discord/custom-id.js';
import { type Observer, unobserved } from '../../src/discord/observer.js';
import { Busy } from '../../src/discord/question-line.js';
import { publishCommands } from '../../src/discord/registration.js';
import type { Reply } from '../../src/discord/reply.js';
import type { Wait } from '../../src/discord/respond.js';
import { createRouter } from '../../src/discord/router.js';
import { DatabaseFault, StillPreparing } from '../../src/library/library.js';
import { textOf } from '../support/moderated-server.js';
import { type Connected, connect } from '../support/playground-client.js';

// The router with the real client, and commands that do what each test says.

const clock = manualClock();
const logged: { level: number; msg: string; [more: string]: unknown }[] = [];
const observed: string[] = [];
const observer: Observer = {
  ...unobserved,
  interactionEnded: (command, outcome) => observed.push(`${command} ${outcome}`),
};
let connected: Connected;
let onCommand: () => Replies;
let onPress: (page: number) => Replies;
let onTyping: () => Promise<never>;
let wait: Wait;
let admit: () => void;
let isStopping: boolean;

const say = (line: string, button?: string): Reply => ({
  tone: 'neutral',
  blocks: [{ kind: 'text', line }],
  ...(button && { buttons: [{ label: 'Go', customId: button }] }),
});

const name = { name: 'do', type: 3, description: 'What to do', autocomplete: true } as const;
const work: Command = defineCommand({
  definition: { name: 'work', description: 'Works', options: [name] },
  handle: () => onCommand(),
  autocomplete: () => onTyping(),
  buttons: { page: defineButton(z.tuple([z.string().regex(/^\d$/)]), ([page]) => onPress(Number(page))) },
  selects: {
    letters: defineSelectOfSeveral(z.tuple([]), z.array(z.string()).max(2), (_, letters) =>
      say(`chose ${letters.join(' and ')}`),
    ),
    letter: defineSelect(z.tuple([z.string().regex(/^\d$/)]), z.literal('a'), ([number], letter) =>
      say(`chose ${letter} of ${number}`),
    ),
  },
});
const secret: Command = defineCommand({
  definition: { name: 'secret', description: 'For one alone' },
  isPrivate: () => true,
  handle: () => onCommand(),
});

beforeAll(async () => {
  connected = await connect({ clock });
  const { client } = connected;
  const gone = { name: 'gone', description: 'No longer known to the router' };
  await publishCommands(client.rest, [work.definition, secret.definition, gone]);
  const log = pino({ level: 'debug' }, { write: (line: string) => logged.push(JSON.parse(line)) });
  // No command here asks anything else.
  const library = { watchSettings: () => () => {} };
  const services = { log, library, observer, questions: { admit: () => admit() } } as unknown as Services;
  const route = createRouter({
    messageCommands: [],
    commands: [work, secret],
    services,
    wait: (ms) => wait(ms),
    isStopping: () => isStopping,
  });
  connected.onInteraction(route);
});

beforeEach(() => {
  logged.length = 0;
  observed.length = 0;
  wait = () => new Promise(() => {});
  admit = () => {};
  isStopping = false;
  onCommand = () => say('done');
  onTyping = () => Promise.reject(new Error('no idea'));
});

afterAll(() => connected?.stop());

const use = (command: string) => connected.playground.use({ command });

async function workWithButton(button: string): Promise<APIMessage> {
  onCommand = () => say('page 0', button);
  const { message } = await use('work');
  return message ?? expect.fail('no message');
}

test.each(['full', 'replaced', 'damaged', 'locked'] as const)(
  'where the database is at fault the member is told what is wrong with it: %s',
  async (reason) => {
    onCommand = () => Promise.reject(new DatabaseFault(reason, new Error('as the driver says')));
    const { message } = await use('work');
    const words = copy.reply.database[reason === 'locked' ? 'away' : reason];
    const [failure] = logged.filter(({ level }) => level >= 50);
    expect(textOf(message)).toContain(words(`${failure?.errorId}`));
    expect(failure?.err).toMatchObject({ type: 'DatabaseFault', message: expect.stringContaining('driver') });
    expect(failure?.err).toMatchObject({ stack: '' });
  },
);

test('a command that takes long is deferred, to the one who asked alone where it is private', async () => {
  wait = async () => {};
  onCommand = async () => {
    await new Promise(setImmediate);
    return say('at last');
  };
  const { deferred, ephemeral, message } = await use('secret');
  expect({ deferred, ephemeral }).toEqual({ deferred: true, ephemeral: true });
  expect(JSON.stringify(message?.components)).toContain('at last');
});

test('a button shows its reply in place of the message', async () => {
  const message = await workWithButton(customId('work', 'page', 1));
  onPress = (page) => say(`page ${page}`);
  const pressed = await connected.playground.press(message, customId('work', 'page', 1));
  expect(pressed.message?.id).toBe(message.id);
  expect(JSON.stringify(pressed.message?.components)).toContain('page 1');
});

test.each([
  ['arguments that it does not know', 'work:page:x'],
  ['an action that is gone', 'work:jump:1'],
  ['a command that is gone', 'rest:page:1'],
  ['an id that was never ours', 'Buy now!'],
])('a button with %s says to use the command again', async (_, button) => {
  const message = await workWithButton(button);
  const { message: shown } = await connected.playground.press(message, button);
  expect(JSON.stringify(shown?.components)).toContain(copy.reply.staleButton);
});

test('a button that fails leaves the message as it is, and tells the one who pressed it', async () => {
  const message = await workWithButton(customId('work', 'page', 1));
  onPress = () => {
    throw new Error('no page');
  };
  const pressed = await connected.playground.press(message, customId('work', 'page', 1));
  expect(pressed.ephemeral).toBe(true);
  expect(pressed.message?.id).not.toBe(message.id);
  expect(logged.find(({ msg }) => msg === 'an interaction failed')).toMatchObject({ what: 'work:page' });
});

test('documents that are still being prepared are no failure: who asked is told to try again', async () => {
  onCommand = async () => {
    throw new StillPreparing();
  };
  const { message, ephemeral } = await use('work');
  expect(JSON.stringify(message?.components)).toContain(copy.reply.preparing);
  expect(ephemeral).toBe(true);
  onTyping = async () => {
    throw new StillPreparing();
  };
  const typing = { command: 'work', options: { do: 'x' }, focused: 'do' };
  await expect(connected.playground.autocomplete(typing)).resolves.toEqual([]);
  expect(logged.filter(({ level }) => level >= 40)).toEqual([]);
});

test('where too many questions wait, who asked is told to try again, in their language, and nobody else', async () => {
  onCommand = async () => {
    throw new Busy();
  };
  const { message, ephemeral } = await use('work');
  expect(JSON.stringify(message?.components)).toContain(copy.reply.busy);
  expect(ephemeral).toBe(true);
  const french = await connected.playground.use({ command: 'work', locale: 'fr' });
  expect(JSON.stringify(french.message?.components)).toContain(fr.reply.busy);
  admit = () => {
    throw new Busy();
  };
  const typing = { command: 'work', options: { do: 'x' }, focused: 'do' };
  await expect(connected.playground.autocomplete(typing)).resolves.toEqual([]);
  expect(logged.filter(({ level }) => level >= 40)).toEqual([]);
});

test('while the bot stops, what arrives is refused with a sentence, and nothing is done for it', async () => {
  isStopping = true;
  let done = 0;
  onCommand = () => {
    done += 1;
    return say('done');
  };
  const { message, ephemeral } = await use('work');
  expect(JSON.stringify(message?.components)).toContain(copy.reply.restarting);
  expect({ ephemeral, done }).toEqual({ ephemeral: true, done: 0 });
});

test('all that the log says of one interaction has one id, which is told where it fails', async () => {
  onCommand = () => {
    throw new Error('no way');
  };
  const { message } = await use('work');
  const [, told] = /error ([0-9a-f]{8})/.exec(JSON.stringify(message?.components)) ?? [];
  await connected.handled();
  onCommand = () => say('done');
  await use('work');
  await connected.handled();
  const ids = logged.map(({ interaction }) => interaction);
  expect(ids.length).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(2);
  expect(ids[0]).toBe(told);
});

test('a name that every object has, such as constructor, is no action', async () => {
  const name = 'constructor';
  const { message: shown } = await connected.playground.press(
    await workWithButton(`work:${name}`),
    `work:${name}`,
  );
  expect(JSON.stringify(shown?.components)).toContain(copy.reply.staleButton);
  expect(logged.filter(({ level }) => level >= 50)).toEqual([]);
});

test('a command that is registered and no longer there says so, to the one who asked', async () => {
  const { message, ephemeral } = await use('gone');
  expect(JSON.stringify(message?.components)).toContain('no longer exists');
  expect(ephemeral).toBe(true);
});

describe('a select', () => {
  async function choose(customId: string, values: readonly string[]) {
    const options = ['a', 'b'].map((value) => ({ label: value, value }));
    const most = values.length;
    const blocks = [{ kind: 'select', customId, placeholder: 'Pick', options, most }] as const;
    onCommand = () => ({ tone: 'neutral', blocks });
    const { message } = await use('work');
    if (!message) return expect.fail('no message');
    return { message, chosen: await connected.playground.select(message, customId, values) };
  }

  test('shows its reply in place of the message', async () => {
    const { message, chosen } = await choose(customId('work', 'letter', 1), ['a']);
    expect(chosen.message?.id).toBe(message.id);
    expect(JSON.stringify(chosen.message?.components)).toContain('chose a of 1');
  });

  test('gives all that was chosen', async () => {
    const { chosen } = await choose(customId('work', 'letters'), ['a', 'b']);
    expect(JSON.stringify(chosen.message?.components)).toContain('chose a and b');
  });

  test.each([
    ['a value that it does not know', 'work:letter:1', 'b'],
    ['arguments that it does not know', 'work:letter:x', 'a'],
    ['the action of a button', 'work:page:1', 'a'],
    ['a command that is gone', 'rest:letter:1', 'a'],
    ['an id that was never ours', 'Buy now!', 'a'],
  ])('with %s says to use the command again', async (_, id, value) => {
    const { chosen } = await choose(id, [value]);
    expect(JSON.stringify(chosen.message?.components)).toContain(copy.reply.staleButton);
    expect(chosen.ephemeral).toBe(true);
  });
});

test('suggestions that do not come in time are none', async () => {
  let late: (error: Error) => void = () => {};
  onTyping = () =>
    new Promise((_, reject) => {
      late = reject;
    });
  wait = async () => {};
  const use = { command: 'work', options: { do: 'x' }, focused: 'do' };
  await expect(connected.playground.autocomplete(use)).resolves.toEqual([]);
  // What becomes of them then is nobody's concern.
  late(new Error('too late'));
});

test('suggestions that fail are none, and logged', async () => {
  const use = { command: 'work', options: { do: 'x' }, focused: 'do' };
  await expect(connected.playground.autocomplete(use)).resolves.toEqual([]);
  expect(logged.find(({ msg }) => msg === 'suggestions failed')).toMatchObject({
    command: 'work',
    option: 'do',
  });
});

test('a reply that comes too late for Discord is logged, and the bot goes on', async () => {
  onCommand = async () => {
    clock.advance(3001);
    return say('too late');
  };
  expect((await use('work')).failed).toBe(true);
  await connected.handled();
  expect(logged.map(({ msg }) => msg)).toContain('the interaction was gone before its reply');
  expect(logged.map(({ msg }) => msg)).not.toContain('an interaction failed');
  onCommand = () => say('and on');
  expect((await use('work')).failed).toBe(false);
});

test('what became of each interaction is told to who observes, by the names of commands that there are', async () => {
  // What the tests before have begun.
  await connected.handled();
  observed.length = 0;
  await workWithButton('work:page:1');
  for (const error of [new Error('no'), new Busy(), new StillPreparing()]) {
    onCommand = () => Promise.reject(error);
    await use('work');
  }
  await connected.playground.press(await workWithButton('4711:x'), '4711:x');
  isStopping = true;
  await use('secret');
  expect(observed).toEqual([
    'work replied',
    'work failed',
    'work busy',
    'work preparing',
    'work replied',
    'unknown unknown',
    'secret restarting',
  ]);
});
