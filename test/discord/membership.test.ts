import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import { button, type ModeratedServer, moderator, openServer, textOf } from '../support/moderated-server.js';

// The real client is told of servers that the bot leaves and joins.

let server: ModeratedServer;
let other: string;

beforeEach(async () => {
  server = await openServer({ files: { 'ferry.md': '# Ferry\n\nThe ferry leaves at noon.\n' } });
  other = server.playground.world.guilds.other.id;
  await server.library.saveSettings(other, { answersPrivate: true }, 'mod');
});

afterEach(() => server.end());

test('a server that the bot was removed from is noted as left, and as joined when it comes back', async () => {
  expect(await server.library.guilds()).toContain(other);
  server.playground.removeBot('other');
  await expect.poll(() => server.library.guilds()).not.toContain(other);
  server.playground.addBot('other');
  await expect.poll(() => server.library.guilds()).toContain(other);
});

test('what happened while the bot was away is noted when it is back', async () => {
  await server.restart(() => server.playground.removeBot('other'));
  await expect.poll(() => server.library.guilds()).not.toContain(other);
});

describe('first steps', () => {
  const greetings = (channel = 'general') =>
    server.playground
      .read({ guild: 'other', channel })
      .filter((message) => textOf(message).includes(copy.welcome.title));

  test('are posted once in a server that takes the bot in, and again in none after a restart', async () => {
    server.playground.removeBot('other');
    await expect.poll(() => server.library.guilds()).not.toContain(other);
    expect(greetings()).toEqual([]);
    server.playground.addBot('other');
    await expect.poll(greetings).toHaveLength(1);
    await server.restart();
    await expect.poll(() => server.library.guilds()).toContain(other);
    expect(greetings()).toHaveLength(1);
  });

  test('have buttons for all and for moderators', async () => {
    server.playground.removeBot('other');
    await expect.poll(() => server.library.guilds()).not.toContain(other);
    server.playground.addBot('other');
    await expect.poll(greetings).toHaveLength(1);
    const [message = expect.fail('no first steps')] = greetings();
    const helped = await server.playground.press(message, button(message, copy.welcome.help), {
      guild: 'other',
    });
    expect(helped.ephemeral).toBe(true);
    expect(textOf(helped.message)).toContain(copy.help.title);
    const at = { ...moderator, guild: 'other' } as const;
    const opened = await server.playground.press(message, button(message, copy.welcome.settings), at);
    expect(opened.modal?.title).toBe(copy.knowledge.settings.moderation.title);
  });

  test('go where the bot may speak, and nowhere where it may not', async () => {
    const { channels } = server.playground.world.guilds.other;
    const bot = server.playground.world.bot.id;
    const silence = (names: readonly string[]) => {
      for (const one of channels)
        if (names.includes(one.name))
          one.permission_overwrites = [{ id: bot, type: 1, allow: '0', deny: `${1n << 11n}` }];
    };
    silence(['general']);
    server.playground.removeBot('other');
    await expect.poll(() => server.library.guilds()).not.toContain(other);
    server.playground.addBot('other');
    await expect.poll(() => greetings('reports')).toHaveLength(1);
    expect(greetings()).toEqual([]);
  });
});
