import {
  type ButtonInteraction,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  MessageType,
  TextInputStyle,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { asCommand, connected, connectForAll } from '../support/playground-bot.js';

connectForAll();

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

  describe('what only one person sees', () => {
    const { IsComponentsV2, Ephemeral } = MessageFlags;
    const share = { ...button, custom_id: 'share', label: 'Share' };
    const text = (content: string) => ({ type: ComponentType.TextDisplay as const, content });

    async function seenByOne() {
      connected.onInteraction((interaction) =>
        asCommand(interaction).reply({
          components: [{ type: ComponentType.Container, components: [text('answer'), row(share)] }],
          flags: [IsComponentsV2, Ephemeral],
        }),
      );
      const { message } = await connected.playground.use({ command: 'ask', options: { question: 'q' } });
      if (!message) throw new Error('no message');
      return message;
    }

    test('is shared with all by a follow-up of its button', async () => {
      const message = await seenByOne();
      connected.onInteraction(async (interaction) => {
        await (interaction as ButtonInteraction).update({ components: [text('shared')] });
        await (interaction as ButtonInteraction).followUp({
          components: [text('answer')],
          flags: IsComponentsV2,
        });
      });
      const { playground } = connected;
      await playground.press(message, 'share');
      await connected.handled();
      const [seen] = playground.read({ user: 'editor' }).slice(-1);
      expect(seen).toMatchObject({
        flags: IsComponentsV2,
        components: [{ content: 'answer' }],
        interaction_metadata: { user: { id: playground.world.users.member.id } },
      });
      const own = playground.read().find(({ id }) => id === message.id);
      expect(own).toMatchObject({ flags: IsComponentsV2 | Ephemeral, components: [{ content: 'shared' }] });
      expect(playground.violations).toEqual([]);
    });

    test('stays with them where the follow-up is for them too', async () => {
      const message = await seenByOne();
      connected.onInteraction(async (interaction) => {
        await (interaction as ButtonInteraction).deferUpdate();
        await (interaction as ButtonInteraction).followUp({
          components: [text('context')],
          flags: [IsComponentsV2, Ephemeral],
        });
      });
      const { playground } = connected;
      const exchange = await playground.press(message, 'share');
      const [context] = exchange.followUps;
      expect(playground.read().at(-1)).toMatchObject({
        id: context?.id,
        components: [{ content: 'context' }],
      });
      expect(playground.read({ user: 'editor' }).map(({ id }) => id)).not.toContain(context?.id);
    });
  });

  test('answers say which message they reply to', async () => {
    const message = await shown(button);
    connected.onInteraction(async (interaction) => {
      await (interaction as ButtonInteraction).reply('answer');
      await (interaction as ButtonInteraction).followUp('more');
    });
    const exchange = await connected.playground.press(message, 'more');
    await connected.handled();
    expect(exchange.message).toMatchObject({
      type: MessageType.Reply,
      message_reference: { message_id: message.id, guild_id: connected.playground.homeGuildId },
      interaction_metadata: { interacted_message_id: message.id },
    });
    expect(exchange.followUps).toMatchObject([
      {
        type: MessageType.Reply,
        message_reference: { message_id: exchange.message?.id },
        interaction_metadata: { original_response_message_id: exchange.message?.id },
      },
    ]);
  });

  test('a form takes files, one or several of a group, and ticks', async () => {
    const option = (value: string) => ({ label: value, value });
    const labelled = (component: object) => ({ type: ComponentType.Label, label: 'x', component });
    const fields = [
      { type: ComponentType.FileUpload, custom_id: 'files', max_values: 2 },
      { type: ComponentType.RadioGroup, custom_id: 'one', options: ['a', 'b'].map(option), required: false },
      { type: ComponentType.CheckboxGroup, custom_id: 'some', options: ['a', 'b', 'c'].map(option) },
      { type: ComponentType.Checkbox, custom_id: 'tick' },
    ].map(labelled);
    const received: string[] = [];
    connected.onInteraction(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        return interaction.showModal({ title: 'Form', custom_id: 'form', components: fields } as never);
      }
      if (!interaction.isModalSubmit()) return;
      const { fields: given } = interaction;
      received.push(...(given.getUploadedFiles('files')?.map(({ name }) => name) ?? []));
      received.push(`${given.getField('one', ComponentType.RadioGroup).value}`);
      received.push(given.getField('some', ComponentType.CheckboxGroup).values.join());
      received.push(`${given.getField('tick', ComponentType.Checkbox).value}`);
      return interaction.reply('thanks');
    });
    const { playground } = connected;
    const opened = await playground.use({ command: 'ask', options: { question: 'q' } });
    const files = ['a.txt', 'b.txt'].map((filename) => ({ filename, bytes: new Uint8Array(1) }));
    await expect(playground.submitModal(opened, { files: [], some: ['a'] })).rejects.toThrow('files takes 1');
    await expect(playground.submitModal(opened, { files, some: ['d'] })).rejects.toThrow('no option d');
    await playground.submitModal(opened, { files, some: ['a', 'c'], tick: true });
    expect(received).toEqual(['a.txt', 'b.txt', 'null', 'a,c', 'true']);
    expect(playground.violations).toEqual([]);
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
