import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  DiscordAPIError,
  type Interaction,
  MessageFlags,
  Routes,
} from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Connected, connect } from '../support/playground-client.js';

// Everything below goes through the REST client of discord.js as raw bodies, past its own checks, since it is
// the playground that must refuse them.

let connected: Connected;

beforeAll(async () => {
  connected = await connect();
  await connected.client.application.commands.set([
    { name: 'ask', description: 'Ask', options: [question()] },
    { name: 'menu', type: ApplicationCommandType.Message },
  ]);
});

afterAll(() => connected.stop());

beforeEach(() => {
  connected.playground.violations.length = 0;
});

function question() {
  const type = ApplicationCommandOptionType.String as const;
  return { type, name: 'question', description: 'q', autocomplete: true };
}

/** What Discord answers to a callback with this body; nothing where it is taken. */
async function callback(body: object): Promise<DiscordAPIError | undefined> {
  let result: Promise<DiscordAPIError | undefined> | undefined;
  connected.onInteraction(async (interaction) => {
    result = answer(interaction, body);
    // Something that Discord takes, so that the member does not wait.
    if (await result) await answer(interaction, { type: 4, data: { content: 'sorry' } });
  });
  await connected.playground.use({ command: 'ask' });
  await connected.handled();
  return result;
}

const answer = ({ id, token }: Interaction, body: object) =>
  attempt(connected.client.rest.post(Routes.interactionCallback(id, token), { body, auth: false }));

const reply = (data: object) => callback({ type: 4, data });
const replyV2 = (components: object[], more: object = {}) =>
  reply({ components, flags: MessageFlags.IsComponentsV2, ...more });

async function attempt(promise: Promise<unknown>): Promise<DiscordAPIError | undefined> {
  try {
    await promise;
    return undefined;
  } catch (error) {
    if (error instanceof DiscordAPIError) return error;
    throw error;
  }
}

/** `path: CODE` for each field error of a refusal, as Discord nests them. */
function fieldErrors(error: DiscordAPIError | undefined): string[] {
  expect(error?.code).toBe(50035);
  expect(error?.status).toBe(400);
  return list((error?.rawError as { errors?: object } | undefined)?.errors ?? {}, []);
}

function list(node: object, path: string[]): string[] {
  return Object.entries(node).flatMap(([key, value]) =>
    key === '_errors'
      ? (value as { code: string }[]).map(({ code }) => `${path.join('.')}: ${code}`)
      : list(value as object, [...path, key]),
  );
}

const text = (content: string) => ({ type: ComponentType.TextDisplay, content });
const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });
const container = (...components: object[]) => ({ type: ComponentType.Container, components });
const button = (custom_id: string, more: object = {}) => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  label: 'Press',
  custom_id,
  ...more,
});
const link = (more: object) => ({
  type: ComponentType.Button,
  style: ButtonStyle.Link,
  label: 'Open',
  ...more,
});
const section = (accessory: object | undefined, count = 1) => ({
  type: ComponentType.Section,
  components: Array.from({ length: count }, () => text('x')),
  accessory,
});
const thumbnail = (more: object) => ({
  type: ComponentType.Thumbnail,
  media: { url: 'https://example.org/picture.png' },
  ...more,
});
const options = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ label: `${n}`, value: `${n}` }));
const select = (more: object = {}) => ({
  type: ComponentType.StringSelect,
  custom_id: 'pick',
  options: options(2),
  ...more,
});

describe('messages', () => {
  test.each([
    ['4,000 characters in all text displays', [text('x'.repeat(2000)), text('x'.repeat(2000))]],
    ['40 components, nested ones counted', [container(...Array.from({ length: 39 }, () => text('x')))]],
    ['a section with a button', [section(button('a'))]],
    ['a link button', [row(link({ url: 'https://example.org/' }))]],
    ['a button with only an emoji', [row(button('a', { label: undefined, emoji: { name: '📄' } }))]],
    ['a select of 25 options', [row(select({ options: options(25), max_values: 25 }))]],
    ['a label of 80 characters', [row(button('a', { label: 'x'.repeat(80) }))]],
    ['a URL of 512 characters', [row(link({ url: `https://example.org/${'x'.repeat(492)}` }))]],
    ['a section with a picture', [section(thumbnail({ description: 'x'.repeat(1024) }))]],
    [
      'emoji of several characters',
      [row(...['👎🏽', '🇨🇳', '1️⃣'].map((name) => button(name, { emoji: { name } })))],
    ],
  ])('are taken with %s', async (_, components) => {
    expect(await replyV2(components)).toBeUndefined();
    expect(connected.playground.violations).toEqual([]);
  });

  test.each([
    [
      'more than 4,000 characters in all text displays',
      [text('x'.repeat(2000)), container(text('x'.repeat(2001)))],
      ['components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'],
    ],
    [
      'more than 40 components, nested ones counted',
      [container(...Array.from({ length: 39 }, () => text('x'))), text('x')],
      ['components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
    ],
    ['an empty text display', [text('')], ['data.components.0.content: BASE_TYPE_MIN_LENGTH']],
    [
      'a custom id twice',
      [row(button('a')), container(row(button('a')))],
      ['components.1.components.0.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED'],
    ],
    [
      'a component id twice',
      [
        { ...text('a'), id: 7 },
        { ...text('b'), id: 7 },
      ],
      ['components.1.id: COMPONENT_ID_DUPLICATED'],
    ],
    [
      'a button without label or emoji',
      [row(button('a', { label: '' }))],
      ['components.0.components.0.label: BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED'],
    ],
    [
      'a button without custom id',
      [row(button('', { custom_id: undefined }))],
      ['components.0.components.0.custom_id: COMPONENT_CUSTOM_ID_REQUIRED'],
    ],
    [
      'a custom id of over 100 characters',
      [row(button('x'.repeat(101)))],
      ['data.components.0.components.0.custom_id: BASE_TYPE_MAX_LENGTH'],
    ],
    ['a link button without URL', [row(link({}))], ['components.0.components.0.url: BASE_TYPE_REQUIRED']],
    [
      'a link button with a custom id',
      [row(link({ url: 'https://example.org/', custom_id: 'a' }))],
      ['components.0.components.0.custom_id: BUTTON_COMPONENT_CUSTOM_ID_AND_URL'],
    ],
    [
      'a URL of over 512 characters',
      [row(link({ url: `https://example.org/${'x'.repeat(493)}` }))],
      ['data.components.0.components.0.url: BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'a label of over 80 characters',
      [row(button('a', { label: 'x'.repeat(81) }))],
      ['data.components.0.components.0.label: BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'an emoji that is none',
      [row(button('a', { emoji: { name: 'thumbsup' } }))],
      ['components.0.components.0.emoji.name: COMPONENT_INVALID_EMOJI'],
    ],
    [
      'an option whose emoji is none',
      [row(select({ options: [{ label: 'x', value: 'x', emoji: { name: 'x' } }] }))],
      ['components.0.components.0.options.0.emoji.name: COMPONENT_INVALID_EMOJI'],
    ],
    [
      'a section of four texts',
      [section(button('a'), 4)],
      ['data.components.0.components: BASE_TYPE_MAX_LENGTH'],
    ],
    ['a section beside nothing', [section(undefined)], ['data.components.0.accessory: BASE_TYPE_REQUIRED']],
    [
      'a link button to something else than http(s)',
      [row(link({ url: 'javascript:alert(1)' }))],
      ['components.0.components.0.url: URL_TYPE_INVALID_SCHEME'],
    ],
    [
      'a link button with a custom id',
      [row(link({ url: 'https://example.org', custom_id: 'a' }))],
      ['components.0.components.0.custom_id: BUTTON_COMPONENT_CUSTOM_ID_AND_URL'],
    ],
    [
      'six buttons in a row',
      [row(...Array.from('abcdef', (id) => button(id)))],
      ['data.components.0.components: BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'a select beside a button',
      [row(select(), button('a'))],
      ['components.0.components: COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
    ],
    [
      'a select of 26 options',
      [row(select({ options: options(26) }))],
      ['data.components.0.components.0.options: BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'a select from which more can be chosen than there is',
      [row(select({ max_values: 3 }))],
      ['components.0.components.0.max_values: SELECT_COMPONENT_MAX_VALUES'],
    ],
    [
      'a select with a value twice',
      [row(select({ options: [...options(1), ...options(1)] }))],
      ['components.0.components.0.options: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED'],
    ],
    [
      'a container in a container',
      [container(container(text('x')))],
      ['data.components.0.components.0.type: UNION_TYPE_CHOICES'],
    ],
    [
      'a file that was not sent',
      [{ type: ComponentType.File, file: { url: 'attachment://none.txt' } }],
      ['components.0.file.url: UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND'],
    ],
  ])('are refused with %s', async (_, components, expected) => {
    const error = await replyV2(components);
    expect(fieldErrors(error)).toEqual(expected);
    expect(connected.playground.violations).toMatchObject([{ code: 50035, errors: {} }]);
  });

  test.each([
    ['content', { content: 'x' }],
    ['embeds', { embeds: [{ description: 'x' }] }],
  ])('in Components V2 cannot have %s', async (key, more) => {
    expect(fieldErrors(await replyV2([text('x')], more))).toEqual([
      `${key}: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2`,
    ]);
  });

  test('cannot have parts of Components V2 without their flag', async () => {
    expect(fieldErrors(await reply({ content: 'x', components: [text('x')] }))).toEqual([
      'components.0.type: UNION_TYPE_CHOICES',
    ]);
  });

  test('without Components V2 have at most five rows and 2,000 characters', async () => {
    const rows = Array.from('abcdef', (id) => row(button(id)));
    expect(fieldErrors(await reply({ components: rows }))).toEqual(['components: BASE_TYPE_MAX_LENGTH']);
    expect(fieldErrors(await reply({ content: 'x'.repeat(2001) }))).toEqual([
      'data.content: BASE_TYPE_MAX_LENGTH',
    ]);
  });

  test.each([
    ['nothing', {}],
    ['only spaces', { content: '  ' }],
    ['the flag of Components V2 alone', { flags: MessageFlags.IsComponentsV2 }],
    ['no components', { components: [], content: '' }],
  ])('are refused with %s in them', async (_, data) => {
    expect(await reply(data)).toMatchObject({
      code: 50006,
      status: 400,
      message: 'Cannot send an empty message',
    });
  });

  test.each(['users', 'roles'])('cannot allow all mentions of %s and list them too', async (kind) => {
    const allowed_mentions = { parse: [kind], [kind]: ['1400000000000000011'] };
    expect(fieldErrors(await reply({ content: 'x', allowed_mentions }))).toEqual([
      'allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ]);
    expect(
      await reply({ content: 'x', allowed_mentions: { ...allowed_mentions, parse: [] } }),
    ).toBeUndefined();
  });

  test('cannot have flags that are not for the bot to set', async () => {
    expect(fieldErrors(await reply({ content: 'x', flags: MessageFlags.Crossposted }))).toEqual([
      'flags: MESSAGE_FLAGS_INVALID',
    ]);
  });

  test('become ephemeral at the first reply or not at all', async () => {
    connected.onInteraction(async (interaction) => {
      await answer(interaction, { type: 5 });
    });
    const { message } = await withEdit({ content: 'x', flags: MessageFlags.Ephemeral });
    expect(message).toEqual(['flags: MESSAGE_FLAGS_INVALID']);
  });

  test('in a channel are never ephemeral', async () => {
    const { client, playground } = connected;
    const channel = playground.world.guilds.home.channels[0]?.id ?? '';
    const body = { content: 'x', flags: MessageFlags.Ephemeral };
    expect(fieldErrors(await attempt(client.rest.post(Routes.channelMessages(channel), { body })))).toEqual([
      'flags: MESSAGE_FLAGS_INVALID',
    ]);
  });

  test('cannot lose by an edit what makes them a message', async () => {
    const { client, playground } = connected;
    const channel = playground.world.guilds.home.channels[0]?.id ?? '';
    const { id } = (await client.rest.post(Routes.channelMessages(channel), { body: { content: 'x' } })) as {
      id: string;
    };
    const edit = (body: object) => attempt(client.rest.patch(Routes.channelMessage(channel, id), { body }));
    expect(await edit({ content: '' })).toMatchObject({ code: 50006 });
    expect(fieldErrors(await edit({ flags: MessageFlags.IsComponentsV2, components: [text('y')] }))).toEqual([
      'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ]);
    expect(
      await edit({ flags: MessageFlags.IsComponentsV2, content: null, components: [text('y')] }),
    ).toBeUndefined();
    // Once set, the flag stays, so that an edit need not repeat it.
    expect(await edit({ components: [text('z')] })).toBeUndefined();
    expect(fieldErrors(await edit({ content: 'x' }))).toEqual([
      'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ]);
  });

  /** The field errors of an edit of a deferred reply, which is then answered properly. */
  async function withEdit(body: object) {
    let message: string[] = [];
    connected.onInteraction(async (interaction) => {
      await answer(interaction, { type: 5 });
      const route = Routes.webhookMessage(interaction.applicationId, interaction.token);
      message = fieldErrors(await attempt(connected.client.rest.patch(route, { body, auth: false })));
      await connected.client.rest.patch(route, { body: { content: 'fine' }, auth: false });
    });
    await connected.playground.use({ command: 'ask' });
    return { message };
  }
});

describe('callbacks', () => {
  test('must be of a type that answers the interaction', async () => {
    for (const type of [6, 7, 8]) {
      const data = type === 8 ? { choices: [] } : { content: 'x' };
      expect(fieldErrors(await callback({ type, data }))).toEqual([
        'type: INTERACTION_CALLBACK_TYPE_INVALID',
      ]);
    }
    expect(fieldErrors(await callback({ type: 99 }))).toEqual(['type: BASE_TYPE_CHOICES']);
  });

  test('of autocomplete have at most 25 choices', async () => {
    const choices = options(26).map(({ value }) => ({ name: value, value }));
    let errors: string[] = [];
    connected.onInteraction(async (interaction) => {
      errors = fieldErrors(await answer(interaction, { type: 8, data: { choices } }));
      await answer(interaction, { type: 8, data: { choices: choices.slice(1) } });
    });
    const offered = await connected.playground.autocomplete({ command: 'ask', focused: 'question' });
    expect(errors).toEqual(['data.choices: BASE_TYPE_MAX_LENGTH']);
    expect(offered).toHaveLength(25);
  });

  test('of autocomplete have values of at most 100 characters, and languages that there are', async () => {
    let errors: string[] = [];
    connected.onInteraction(async (interaction) => {
      const choices = [
        { name: 'x', value: 'x'.repeat(101) },
        { name: 'y', name_localizations: { 'zh-CN': '一', chinese: '一' }, value: 'y' },
      ];
      errors = fieldErrors(await answer(interaction, { type: 8, data: { choices } }));
      await answer(interaction, { type: 8, data: { choices: [{ name: 'x', value: 'x'.repeat(100) }] } });
    });
    await connected.playground.autocomplete({ command: 'ask', focused: 'question' });
    expect(errors).toEqual([
      'data.choices.0.value: BASE_TYPE_MAX_LENGTH',
      'data.choices.1.name_localizations.chinese: ENUM_TYPE_COERCE',
    ]);
  });

  test('to an unknown interaction are refused', async () => {
    const route = Routes.interactionCallback('1', 'nothing');
    const body = { type: 4, data: { content: 'x' } };
    expect(await attempt(connected.client.rest.post(route, { body }))).toMatchObject({
      code: 10062,
      status: 404,
    });
  });
});

describe('forms', () => {
  const input = (custom_id: string, more: object = {}) =>
    row({ type: ComponentType.TextInput, style: 1, custom_id, label: 'Label', ...more });
  const modal = (components: object[], more: object = {}) =>
    callback({ type: 9, data: { custom_id: 'form', title: 'Form', components, ...more } });

  test('with a row and a label are taken', async () => {
    const label = { type: ComponentType.Label, label: 'Role', component: { type: 6, custom_id: 'role' } };
    expect(await modal([input('a'), label])).toBeUndefined();
  });

  const labelled = (component: object) => ({ type: ComponentType.Label, label: 'Label', component });
  const group = (type: ComponentType, more: object) =>
    labelled({ type, custom_id: 'group', options: options(2), ...more });

  test('with every kind of field are taken', async () => {
    const fields = [
      labelled({ type: ComponentType.FileUpload, custom_id: 'file', required: false, min_values: 0 }),
      labelled({ type: ComponentType.Checkbox, custom_id: 'box' }),
      labelled(select()),
      group(ComponentType.RadioGroup, {}),
      text('What for?'),
    ];
    expect(await modal(fields)).toBeUndefined();
  });

  test.each([
    [
      'a required select that may be left empty',
      [labelled(select({ min_values: 0 }))],
      {},
      ['data.components.0.component.min_values: NUMBER_TYPE_MIN'],
    ],
    [
      'a group with a value twice',
      [group(ComponentType.CheckboxGroup, { options: [...options(1), ...options(1)] })],
      {},
      ['data.components.0.component.options: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED'],
    ],
    ['a button', [row(button('a'))], {}, ['data.components.0.components.0.type: BASE_TYPE_CHOICES']],
    [
      'a title of over 45 characters',
      [input('a')],
      { title: 'x'.repeat(46) },
      ['data.title: BASE_TYPE_MAX_LENGTH'],
    ],
    ['no title', [input('a')], { title: undefined }, ['data.title: BASE_TYPE_REQUIRED']],
    ['no parts', [], {}, ['data.components: BASE_TYPE_MIN_LENGTH']],
    ['six parts', Array.from('abcdef', (id) => input(id)), {}, ['data.components: BASE_TYPE_BAD_LENGTH']],
    [
      'a custom id twice',
      [input('a'), input('a')],
      {},
      ['data.components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED'],
    ],
    [
      'a text input without label',
      [input('a', { label: undefined })],
      {},
      ['data.components.0.components.0.label: BASE_TYPE_REQUIRED'],
    ],
    [
      'a value longer than it may be',
      [input('a', { value: 'abc', max_length: 2 })],
      {},
      ['data.components.0.components.0.value: BASE_TYPE_MAX_LENGTH'],
    ],
  ])('are refused with %s', async (_, components, more, expected) => {
    expect(fieldErrors(await modal(components, more))).toEqual(expected);
  });
});

describe('commands', () => {
  const put = (commands: object[]) =>
    attempt(
      connected.client.rest.put(
        Routes.applicationGuildCommands(connected.playground.applicationId, guild()),
        {
          body: commands,
        },
      ),
    );
  const guild = () => connected.playground.homeGuildId;
  const command = (more: object) => ({ name: 'try', description: 'd', ...more });
  const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'd', ...more });

  test('with every kind of option are taken', async () => {
    const all = [3, 4, 5, 6, 7, 8, 9, 10, 11].map((type) => option(`option-${type}`, { type }));
    expect(await put([command({ options: all, default_member_permissions: '32' })])).toBeUndefined();
  });

  test.each([
    ['an upper-case name', [command({ name: 'Try' })], ['0.name: APPLICATION_COMMAND_INVALID_NAME']],
    ['a space in the name', [command({ name: 'try it' })], ['0.name: APPLICATION_COMMAND_INVALID_NAME']],
    ['no description', [command({ description: '' })], ['0.description: BASE_TYPE_REQUIRED']],
    [
      'a long description',
      [command({ description: 'x'.repeat(101) })],
      ['0.description: BASE_TYPE_MAX_LENGTH'],
    ],
    ['one name twice', [command({}), command({})], ['1: APPLICATION_COMMANDS_DUPLICATE_NAME']],
    [
      'a required option after an optional one',
      [command({ options: [option('a'), option('b', { required: true })] })],
      ['0.options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
    ],
    [
      'an upper-case option',
      [command({ options: [option('A')] })],
      ['0.options.0.name: APPLICATION_COMMAND_INVALID_NAME'],
    ],
    [
      'an option twice',
      [command({ options: [option('a'), option('a')] })],
      ['0.options.1: APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE'],
    ],
    [
      'more than 25 choices',
      [
        command({
          options: [option('a', { choices: options(26).map(({ value }) => ({ name: value, value })) })],
        }),
      ],
      ['0.options.0.choices: BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'choices and autocomplete',
      [command({ options: [option('a', { choices: [{ name: 'x', value: 'x' }], autocomplete: true })] })],
      ['0.options.0.choices: APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID'],
    ],
    [
      'a subcommand beside an option',
      [command({ options: [option('a', { type: 1 }), option('b')] })],
      ['0.options: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID'],
    ],
    [
      'over 8,000 characters in all',
      [
        command({
          options: Array.from({ length: 25 }, (_, n) =>
            option(`o${n}`, {
              choices: Array.from({ length: 25 }, (_, m) => ({ name: `${m}`.padStart(12), value: `${m}` })),
            }),
          ),
        }),
      ],
      ['0: APPLICATION_COMMAND_TOO_LARGE'],
    ],
    [
      'a name in a language that is none there',
      [command({ name_localizations: { 'zh-CN': '试 试' } })],
      ['0.name_localizations: APPLICATION_COMMAND_INVALID_NAME'],
    ],
    [
      'an option with such a name',
      [command({ options: [option('a', { name_localizations: { de: 'Wort', fr: 'mot' } })] })],
      ['0.options.0.name_localizations.de: APPLICATION_COMMAND_INVALID_NAME'],
    ],
    [
      'a language that Discord does not have',
      [command({ description_localizations: { zh: '试' } })],
      ['0.description_localizations.zh: ENUM_TYPE_COERCE'],
    ],
    [
      'two options with one name in a language',
      [
        command({
          options: [
            option('a', { name_localizations: { de: 'wort' } }),
            option('b', { name_localizations: { de: 'wort' } }),
            option('c', { name_localizations: { fr: 'a' } }),
          ],
        }),
      ],
      [
        '0.options.0.name_localizations.de: APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE',
        '0.options.1.name_localizations.de: APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE',
        '0.options.2.name_localizations.fr: APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE',
      ],
    ],
    [
      'over 8,000 characters in the longest language of each part',
      [
        command({
          options: Array.from({ length: 25 }, (_, n) =>
            option(`o${n}`, {
              choices: Array.from({ length: 4 }, (_, m) => ({
                name: `${m}`,
                name_localizations: { de: `${m}`.padStart(100, 'x') },
                value: `${m}`,
              })),
            }),
          ),
        }),
      ],
      ['0: APPLICATION_COMMAND_TOO_LARGE'],
    ],
    [
      'a choice of over 100 characters',
      [command({ options: [option('a', { choices: [{ name: 'x', value: 'x'.repeat(101) }] })] })],
      ['0.options.0.choices.0.value: BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'a long name of a menu command',
      [{ name: 'x'.repeat(33), type: ApplicationCommandType.Message }],
      ['0.name: BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'an option of a menu command',
      [{ name: 'Find it', type: ApplicationCommandType.Message, options: [option('a')] }],
      ['0.options: APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_EMPTY'],
    ],
    [
      'a description of a menu command',
      [command({ type: ApplicationCommandType.Message })],
      ['0.description: APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_EMPTY'],
    ],
  ])('are refused with %s', async (_, commands, expected) => {
    expect(fieldErrors(await put(commands))).toEqual(expected);
  });

  test('of a server that is not there are refused', async () => {
    const route = Routes.applicationGuildCommands(connected.playground.applicationId, '1');
    expect(await attempt(connected.client.rest.put(route, { body: [] }))).toMatchObject({
      code: 10004,
      status: 404,
    });
  });
});
