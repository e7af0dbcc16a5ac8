import {
  type ChatInputCommandInteraction,
  ComponentType,
  type DiscordAPIError,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { asCommand, clock, connected, connectForAll, refusal, text, v2 } from '../support/playground-bot.js';

connectForAll();

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
