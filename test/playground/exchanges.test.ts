import { ComponentType, type Interaction, MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { LoggedExchange } from '../../playground/exchange-log.js';
import { asCommand, clock, connected, connectForAll, refusal, text, v2 } from '../support/playground-bot.js';

connectForAll();

const page = async (path: string): Promise<LoggedExchange[]> =>
  (await fetch(`${connected.playground.pageUrl}/page/${path}`)).json() as Promise<LoggedExchange[]>;
const last = async () => (await page('exchanges')).at(-1);
const ask = (question = 'who?') => connected.playground.use({ command: 'ask', options: { question } });

describe('behind the scenes', () => {
  test('stand the interaction, what answered it and how long that took', async () => {
    connected.onInteraction(async (interaction) => {
      clock.advance(40);
      await asCommand(interaction).deferReply({ flags: MessageFlags.Ephemeral });
      clock.advance(60);
      await asCommand(interaction).editReply({ ...v2, components: text('later') });
    });
    const { id } = await ask();
    await connected.handled();
    const { users } = connected.playground.world;
    expect(await last()).toMatchObject({
      id,
      kind: 'command',
      name: '/ask',
      user: users.member.id,
      failed: false,
      payload: { id, type: 2, token: '…', data: { name: 'ask' }, context: 0 },
      requests: [
        {
          method: 'POST',
          path: `/interactions/${id}/…/callback`,
          body: { type: 5, data: { flags: MessageFlags.Ephemeral } },
          afterMs: 40,
          status: 204,
        },
        {
          method: 'PATCH',
          path: `/webhooks/${connected.playground.applicationId}/…/messages/@original`,
          body: { components: [{ content: 'later' }] },
          afterMs: 100,
          status: 200,
        },
      ],
    });
  });

  test('stands which rule was broken', async () => {
    connected.onInteraction(async (interaction) => {
      await refusal(asCommand(interaction).reply({ ...v2, content: 'x' }));
      await asCommand(interaction).reply('short');
    });
    await ask();
    await connected.handled();
    expect((await last())?.requests).toMatchObject([
      {
        status: 400,
        error: {
          code: 50035,
          message: 'Invalid Form Body',
          errors: { content: { _errors: [{ code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2' }] } },
        },
      },
      { status: 204 },
    ]);
  });

  test('stands what was not answered', async () => {
    connected.onInteraction(() => clock.advance(3000));
    await ask();
    expect(await last()).toMatchObject({ failed: true, requests: [] });
  });

  test('a file is told of by name and size', async () => {
    connected.onInteraction((interaction) =>
      asCommand(interaction).reply({
        ...v2,
        components: [{ type: ComponentType.File, file: { url: 'attachment://report.txt' } }],
        files: [{ attachment: Buffer.from('all well'), name: 'report.txt' }],
      }),
    );
    await ask();
    await connected.handled();
    expect((await last())?.requests).toMatchObject([{ files: [{ filename: 'report.txt', size: 8 }] }]);
  });

  test('a secret stands nowhere', async () => {
    let token = '';
    connected.onInteraction((interaction) => {
      token = interaction.token;
      return asCommand(interaction).reply('yes');
    });
    await ask();
    await connected.handled();
    const all = JSON.stringify(await page('exchanges'));
    expect(token).not.toBe('');
    expect(all).not.toContain(token);
    expect(all).not.toContain(connected.playground.token);
  });

  test('are the last fifty', async () => {
    connected.onInteraction((interaction: Interaction) =>
      interaction.isAutocomplete() ? interaction.respond([]) : undefined,
    );
    const typed = { command: 'ask', focused: 'question' };
    for (let n = 0; n < 51; n += 1) {
      await connected.playground.autocomplete({ ...typed, options: { question: `${n}` } });
    }
    await connected.handled();
    const all = await page('exchanges');
    expect(all).toHaveLength(50);
    expect(all.every(({ kind, name }) => kind === 'autocomplete' && name === '/ask')).toBe(true);
    expect(JSON.stringify(all[0]?.payload)).toContain('"value":"1"');
  });

  test('are told to a page that follows, at each change', async () => {
    connected.onInteraction((interaction) => asCommand(interaction).reply('yes'));
    const leave = new AbortController();
    const { signal } = leave;
    const response = await fetch(`${connected.playground.pageUrl}/page/exchange-events`, { signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    await ask();
    let read = '';
    while (!read.includes('"status":204')) read += (await reader?.read())?.value ?? expect.fail(read);
    leave.abort();
    const events = read
      .split('\n\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line.replace('data: ', '')));
    expect(events.map(({ kind, exchange }) => [kind, exchange.requests.length])).toEqual([
      ['exchange', 0],
      ['exchange', 1],
    ]);
  });
});
