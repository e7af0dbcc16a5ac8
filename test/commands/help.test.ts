import type { APIMessage } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { As } from '../../playground/member/actors.js';
import { commands } from '../../src/commands/commands.js';
import { createHelp } from '../../src/commands/help.js';
import type { Copy } from '../../src/copy/copy.js';
import { en as copy } from '../../src/copy/en/en.js';
import { copyFor, LANGUAGES } from '../../src/copy/languages.js';
import type { MessageCommand, Request, Services } from '../../src/discord/command.js';
import type { Reply } from '../../src/discord/reply.js';
import { type ModeratedServer, markdownOf, openServer, textOf, whole } from '../support/moderated-server.js';

// What each is told that they can do.

const words = copy.help;
const files = {
  'ferry.md': '# Ferry\n\nThe ferry to the island leaves at noon.\n',
  'market.md': '# Market\n\nThe market opens on Tuesday.\n',
  'asked/ferry.yaml':
    '- answer: The ferry to the island leaves at noon.\n  asked: [When does the ferry to the island leave?]\n',
  'asked/market.yaml':
    '- answer: The market opens on Tuesday.\n  asked: [When does the market open?, 市场什么时候开门？]\n',
};

let server: ModeratedServer;

beforeEach(async () => {
  server = await openServer({ files });
});

afterEach(() => server.end());

/** All pages of it. */
async function help(as: As = {}, said: Copy = copy): Promise<{ text: string; first: APIMessage }> {
  const exchange = await server.playground.use({ command: 'help', ...as });
  expect(exchange.ephemeral).toBe(true);
  const first = await whole(exchange);
  let text = markdownOf(first);
  for (let page = first; JSON.stringify(page.components).includes(said.reply.next); ) {
    page = await server.press(page, said.reply.next, as);
    text += markdownOf(page);
  }
  return { text, first };
}

const ofModerators = (
  commands.find(({ definition }) => definition.name === 'knowledge')?.definition.options ?? []
).map(({ name }) => `/knowledge ${name}`);

describe('/help', () => {
  test('tells members of the commands for everyone, and not of those of moderators', async () => {
    const { text } = await help();
    for (const name of ['/ask', '/sources', '/privacy']) expect(text).toContain(`\`${name}\` `);
    expect(text).not.toContain('/knowledge');
    expect(text).not.toContain(words.host);
    expect(text).toContain(words.tip[0]);
  });

  test('tells moderators of each of their sub-commands, by permission or by role', async () => {
    expect(ofModerators.length).toBeGreaterThan(8);
    const { text } = await help({ user: 'moderator' });
    for (const name of ofModerators) expect(text).toContain(`\`${name}\` `);
    expect(text).not.toContain(words.host);
    const { home } = server.playground.world.guilds;
    const role = home.members.find(({ user }) => user.id === server.playground.world.users.editor.id)
      ?.roles[0];
    await server.library.saveSettings(home.id, { moderatorRole: role ?? expect.fail('no role') }, 'mod');
    expect((await help({ user: 'editor' })).text).toContain('`/knowledge refresh` ');
    expect((await help({ user: 'moderator', place: 'dm' })).text).not.toContain('/knowledge refresh');
    expect((await help({ user: 'moderator', guild: 'foreign' })).text).not.toContain('/knowledge refresh');
  });

  test('tells the owner of the bot where it is set up, in whatever place', async () => {
    for (const place of [{}, { place: 'dm' }])
      expect((await help({ user: 'owner', ...place })).text).toContain(words.hosting[0]);
  });

  test('offers questions that the documents answer, answers them privately and notes nothing', async () => {
    const { first } = await help();
    const answered = await server.press(first, 'When does the market open?', { user: 'member' });
    expect(textOf(answered).replaceAll('*', '')).toContain('The market opens on Tuesday.');
    expect(JSON.stringify(answered.components)).not.toContain('ask:thumb');
    expect(answered.id).not.toBe(first.id);
    const seen = server.playground.read({ user: 'editor' });
    expect(seen.map(textOf).join()).not.toContain('Tuesday');
    expect(JSON.stringify(first.components)).toContain('When does the ferry to the island leave?');
  });

  test('offers them in the language of the member where the documents have them', async () => {
    const exchange = await server.playground.use({ command: 'help', locale: 'zh-CN' });
    expect(JSON.stringify(exchange.message?.components)).toContain('市场什么时候开门？');
  });

  test('says that a question is gone when the documents do not have it any more', async () => {
    const { first } = await help();
    await server.bench.write('asked/market.yaml', '');
    const preview = await server.knowledge('refresh', { collection: 'shared' });
    await server.press(preview, copy.knowledge.preview.publish);
    const gone = await server.press(first, 'When does the market open?', { user: 'member' });
    expect(textOf(gone)).toContain(copy.reply.staleButton);
  });

  test.each(Object.entries(LANGUAGES))('has room for all of it in %s', async (locale, said) => {
    // The owner of the bot is told everything.
    const { text } = await help({ user: 'owner', locale }, said);
    expect(text).toContain(said.help.title);
    expect(text).toContain(`\`/${said.names.knowledge} ${said.names.settings}\` `);
    expect(text).not.toContain(said.reply.shortened);
    expect(text.replaceAll('\\', '')).toContain(said.help.hosting[2]);
  });

  test('names commands as the member’s client does', async () => {
    const de = copyFor('de');
    const { message } = await server.playground.use({ command: 'help', locale: 'de' });
    expect(markdownOf(message)).toContain(`\`/${de.names.ask}\` `);
  });
});

test('commands in the menu of a message are explained', async () => {
  const menu: MessageCommand = {
    definition: { name: 'Find sources', name_localizations: { de: 'Quellen finden' }, type: 3 },
    summary: () => 'looks for what bears on it',
    handle: () => ({ tone: 'neutral', blocks: [] }),
  };
  const help = createHelp({ everyone: [], moderators: commands[0] ?? expect.fail(), ofMessages: [menu] });
  const asker = { guildId: null, hasBot: false, userId: '1', isManager: false, roles: [], options: {} };
  const request = { ...asker, copy, locale: 'de', settings: async () => ({}) } as unknown as Request<never>;
  const services = {
    library: server.library,
    home: { owners: async () => new Set() },
  } as unknown as Services;
  const { blocks } = (await help.handle(request, services)) as Reply;
  const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
  expect(items).toContainEqual({ line: [{ code: 'Quellen finden' }, ' looks for what bears on it'] });
});
