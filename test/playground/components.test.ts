import { type ButtonInteraction, ButtonStyle, ComponentType, MessageFlags, TextInputStyle } from 'discord.js';
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
