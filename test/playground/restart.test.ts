import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type APIMessage,
  type ButtonInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  ComponentType,
  Events,
  type Interaction,
  MessageFlags,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Connected, connect, login } from '../support/playground-client.js';

let archive: string;
let running: Connected | undefined;

beforeEach(async () => {
  archive = join(await mkdtemp(join(tmpdir(), 'playground-')), 'messages.json');
});

afterEach(stop);

const COMMANDS = [
  {
    name: 'ask',
    description: 'd',
    options: [{ type: 5 as const, name: 'private', description: 'd' }],
  },
];
const button = {
  type: ComponentType.ActionRow as const,
  components: [
    { type: ComponentType.Button as const, style: ButtonStyle.Primary, label: 'x', customId: 'x' },
  ],
};
const modal = {
  custom_id: 'form',
  title: 'Form',
  components: [
    {
      type: ComponentType.Label as const,
      label: 'Reason',
      component: { type: ComponentType.TextInput as const, custom_id: 'reason', style: 1 },
    },
  ],
};

async function start(): Promise<Connected> {
  running = await connect({ archive });
  running.onInteraction((interaction: Interaction) => {
    if (interaction.isModalSubmit()) return interaction.reply(interaction.fields.getTextInputValue('reason'));
    if (interaction.isButton()) return interaction.update('pressed');
    const used = interaction as ChatInputCommandInteraction;
    const flags = used.options.getBoolean('private') ? { flags: MessageFlags.Ephemeral as const } : {};
    const files = [{ attachment: Buffer.from('all well'), name: 'report.txt' }];
    return used.reply({ content: 'answered', components: [button], files, ...flags });
  });
  return running;
}

async function stop(): Promise<void> {
  await running?.stop();
  running = undefined;
}

async function restart(): Promise<Connected> {
  await stop();
  return start();
}

const ask = (isPrivate = false, user: 'member' | 'editor' = 'member') =>
  (running as Connected).playground.use({ command: 'ask', options: { private: isPrivate }, user });

/** Does something as the page does it. */
async function act(action: string, body: object): Promise<{ status: number; body: { id: string } }> {
  const { pageUrl } = (running as Connected).playground;
  const headers = { origin: pageUrl, 'content-type': 'application/json' };
  const response = await fetch(`${pageUrl}/page/${action}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as { id: string } };
}

test('messages, who sees them, and the commands are there again after a restart', async () => {
  const { client } = await start();
  await client.application.commands.set(COMMANDS);
  const { message } = await ask();
  await ask(true);
  const { playground } = await restart();
  expect(playground.read()).toMatchObject([{ id: message?.id, content: 'answered' }, { flags: 64 }]);
  expect(playground.read({ user: 'editor' })).toMatchObject([{ id: message?.id }]);
  expect(playground.commands()).toMatchObject([{ name: 'ask' }]);
});

test('an old button works, and what comes after it has a greater id', async () => {
  const { client } = await start();
  await client.application.commands.set(COMMANDS);
  const { message } = await ask();
  const { playground } = await restart();
  const pressed = await playground.press(message as APIMessage, 'x');
  expect(pressed.message).toMatchObject({ id: message?.id, content: 'pressed' });
  const { message: next } = await ask();
  expect(BigInt(next?.id ?? 0)).toBeGreaterThan(BigInt(message?.id ?? 0));
  expect(playground.violations).toEqual([]);
});

test('a bot that goes away is told of, and finds everything when it is back', async () => {
  const { client, playground } = await start();
  await client.application.commands.set(COMMANDS);
  const { message } = await ask();
  const isOnline = async () => {
    const state = await (await fetch(`${playground.pageUrl}/page/state`)).json();
    return (state as { online: boolean }).online;
  };
  expect(await isOnline()).toBe(true);
  await client.destroy();
  await expect.poll(isOnline).toBe(false);
  expect(playground.commands()).toMatchObject([{ name: 'ask' }]);
  await expect(playground.press(message as APIMessage, 'x')).rejects.toThrow('No bot is connected');
  const back = await login(playground);
  back.on(Events.InteractionCreate, (interaction) => (interaction as ButtonInteraction).update('pressed'));
  expect(await isOnline()).toBe(true);
  expect(await playground.press(message as APIMessage, 'x')).toMatchObject({
    message: { content: 'pressed' },
  });
  await back.destroy();
});

test('a small file can be loaded again, at the new address', async () => {
  const { client } = await start();
  await client.application.commands.set(COMMANDS);
  const { message } = await ask();
  const { playground } = await restart();
  const { pathname } = new URL(message?.attachments[0]?.url ?? '');
  expect(await (await fetch(new URL(pathname, playground.pageUrl))).text()).toBe('all well');
});

test('a form that is open can be sent after a restart, and again where something was wrong with it', async () => {
  const { client, onInteraction } = await start();
  await client.application.commands.set(COMMANDS);
  onInteraction((interaction) => (interaction as ChatInputCommandInteraction).showModal(modal));
  const { body: opened } = await act('use', { command: 'ask' });
  const { playground } = await restart();
  const sent = { exchangeId: opened.id, fields: { reason: '' } };
  expect((await act('submit', sent)).status).toBe(400);
  expect((await act('submit', { ...sent, fields: { reason: 'because' } })).status).toBe(200);
  expect(playground.read()).toMatchObject([{ content: 'because' }]);
  expect((await act('submit', { ...sent, fields: { reason: 'again' } })).status).toBe(400);
});

test('what was still thought about is gone', async () => {
  const { client, onInteraction, handled } = await start();
  await client.application.commands.set(COMMANDS);
  const deferred = new Promise((resolve) =>
    onInteraction(async (interaction) => {
      await (interaction as ChatInputCommandInteraction).deferReply();
      resolve(undefined);
    }),
  );
  void ask();
  await deferred;
  await handled();
  expect(running?.playground.read()).toHaveLength(1);
  expect((await restart()).playground.read()).toEqual([]);
});

test('of each channel the newest two hundred are kept', async () => {
  const { playground } = await start();
  playground.say('in another', { channel: 'reports' });
  for (let n = 0; n <= 200; n += 1) playground.say(`${n}`);
  const again = await restart();
  const said = again.playground.read().map(({ content }) => content);
  expect([said.length, said[0], said.at(-1)]).toEqual([200, '1', '200']);
  expect(again.playground.read({ channel: 'reports' })).toHaveLength(1);
});

test('only the owner may read the file, and a broken one counts as empty', async () => {
  const { playground } = await start();
  playground.say('hello');
  await stop();
  expect((await stat(archive)).mode & 0o777).toBe(0o600);
  const written = await readFile(archive, 'utf8');
  expect(JSON.parse(written).lists.messages).toHaveLength(1);
  for (const broken of [written.slice(0, -1), 'null', '{}']) {
    await writeFile(archive, broken);
    expect((await start()).playground.read()).toEqual([]);
    await stop();
  }
});
