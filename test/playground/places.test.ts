import {
  type APIInteraction,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type ChatInputCommandInteraction,
  ComponentType,
  Events,
  type Interaction,
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits as P,
  Routes,
} from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { As } from '../../playground/member/actors.js';
import { type Connected, connect } from '../support/playground-client.js';

const SERVERS = ApplicationIntegrationType.GuildInstall;
const PEOPLE = ApplicationIntegrationType.UserInstall;
const { Guild, BotDM, PrivateChannel } = InteractionContextType;

const command = (name: string, integration_types: number[], contexts: number[]) => ({
  name,
  description: 'd',
  integration_types,
  contexts,
});

const COMMANDS = [
  command('everywhere', [SERVERS, PEOPLE], [Guild, BotDM, PrivateChannel]),
  command('in-servers', [SERVERS], [Guild]),
  command('with-people', [PEOPLE], [Guild, BotDM, PrivateChannel]),
  command('in-direct', [SERVERS, PEOPLE], [BotDM]),
  { name: 'By servers', type: ApplicationCommandType.Message, integration_types: [SERVERS] },
  { name: 'By people', type: ApplicationCommandType.Message, integration_types: [PEOPLE] },
  {
    ...command('moderate', [SERVERS, PEOPLE], [Guild, BotDM]),
    default_member_permissions: String(P.ManageGuild),
  },
];

let connected: Connected;
/** The last interaction, as it came and as the client of discord.js understood it. */
let raw: APIInteraction;
let seen: ChatInputCommandInteraction;

beforeAll(async () => {
  connected = await connect();
  await connected.client.rest.put(Routes.applicationCommands(connected.playground.applicationId), {
    body: COMMANDS,
  });
  connected.client.on(
    Events.Raw as never,
    (({ t, d }: { t: string; d: APIInteraction }) => {
      if (t === 'INTERACTION_CREATE') raw = d;
    }) as never,
  );
});

afterAll(() => connected.stop());

beforeEach(() => {
  connected.playground.violations.length = 0;
  answerWith('hello');
});

function answerWith(content: string): void {
  connected.onInteraction((interaction: Interaction) => {
    seen = interaction as ChatInputCommandInteraction;
    return seen.reply(content);
  });
}

const direct: As = { place: 'dm' };
const group: As = { place: 'group' };
const foreign: As = { guild: 'foreign' };

const names = (as: As) => connected.playground.offered(as).map(({ name }) => name);
const ids = () => {
  const { users, guilds } = connected.playground.world;
  return {
    member: users.member.id,
    editor: users.editor.id,
    home: guilds.home.id,
    foreign: guilds.foreign.id,
  };
};

describe('a command is offered', () => {
  test.each<[string, As, string[]]>([
    [
      'in a server with the bot to those who have it for themselves',
      { user: 'moderator' },
      ['everywhere', 'in-servers', 'with-people', 'By servers', 'By people', 'moderate'],
    ],
    ['in a server with the bot to others', { user: 'editor' }, ['everywhere', 'in-servers', 'By servers']],
    [
      'in direct messages',
      direct,
      ['everywhere', 'with-people', 'in-direct', 'By servers', 'By people', 'moderate'],
    ],
    [
      'in direct messages to those who do not have it for themselves',
      { ...direct, user: 'editor' },
      ['everywhere', 'in-direct', 'By servers', 'moderate'],
    ],
    ['in a group to those who brought it', group, ['everywhere', 'with-people', 'By people']],
    ['in a group to nobody else', { ...group, user: 'editor' }, []],
    [
      'in a server without the bot to those who brought it',
      foreign,
      ['everywhere', 'with-people', 'By people'],
    ],
    ['in a server without the bot to nobody else', { ...foreign, user: 'editor' }, []],
  ])('%s', (_, as, expected) => {
    expect(names(as)).toEqual(expected);
  });

  test('no longer by a server that the bot was removed from', () => {
    const { playground } = connected;
    playground.removeBot('other');
    expect(names({ guild: 'other' })).toEqual(['everywhere', 'with-people', 'By people']);
    playground.addBot('other');
    expect(names({ guild: 'other' })).toContain('in-servers');
  });

  test('and cannot be used where it is not', async () => {
    const { playground } = connected;
    await expect(playground.use({ command: 'in-servers', ...group })).rejects.toThrow('no command');
    await expect(playground.use({ command: 'everywhere', ...group, user: 'editor' })).rejects.toThrow(
      'no command',
    );
    await expect(playground.use({ command: 'everywhere', ...group, user: 'owner' })).rejects.toThrow(
      'cannot see that channel',
    );
  });
});

describe('an interaction says where it comes from', () => {
  test('and in a server with the bot that both brought it', async () => {
    await connected.playground.use({ command: 'everywhere' });
    expect(raw).toMatchObject({
      context: Guild,
      guild_id: ids().home,
      authorizing_integration_owners: { [SERVERS]: ids().home, [PEOPLE]: ids().member },
      member: { user: { id: ids().member } },
    });
    expect(raw).not.toHaveProperty('user');
  });

  test('and in direct messages who it is, without a server', async () => {
    const { message } = await connected.playground.use({ command: 'in-direct', ...direct, user: 'editor' });
    expect(raw).toMatchObject({
      context: BotDM,
      user: { id: ids().editor },
      channel: { type: 1 },
      authorizing_integration_owners: { [SERVERS]: '0' },
      app_permissions: String(P.AttachFiles | P.EmbedLinks | P.MentionEveryone | P.UseExternalEmojis),
      attachment_size_limit: 10_485_760,
    });
    for (const absent of ['guild_id', 'guild', 'member', 'guild_locale'])
      expect(raw).not.toHaveProperty(absent);
    expect(seen.inGuild()).toBe(false);
    expect(seen.channelId).toBe(message?.channel_id);
    expect(connected.playground.read({ ...direct, user: 'editor' })).toEqual([message]);
    expect(connected.playground.read({ ...direct, user: 'member' })).toEqual([]);
  });

  test('and in a group that one of them brought it', async () => {
    await connected.playground.use({ command: 'with-people', ...group });
    expect(raw).toMatchObject({
      context: PrivateChannel,
      user: { id: ids().member },
      channel: { type: 3, name: 'Mina, Edgar' },
      authorizing_integration_owners: { [PEOPLE]: ids().member },
      app_permissions: String(P.AttachFiles | P.EmbedLinks | P.MentionEveryone),
    });
    expect(connected.playground.read({ ...group, user: 'editor' })).toHaveLength(1);
  });

  test('and in a server without the bot no more of it than its id, language and features', async () => {
    await connected.playground.use({ command: 'everywhere', ...foreign, user: 'moderator', locale: 'fr' });
    const { moderator } = connected.playground.world.users;
    expect(raw).toMatchObject({
      context: Guild,
      guild_id: ids().foreign,
      guild: { id: ids().foreign, locale: 'en-US', features: [] },
      locale: 'fr',
      authorizing_integration_owners: { [PEOPLE]: moderator.id },
      member: { user: { id: moderator.id } },
    });
    expect(Object.keys(raw.guild ?? {})).toEqual(['id', 'locale', 'features']);
    expect(seen.inGuild()).toBe(true);
    expect(seen.inCachedGuild()).toBe(false);
    expect(seen.guild).toBeNull();
    expect(seen.memberPermissions?.has(P.ManageGuild)).toBe(true);
    expect(seen.appPermissions.has(P.ManageGuild)).toBe(false);
  });

  test('and by whom the message came, whoever presses its button', async () => {
    const { playground, onInteraction } = connected;
    const button = { type: ComponentType.Button as const, style: 2, label: 'x', customId: 'x' };
    onInteraction((interaction) =>
      (interaction as ChatInputCommandInteraction).reply({
        components: [{ type: ComponentType.ActionRow, components: [button] }],
      }),
    );
    const { message } = await playground.use({ command: 'with-people', ...group });
    answerWith('pressed');
    await playground.press(message as never, 'x', { user: 'editor' });
    expect(raw).toMatchObject({
      user: { id: ids().editor },
      context: PrivateChannel,
      authorizing_integration_owners: { [PEOPLE]: ids().member },
    });
  });
});

describe('a bot', () => {
  const rest = () => connected.client.rest;
  const channelOf = (as: As) => {
    const { world } = connected.playground;
    return as.place === 'group'
      ? world.privates.find(({ type }) => type === 3)?.id
      : world.guilds.foreign.channels[0]?.id;
  };

  test('does not know of servers that it is not in', async () => {
    const { client } = connected;
    expect(client.guilds.cache.has(ids().foreign)).toBe(false);
    expect(await rest().get('/users/@me/guilds')).not.toContainEqual(
      expect.objectContaining({ id: ids().foreign }),
    );
    await expect(rest().get(Routes.guild(ids().foreign))).rejects.toMatchObject({ code: 10004 });
  });

  test.each([
    ['a group', group],
    ['a server that it is not in', foreign],
  ])('can neither read nor write in %s but to answer', async (_, as) => {
    const channel = channelOf(as) ?? '';
    const body = { content: 'x' };
    await expect(rest().get(Routes.channel(channel))).rejects.toMatchObject({ code: 50001, status: 403 });
    await expect(rest().post(Routes.channelMessages(channel), { body })).rejects.toMatchObject({
      code: 50001,
    });
  });

  test('can write to somebody', async () => {
    const { client, playground } = connected;
    const user = await client.users.fetch(playground.world.users.owner.id);
    const message = await user.send('Welcome');
    expect(playground.read({ ...direct, user: 'owner' })).toMatchObject([{ id: message.id }]);
  });
});

test.each<[string, As]>([
  ['direct messages', direct],
  ['a group', group],
  ['a server without the bot', foreign],
])('in %s a command of the menu is told of the message', async (_, as) => {
  const { playground, onInteraction } = connected;
  let target = '';
  onInteraction((interaction) => {
    if (!interaction.isMessageContextMenuCommand()) return;
    target = interaction.targetMessage.content;
    return interaction.reply('found');
  });
  const said = playground.say('Huawei joined.', as);
  const { message } = await playground.menu(said, 'By people', as);
  expect(target).toBe('Huawei joined.');
  expect(message).toMatchObject({
    channel_id: said.channel_id,
    message_reference: { message_id: said.id },
    interaction_metadata: { target_message_id: said.id },
  });
  expect(playground.violations).toEqual([]);
});

describe('somebody who brought the bot along', () => {
  const quiet: As = { ...foreign, channel: 'no-apps' };

  test('is answered in private where the server does not want its answers seen', async () => {
    expect((await connected.playground.use({ command: 'everywhere', ...foreign })).ephemeral).toBe(false);
    const exchange = await connected.playground.use({ command: 'everywhere', ...quiet });
    expect(exchange).toMatchObject({ ephemeral: true, message: { flags: MessageFlags.Ephemeral } });
    expect(connected.playground.read({ ...quiet, user: 'owner' })).toEqual([]);
  });

  test('sees five follow-ups at most', async () => {
    const outcomes: unknown[] = [];
    connected.onInteraction(async (interaction) => {
      seen = interaction as ChatInputCommandInteraction;
      await seen.reply('first');
      for (const text of ['1', '2', '3', '4', '5', '6']) {
        outcomes.push(
          await seen.followUp(text).then(
            ({ content }) => content,
            ({ code }) => code,
          ),
        );
      }
    });
    await connected.playground.use({ command: 'everywhere', ...foreign });
    await connected.handled();
    expect(outcomes).toEqual(['1', '2', '3', '4', '5', 40094]);
    outcomes.length = 0;
    await connected.playground.use({ command: 'everywhere' });
    await connected.handled();
    expect(outcomes).toEqual(['1', '2', '3', '4', '5', '6']);
  });
});
