import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  type ChatInputCommandInteraction,
  ComponentType,
  type Interaction,
  MessageFlags,
} from 'discord.js';

// A bot that answers with one of everything that the page can show.

const anywhere = { contexts: [0, 1, 2], integration_types: [0, 1] };

export const commands = [
  {
    name: 'ask',
    description: 'Ask the documents',
    ...anywhere,
    name_localizations: { 'zh-CN': '提问' },
    description_localizations: { 'zh-CN': '向文档提问' },
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'What to look for',
        required: true,
        autocomplete: true,
        max_length: 500,
      },
      { type: ApplicationCommandOptionType.Boolean, name: 'private', description: 'Only you see the answer' },
    ],
  },
  {
    name: 'sources',
    description: 'The documents',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'document',
        description: 'Which',
        autocomplete: true,
      },
    ],
  },
  {
    name: 'everything',
    description: 'Options of every type',
    options: [
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'count',
        description: 'How many',
        required: true,
        min_value: 1,
        max_value: 9,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'colour',
        description: 'Which colour',
        choices: [
          { name: 'Red as a brick', value: 'red' },
          { name: 'Blue as the sea', value: 'blue' },
        ],
      },
      { type: ApplicationCommandOptionType.User, name: 'who', description: 'Somebody' },
      { type: ApplicationCommandOptionType.Role, name: 'role', description: 'A role' },
      {
        type: ApplicationCommandOptionType.Channel,
        name: 'where',
        description: 'A channel',
        channel_types: [ChannelType.GuildText],
      },
      { type: ApplicationCommandOptionType.Attachment, name: 'file', description: 'A file' },
    ],
  },
  {
    name: 'knowledge',
    description: 'Keep the documents',
    default_member_permissions: '32',
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'refresh',
        description: 'See what would change',
      },
    ],
  },
  { name: 'help', description: 'What it can do' },
  { name: 'Find sources', type: ApplicationCommandType.Message },
];

/** What the page asked to be completed. */
export const completed: string[] = [];

/** Ends the slow answer. */
export let finish: (() => Promise<unknown>) | undefined;

/** What the bot refuses to take from its form. */
export const refusal = { isOn: false };

const excerpt = [
  '> **StepFun** & \\*Biren\\* are \\<members\\>.',
  '-# [WION](https://example.org/alliance) · [WION](https://example.com/other) · <t:1753660800:D>',
].join('\n');

const text = (content: string) => ({ type: ComponentType.TextDisplay as const, content });

const pick = (customId: string, placeholder: string, max_values = 1) => ({
  type: ComponentType.ActionRow as const,
  components: [
    {
      type: ComponentType.StringSelect as const,
      custom_id: customId,
      placeholder,
      max_values,
      options: [
        { label: 'First', value: 'a', description: 'The one in front' },
        { label: 'Second', value: 'b' },
      ],
    },
  ],
});

const button = (custom_id: string, label: string, style: 1 | 2 | 3 | 4 = 2) => ({
  type: ComponentType.Button as const,
  style,
  label,
  custom_id,
});

const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components }) as never;

const answer = [
  {
    type: ComponentType.Container as const,
    accent_color: 0x5865f2,
    components: [text(excerpt)],
  },
  row(button('context', 'Context'), button('thumb:up', '👍 Right'), button('thumb:down', '👎 Wrong', 4), {
    type: ComponentType.Button,
    style: 5,
    label: 'Read on',
    url: 'https://example.org/more',
  }),
];

const parts = [
  pick('pick', 'Pick one'),
  pick('several', 'Pick several', 2),
  {
    type: ComponentType.Container as const,
    components: [
      text('In a box'),
      {
        type: ComponentType.Section as const,
        components: [text('A passage with a button beside it')],
        accessory: button('aside', 'Show'),
      },
      { type: ComponentType.Separator as const, divider: true },
      pick('related', 'Ask a related question'),
    ],
  },
  row(button('open', 'Open the form', 1), button('turn:1', 'Next page')),
];

const form = {
  title: 'A form',
  custom_id: 'form',
  components: [
    {
      type: ComponentType.Label as const,
      label: 'Reason',
      description: 'Why you think so',
      component: {
        type: ComponentType.TextInput as const,
        style: 1 as const,
        custom_id: 'reason',
        max_length: 100,
      },
    },
    {
      type: ComponentType.Label as const,
      label: 'Kind',
      component: {
        type: ComponentType.StringSelect as const,
        custom_id: 'kind',
        required: false,
        options: [
          { label: 'Wrong', value: 'wrong' },
          { label: 'Old', value: 'old' },
        ],
      },
    },
  ],
};

export async function respond(interaction: Interaction): Promise<unknown> {
  if (interaction.isAutocomplete()) {
    completed.push(interaction.options.getFocused());
    if (interaction.commandName === 'sources')
      return interaction.respond([{ name: 'WAIC 2025', value: 'knowledge/waic' }]);
    return interaction.respond(['who is in it?', 'who is not in it?'].map((name) => ({ name, value: name })));
  }
  if (interaction.isStringSelectMenu()) return interaction.reply(`picked ${interaction.values.join()}`);
  if (interaction.isButton()) return onButton(interaction);
  if (interaction.isModalSubmit()) {
    // As where the bot has gone meanwhile: nothing comes.
    if (refusal.isOn) return;
    const [kind = 'no'] = interaction.fields.getStringSelectValues('kind');
    return interaction.reply(`reason: ${interaction.fields.getTextInputValue('reason')}, ${kind} kind`);
  }
  if (interaction.isMessageContextMenuCommand()) {
    return interaction.reply(`looked at: ${interaction.targetMessage.content}`);
  }
  if (interaction.isChatInputCommand()) return onCommand(interaction);
}

function onButton(interaction: Interaction & { customId: string }): Promise<unknown> | undefined {
  if (!interaction.isButton()) return;
  const { customId } = interaction;
  if (customId === 'open') return interaction.showModal(form);
  if (customId.startsWith('turn:')) {
    const next = Number(customId.slice('turn:'.length)) + 1;
    return interaction.update({
      components: [text(`Page ${next}`), row(button(`turn:${next}`, 'Next page'))],
    });
  }
  return interaction.reply({ content: `you pressed ${customId}`, flags: MessageFlags.Ephemeral });
}

async function onCommand(interaction: ChatInputCommandInteraction): Promise<unknown> {
  const { commandName, options } = interaction;
  if (commandName === 'sources') return interaction.reply(`document is ${options.getString('document')}`);
  if (commandName === 'everything') return interaction.reply(describe(interaction));
  if (commandName === 'knowledge') return interaction.reply({ ...v2(parts), flags: 32768 | 64 } as never);
  if (commandName === 'help') return interaction.reply({ content: 'Ask, and read.', flags: 64 });
  const question = options.getString('question');
  if (question === 'slow') {
    finish = () => interaction.editReply('at last');
    return interaction.deferReply();
  }
  if (question === 'silence') return;
  if (question === 'long') return interaction.reply(v2([text(Array(80).fill('a line').join('\n'))]));
  if (question === 'parts') return interaction.reply(v2(parts));
  const reply = v2(answer);
  const flags = reply.flags | (options.getBoolean('private') ? MessageFlags.Ephemeral : 0);
  return interaction.reply({ ...reply, flags });
}

const v2 = (components: object[]) => ({
  flags: MessageFlags.IsComponentsV2 as number,
  components: components as never[],
  allowedMentions: { parse: [] as never[] },
});

function describe({ options }: ChatInputCommandInteraction): string {
  const said = [
    `count ${options.getInteger('count')}`,
    `colour ${options.getString('colour')}`,
    `who ${options.getUser('who')?.globalName}`,
    `role ${options.getRole('role')?.name}`,
    `where ${options.getChannel('where')?.name}`,
    `file ${options.getAttachment('file')?.name}`,
  ];
  return said.join(', ');
}
