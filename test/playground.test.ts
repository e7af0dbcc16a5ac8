import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type ButtonInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  ComponentType,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  PermissionFlagsBits,
  TextInputStyle,
} from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { manualClock } from '../playground/clock.js';
import { PortTakenError, startPlayground } from '../playground/playground.js';
import { type Connected, connect, login } from './playground-client.js';

const clock = manualClock();
let connected: Connected;

// What Discord adds where nothing is said, so that what comes back equals what was sent.
const integration_types = [0];
const commands = [
  {
    name: 'ask',
    integration_types,
    description: 'Ask the documents',
    options: [
      {
        type: ApplicationCommandOptionType.String as const,
        name: 'question',
        description: 'What to look for',
        required: true,
        max_length: 500,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.Boolean as const,
        name: 'private',
        description: 'Only you see it',
      },
    ],
  },
  {
    name: 'knowledge',
    integration_types,
    description: 'Keep the documents',
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand as const,
        name: 'add',
        description: 'Add a document',
        options: [
          { type: ApplicationCommandOptionType.Attachment as const, name: 'file', description: 'A file' },
        ],
      },
    ],
  },
  { name: 'Find sources', integration_types, type: ApplicationCommandType.Message as const },
];

const text = (content: string) => [{ type: ComponentType.TextDisplay as const, content }];
const v2 = { flags: MessageFlags.IsComponentsV2 as const };
const asCommand = (interaction: Interaction) => interaction as ChatInputCommandInteraction;

/** The error that a promise is rejected with by Discord. */
async function refusal(promise: Promise<unknown>): Promise<DiscordAPIError> {
  const error = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(DiscordAPIError);
  return error as DiscordAPIError;
}

beforeAll(async () => {
  connected = await connect({ clock });
  await connected.client.application.commands.set(commands);
});

afterAll(() => connected.stop());

beforeEach(async () => {
  await connected.handled();
  connected.playground.violations.length = 0;
});

describe('logging in', () => {
  test('gives the client its user, both servers and their channels', () => {
    const { client, playground } = connected;
    expect(client.user.id).toBe(playground.applicationId);
    expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Home server', 'Another server']);
    expect(client.guilds.cache.get(playground.homeGuildId)?.channels.cache.map(({ name }) => name)).toContain(
      'general',
    );
  });

  test('with another token is refused', async () => {
    const playground = await startPlayground();
    await expect(login({ ...playground, token: 'x.y.z' })).rejects.toThrow('An invalid token was provided');
    await playground.stop();
  });

  test('with an intent that needs approval is refused', async () => {
    const playground = await startPlayground();
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent];
    await expect(login(playground, { intents })).rejects.toThrow('disallowed intents');
    expect(playground.violations).toMatchObject([{ request: 'GATEWAY', code: 4014 }]);
    await playground.stop();
  });

  test('gives each shard its own server', async () => {
    const { playground } = connected;
    const guilds = await Promise.all(
      [0, 1].map(async (shard) => {
        const client = await login(playground, { shards: [shard], shardCount: 2 });
        const names = client.guilds.cache.map(({ name }) => name);
        await client.destroy();
        return names;
      }),
    );
    expect(guilds.flat().sort()).toEqual(['Another server', 'Home server']);
    expect(guilds.every(({ length }) => length === 1)).toBe(true);
    expect(playground.violations).toEqual([]);
  });
});

describe('commands', () => {
  test('are registered by one overwrite and given back as they were sent', async () => {
    const fetched = await connected.client.application.commands.fetch();
    expect(fetched.map(({ name }) => name)).toEqual(['ask', 'knowledge', 'Find sources']);
    expect(fetched.find(({ name }) => name === 'knowledge')?.defaultMemberPermissions?.bitfield).toBe(
      PermissionFlagsBits.ManageGuild,
    );
    expect(fetched.every((command) => commands.some((sent) => command.equals(sent)))).toBe(true);
  });

  test('keep their ids when they are overwritten', async () => {
    const before = connected.playground.commands().map(({ id }) => id);
    await connected.client.application.commands.set(commands);
    expect(connected.playground.commands().map(({ id }) => id)).toEqual(before);
  });

  test('of one server are seen there only', async () => {
    const { client, playground } = connected;
    await client.application.commands.set(
      [{ name: 'here', description: 'only here' }],
      playground.homeGuildId,
    );
    expect(playground.commands('home').map(({ name }) => name)).toContain('here');
    expect(playground.commands('other').map(({ name }) => name)).not.toContain('here');
    await client.application.commands.set([], playground.homeGuildId);
  });

  test('cannot be used as the client of Discord would not let one use them', async () => {
    const { playground } = connected;
    await expect(playground.use({ command: 'nothing' })).rejects.toThrow('no command /nothing');
    await expect(playground.use({ command: 'ask' })).rejects.toThrow('needs the option question');
    await expect(playground.use({ command: 'knowledge' })).rejects.toThrow('needs a subcommand');
    const options = { question: 'x'.repeat(501) };
    await expect(playground.use({ command: 'ask', options })).rejects.toThrow('at most 500 characters');
  });
});

describe('an interaction', () => {
  const ask = (question = 'who?') => connected.playground.use({ command: 'ask', options: { question } });

  test('arrives with who uses what, where', async () => {
    let seen: ChatInputCommandInteraction | undefined;
    connected.onInteraction((interaction) => {
      seen = asCommand(interaction);
      return seen.reply({ ...v2, components: text('yes') });
    });
    await connected.playground.use({
      command: 'ask',
      options: { question: 'who?', private: true },
      user: 'moderator',
      locale: 'zh-CN',
    });
    expect(seen?.options.getString('question')).toBe('who?');
    expect(seen?.options.getBoolean('private')).toBe(true);
    expect(seen?.memberPermissions?.has(PermissionFlagsBits.ManageGuild)).toBe(true);
    expect(seen?.locale).toBe('zh-CN');
    expect(seen?.guild?.name).toBe('Home server');
    expect(seen?.inCachedGuild() && seen.channel?.name).toBe('general');
  });

  test('is answered at once', async () => {
    connected.onInteraction((interaction) =>
      asCommand(interaction).reply({ ...v2, components: text('at once') }),
    );
    const exchange = await ask();
    expect(exchange).toMatchObject({ deferred: false, ephemeral: false, failed: false });
    expect(exchange.message?.components).toMatchObject(text('at once'));
    expect(exchange.message?.interaction?.name).toBe('ask');
    expect(connected.playground.violations).toEqual([]);
  });

  test('is deferred, answered and followed up', async () => {
    connected.onInteraction(async (interaction) => {
      await asCommand(interaction).deferReply({ flags: MessageFlags.Ephemeral });
      await asCommand(interaction).editReply({ ...v2, components: text('later') });
      await asCommand(interaction).followUp({ ...v2, components: text('and more') });
    });
    const exchange = await ask();
    await connected.handled();
    expect(exchange).toMatchObject({ deferred: true, ephemeral: true });
    expect(exchange.message?.components).toMatchObject(text('later'));
    expect(exchange.followUps).toMatchObject([{ components: text('and more') }]);
    expect(connected.playground.violations).toEqual([]);
  });

  test('shows the first follow-up in place of "thinking…"', async () => {
    connected.onInteraction(async (interaction) => {
      await asCommand(interaction).deferReply();
      await asCommand(interaction).followUp({ ...v2, components: text('the answer') });
    });
    const exchange = await ask();
    expect(exchange.message?.components).toMatchObject(text('the answer'));
    expect(exchange.followUps).toEqual([]);
  });

  test('has a reply that can be fetched, edited and deleted', async () => {
    const contents: string[] = [];
    connected.onInteraction(async (interaction) => {
      await asCommand(interaction).reply('one');
      contents.push((await asCommand(interaction).fetchReply()).content);
      const more = await asCommand(interaction).followUp('two');
      contents.push((await asCommand(interaction).editReply({ message: more, content: 'three' })).content);
      await asCommand(interaction).deleteReply();
      contents.push(String((await refusal(asCommand(interaction).fetchReply())).code));
    });
    const exchange = await ask();
    await connected.handled();
    expect(exchange.message).toBeUndefined();
    expect(exchange.followUps).toMatchObject([{ content: 'three' }]);
    expect(contents).toEqual(['one', 'three', '10008']);
  });

  test('that is not answered within 3 s has failed, and a reply is then refused', async () => {
    let error: Promise<DiscordAPIError> | undefined;
    connected.onInteraction((interaction) => {
      clock.advance(3000);
      error = refusal(asCommand(interaction).reply('too late'));
    });
    expect(await ask()).toMatchObject({ failed: true, message: undefined });
    expect(await error).toMatchObject({ code: 10062, status: 404 });
    expect(connected.playground.violations).toMatchObject([{ code: 10062, message: 'Unknown interaction' }]);
  });

  test('is answered in time up to 3 s', async () => {
    connected.onInteraction((interaction) => {
      clock.advance(2999);
      return asCommand(interaction).reply('just in time');
    });
    expect(await ask()).toMatchObject({ failed: false, firstReplyMs: 2999 });
  });

  test('is answered once only', async () => {
    let error: Promise<DiscordAPIError> | undefined;
    connected.onInteraction(async (interaction) => {
      await asCommand(interaction).reply('first');
      error = refusal(
        connected.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
          body: { type: 4, data: { content: 'second' } },
          auth: false,
        }),
      );
    });
    const exchange = await ask();
    await connected.handled();
    expect(await error).toMatchObject({ code: 40060, status: 400 });
    expect(exchange.message?.content).toBe('first');
  });

  test('can be followed up for 15 min', async () => {
    let interaction: ChatInputCommandInteraction | undefined;
    connected.onInteraction((one) => {
      interaction = asCommand(one);
      return interaction.reply('now');
    });
    await ask();
    await connected.handled();
    clock.advance(15 * 60_000 - 1);
    await interaction?.followUp('in time');
    clock.advance(1);
    expect(await refusal(interaction?.followUp('late') as Promise<unknown>)).toMatchObject({
      code: 50027,
      status: 401,
    });
  });

  test('has no webhook before its first answer', async () => {
    let error: DiscordAPIError | undefined;
    connected.onInteraction(async (interaction) => {
      error = await refusal(asCommand(interaction).webhook.send('early'));
      await asCommand(interaction).reply('now');
    });
    await ask();
    expect(error).toMatchObject({ code: 10015, status: 404 });
  });

  test('can be answered again when the first try was refused', async () => {
    connected.onInteraction(async (interaction) => {
      await refusal(asCommand(interaction).reply({ components: [] }));
      await asCommand(interaction).reply('better');
    });
    expect((await ask()).message?.content).toBe('better');
  });

  test('of autocomplete gets choices', async () => {
    connected.onInteraction((interaction) => {
      if (!interaction.isAutocomplete()) return;
      const typed = interaction.options.getFocused();
      return interaction.respond([{ name: `${typed}?`, value: typed }]);
    });
    const { playground } = connected;
    const choices = await playground.autocomplete({
      command: 'ask',
      options: { question: 'wh' },
      focused: 'question',
    });
    expect(choices).toEqual([{ name: 'wh?', value: 'wh' }]);
  });

  test('carries a file that can be downloaded', async () => {
    let downloaded: string | undefined;
    connected.onInteraction(async (interaction) => {
      const file = asCommand(interaction).options.getAttachment('file', true);
      downloaded = await (await fetch(file.url)).text();
      await asCommand(interaction).reply(`${file.name} ${file.size}`);
    });
    const file = { filename: 'notes.md', bytes: new TextEncoder().encode('# Notes') };
    const exchange = await connected.playground.use({
      command: 'knowledge add',
      options: { file },
      user: 'moderator',
    });
    expect(exchange.message?.content).toBe('notes.md 7');
    expect(downloaded).toBe('# Notes');
  });

  test('can be answered with a file', async () => {
    connected.onInteraction((interaction) =>
      asCommand(interaction).reply({
        ...v2,
        components: [{ type: ComponentType.File, file: { url: 'attachment://report.txt' } }],
        files: [{ attachment: Buffer.from('all well'), name: 'report.txt' }],
      }),
    );
    const { message } = await ask();
    const url = message?.attachments[0]?.url ?? '';
    expect(message?.components).toMatchObject([{ type: ComponentType.File, file: { url } }]);
    expect(await (await fetch(url)).text()).toBe('all well');
  });

  test('of a message menu carries the message', async () => {
    connected.onInteraction((interaction) => {
      if (!interaction.isMessageContextMenuCommand()) return;
      return interaction.reply(`checked: ${interaction.targetMessage.content}`);
    });
    const { playground } = connected;
    const exchange = await playground.menu(playground.say('Huawei joined.'), 'Find sources');
    expect(exchange.message?.content).toBe('checked: Huawei joined.');
  });

  test('pings nobody where allowed_mentions is empty', async () => {
    const { playground, onInteraction } = connected;
    const id = playground.world.users.member.id;
    const content = `@everyone <@${id}>`;
    onInteraction((interaction) => asCommand(interaction).reply({ content, allowedMentions: { parse: [] } }));
    expect((await ask()).message).toMatchObject({ mentions: [], mention_everyone: false });
    onInteraction((interaction) => asCommand(interaction).reply({ content }));
    expect((await ask()).message).toMatchObject({ mentions: [{ id }], mention_everyone: true });
  });
});

describe('components', () => {
  const row = (...components: object[]) => ({ type: 1, components }) as never;
  const button = { type: 2, style: ButtonStyle.Primary, label: 'More', custom_id: 'more' };
  const disabled = { ...button, custom_id: 'off', disabled: true };
  const select = {
    type: 3,
    custom_id: 'pick',
    options: ['a', 'b'].map((value) => ({ label: value, value })),
  };

  async function shown(...components: object[]) {
    connected.onInteraction((interaction) =>
      asCommand(interaction).reply({ content: 'choose', components: components.map((one) => row(one)) }),
    );
    const { message } = await connected.playground.use({ command: 'ask', options: { question: 'q' } });
    if (!message) throw new Error('no message');
    return message;
  }

  test('a button changes its message', async () => {
    const message = await shown(button);
    connected.onInteraction((interaction) => (interaction as ButtonInteraction).update('changed'));
    const exchange = await connected.playground.press(message, 'more');
    expect(exchange.message).toMatchObject({ id: message.id, content: 'changed' });
  });

  test('a button changes its message after a while', async () => {
    const message = await shown(button);
    connected.onInteraction(async (interaction) => {
      await (interaction as ButtonInteraction).deferUpdate();
      await (interaction as ButtonInteraction).editReply('changed');
    });
    const exchange = await connected.playground.press(message, 'more');
    expect(exchange).toMatchObject({ deferred: true, message: { id: message.id, content: 'changed' } });
  });

  test('a select gives what was chosen, and only what it offers', async () => {
    const message = await shown(select);
    connected.onInteraction((interaction) => {
      if (interaction.isStringSelectMenu()) return interaction.reply(interaction.values.join());
    });
    const { playground } = connected;
    expect((await playground.select(message, 'pick', ['b'])).message?.content).toBe('b');
    await expect(playground.select(message, 'pick', ['c'])).rejects.toThrow('no option c');
    await expect(playground.select(message, 'pick', ['a', 'b'])).rejects.toThrow('takes 1 to 1 values');
  });

  test('a role select resolves what was chosen', async () => {
    const message = await shown({ type: ComponentType.RoleSelect, custom_id: 'role' });
    const { playground } = connected;
    const role = playground.world.guilds.home.roles.find(({ name }) => name === 'Editors')?.id ?? '';
    connected.onInteraction((interaction) => {
      if (interaction.isRoleSelectMenu())
        return interaction.reply(interaction.roles.map(({ name }) => name).join());
    });
    expect((await playground.select(message, 'role', [role])).message?.content).toBe('Editors');
  });

  test('a disabled button, and one that is not there, cannot be pressed', async () => {
    const message = await shown(disabled);
    await expect(connected.playground.press(message, 'off')).rejects.toThrow('disabled');
    await expect(connected.playground.press(message, 'gone')).rejects.toThrow('no component gone');
  });

  test('an ephemeral message is for its reader alone', async () => {
    connected.onInteraction((interaction) =>
      asCommand(interaction).reply({
        components: [row(button)],
        content: 'x',
        flags: MessageFlags.Ephemeral,
      }),
    );
    const { playground } = connected;
    const { message } = await playground.use({ command: 'ask', options: { question: 'q' }, user: 'editor' });
    if (!message) throw new Error('no message');
    await expect(playground.press(message, 'more', { user: 'member' })).rejects.toThrow('ephemeral');
  });

  test('a form is opened, filled in and answered', async () => {
    const message = await shown(button);
    connected.onInteraction((interaction) => {
      if (interaction.isButton()) {
        return interaction.showModal({
          title: 'Settings',
          custom_id: 'settings',
          components: [
            {
              type: ComponentType.Label,
              label: 'Reason',
              component: { type: ComponentType.TextInput, custom_id: 'reason', style: TextInputStyle.Short },
            },
            {
              type: ComponentType.Label,
              label: 'Role',
              component: { type: ComponentType.RoleSelect, custom_id: 'role', required: false },
            },
          ],
        });
      }
      if (interaction.isModalSubmit() && interaction.isFromMessage()) {
        return interaction.update(interaction.fields.getTextInputValue('reason'));
      }
    });
    const { playground } = connected;
    const opened = await playground.press(message, 'more');
    expect(opened.modal?.title).toBe('Settings');
    await expect(playground.submitModal(opened, { reason: '' })).rejects.toThrow('takes 1 to 4000');
    const exchange = await playground.submitModal(opened, { reason: 'because' });
    expect(exchange.message).toMatchObject({ id: message.id, content: 'because' });
    expect(playground.violations).toEqual([]);
  });
});

describe('a connection that breaks', () => {
  const ask = () => connected.playground.use({ command: 'ask', options: { question: 'still there?' } });

  test('is resumed, and no interaction is lost', async () => {
    const { client, playground } = connected;
    const resumed = new Promise((resolve) =>
      client.once(Events.ShardResume, (_, replayed) => resolve(replayed)),
    );
    connected.onInteraction((interaction) => asCommand(interaction).reply('yes'));
    playground.dropConnections();
    const exchanges = await Promise.all([ask(), ask()]);
    expect(exchanges.map(({ message }) => message?.content)).toEqual(['yes', 'yes']);
    // The two interactions, and RESUMED itself.
    expect(await resumed).toBe(3);
  });

  test('whose session is forgotten is opened anew', async () => {
    const { client, playground } = connected;
    const ready = new Promise((resolve) => client.once(Events.ShardReady, resolve));
    playground.forgetSessions();
    playground.dropConnections();
    await expect(ask()).rejects.toThrow('No bot is connected');
    await ready;
    expect((await ask()).message?.content).toBe('yes');
  });
});

describe('the gateway itself', () => {
  /** What it answers to the given frames, until it has nothing more to say or closes. */
  function talk(frames: object[], count: number): Promise<unknown[]> {
    return new Promise((resolve) => {
      const answers: unknown[] = [];
      const socket = new WebSocket(`${connected.playground.gatewayUrl}?v=10&encoding=json`);
      const note = (answer: unknown) => {
        if (answers.push(answer) < count) return;
        socket.close(1000);
        resolve(answers);
      };
      socket.on('open', () => {
        for (const frame of frames) socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
      });
      socket.on('message', (bytes) => note(JSON.parse(String(bytes)).op));
      socket.on('close', note);
    });
  }

  const HELLO = 10;
  const identify = () => ({ op: 2, d: { token: connected.playground.token, intents: 0, properties: {} } });

  test('acknowledges heartbeats', async () => {
    expect(await talk([{ op: 1, d: null }], 2)).toEqual([HELLO, 11]);
  });

  test('tells a client that resumes an unknown session to identify anew', async () => {
    const d = { token: connected.playground.token, session_id: 'none', seq: 1 };
    expect(await talk([{ op: 6, d }], 2)).toEqual([HELLO, 9]);
  });

  test.each([
    ['says something before it identifies', () => [{ op: 3, d: {} }], 4003],
    ['does not speak JSON', () => ['{' as unknown as object], 4002],
    ['identifies without intents', () => [{ op: 2, d: { token: connected.playground.token } }], 4013],
    ['names a shard that cannot be', () => [{ op: 2, d: { ...identify().d, shard: [2, 2] } }], 4010],
  ])('closes on a client that %s', async (_, frames, code) => {
    expect(await talk(frames(), 2)).toEqual([HELLO, code]);
    expect(connected.playground.violations).toMatchObject([{ request: 'GATEWAY', code }]);
  });

  test('closes on a client that identifies twice', async () => {
    const READY = 0;
    expect(await talk([identify(), identify()], 3)).toEqual([HELLO, READY, 4005]);
  });
});

describe('messages of the bot', () => {
  test('are sent to a channel and edited', async () => {
    const { client } = connected;
    const channel = client.channels.cache.find((one) => 'name' in one && one.name === 'reports');
    if (!channel?.isSendable()) throw new Error('no channel');
    const message = await channel.send({ ...v2, components: text('weekly report') });
    const edited = await message.edit({ components: text('corrected') });
    expect(edited.components).toMatchObject([{ content: 'corrected' }]);
    await message.delete();
  });

  test('are refused where it may not write', async () => {
    const { client } = connected;
    const channel = client.channels.cache.find((one) => 'name' in one && one.name === 'read-only');
    if (!channel?.isSendable()) throw new Error('no channel');
    expect(await refusal(channel.send('hello'))).toMatchObject({ code: 50013, status: 403 });
  });
});

describe('the port', () => {
  test('that is taken gives way to the next free one', async () => {
    const first = await startPlayground();
    const port = Number(new URL(first.pageUrl).port);
    const second = await startPlayground({ port });
    expect(Number(new URL(second.pageUrl).port)).toBeGreaterThan(port);
    await Promise.all([first.stop(), second.stop()]);
  });

  test('that is taken and must be used is an error that names it', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const error = await startPlayground({ port, mustUsePort: true }).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(PortTakenError);
    expect(error).toMatchObject({ port });
    await new Promise((resolve) => other.close(resolve));
  });
});
