import { ApplicationCommandOptionType as Option, Routes } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Connected, connect } from '../support/playground-client.js';

const COMMANDS = [
  {
    name: 'sources',
    name_localizations: { 'zh-CN': '来源', 'es-ES': 'fuentes' },
    description: 'The documents',
    description_localizations: { 'zh-CN': '文档' },
    options: [
      {
        type: Option.String,
        name: 'order',
        name_localizations: { 'zh-CN': '顺序' },
        description: 'What comes first',
        choices: [{ name: 'Newest', name_localizations: { 'zh-CN': '最新' }, value: 'new' }],
      },
    ],
  },
  { name: 'Find sources', name_localizations: { 'zh-CN': '查找来源' }, type: 3 },
];

let connected: Connected;

beforeAll(async () => {
  connected = await connect();
  await put(COMMANDS);
});

afterAll(() => connected.stop());

const put = (body: unknown) =>
  connected.client.rest.put(Routes.applicationCommands(connected.playground.applicationId), { body });

test('a command, its options and their choices are named in the language of whoever sees them', () => {
  const [sources, menu] = connected.playground.offered({ locale: 'zh-CN' });
  expect(sources).toMatchObject({
    name: 'sources',
    name_localized: '来源',
    description_localized: '文档',
    options: [
      {
        name: 'order',
        name_localized: '顺序',
        description_localized: 'What comes first',
        choices: [{ name: 'Newest', name_localized: '最新', value: 'new' }],
      },
    ],
  });
  expect(menu).toMatchObject({ name: 'Find sources', name_localized: '查找来源', description_localized: '' });
});

test.each([
  ['es-419', 'fuentes'],
  ['es-ES', 'fuentes'],
  ['de', 'sources'],
  ['en-US', 'sources'],
])('in %s without a name of its own that of %s stands in', (locale, name) => {
  expect(connected.playground.offered({ locale })[0]?.name_localized).toBe(name);
});

test('the bot is told the real names, whatever the language', async () => {
  let used: unknown;
  connected.onInteraction((interaction) => {
    if (!interaction.isChatInputCommand()) return;
    used = [interaction.commandName, interaction.options.getString('order'), interaction.locale];
    return interaction.reply('好');
  });
  await connected.playground.use({ command: 'sources', options: { order: 'new' }, locale: 'zh-CN' });
  expect(used).toEqual(['sources', 'new', 'zh-CN']);
  await expect(connected.playground.use({ command: '来源', locale: 'zh-CN' })).rejects.toThrow('no command');
});

test('translations are listed to a bot that asks for them', async () => {
  const { commands } = connected.client.application;
  const plain = await commands.fetch();
  expect(plain.map(({ nameLocalizations }) => nameLocalizations)).toEqual([null, null]);
  const whole = (await commands.fetch({ withLocalizations: true })).first();
  expect(whole?.nameLocalizations).toEqual(COMMANDS[0]?.name_localizations);
  expect(whole?.options).toMatchObject([
    { nameLocalizations: { 'zh-CN': '顺序' }, choices: [{ nameLocalizations: { 'zh-CN': '最新' } }] },
  ]);
});
